import Documents
import LedgerKit
import Ledgers

/// Answers a template's slots from a summary: figures, tables, settings, passages.
struct SummarySource: TemplateSource {
  let summary: Summary
  private var profile: Profile { summary.books.scope.profile }
  private var scope: Scope { summary.books.scope }

  // MARK: Inline slots

  func value(of slot: Slot) -> SlotValue? {
    if slot.keyword == "列表" { return list(slot) }
    guard slot.keyword == nil else { return nil }
    if let text = setting(slot.name) { return text.isEmpty ? .absent("【待填\(slot.name)】") : .text(text) }
    guard let figure = summary.figure(slot.name) else { return nil }
    return value(of: figure, style: slot.style)
  }

  private func value(of value: FigureValue, style: String?) -> SlotValue? {
    guard let exact = value.exact else { return .absent("—") }
    let isZero = exact.numerator == 0
    switch style {
    case nil: return .figure(id: value.figure.code, text: value.inline, isZero: isZero)
    case "万元":
      // From ten thousand yuan on prose adds 万元 (domain §4.0).
      let large = exact.numerator.magnitude >= Int128(Fixed.scale).magnitude * 10_000
      let text = exact.inline(in: .money) + "元" + (large ? "（\(Format.tenThousandYuan(exact.numerator))万元）" : "")
      return value.figure.unit == .money ? .figure(id: value.figure.code, text: text, isZero: isZero) : nil
    case "未计入":
      // Not the figure itself: nothing to link, and a clause around it goes where nothing was left out.
      let n = value.tally.rowsExcluded
      return n == 0 ? .absent("0") : .text(Format.grouped(n))
    case "分母":
      return value.denominatorText.map { .figure(id: value.figure.code, text: Format.grouped($0), isZero: false) } ?? .absent("—")
    case "分子":
      return value.numeratorText.map { .figure(id: value.figure.code, text: Format.grouped($0), isZero: isZero) } ?? .absent("—")
    case "说明": return value.tally.note.map { .text($0) } ?? .absent("")
    default: return nil
    }
  }

  private func list(_ slot: Slot) -> SlotValue? {
    guard let value = summary.breakdown(slot.name) else { return nil }
    guard !value.rows.isEmpty else { return .absent("") }
    let limit = slot.style.flatMap { Int($0) } ?? 6
    return .figure(id: value.breakdown.code, text: value.inline(limit: limit), isZero: false)
  }

  /// Words from 设置.csv and the term itself; nil where the name is not one of them.
  private func setting(_ name: String) -> String? {
    switch name {
    case "单位名称": profile.schoolName ?? ""
    case "作者": profile.author ?? ""
    case "学期": scope.semester.title
    case "学年": "\(scope.semester.startYear)—\(scope.semester.startYear + 1)学年"
    case "学期序": scope.semester.term == .first ? "第一学期" : "第二学期"
    case "统计截止日": scope.asOf.chinese
    case "统计起始日": scope.window.first.chinese
    case "班级数": number(profile.classes)
    case "幼儿数", "学生数": (profile.isApproximate(Profile.childrenItems) ? "约" : "") + number(profile.children)
    case "教职工数": (profile.isApproximate(Profile.staffItems) ? "约" : "") + number(profile.staff)
    case "大班数": number(profile.number("大班", "大班班级数"))
    case "中班数": number(profile.number("中班", "中班班级数"))
    case "小班数": number(profile.number("小班", "小班班级数"))
    case "供餐天数": scope.calendar.isEstimated ? "" : String(scope.calendar.mealDays(until: scope.asOf))
    case "教学日数": scope.calendar.isEstimated ? "" : String(scope.calendar.schoolDays(until: scope.asOf))
    default: nil
    }
  }

  static let settingNames = [
    "单位名称", "作者", "学期", "学年", "学期序", "统计截止日", "统计起始日", "班级数", "幼儿数", "学生数", "教职工数", "大班数", "中班数", "小班数", "供餐天数", "教学日数",
  ]

  private func number(_ n: Int?) -> String { n.map { Format.grouped($0) } ?? "" }

  // MARK: Conditions

  func holds(_ condition: Condition) -> Bool? {
    switch condition {
    case .supplied(let id): Knowledge.isLedger(id) ? isSupplied(id) : nil
    case .missing(let id): Knowledge.isLedger(id) ? !isSupplied(id) : nil
    case .partial(let id): Knowledge.isLedger(id) ? isSupplied(id) && isPartial(id) : nil
    case .hasValue(let name): hasValue(name)
    case .lacksValue(let name): hasValue(name).map(!)
    case .compares(let name, let comparison, let number): compare(name, comparison, number)
    }
  }

