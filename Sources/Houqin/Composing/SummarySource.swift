import Documents
import LedgerKit
import Ledgers

/// Answers a template's slots from a summary: figures, tables, settings, passages.
struct SummarySource: TemplateSource {
  let summary: Summary
  /// Codes of the figures and tables the outline uses, for `{{附录 统计口径|文中}}`.
  var cited: Set<String> = []
  /// What is left out of the posted edition.
  var edition = Edition.archive
  private var profile: Profile { summary.books.scope.profile }
  private var scope: Scope { summary.books.scope }

  // MARK: Inline slots

  func value(of slot: Slot) -> SlotValue? {
    switch unmasked(slot) {
    case .text(let text)?: .text(PersonalData.masked(text))
    case .figure(let id, let text, let isZero)?: .figure(id: id, text: PersonalData.masked(text), isZero: isZero)
    case let other: other
    }
  }

  private func unmasked(_ slot: Slot) -> SlotValue? {
    if slot.keyword == "列表" { return list(slot) }
    guard slot.keyword == nil else { return nil }
    // Figures first: most slots are, and none is called as a setting.
    if let figure = summary.figure(slot.name) { return value(of: figure, style: slot.style) }
    return setting(slot.name).map { $0.isEmpty ? .absent("【待填\(slot.name)】") : .text($0) }
  }

