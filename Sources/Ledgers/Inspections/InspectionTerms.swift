import LedgerKit

/// The kinds of inspection of domain §1.1.
public enum InspectionKind: String, Vocabulary {
  /// In the order `contained` is tried; 其他检查 last.
  public static let cases = allCases
  case daily = "日常检查", weekly = "周排查", monthly = "月检查", special = "专项检查", beforeHoliday = "节前检查"
  case opening = "开学检查", closing = "期末检查", superior = "上级检查", classroom = "班级自查", hunt = "安全找茬", parents = "家长巡视"
  case other = "其他检查"

  /// Whole cells that mean the kind.
  public var synonyms: [String] {
    switch self {
    case .daily: ["日巡查", "日常", "每日检查", "日检查", "日常巡查", "日查", "巡查"]
    case .weekly: ["周检查", "每周检查", "周查"]
    case .monthly: ["月度检查", "月重点排查", "每月检查", "月查", "月排查", "月度", "例行检查"]
    case .special: ["专项排查", "专项"]
    case .beforeHoliday: ["节前", "节前安全检查", "节日检查"]
    case .opening: ["期初检查", "开学前检查"]
    case .closing: ["放假前检查", "学期末检查", "离园前检查"]
    case .superior: ["督查", "上级督查", "上级督导", "督导检查"]
    case .classroom: ["自查", "班级检查"]
    case .hunt: ["安全放找茬", "找茬"]
    case .parents: ["家长检查", "家长参与检查"]
    case .other: ["其他", "其它", "临时检查"]
    }
  }

  /// Parts of a longer text: 三月份月检查.
  public var contained: [String] {
    switch self {
    case .daily: ["日常", "日巡", "每日"]
    case .weekly: ["周排查", "周检查", "每周"]
    case .monthly: ["月检查", "月度", "每月", "月排查", "月重点"]
    case .special: ["专项"]
    case .beforeHoliday: ["节前"]
    case .opening: ["开学", "期初"]
    case .closing: ["期末", "放假前", "假前"]
    case .superior: ["上级", "督查", "督导"]
    case .classroom: ["班级自查"]
    case .hunt: ["找茬"]
    case .parents: ["家长"]
    case .other: []
    }
  }

  /// An unknown kind is an inspection all the same, counted as 其他检查 (GEN-008).
  public static var fallback: InspectionKind? { .other }
}

/// A kind of inspection together with the topic written behind it: 专项检查（燃气）.
public struct InspectionType: CellValue {
  /// Without its topic.
  public let kind: InspectionKind
  /// Number of the topic's text; 0 where none is written.
  public let topic: Int32
  /// As the kinds: only what no kind claims counts as empty.
  public static let hasNilWords = false

  /// Restores kind and topic from one number: the kind in the low byte, the topic's number above it.
  public init(stored: Int64, in lexicon: Lexicon) {
    kind = InspectionKind(stored: stored & 0xFF, in: lexicon)
    topic = Self.topicID(ofStored: stored)
  }

  /// The kind's and the topic's.
  public static var renumbered: ((Int64, [Int32]) -> Int64)? { { $0 & 0xFF | Int64($1[Int($0 >> 8)]) << 8 } }

  /// The place of the kind among all kinds, without the topic.
  static func kindNumber(ofStored stored: Int64) -> Int32 { Int32(truncatingIfNeeded: stored & 0xFF) }

  /// The number of the topic's text; 0 where none is written.
  static func topicID(ofStored stored: Int64) -> Int32 { Int32(truncatingIfNeeded: stored >> 8) }

  /// Those of the kind; the topic may stand behind it.
  public static var terms: [String] { InspectionKind.terms }

  /// The kind; its topic is a part of the text as typed.
  public var plainText: String { kind.rawValue }

