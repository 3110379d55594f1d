/// Every distinct cell text of a family of ledgers once, known by a small number. A term's ledgers repeat a few thousand texts, so comparing, grouping and
/// classifying texts is done on numbers, and strings are made only for what is printed.
///
/// Filled while sheets are read, never changed afterwards. No method calls back while it changes something, so the arrays need no
/// exclusivity checks.
public final class Lexicon: @unchecked Sendable {
  @exclusivity(unchecked) private var arena: [UInt8] = []
  @exclusivity(unchecked) private var ends: [UInt32] = [0]
  /// Open addressing; 0 marks a free place (the empty text, number 0, is never looked up here).
  @exclusivity(unchecked) private var places: [Place] = Array(repeating: .free, count: 1024)
  /// The names of all sets of persons, set after set; where those of each set begin, by its number, or which set a text names in another
  /// order (-1 names); and whether each name is a post or a group. Rules ask row by row, on every core: arrays of arrays would be counted by all of them at once.
  @exclusivity(unchecked) private var members: [Int32] = []
  @exclusivity(unchecked) private var sets: [(start: Int32, count: Int32)] = []
  @exclusivity(unchecked) private var names: [NameKind] = []
  /// Where the names of the text that is read lie in `arena`, and what they are joined to; kept for their memory alone.
  @exclusivity(unchecked) private var parts: [Range<Int>] = []
  @exclusivity(unchecked) private var joined: [UInt8] = []
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

  /// A text's number beside its hash, so that of a hundred thousand texts only the one that is meant is looked at.
  private struct Place {
    let hash: UInt32
    let id: Int32

    static let free = Place(hash: 0, id: 0)
  }

  /// The number of a text that is held.
  @inline(__always)
  private func number(of text: UnsafeRawBufferPointer, _ hash: UInt32) -> Int32? {
    var index = Int(hash) & (places.count - 1)
    while true {
      let place = places[index]
      if place.id == 0 { return nil }
      if place.hash == hash, equals(place.id, text) { return place.id }
      index = (index + 1) & (places.count - 1)
    }
  }

  private func add(_ text: UnsafeRawBufferPointer, _ hash: UInt32) -> Int32 {
    if ends.count * 4 > places.count * 3 { grow() }
    let id = Int32(ends.count)
    arena.append(contentsOf: text)
    ends.append(UInt32(arena.count))
    marks.append(.unknown)
    take(Place(hash: hash, id: id))
    return id
  }

  /// Puts a text where it will be looked for.
  @inline(__always)
  private func take(_ new: Place) {
    var index = Int(new.hash) & (places.count - 1)
    while places[index].id != 0 { index = (index + 1) & (places.count - 1) }
    places[index] = new
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
  func hash(of id: Int32) -> UInt32 {
    guard id > 0 else { return 0 }
    let range = range(of: id)
    return arena.withUnsafeBytes { Self.hash(of: UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// What is odd about a text; looked for once.
  func marks(of id: Int32) -> TextMarks {
    guard id > 0 else { return [] }
    if marks[Int(id)] == .unknown { marks[Int(id)] = TextMarks(of: arena.span.extracting(range(of: id))) }
    return marks[Int(id)]
  }

  /// The same of a text of plain names, of which little can be odd.
  func marks(ofPlainNames id: Int32) -> TextMarks {
    if marks[Int(id)] == .unknown { marks[Int(id)] = TextMarks(ofPlainNames: arena.span.extracting(range(of: id))) }
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
  func countOfNames(in id: Int32) -> Int { Int(id) < sets.count ? max(0, Int(sets[Int(id)].count)) : 0 }

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
    guard beginSet(id) else { return }
    for name in names { addName(name, to: id) }
  }

  private func makeRoom(forSet id: Int32) {
    while sets.count <= Int(id) { sets.append((0, 0)) }
  }

  /// Begins the set of a number; false where it is known.
  private func beginSet(_ id: Int32) -> Bool {
    makeRoom(forSet: id)
    guard sets[Int(id)].count == 0 else { return false }
    sets[Int(id)] = (Int32(members.count), 0)
    return true
  }

  private func addName(_ name: Int32, to set: Int32) {
    members.append(name)
    sets[Int(set)].count += 1
    while names.count <= Int(name) { names.append(.unknown) }
    guard names[Int(name)] == .unknown else { return }
    let range = range(of: name)
    let isGroup = arena.withUnsafeBytes { PersonsReader.isGroup(UnsafeRawBufferPointer(rebasing: $0[range])) }
    names[Int(name)] = isGroup ? .group : .person
  }

  /// The set of the people in a text that is nothing but names of two to four Chinese characters, parted by 、: most cells are such, and are
  /// read here at a tenth of the cost, without memory of their own. nil where a closer look is needed.
  func plainPeople(in id: Int32) -> (set: Int32, haveGroups: Bool)? {
    let range = range(of: id)
    guard arena.withUnsafeBytes({ PlainNames.find(in: $0, range, &parts) }) else { return nil }
    let set = knownSet(of: id) ?? (sortParts() ? id : joinedParts(of: id))
    if beginSet(set) {
      for place in parts.indices { addName(parts.count == 1 ? set : intern(parts[place]), to: set) }
    }
    return (set, (0..<countOfNames(in: set)).contains { isGroup(name($0, in: set)) })
  }

  /// The set that a text names, where it was read before.
  private func knownSet(of id: Int32) -> Int32? {
    guard Int(id) < sets.count else { return nil }
    let known = sets[Int(id)]
    return known.count == 0 ? nil : known.count < 0 ? known.start : id
  }

  /// Puts the parts in order, equal ones once; true where they were so. Mostly there are two.
  private func sortParts() -> Bool {
    var wereSorted = true
    var i = 1
    while i < parts.count {
      let part = parts[i]
      var place = i
      while place > 0, arena[part].lexicographicallyPrecedes(arena[parts[place - 1]]) { place -= 1 }
      let isRepeated = place > 0 && arena[part] == arena[parts[place - 1]]
      if place == i, !isRepeated {
        i += 1
        continue
      }
      wereSorted = false
      parts.remove(at: i)
      if !isRepeated {
        parts.insert(part, at: place)
        i += 1
      }
    }
    return wereSorted
  }

  /// The number of the parts of a text, joined with 、 in their order, which is not the text's.
  private func joinedParts(of id: Int32) -> Int32 {
    joined.removeAll(keepingCapacity: true)
    arena.withUnsafeBytes { arena in
      for part in parts {
        if !joined.isEmpty { joined.append(contentsOf: "、".utf8) }
        joined.append(contentsOf: UnsafeRawBufferPointer(rebasing: arena[part]))
      }
    }
    let set = joined.withUnsafeBytes { intern($0) }
    makeRoom(forSet: id)
    sets[Int(id)] = (set, -1)
    return set
  }

  /// Where the text of a number lies; a file has less than four gigabytes.
  @inline(__always)
  private func range(of id: Int32) -> Range<Int> { Int(ends[Int(id) - 1])..<Int(ends[Int(id)]) }

  private func equals(_ id: Int32, _ text: UnsafeRawBufferPointer) -> Bool {
    let range = range(of: id)
    return range.count == text.count && arena.withUnsafeBytes { CellBytes.areEqual($0, range.lowerBound, text, 0, count: text.count) }
  }

  private func grow() {
    let old = places
    places = Array(repeating: .free, count: old.count * 2)
    for place in old where place.id != 0 { take(place) }
  }
}
