/// Every distinct cell text of a family of ledgers once, known by a small number. A term's ledgers repeat a few thousand texts, so comparing, grouping and
/// classifying texts is done on numbers, and strings are made only for what is printed.
///
/// Filled while sheets are read, never changed afterwards. No method calls back while it changes something, so the arrays need no
/// exclusivity checks.
public final class Lexicon: @unchecked Sendable {
  @exclusivity(unchecked) private var arena: [UInt8] = []
  @exclusivity(unchecked) private var ends: [UInt32] = [0]
  @exclusivity(unchecked) private var hashes: [UInt32] = [0]
  /// Open addressing; 0 marks a free place (the empty text, number 0, is never looked up here).
  @exclusivity(unchecked) private var places: [Int32] = Array(repeating: 0, count: 1024)
  /// The names of all sets of persons, set after set; where those of each set begin, by its number; and whether each name is a post or a
  /// group. Rules ask row by row, on every core: arrays of arrays would be counted by all of them at once.
  @exclusivity(unchecked) private var members: [Int32] = []
  @exclusivity(unchecked) private var sets: [(start: Int32, count: Int32)] = []
  @exclusivity(unchecked) private var names: [NameKind] = []
  private var lists: [Int32: Problems] = [:]
  private let words = WordMemory()
  /// What is odd about each text, found when it is first asked for; `TextMarks.unknown` before.
  @exclusivity(unchecked) private var marks: [TextMarks] = [[]]

  /// Creates a lexicon that holds the empty text only.
  public init() {}

  /// How many distinct texts there are, the empty text included.
  public var count: Int { ends.count }

  /// The number of a text; the empty text is 0.
  public func intern(_ text: Span<UInt8>) -> Int32 {
    text.withUnsafeBufferPointer { intern(UnsafeRawBufferPointer($0)) }
  }

  /// The number of a text; the empty text is 0.
  func intern(_ text: UnsafeRawBufferPointer) -> Int32 {
    if text.isEmpty { return 0 }
    let hash = Self.hash(of: text)
    return number(of: text, hash) ?? add(text, hash)
  }

  /// The number of a part of the texts that are held, which is not empty.
  private func intern(_ part: Range<Int>) -> Int32 {
    let (hash, known) = arena.withUnsafeBytes { arena in
      let text = UnsafeRawBufferPointer(rebasing: arena[part])
      let hash = Self.hash(of: text)
      return (hash, number(of: text, hash))
    }
    // A copy, for what grows must not be read.
    return known ?? Array(arena[part]).withUnsafeBytes { add($0, hash) }
  }

  @inline(__always)
  private static func hash(of text: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(truncatingIfNeeded: CellBytes.hash(text, 0..<text.count))
  }

