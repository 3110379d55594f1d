import Synchronization

/// A closed list of terms a column may hold, each with the words people write for it.
public protocol Vocabulary: CellValue, CaseIterable, RawRepresentable, Hashable where RawValue == String, AllCases == [Self] {
  /// All cases, kept: `allCases` makes a new array each time, and every cell that is read asks.
  static var cases: [Self] { get }
  /// Words that mean the term, compared compact; the raw value is always one.
  var synonyms: [String] { get }
  /// Parts of a longer text that mean the term.
  var contained: [String] { get }
  /// The same for all terms, in the order they are tried after all exact words; by default the order of the cases.
  static var phrases: [(term: Self, parts: [String])] { get }
  /// What an unknown word is counted as (GEN-008); nil leaves the cell unusable.
  static var fallback: Self? { get }
}

extension Vocabulary {
  /// 无 may be a term; only what no term claims counts as empty.
  public static var hasNilWords: Bool { false }
  /// Only exact words, unless a vocabulary says more.
  public var contained: [String] { [] }
  /// The contained parts, term by term in the order of `cases`.
  public static var phrases: [(term: Self, parts: [String])] { cases.map { ($0, $0.contained) } }
  /// Unknown words are unusable, unless a vocabulary says more.
  public static var fallback: Self? { nil }
  /// As reports print the term.
  public var title: String { rawValue }

  /// Restores a term from its index in `cases`.
  public init(stored: Int64, in lexicon: Lexicon) {
    let index = Int(stored)
    self = Self.cases[Self.cases.indices.contains(index) ? index : Self.cases.count - 1]
  }

  /// Classifies a cell once for each distinct text; an unknown word becomes `fallback` with a note (GEN-008).
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    let id = context.lexicon.intern(cell)
    if let known = context.memo[id] { return known }
    let reading = classify(cell.text)
    context.memo[id] = reading
    return reading
  }

  /// The term a text means, if any.
  public static func term(for text: String) -> Self? {
    let word = Folding.compact(text).lowercased()
    if let exact = Synonyms.place(of: word, in: self) { return cases[exact] }
    return phrases.first { $0.parts.contains { word.contains($0) } }?.term
  }

  private static func classify(_ text: String) -> CellReading {
    let bytes = Array(text.utf8)
    if let term = term(for: text), let index = cases.firstIndex(of: term) { return .value(Int64(index)) }
    if CellText.isNil(bytes.span) { return .empty }
    guard let fallback, let index = cases.firstIndex(of: fallback) else { return .unusable(.notInVocabulary(countedAs: "")) }
    return .noted(Int64(index), .notInVocabulary(countedAs: fallback.rawValue))
  }
}

/// The words of every vocabulary, folded once.
private enum Synonyms {
  private static let tables = Mutex<[ObjectIdentifier: [String: Int]]>([:])

  static func place<V: Vocabulary>(of word: String, in vocabulary: V.Type) -> Int? {
    tables.withLock { tables in
      let key = ObjectIdentifier(vocabulary)
      if let known = tables[key] { return known[word] }
      var table: [String: Int] = [:]
      for (i, term) in V.cases.enumerated() {
        for synonym in [term.rawValue] + term.synonyms {
          let folded = Folding.compact(synonym).lowercased()
          if table[folded] == nil { table[folded] = i }
        }
      }
      tables[key] = table
      return table[word]
    }
  }
}

/// Yes or no, as ticks and words say it; domain §5.1, 21–23.
public enum Tick: String, Vocabulary {
  /// A cell stores its index here.
  public static let cases = allCases
  case yes = "是"
  case no = "否"

  /// Ticks, words and digits for either.
  public var synonyms: [String] {
    switch self {
    case .yes: ["√", "✓", "✔", "v", "☑", "■", "●", "1", "有", "y", "yes", "已", "齐全", "合格", "完成", "已完成"]
    case .no: ["×", "x", "✗", "✘", "☐", "□", "没有", "n", "no", "0", "无", "未"]
    }
  }
}

/// Whether a certificate or licence was seen. Any text that is not a word for "no" names the document and counts as seen.
public enum Voucher: String, Vocabulary {
  /// A cell stores its index here.
  public static let cases = allCases
  case seen = "齐全"
  case missing = "缺"

  /// Words that only say whether it was there.
  public var synonyms: [String] {
    switch self {
    case .seen: ["√", "✓", "v", "有", "是", "已索", "合格", "齐", "全", "y", "1"]
    case .missing: ["×", "x", "✗", "无", "没有", "否", "未索", "未提供", "缺失", "不齐", "不全", "n", "0", "□", "待补", "未带"]
    }
  }

  /// Never asked: any other text names the document.
  public static var fallback: Voucher? { nil }

  /// Any text not claimed by 缺 or a word for nothing is `seen`.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    let text = cell.text
    if let term = term(for: text) { return .value(term == .seen ? 0 : 1) }
    return CellText.isNil(cell) ? .empty : .value(0)
  }
}
