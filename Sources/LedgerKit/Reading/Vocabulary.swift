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
  /// What 设置.csv must answer before a compact word is understood; nil for most words.
  static func question(_ word: String) -> Question?
}

extension Vocabulary {
  /// 无 may be a term; only what no term claims counts as empty.
  public static var hasNilWords: Bool { false }
  /// Only exact words, unless a vocabulary says more.
  public var contained: [String] { [] }
  /// The terms as reports print them, in the order of `cases`.
  public static var terms: [String] { cases.map(\.rawValue) }
  /// The contained parts, term by term in the order of `cases`.
  public static var phrases: [(term: Self, parts: [String])] { cases.map { ($0, $0.contained) } }
  /// Unknown words are unusable, unless a vocabulary says more.
  public static var fallback: Self? { nil }
  /// As reports print the term.
  public var title: String { rawValue }
  /// As reports print the term.
  public var plainText: String { rawValue }
  /// No word needs an answer, unless a vocabulary says more.
  public static func question(_ word: String) -> Question? { nil }

  /// Restores a term from its index in `cases`.
  @inlinable
  public init(stored: Int64, in lexicon: Lexicon) {
    let index = Int(stored)
    self = Self.cases[Self.cases.indices.contains(index) ? index : Self.cases.count - 1]
  }

  /// Classifies a cell once for each distinct text; an unknown word becomes `fallback` with a note (GEN-008).
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    context.recalling(cell) { text, context in classify(text, &context) }
  }

  /// The term a text means, if any.
  public static func term(for text: String) -> Self? {
    let word = Folding.compact(text).lowercased()
    if let exact = Synonyms.place(of: word, in: self) { return cases[exact] }
    return phrases.first { $0.parts.contains { word.holds($0) } }?.term
  }

  private static func classify(_ raw: String, _ context: inout ReadingContext) -> CellReading {
    let text = TickedChoice.words(of: raw, &context)
    if let question = question(Folding.compact(text)) { return answered(question, &context) }
    let bytes = Array(text.utf8)
    if let term = term(for: text), let index = cases.firstIndex(of: term) {
      // A word found in a longer text is a reading of it, which the list of repairs shows.
      if context.repair == nil, Synonyms.place(of: Folding.compact(text).lowercased(), in: Self.self) == nil { context.repair = .meaning }
      return .value(Int64(index))
    }
    if bytes.isEmpty || CellText.isNil(bytes.span) { return .empty }
    guard let fallback, let index = cases.firstIndex(of: fallback) else { return .unusable(.notInVocabulary(countedAs: "")) }
    return .noted(Int64(index), .notInVocabulary(countedAs: fallback.rawValue))
  }

  /// The term the settings choose; unusable where they do not.
  public static func answered(_ question: Question, _ context: inout ReadingContext) -> CellReading {
    guard let answer = context.frame.answer(question), let term = term(for: answer), let index = cases.firstIndex(of: term) else {
      return .unusable(.undecided(question))
    }
    context.repair = .answered
    return .value(Int64(index))
  }
}

extension ReadingContext {
  /// Reads each distinct text once and remembers the reading with its repair.
  public mutating func recalling(_ cell: Span<UInt8>, _ read: (String, inout ReadingContext) -> CellReading) -> CellReading {
    let id = lexicon.intern(cell)
    return recalled(id) ?? remembering(read(cell.text, &self), of: id)
  }

  /// What a text of the lexicon was read as before.
  mutating func recalled(_ id: Int32) -> CellReading? {
    textID = id
    guard let known = memo[id] else { return nil }
    if !repairs.isEmpty { repair = repairs[id] }
    return known
  }

  /// Remembers what a text was read as.
  mutating func remembering(_ reading: CellReading, of id: Int32) -> CellReading {
    memo[id] = reading
    if let repair { repairs[id] = repair }
    return reading
  }
}

/// One of several alternatives ticked in a cell: □是 ☑否, 合格☑ 不合格□; domain §5.1, 23.
public enum TickedChoice {
  /// The words of the ticked alternative; empty where none is ticked, the text itself where it offers no choice.
  public static func words(of text: String, _ context: inout ReadingContext) -> String {
    guard let choice = choice(in: text) else { return text }
    context.repair = .ticked
    return choice
  }

  static func choice(in text: String) -> String? {
    guard text.unicodeScalars.contains(where: { "□☐☑✓✔√■".unicodeScalars.contains($0) }) else { return nil }
    let compact = Folding.compact(text)
    let isMark = { (c: Character) in "□☐☑✓✔√■".contains(c) }
    guard compact.contains(where: { "□☐".contains($0) }), compact.contains(where: { !isMark($0) }) else { return nil }
    let leads = compact.first.map(isMark) ?? false
    var ticked: [String] = []
    var words = ""
    var mark: Character?
    func close() { if let mark, "☑✓✔√■".contains(mark), !words.isEmpty { ticked.append(words) } }
    for c in compact {
      guard isMark(c) else {
        words.append(c)
        continue
      }
      if leads { close() }
      mark = c
      if !leads { close() }
      words = ""
    }
    if leads { close() }
    return ticked.count <= 1 ? ticked.first ?? "" : nil
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

  /// Restores a term from its index, as rules of another module do row by row: `cases` would be retained there for each cell.
  @inlinable
  public init(stored: Int64, in lexicon: Lexicon) { self = stored == 0 ? .yes : .no }

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

  /// Restores a term from its index; see `Tick`.
  @inlinable
  public init(stored: Int64, in lexicon: Lexicon) { self = stored == 0 ? .seen : .missing }

  /// Words that only say whether it was there.
  public var synonyms: [String] {
    switch self {
    case .seen: ["√", "✓", "v", "有", "是", "已索", "合格", "齐", "全", "y", "1"]
    case .missing: ["×", "x", "✗", "无", "没有", "否", "未索", "未提供", "缺失", "不齐", "不全", "n", "0", "□", "☐", "待补", "未带"]
    }
  }

  /// Never asked: any other text names the document.
  public static var fallback: Voucher? { nil }

  /// Any text not claimed by 缺 or a word for nothing is `seen`.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    context.recalling(cell) { raw, context in
      let text = TickedChoice.words(of: raw, &context)
      if let term = term(for: text) { return .value(term == .seen ? 0 : 1) }
      let bytes = Array(text.utf8)
      return bytes.isEmpty || CellText.isNil(bytes.span) ? .empty : .value(0)
    }
  }
}