  /// The number of a text that is held.
  @inline(__always)
  private func number(of text: UnsafeRawBufferPointer, _ hash: UInt32) -> Int32? {
    var place = Int(hash) & (places.count - 1)
    while places[place] != 0 {
      let id = places[place]
      if hashes[Int(id)] == hash, equals(id, text) { return id }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  private func add(_ text: UnsafeRawBufferPointer, _ hash: UInt32) -> Int32 {
    if ends.count * 2 > places.count { grow() }
    var place = Int(hash) & (places.count - 1)
    while places[place] != 0 { place = (place + 1) & (places.count - 1) }
    let id = Int32(ends.count)
    arena.append(contentsOf: text)
    ends.append(UInt32(arena.count))
    hashes.append(hash)
    marks.append(.unknown)
    places[place] = id
    return id
  }

  /// The number of a text; for the slow paths.
  public func intern(_ text: String) -> Int32 {
    let bytes = Array(text.utf8)
    return intern(bytes.span)
  }

  /// The text of a number; empty for 0 and below.
  public func string(_ id: Int32) -> String {
    guard id > 0 else { return "" }
    return String(decoding: arena[range(of: id)], as: UTF8.self)
  }

  /// Whether a text has a first byte.
  func begins(_ id: Int32, with byte: UInt8) -> Bool {
    guard id > 0 else { return false }
    let range = range(of: id)
    return !range.isEmpty && arena[range.lowerBound] == byte
  }

  /// A number that equal texts of all lexicons share.
  func hash(of id: Int32) -> UInt32 { id > 0 ? hashes[Int(id)] : 0 }

  /// What is odd about a text; looked for once.
  func marks(of id: Int32) -> TextMarks {
    guard id > 0 else { return [] }
    if marks[Int(id)] == .unknown { marks[Int(id)] = TextMarks(of: arena.span.extracting(range(of: id))) }
    return marks[Int(id)]
  }

  /// Which of some words a text holds first: its place in the list; looked for once.
  func place(of list: WordList, in id: Int32) -> Int? {
    guard id > 0 else { return nil }
    return words.place(ofList: list.number, in: Int(id), count: count) {
      let range = range(of: id)
      return arena.withUnsafeBytes { list.place(in: UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
  }

  /// Whether the text of a number holds one of some words; looked for once.
  public func holds(_ list: WordList, _ id: Int32) -> Bool { place(of: list, in: id) != nil }

  /// What a text lists.
  enum Problems: Equatable { case one, unnumbered, numbered([Int32]) }

  /// The problems a text names; looked for once.
  func problems(in id: Int32) -> Problems {
    if let known = lists[id] { return known }
    let text = string(id)
    let items = NumberedList.items(in: text)
    let problems: Problems = items.isEmpty ? NumberedList.isUnnumbered(text) ? .unnumbered : .one : .numbered(items.map(intern))
    lists[id] = problems
    return problems
  }

  private enum NameKind: UInt8 { case unknown, person, group }

  /// Whether a name in a set of persons is a post or a group of people.
  func isGroup(_ name: Int32) -> Bool { Int(name) < names.count && names[Int(name)] == .group }

  /// How many names a set of persons holds.
  func countOfNames(in id: Int32) -> Int { Int(id) < sets.count ? Int(sets[Int(id)].count) : 0 }

  /// One of them.
  func name(_ place: Int, in id: Int32) -> Int32 { members[Int(sets[Int(id)].start) + place] }

  /// The persons, not groups, that two sets have in common.
  func shared(_ a: Int32, _ b: Int32) -> [Int32] {
    var shared: [Int32] = []
    for place in 0..<countOfNames(in: a) {
      let name = name(place, in: a)
      if !isGroup(name), (0..<countOfNames(in: b)).contains(where: { self.name($0, in: b) == name }) { shared.append(name) }
    }
    return shared
  }

  func remember(names: [Int32], in id: Int32) {
    if Int(id) >= sets.count { sets += Array(repeating: (0, 0), count: count - sets.count) }
    guard sets[Int(id)].count == 0 else { return }
    sets[Int(id)] = (Int32(members.count), Int32(names.count))
    members += names
    if self.names.count < count { self.names += [NameKind](repeating: .unknown, count: count - self.names.count) }
    for name in names where self.names[Int(name)] == .unknown {
      self.names[Int(name)] = PersonsReader.isGroup(string(name)) ? .group : .person
    }
  }

  /// The set of the people in a text that is nothing but names of two to four Chinese characters, parted by 、: most cells are such, and are
  /// read here at a tenth of the cost. nil where a closer look is needed.
  func plainPeople(in id: Int32) -> (set: Int32, haveGroups: Bool)? {
    let range = range(of: id)
    guard let places = arena.withUnsafeBytes({ PlainNames.places(in: UnsafeRawBufferPointer(rebasing: $0[range])) }) else { return nil }
    if places.count == 1 {
      remember(names: [id], in: id)
      return (id, isGroup(id))
    }
    let names = places.map { range.lowerBound + $0.lowerBound..<range.lowerBound + $0.upperBound }
    let areSorted = names.indices.dropFirst().allSatisfy { arena[names[$0 - 1]].lexicographicallyPrecedes(arena[names[$0]]) }
    let sorted = areSorted ? names : sortedOnce(names)
    let set = areSorted ? id : joined(sorted)
    let numbers = sorted.map(intern)
    remember(names: numbers, in: set)
    return (set, numbers.reduce(false) { isGroup($1) || $0 })
  }

  /// Parts of the texts that are held, in order, equal ones once; mostly two that are not in order.
  private func sortedOnce(_ parts: [Range<Int>]) -> [Range<Int>] {
    if parts.count == 2 { return arena[parts[0]] == arena[parts[1]] ? [parts[0]] : [parts[1], parts[0]] }
    let sorted = parts.sorted { arena[$0].lexicographicallyPrecedes(arena[$1]) }
    return sorted.indices.filter { $0 == 0 || arena[sorted[$0]] != arena[sorted[$0 - 1]] }.map { sorted[$0] }
  }

  /// The number of parts of the texts that are held, joined with 、.
  private func joined(_ parts: [Range<Int>]) -> Int32 {
    var text: [UInt8] = []
    for (place, part) in parts.enumerated() {
      if place > 0 { text += "、".utf8 }
      text += arena[part]
    }
    return intern(text.span)
  }

  /// Where the text of a number lies; a file has less than four gigabytes.
  @inline(__always)
  private func range(of id: Int32) -> Range<Int> { Int(ends[Int(id) - 1])..<Int(ends[Int(id)]) }

  private func equals(_ id: Int32, _ text: UnsafeRawBufferPointer) -> Bool {
    let range = range(of: id)
    return range.count == text.count && arena.withUnsafeBytes { CellBytes.areEqual($0, range.lowerBound, text, 0, count: text.count) }
  }

  private func grow() {
    places = Array(repeating: 0, count: places.count * 2)
    for id in 1..<ends.count {
      var place = Int(hashes[id]) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(id)
    }
  }
}
