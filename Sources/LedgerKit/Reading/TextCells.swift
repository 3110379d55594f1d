/// A text, known by its number in the lexicon.
public struct Text: CellValue, Hashable {
  /// Equal texts of one run have equal numbers.
  public let id: Int32
  private let lexicon: Lexicon

  /// Restores a text from its number.
  public init(stored: Int64, in lexicon: Lexicon) {
    id = Int32(truncatingIfNeeded: stored)
    self.lexicon = lexicon
  }

  /// As typed, without blanks at its ends.
  public var string: String { lexicon.string(id) }

  /// Takes any text, trimmed but not folded.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    .value(Int64(context.lexicon.intern(cell)))
  }

  public static func == (a: Text, b: Text) -> Bool { a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The people named in one cell, as a set: 王某、李某 and 李某 王某 are the same.
public struct Persons: CellValue {
  /// Number of the names, sorted and joined with 、: equal for equal sets.
  public let id: Int32
  private let lexicon: Lexicon

  /// Restores a set from its number.
  public init(stored: Int64, in lexicon: Lexicon) {
    id = Int32(truncatingIfNeeded: stored)
    self.lexicon = lexicon
  }

  /// The numbers of the names, each once.
  public var names: [Int32] { lexicon.names(in: id) }
  /// Different names, groups and posts included.
  public var count: Int { names.count }
  /// The names, sorted and joined with 、.
  public var text: String { lexicon.string(id) }
  /// One text a name, sorted.
  public var strings: [String] { names.map(lexicon.string) }

  /// The people both cells name; groups and posts (后勤处, 安全领导小组) are nobody in particular and never count.
  public func shared(with other: Persons) -> [String] {
    let theirs = other.names
    return names.filter { theirs.contains($0) }.map(lexicon.string).filter { !PersonsReader.isGroup($0) }
  }

  /// Splits at 、, commas, slashes, blanks and 和; ticks are nobody; domain §5.1, 54–55.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    let id = context.lexicon.intern(cell)
    if let known = context.memo[id] { return known }
    let names = PersonsReader.names(in: cell.text).sorted()
    let set = context.lexicon.intern(names.joined(separator: "、"))
    context.lexicon.remember(names: names.map(context.lexicon.intern), in: set)
    let reading: CellReading = names.isEmpty ? .empty : .value(Int64(set))
    context.memo[id] = reading
    return reading
  }
}

/// Splits a cell of persons; domain §5.1, 54–55.
enum PersonsReader {
  static func names(in raw: String) -> [String] {
    let text = Folding.trimmed(raw)
    var result: [String] = []
    for part in text.split(whereSeparator: { $0.isNewline || "、,，;；/|".contains($0) }) {
      for name in split(blanks: String(part)) where !result.contains(name) { result.append(name) }
    }
    return result
  }

  /// A post or a group of people rather than a person.
  static func isGroup(_ name: String) -> Bool {
    ["小组", "领导", "全体", "行政", "部门", "班主任", "委员会", "后勤处", "总务处", "办公室", "各班"].contains(where: name.contains)
      || ["处", "组", "部", "科", "室", "队", "主任", "园长", "校长", "处长", "科长", "书记"].contains(where: name.hasSuffix)
  }

  /// Blanks separate names, but not the two characters of one name (`王 某`).
  private static func split(blanks part: String) -> [String] {
    let words = part.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
    if words.count == 2, words.allSatisfy({ $0.count == 1 }) { return [words.joined()] }
    return words.flatMap { word -> [String] in
      let pair = word.split(separator: "和").map(String.init)
      return pair.count == 2 && pair.allSatisfy({ (2...4).contains($0.count) }) ? pair : [word]
    }.filter { !["无", "√", "✓"].contains($0) && $0.contains(where: \.isLetter) }
  }
}
