/// Why a source does not know a slot or condition, and what was probably meant.
struct Misnamed<Source: TemplateSource> {
  let source: Source

  /// What is wrong with a slot.
  func reason(for slot: Slot) -> TemplateError.Reason {
    let keywords = Slot.blockKeywords + Slot.inlineKeywords
    guard let keyword = slot.keyword else { return reason(alone: slot.name, keywords + Template.lineWords) }
    guard keywords.contains(keyword) else { return .unknownKeyword(nearest: nearest(toKeyword: keyword, slot, keywords + ["当"])) }
    guard let wrong = wrongWord(slot) else { return .unusableForm }
    let others = usableForms(of: slot.name)
    if !others.isEmpty { return .otherKeyword(usable: others) }
    return .unknownName(nearest: wrong.nearest.map { Slot(keyword: keyword, name: $0, style: slot.style).written })
  }

  /// What is wrong with a condition: its name.
  func reason(for condition: Condition) -> TemplateError.Reason {
    .unknownName(nearest: NearestName.nearest(to: condition.name, among: source.names(after: condition.word)))
  }

  /// A name that stands alone: a keyword that lacks its name, a name that needs a keyword, a slip of either.
  private func reason(alone name: String, _ keywords: [String]) -> TemplateError.Reason {
    let names = source.names(after: nil)
    if names.contains(name) { return .unusableForm }
    if keywords.contains(name) { return .missingName }
    let others = usableForms(of: name)
    if !others.isEmpty { return .otherKeyword(usable: others) }
    if let joined = keywords.first(where: { name.count > $0.count && name.hasPrefix($0) }), joined.count > 1 || joined == "当" {
      return .unknownKeyword(nearest: Self.apart(joined, name))
    }
    let written = { (word: String) in "{{" + word + "}}" }
    let lines = ["否则", "提示", "题", "落款", "无数据时隐藏"]
    return .unknownName(nearest: NearestName.nearest(to: name, among: names + lines).map(written))
  }

  /// `列 X`, `表格 X`, `当有台账 X`: the keyword that fits the name and is near, one that is near, one it begins with, one that fits.
  private func nearest(toKeyword keyword: String, _ slot: Slot, _ keywords: [String]) -> String? {
    let fitting = keywords.filter { source.names(after: $0).contains(slot.name) }
    let near = NearestName.nearest(to: keyword, among: fitting) ?? NearestName.nearest(to: keyword, among: keywords)
    if near == nil, let joined = keywords.first(where: { keyword.count > $0.count && keyword.hasPrefix($0) }) {
      return Self.apart(joined, keyword + " " + slot.name)
    }
    return (near ?? fitting.first).map { Slot(keyword: $0, name: slot.name, style: slot.style).written }
  }

  /// `当有台账 X`, `清单：X` with a blank after the keyword.
  private static func apart(_ keyword: String, _ written: String) -> String {
    "{{" + keyword + " " + written.dropFirst(keyword.count).drop { "：:，, ".contains($0) } + "}}"
  }

  /// The other ways in which a name may be written.
  private func usableForms(of name: String) -> [String] {
    let keywords: [String?] = [nil] + Slot.blockKeywords + Slot.inlineKeywords
    return keywords.filter { source.names(after: $0).contains(name) }.map { Slot(keyword: $0, name: name).written }
  }

  /// The whole name with a wrong word put right, if something is near.
  private struct Wrong {
    let nearest: String?
  }

  /// Whether some word of the slot's name is unknown.
  private func wrongWord(_ slot: Slot) -> Wrong? {
    var before = slot.keyword ?? ""
    var words = slot.name.split(separator: " ").map(String.init)
    for i in words.indices {
      let names = source.names(after: before)
      // 文字 takes any name.
      if names.isEmpty { return nil }
      var parts = words[i].split(separator: "+").map(String.init)
      if let wrong = parts.firstIndex(where: { !names.contains($0) }) {
        guard let near = NearestName.nearest(to: parts[wrong], among: names) else { return Wrong(nearest: nil) }
        parts[wrong] = near
        words[i] = parts.joined(separator: "+")
        return Wrong(nearest: words.joined(separator: " "))
      }
      // A first word opens its own names (清单 缺台账 …); what follows is a list of them.
      if i == 0 { before += " " + words[i] }
    }
    return nil
  }
}

extension Condition {
  /// The word before its name; 比较 where there is none.
  var word: String {
    switch self {
    case .supplied: "有台账"
    case .missing: "无台账"
    case .partial: "部分"
    case .hasValue: "有值"
    case .lacksValue: "无值"
    case .compares: "比较"
    }
  }
}