  private func value(of value: FigureValue, style: String?) -> SlotValue? {
    guard let exact = value.exact else { return .absent("—") }
    let isZero = exact.numerator == 0
    switch style {
    case nil: return .figure(id: value.figure.code, text: value.inline, isZero: isZero)
    case "元", "万元":
      guard value.figure.unit == .money else { return nil }
      return .figure(id: value.figure.code, text: Self.money(exact, inTenThousands: style == "万元"), isZero: isZero)
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

  /// From ten thousand yuan on prose gives 万元 (domain §4.0): beside the exact sum, `96,462.00元（9.65万元）`, or alone, `9.65万元`, where
  /// appendix A and 指标.csv have the exact one. Smaller sums are always exact.
  private static func money(_ exact: Exact, inTenThousands: Bool) -> String {
    let yuan = exact.inline(in: .money) + "元"
    guard exact.numerator.magnitude >= Int128(Fixed.scale).magnitude * 10_000 else { return yuan }
    let rounded = Format.tenThousandYuan(exact.numerator) + "万元"
    return inTenThousands ? rounded : "\(yuan)（\(rounded)）"
  }

  /// `{{列表 ST-PUR-03|3 占比}}`: how many groups, and each one's share instead of its amount.
  private func list(_ slot: Slot) -> SlotValue? {
    guard let value = summary.breakdown(slot.name) else { return nil }
    let words = (slot.style ?? "").split(separator: " ").map(String.init)
    guard words.allSatisfy({ Int($0) ?? 0 > 0 || $0 == "占比" }) else { return nil }
    guard !value.rows.isEmpty else { return .absent("") }
    let limit = words.compactMap { Int($0) }.first ?? 6
    let text = words.contains("占比") ? value.shares(limit: limit) : value.inline(limit: limit)
    return .figure(id: value.breakdown.code, text: text, isZero: false)
  }

  /// Words from 设置.csv and the term itself; nil where the name is not one of them.
  private func setting(_ name: String) -> String? {
    switch name {
    case "单位名称": profile.schoolName ?? ""
    case "作者": profile.author ?? ""
    case "学期": scope.semester.title
    case "下学期": scope.semester.next.title
    case "学年": "\(scope.semester.startYear)—\(scope.semester.startYear + 1)学年"
    case "学期序": scope.semester.term == .first ? "第一学期" : "第二学期"
    case "统计截止日": scope.asOf.chinese
    case "统计起始日": scope.window.first.chinese
    case "全园或全校": profile.stage == .kindergarten ? "全园" : "全校"
    case "幼儿或学生": profile.stage == .kindergarten ? "幼儿" : "学生"
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
    "单位名称", "作者", "学期", "下学期", "学年", "学期序", "全园或全校", "幼儿或学生", "统计截止日", "统计起始日", "班级数", "幼儿数", "学生数", "教职工数", "大班数", "中班数", "小班数", "供餐天数",
    "教学日数",
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
    if let figure = summary.figure(name) { return figure.exact != nil }
    if let breakdown = summary.breakdown(name) { return !breakdown.rows.isEmpty }
    return setting(name).map { !$0.isEmpty }
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
    if slot.keyword == "文字" { return passage(slot) }
    return generated(slot).map { blocks in edition == .archive ? blocks.masked : posted(blocks, slot) }
  }

  private func generated(_ slot: Slot) -> [Block]? {
    switch slot.keyword {
    case "表": DataTables(summary: summary).blocks(slot.name, caption: slot.style)
    case "图": DataCharts(summary: summary).blocks(slot.name, caption: slot.style)
    case "清单": ListSlot(summary: summary).blocks(slot)
    case "附录": Appendices(summary: summary, cited: cited, edition: edition).blocks(slot)
    case "落款": signature
    default: nil
    }
  }

  private func posted(_ blocks: [Block], _ slot: Slot) -> [Block] {
    let redaction = Redaction(summary.books)
    let isDescription = slot.keyword == "表" || slot.name == "未完成隐患" || slot.name == "主要问题"
    let hidden = blocks.map { if case .table(let table) = $0 { Block.table(SmallGroups.hidden(table)) } else { $0 } }
    return hidden.mapTexts { PersonalText.masked(isDescription ? redaction.description($0) : redaction.text($0)) }
  }

  /// What people wrote in 文字/, or the gap that asks for it; `|可省` asks for nothing.
  private func passage(_ slot: Slot) -> [Block]? {
    guard slot.style == nil || slot.style == "可省" else { return nil }
    guard let text = summary.examination.passages[slot.name] else {
      return slot.style == nil ? [.gap(topic: slot.name, file: "文字/\(slot.name).md")] : []
    }
    return Passage.blocks(fromMarkdown: PersonalText.masked(text))
  }

  private var signature: [Block] {
    let lines = [profile.schoolName ?? "【待填单位名称】", (profile.signedOn ?? scope.asOf).chinese]
    return [.signature(lines)]
  }

  func names(after words: String?) -> [String] {
    switch words {
    case nil: Self.settingNames + summary.figures.map(\.figure.code)
    case "列表"?, "图"?: summary.breakdowns.map(\.breakdown.code)
    case "表"?: summary.breakdowns.map(\.breakdown.code) + Catalog.listings.map(\.listing.id)
    case "清单"?: ListSlot.names
    case "清单 缺台账"?: Knowledge.ids
    case "附录"?: Appendices.names
    case "有台账"?, "无台账"?, "部分"?: Knowledge.ids
    case "有值"?, "无值"?, "比较"?: Self.settingNames + summary.figures.map(\.figure.code) + summary.breakdowns.map(\.breakdown.code)
    default: []
    }
  }
}

/// The ledgers a template may ask for, read yet or not.
enum Knowledge {
  static let ids: [String] = (Catalog.ledgers + Catalog.settings).map(\.id) + Catalog.unsupported.compactMap(\.id)
  static func isLedger(_ id: String) -> Bool { ids.contains(id) }
  static func title(of id: String) -> String? { titles[id] }

  private static let titles: [String: String] = Dictionary(
    (Catalog.ledgers + Catalog.settings).map { ($0.id, $0.title) }
      + Catalog.unsupported.compactMap { other in other.id.map { ($0, other.title) } }, uniquingKeysWith: { first, _ in first })
}

extension SchoolCalendar {
  func mealDays(until asOf: Day) -> Int { teaching.days.reduce(0) { $0 + ($1 <= asOf && isMealDay($1) ? 1 : 0) } }
  func schoolDays(until asOf: Day) -> Int {
    asOf < teaching.first ? 0 : schoolDays(in: DayRange(teaching.first, min(asOf, teaching.last)))
  }
}