  /// A file of the ledger was handed in, even one without rows: what it lacks is said in other words.
  private func isSupplied(_ id: String) -> Bool { summary.books.table(id) != nil }

  /// Some rows of the ledger are left out of its figures.
  private func isPartial(_ id: String) -> Bool {
    guard let table = summary.books.table(id) else { return false }
    return !table.rejected.isEmpty || !table.leftOut.isEmpty || table.rows.contains { $0.period == .undated }
  }

  private func hasValue(_ name: String) -> Bool? {
    if let text = setting(name) { return !text.isEmpty }
    if let figure = summary.figure(name) { return figure.exact != nil }
    return summary.breakdown(name).map { !$0.rows.isEmpty }
  }

  /// Compared exactly: a rate as hundredths of its fraction, money in yuan. A figure without a value satisfies nothing.
  private func compare(_ name: String, _ comparison: Comparison, _ number: Int) -> Bool? {
    guard let figure = summary.figure(name) else {
      return setting(name).map { Int($0.filter { $0 != "," }).map { comparison.holds($0, number) } ?? false }
    }
    guard let exact = figure.exact else { return false }
    let scale: Int128 = figure.figure.unit == .money ? Int128(Fixed.scale) : 1
    let factor: Int128 = figure.figure.unit == .percent ? 100 : 1
    return comparison.holds(exact.numerator * factor, Int128(number) * exact.denominator * scale)
  }

  // MARK: Blocks

  func blocks(for slot: Slot) -> [Block]? {
    switch slot.keyword {
    case "表": DataTables(summary: summary).blocks(slot.name, caption: slot.style)
    case "图": DataCharts(summary: summary).blocks(slot.name, caption: slot.style)
    case "文字": [passage(slot.name)].flatMap { $0 }
    case "清单": slot.name == "存在问题" ? ProblemList.blocks(summary) : missingLedgers(slot.name)
    case "附录": Appendices(summary: summary).blocks(slot.name)
    case "落款": signature
    default: nil
    }
  }

  /// What people wrote in 文字/, or the gap that asks for it.
  private func passage(_ name: String) -> [Block] {
    guard let text = summary.examination.passages[name] else { return [.gap(topic: name, file: "文字/\(name).md")] }
    return Passage.blocks(fromMarkdown: text)
  }

  /// `{{清单 缺台账 food_samples meal_companions}}`: one neutral line for ledgers that were not supplied or are not read yet.
  private func missingLedgers(_ words: String) -> [Block]? {
    let parts = words.split(separator: " ").map(String.init)
    guard parts.first == "缺台账", parts.count > 1 else { return nil }
    var absent: [String] = []
    var unread: [String] = []
    for id in parts.dropFirst() {
      guard let title = Knowledge.title(of: id) else { return nil }
      if isSupplied(id) { continue }
      let handedIn = summary.examination.inputs.contains { input in
        if case .unsupported(let name, _, _) = input.understanding { name == title } else { false }
      }
      if handedIn { unread.append(title) } else { absent.append(title) }
    }
    let sentences = [
      absent.isEmpty ? nil : "本学期未提供\(absent.joined(separator: "、"))。",
      unread.isEmpty ? nil : "已收到\(unread.joined(separator: "、"))，本版暂不统计。",
    ].compactMap { $0 }
    return sentences.isEmpty ? [] : [.notice([.text(sentences.joined())])]
  }

  private var signature: [Block] {
    let lines = [profile.schoolName ?? "【待填单位名称】", (profile.signedOn ?? scope.asOf).chinese]
    return [.signature(lines)]
  }

  var slotNames: [String] {
    Self.settingNames + summary.figures.map(\.figure.code) + summary.breakdowns.map(\.breakdown.code)
      + Catalog.listings.map(\.listing.id) + Knowledge.ids + ["落款", "存在问题", "统计口径", "校验发现", "数据来源"]
  }
}

/// The ledgers a template may ask for, read yet or not.
enum Knowledge {
  static let ids: [String] = (Catalog.ledgers + Catalog.settings).map(\.id) + Catalog.unsupported.compactMap(\.id)
  static func isLedger(_ id: String) -> Bool { ids.contains(id) }
  static func title(of id: String) -> String? {
    (Catalog.ledgers + Catalog.settings).first { $0.id == id }?.title ?? Catalog.unsupported.first { $0.id == id }?.title
  }
}

extension SchoolCalendar {
  func mealDays(until asOf: Day) -> Int { teaching.days.reduce(0) { $0 + ($1 <= asOf && isMealDay($1) ? 1 : 0) } }
  func schoolDays(until asOf: Day) -> Int {
    asOf < teaching.first ? 0 : schoolDays(in: DayRange(teaching.first, min(asOf, teaching.last)))
  }
}
