/// The lexicon behind a cell's value, which its table keeps. Rules on every core ask it row by row; if they counted that they hold it, each
/// would wait for the others.
@usableFromInline
struct LexiconReference: Equatable, Sendable {
  private let address: Unmanaged<Lexicon>

  @usableFromInline
  init(_ lexicon: Lexicon) { address = .passUnretained(lexicon) }

  /// The answer to a question.
  @inline(__always)
  func ask<Answer>(_ question: (Lexicon) -> Answer) -> Answer { address._withUnsafeGuaranteedRef(question) }

  @usableFromInline
  static func == (a: Self, b: Self) -> Bool { a.address.toOpaque() == b.address.toOpaque() }
}

/// A text, known by its number in the lexicon.
public struct Text: CellValue, Hashable {
  /// Equal texts of one ledger, and of ledgers whose rows may belong to each other, have equal numbers.
  public let id: Int32
  /// Not counted, like the table of a row: it must not outlive its table.
  @usableFromInline let lexicon: LexiconReference

  /// Restores a text from its number.
  @inlinable
  public init(stored: Int64, in lexicon: Lexicon) {
    id = Int32(truncatingIfNeeded: stored)
    self.lexicon = LexiconReference(lexicon)
  }

  /// The text's.
  public static var renumbered: ((Int64, [Int32]) -> Int64)? { { Int64($1[Int($0)]) } }

  /// As typed, without blanks at its ends.
  public var string: String { lexicon.ask { $0.string(id) } }

  /// As typed.
  public var plainText: String { string }

  /// Takes any text, trimmed but not folded.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    let id = context.lexicon.intern(cell)
    context.textID = id
    return .value(Int64(id))
  }

  /// Texts of ledgers that have nothing to do with each other are compared by their bytes.
  @inlinable
  public static func == (a: Text, b: Text) -> Bool { a.lexicon == b.lexicon ? a.id == b.id : a.string == b.string }
  public func hash(into hasher: inout Hasher) { hasher.combine(lexicon.ask { $0.hash(of: id) }) }
}

/// The people named in one cell, as a set: 王某、李某 and 李某 王某 are the same.
public struct Persons: CellValue {
  /// Number of the names, sorted and joined with 、: equal for equal sets.
  public let id: Int32
  /// Not counted, like the table of a row: it must not outlive its table.
  @usableFromInline let lexicon: LexiconReference

  /// Restores a set from its number.
  @inlinable
  public init(stored: Int64, in lexicon: Lexicon) {
    id = Int32(truncatingIfNeeded: stored)
    self.lexicon = LexiconReference(lexicon)
  }

  /// The set's.
  public static var renumbered: ((Int64, [Int32]) -> Int64)? { { Int64($1[Int($0)]) } }

  /// The numbers of the names, each once.
  public var names: Names { Names(persons: self, endIndex: count) }
  /// Different names, groups and posts included.
  public var count: Int { lexicon.ask { $0.countOfNames(in: id) } }
  /// The names, sorted and joined with 、.
  public var text: String { lexicon.ask { $0.string(id) } }
  /// One text a name, sorted.
  public var strings: [String] { names.map { name in lexicon.ask { $0.string(name) } } }

  /// The people among them: groups and posts (后勤处, 安全领导小组) are nobody in particular.
  public var individuals: [String] { lexicon.ask { lexicon in names.filter { !lexicon.isGroup($0) }.map(lexicon.string) } }

  /// The people both cells name; groups and posts (后勤处, 安全领导小组) are nobody in particular and never count.
  public func shared(with other: Persons?) -> [String] {
    guard let other else { return [] }
    // Most cells name one person, and then the number of the names is that of the name.
    if id != other.id, count == 1, other.count == 1 { return [] }
    return lexicon.ask { $0.shared(id, other.id).map($0.string) }
  }

  /// The numbers of a set's names, where they lie.
  public struct Names: RandomAccessCollection {
    let persons: Persons
    public let endIndex: Int

    public var startIndex: Int { 0 }
    public subscript(place: Int) -> Int32 { persons.lexicon.ask { $0.name(place, in: persons.id) } }
  }