  /// Reads 专项检查（燃气） and 消防专项检查 as kind and topic; an unknown kind is noted (GEN-008).
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    let reading = InspectionKind.read(cell, &context)
    let topic = topic(in: Folding.compact(cell.text)).map(context.lexicon.intern) ?? 0
    // The topic is kept beside the kind: nothing of the text is lost.
    if topic != 0 { context.repair = nil }
    switch reading {
    case .value(let v): return .value(v | Int64(topic) << 8)
    case .noted(let v, let trouble): return .noted(v | Int64(topic) << 8, trouble)
    default: return reading
    }
  }

  /// What stands in brackets, or before 专项: 消防专项检查.
  private static func topic(in text: String) -> String? {
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      return String(text[text.index(after: open)..<close])
    }
    guard let range = text.firstRange(of: "专项"), range.lowerBound > text.startIndex else { return nil }
    return String(text[..<range.lowerBound])
  }
}

/// What an inspection concluded of a place or item.
public enum InspectionResult: String, Vocabulary {
  /// A cell stores its index here.
  public static let cases = allCases
  case problem = "存在隐患"
  case notInspected = "未检"
  case clean = "正常"

  /// Whole cells that mean the result.
  public var synonyms: [String] {
    switch self {
    case .problem: ["不合格", "×", "x", "需整改", "有隐患", "有问题", "异常", "存在问题", "发现隐患", "限期整改", "不正常"]
    case .notInspected: ["未检查", "未查", "缺检"]
    case .clean: ["合格", "良好", "无隐患", "√", "✓", "v", "完好", "无异常", "符合", "优", "良", "安全", "基本正常", "基本合格", "基本完好", "较好", "无问题", "未发现隐患"]
    }
  }

  /// 正常，但… is a problem; a denied problem is none.
  public static let phrases: [(term: InspectionResult, parts: [String])] = [
    (.problem, ["正常,但", "正常但", "合格,但", "合格但", "良好,但", "良好但", "完好,但", "除", "个别", "不合格", "不正常", "不符合", "需整改"]),
    (.clean, ["不存在", "未发现", "没有发现", "未见", "没有隐患", "没有问题", "无隐患", "无异常", "无问题", "无损坏", "无明显", "无缺损"]),
    (.problem, ["存在", "不足", "损坏", "破损", "缺失", "松动", "老化", "失效", "有隐患", "有问题"]), (.clean, ["正常", "良好", "完好", "合格"]),
  ]

  /// 一般 may be either.
  public static func question(_ word: String) -> Question? { word == "一般" ? .fair : nil }

  /// Yes and no mean the opposite under 有无隐患 and under 是否合格; what a tick means under a header that asks for trouble only the
  /// settings tell (domain §5.1, 24).
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    context.recalling(cell) { text, context in classify(text, &context) }
  }

  private static func classify(_ raw: String, _ context: inout ReadingContext) -> CellReading {
    let header = context.header
    let asksForTrouble = header.holds("隐患") || header.holds("问题")
    let text = TickedChoice.words(of: raw, &context)
    let word = Folding.compact(text)
    let isTick = ["√", "✓", "✔", "v", "V", "☑", "●", "■"].contains(word)
    if isTick, asksForTrouble || context.frame.answer(.tick) != nil { return answered(.tick, &context) }
    if let question = question(word) { return answered(question, &context) }
    if let tick = Tick.term(for: text), ["是", "否", "有", "无", "没有"].contains(word) || asksForTrouble {
      return stored((tick == .yes) == asksForTrouble ? .problem : .clean)
    }
    if isTick || ["基本正常", "基本合格", "基本完好", "较好"].contains(word) { context.repair = context.repair ?? .meaning }
    if let term = term(for: text) { return term == .problem && hasReservation(word) ? .noted(0, .reservation) : stored(term) }
    return word.isEmpty || ["/", "—", "-", "--"].contains(word) ? .empty : .unusable(.notInVocabulary(countedAs: ""))
  }

  /// 正常，但灭火器压力偏低; 除…外正常; 个别…: a clean word with a reservation (domain §5.1, 98).
  static func hasReservation(_ word: String) -> Bool {
    ["正常", "良好", "合格", "完好"].contains(where: word.holds) && ["但", "除", "个别"].contains(where: word.holds)
  }

  private static func stored(_ term: InspectionResult) -> CellReading { .value(Int64(cases.firstIndex(of: term) ?? 0)) }
}
