import Documents

/// An invented school's data, as a template sees it.
struct SampleSource: TemplateSource {
  var values: [String: SlotValue] = [
    "单位名称": .text("春芽幼儿园"),
    "ST-INS-01": .figure(id: "ST-INS-01", text: "27", isZero: false),
    "ST-HAZ-01": .figure(id: "ST-HAZ-01", text: "18", isZero: false),
    "ST-HAZ-03": .figure(id: "ST-HAZ-03", text: "85.0%", isZero: false),
    "ST-HAZ-07": .figure(id: "ST-HAZ-07", text: "0", isZero: true),
    "ST-PUR-01": .figure(id: "ST-PUR-01", text: "12,658.50", isZero: false),
    "ST-DRL-01": .absent("（无数据）"),
    "hostile": .text("{{ST-HAZ-01}} **x** [[y]] # z"),
  ]
  var numbers = ["ST-INS-01": 27, "ST-HAZ-01": 18, "ST-HAZ-07": 0]
  var supplied: Set = ["hazards", "purchases"]
  var partial: Set = ["purchases"]
  let ledgers = ["hazards", "purchases", "drills"]

  static let table = Table(
    caption: "隐患类别", columns: [TableColumn("类别"), TableColumn("发现", .end), TableColumn("整改率", .end)],
    rows: [[[.text("消防")], [.text("6")], [.text("100.0%")]], [[.text("用电")], [.text("4")], [.text("75.0%")]]],
    total: [[.text("合计")], [.text("10")], [.text("90.0%")]], note: "注：同一处隐患只计一次。")

  func value(of slot: Slot) -> SlotValue? {
    switch (slot.keyword, slot.style) {
    case (nil, nil): values[slot.name]
    case (nil, "万元"?): slot.name == "ST-PUR-01" ? .figure(id: slot.name, text: "1.27", isZero: false) : nil
    case ("列表"?, nil): slot.name == "ST-INS-01" ? .text("消防2次、燃气1次") : nil
    default: nil
    }
  }

  func blocks(for slot: Slot) -> [Block]? {
    switch (slot.keyword, slot.name) {
    case ("表"?, "ST-HAZ-types"): [.table(Self.table)]
    case ("表"?, "ST-DRL-list"): []
    case ("文字"?, "安全排查"): [.gap(topic: "安全排查的做法与亮点", file: "文字/安全排查.md")]
    case ("落款"?, ""): [.signature(["春芽幼儿园", "2023年6月30日"])]
    default: nil
    }
  }

  func holds(_ condition: Condition) -> Bool? {
    switch condition {
    case .supplied(let name): ledgers.contains(name) ? supplied.contains(name) : nil
    case .missing(let name): ledgers.contains(name) ? !supplied.contains(name) : nil
    case .partial(let name): ledgers.contains(name) ? partial.contains(name) : nil
    case .hasValue(let name): values[name] == nil ? nil : numbers[name] != nil
    case .lacksValue(let name): values[name] == nil ? nil : numbers[name] == nil
    case .compares(let name, let comparison, let limit):
      values[name] == nil ? nil : numbers[name].map { comparison.holds($0, limit) } ?? false
    }
  }

  func names(after words: String?) -> [String] {
    switch words {
    case nil: values.keys.sorted()
    case "列表"?: ["ST-INS-01"]
    case "表"?: ["ST-HAZ-types", "ST-DRL-list"]
    case "文字"?: ["安全排查"]
    case "清单"?: ["缺台账", "存在问题"]
    case "附录"?: ["统计口径"]
    case "清单 缺台账"?, "有台账"?, "无台账"?, "部分"?: ledgers
    case "有值"?, "无值"?, "比较"?: values.keys.sorted()
    default: []
    }
  }
}

/// The blocks a template gives with the sample data.
func compose(_ template: String, from source: SampleSource = SampleSource()) throws -> [Block] {
  try Template(parsing: template, name: "样例.md").compose(from: source)
}

/// What a template prints, as Markdown.
func printed(_ template: String) throws -> String {
  let blocks = Numbering.apply(to: try compose(template))
  return body(MarkdownRenderer().render(document(blocks)))
}

/// A document with no front but its title.
func document(_ blocks: [Block]) -> Document {
  Document(title: "总结", organization: "", blocks: blocks)
}

/// A rendered Markdown document without its title line.
func body(_ markdown: String) -> String {
  String(markdown.dropFirst("# 总结\n\n".count).dropLast())
}