  /// The names, sorted.
  public var plainText: String { text }

  /// Splits at 、, commas, slashes, blanks and 和; ticks are nobody (GEN-023), of a proxy the signer counts; domain §5.1, 54–56.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    let id = context.lexicon.intern(cell)
    guard let set = cell.withUnsafeBytes(context.lexicon.plainPeople) else {
      return context.recalled(id) ?? context.remembering(people(in: cell, &context), of: id)
    }
    context.textID = id
    if context.lexicon.haveGroups(set) { context.repair = .meaning }
    return .value(Int64(set))
  }

  private static func people(in cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    let (names, trouble) = PersonsReader.people(in: cell.text)
    let set = context.lexicon.intern(names.joined(separator: "、"))
    let numbers = names.map(context.lexicon.intern)
    context.lexicon.remember(names: numbers, in: set)
    if numbers.contains(where: context.lexicon.isGroup) { context.repair = .meaning }
    let value = names.isEmpty ? CellMark.empty : Int64(set)
    return trouble.map { .noted(value, $0) } ?? (names.isEmpty ? .empty : .value(value))
  }
}

/// Splits a cell of persons; domain §5.1, 54–56.
enum PersonsReader {
  static func names(in raw: String) -> [String] { people(in: raw).names }

  /// The names, sorted, and what is odd about them.
  static func people(in raw: String) -> (names: [String], trouble: CellTrouble?) {
    let text = Folding.trimmed(raw)
    var names: [String] = []
    var trouble: CellTrouble?
    for part in text.split(whereSeparator: { $0.isNewline || "、,，;；/|".contains($0) }) {
      for word in split(blanks: String(part)) {
        if isNoName(word) {
          trouble = trouble ?? .notAName
          continue
        }
        let (name, isProxy) = signer(word)
        if isProxy { trouble = .proxy }
        if let name, !names.contains(name) { names.append(name) }
      }
    }
    return (names.sorted(), trouble == .notAName && !names.isEmpty ? nil : trouble)
  }

  /// A tick, or words that a signature is elsewhere.
  private static func isNoName(_ word: String) -> Bool {
    ["√", "✓", "✔", "☑", "v", "V", "是", "有", "已签", "已签字", "已签名", "签字", "见纸质", "见原件", "见纸质版", "已确认"].contains(word)
  }

  /// 王建国(代), 王建国代李明, 王建国代签: who signed. 代签 alone names nobody.
  private static func signer(_ word: String) -> (name: String?, isProxy: Bool) {
    if word == "代签" || word == "代" { return (nil, true) }
    for ending in ["(代)", "(代签)", "代签"] where word.hasSuffix(ending) { return (String(word.dropLast(ending.count)), true) }
    if let middle = word.firstIndex(of: "代") {
      let (signer, absent) = (word[..<middle], word[word.index(after: middle)...])
      if (2...4).contains(signer.count), (2...4).contains(absent.count) { return (String(signer), true) }
    }
    return (word, false)
  }

  private static let groups: WordList = ["小组", "领导", "全体", "行政", "部门", "班主任", "委员会", "后勤处", "总务处", "办公室", "各班"]
  private static let posts: WordList = ["处", "组", "部", "科", "室", "队", "主任", "园长", "校长", "处长", "科长", "书记"]

  /// A post or a group of people rather than a person.
  static func isGroup(_ name: UnsafeRawBufferPointer) -> Bool {
    groups.isIn(name) || posts.ends(name)
  }

  /// Blanks separate names, but not the two characters of one name (`王 某`).
  private static func split(blanks part: String) -> [String] {
    let words = part.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
    if words.count == 2, words.allSatisfy({ $0.count == 1 }) { return [words.joined()] }
    return words.flatMap { word -> [String] in
      let pair = word.split(separator: "和").map(String.init)
      return pair.count == 2 && pair.allSatisfy({ (2...4).contains($0.count) }) ? pair : [word]
    }.filter { $0 != "无" && ($0.contains(where: \.isLetter) || isNoName($0)) }
  }
}
