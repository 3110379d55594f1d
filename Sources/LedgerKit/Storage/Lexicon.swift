/// Every distinct cell text of a family of ledgers once, known by a small number. A term's ledgers repeat a few thousand texts, so comparing, grouping and
/// classifying texts is done on numbers, and strings are made only for what is printed.
///
/// Filled while sheets are read, never changed afterwards. No method calls back while it changes something, so the arrays need no
/// exclusivity checks.
public final class Lexicon: @unchecked Sendable {
  @exclusivity(unchecked) private var arena: [UInt8] = []
  /// Where each text in the arena ends, and its number.
  @exclusivity(unchecked) private var ends: [UInt32] = [0]
  @exclusivity(unchecked) private var numbers: [Int32] = [0]
  /// Open addressing; 0 marks a free place (the empty text, number 0, is never looked up here).
  @exclusivity(unchecked) private var places: [Place] = Array(repeating: .free, count: 1024)
  /// How many texts lie in it.
  @exclusivity(unchecked) private var placed = 0
  /// The names of all sets of persons, set after set; where those of each set begin, by its number; and what each name is. Rules ask row by
  /// row, on every core: arrays of arrays would be counted by all of them at once.
  @exclusivity(unchecked) private var members: [Int32] = []
  @exclusivity(unchecked) private var sets: [(start: Int32, count: Int32)] = []
  @exclusivity(unchecked) private var names: [NameKind] = []
  /// The texts that are counted up are not in the arena.
  @exclusivity(unchecked) private var serials = SerialTexts()
  private var lists: [Int32: Problems] = [:]
  private let words = WordMemory()
  /// What is odd about each text in the arena, found when it is first asked for; `TextMarks.unknown` before.
  @exclusivity(unchecked) private var marks: [TextMarks] = [[]]

  /// Creates a lexicon that holds the empty text only.
  public init() {}

  /// How many distinct texts there are, the empty text included.
  public var count: Int { ends.count + serials.count }

  /// The number of a text; the empty text is 0.
  public func intern(_ text: Span<UInt8>) -> Int32 {
    text.withUnsafeBufferPointer { intern(UnsafeRawBufferPointer($0)) }
  }

  /// The number of a text; the empty text is 0.
  func intern(_ text: UnsafeRawBufferPointer) -> Int32 {
    if text.isEmpty { return 0 }
    if let key = SerialTexts.Key(text), let id = serials.number(of: key) ?? serials.add(key, first: Int32(count)) { return id }
    let hash = Self.hash(of: text)
    return number(of: text, hash) ?? add(text, hash)
  }

  /// The number of a text that is counted up like the one before, and about which no reader finds anything odd; nil where it has to be looked
  /// at.
  @inline(__always)
  func plainSerial(_ text: UnsafeRawBufferPointer) -> Int32? { SerialTexts.Key(text).flatMap { serials.plainNumber(of: $0) } }

  /// The last byte is the last four bits, so that texts that are counted up, but not as ``SerialTexts`` are (CG2023-0001), lie beside each
  /// other: of a million, each met once, every one waited for memory.
  @inline(__always)
  private static func hash(of text: UnsafeRawBufferPointer) -> UInt32 {
    let last = text.count &- 1
    let mixed = Mix.bits(CellBytes.hash(text, 0..<last))
    return UInt32(truncatingIfNeeded: mixed) & ~15 | UInt32(truncatingIfNeeded: text[last] & 15)
  }

  /// Which of the texts in the arena one is, beside its hash, so that of a hundred thousand texts only the one that is meant is looked at.
  private struct Place {
    let hash: UInt32
    let kept: Int32

    static let free = Place(hash: 0, kept: 0)
  }

  /// The number of a text that is held.
  @inline(__always)
  private func number(of text: UnsafeRawBufferPointer, _ hash: UInt32) -> Int32? {
    var index = Int(hash) & (places.count - 1)
    while true {
      let place = places[index]
      if place.kept == 0 { return nil }
      if place.hash == hash, equals(Int(place.kept), text) { return numbers[Int(place.kept)] }
      index = (index + 1) & (places.count - 1)
    }
  }

  private func add(_ text: UnsafeRawBufferPointer, _ hash: UInt32) -> Int32 {
    if placed * 4 > places.count * 3 { grow() }
    placed += 1
    let (id, kept) = (Int32(count), Int32(ends.count))
    arena.append(contentsOf: text)
    ends.append(UInt32(arena.count))
    numbers.append(id)
    marks.append(.unknown)
    take(Place(hash: hash, kept: kept))
    return id
  }

  /// Puts a text where it will be looked for.
  @inline(__always)
  private func take(_ new: Place) {
    var index = Int(new.hash) & (places.count - 1)
    while places[index].kept != 0 { index = (index + 1) & (places.count - 1) }
    places[index] = new
  }

  /// Takes over the texts and sets of persons of another lexicon; returns their numbers here, by those there. Texts are numbered as if they
  /// had been read here behind those that are held.
  func join(_ other: Lexicon) -> [Int32] {
    var numbers: [Int32] = [0]
    numbers.reserveCapacity(other.count)
    while numbers.count < other.count {
      let id = Int32(numbers.count)
      let mine = other.withBytes(of: id, intern)
      // What is counted up there mostly is here as well, a run of numbers for a run.
      let isRun = other.serials.beginsRun(id) && serials.beginsRun(mine)
      numbers.append(contentsOf: mine..<mine + (isRun ? Int32(SerialTexts.run) : 1))
    }
    for id in numbers.indices where other.countOfNames(in: Int32(id)) > 0 {
      remember(names: (0..<other.countOfNames(in: Int32(id))).map { numbers[Int(other.name($0, in: Int32(id)))] }, in: numbers[id])
    }
    return numbers
  }

  /// The number of a text; for the slow paths.
  public func intern(_ text: String) -> Int32 {
    let bytes = Array(text.utf8)
    return intern(bytes.span)
  }

  /// The text of a number; empty for 0 and below.
  public func string(_ id: Int32) -> String {
    id > 0 ? withBytes(of: id) { String(decoding: $0, as: UTF8.self) } : ""
  }

  /// Whether a text has a first byte.
  func begins(_ id: Int32, with byte: UInt8) -> Bool {
    id > 0 && withBytes(of: id) { $0.first == byte }
  }

  /// The numbers of some texts that begin like a text, which is one of them, in all but their last two bytes.
  func kin(of id: Int32) -> Range<Int32> { serials.numbers(beside: id) ?? id..<id + 1 }

  /// A number that equal texts of all lexicons share.
  func hash(of id: Int32) -> UInt32 {
    id > 0 ? withBytes(of: id, Self.hash) : 0
  }

  /// What is odd about a text; looked for once, but of those that are counted up each time.
  func marks(of id: Int32) -> TextMarks {
    guard id > 0 else { return [] }
    guard case .other(let kept) = serials.meaning(of: id) else { return withBytes(of: id, Self.marks) }
    if marks[kept] == .unknown { marks[kept] = withBytes(of: id, Self.marks) }
    return marks[kept]
  }

  private static func marks(of text: UnsafeRawBufferPointer) -> TextMarks {
    text.withMemoryRebound(to: UInt8.self) { TextMarks(of: $0.span) }
  }

  /// Which of some words a text holds first: its place in the list; looked for once.
  func place(of list: WordList, in id: Int32) -> Int? {
    guard id > 0 else { return nil }
    return words.place(ofList: list.number, in: Int(id), count: count) { withBytes(of: id, list.place) }
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

  /// What a name is: a post or a group of people, or a person; of `doubtful` ones a closer look may tell that nobody filled them in.
  private enum NameKind: UInt8 { case unknown, person, doubtful, group }

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

  /// Whether two sets have a person in common, not a group.
  func sharePerson(_ a: Int32, _ b: Int32) -> Bool {
    let (some, others) = (countOfNames(in: a), countOfNames(in: b))
    // Most sets are of one person, and then the number of the set is that of the name.
    if a != b, some == 1, others == 1 { return false }
    return (0..<some).contains { place in
      let name = name(place, in: a)
      return !isGroup(name) && (0..<others).contains { self.name($0, in: b) == name }
    }
  }

  func remember(names: [Int32], in id: Int32) {
    guard beginSet(id) else { return }
    for name in names { addName(name, to: id) }
  }

  /// Begins the set of a number; false where it is known.
  private func beginSet(_ id: Int32) -> Bool {
    while sets.count <= Int(id) { sets.append((0, 0)) }
    guard sets[Int(id)].count == 0 else { return false }
    sets[Int(id)] = (Int32(members.count), 0)
    return true
  }

  private func addName(_ name: Int32, to set: Int32) {
    members.append(name)
    sets[Int(set)].count += 1
    while names.count <= Int(name) { names.append(.unknown) }
    guard names[Int(name)] == .unknown else { return }
    names[Int(name)] = kind(of: name)
  }

  private func kind(of name: Int32) -> NameKind {
    withBytes(of: name) { text in
      if PersonsReader.isGroup(text) { return .group }
      return text.withMemoryRebound(to: UInt8.self) { TextMarks.mayName($0.span) } ? .doubtful : .person
    }
  }

  /// The set of the people in a cell of nothing but plain names; nil where a closer look is needed.
  func plainPeople(in cell: UnsafeRawBufferPointer) -> Int32? {
    guard var plain = PlainNames(in: cell) else { return nil }
    let set = plain.sort(in: cell) ? intern(cell) : joined(plain, of: cell)
    guard beginSet(set) else { return set }
    for place in 0..<plain.count {
      addName(plain.count == 1 ? set : intern(UnsafeRawBufferPointer(rebasing: cell[plain[place]])), to: set)
    }
    return set
  }

  /// Whether all names of a set are persons, about whom there is nothing to tell.
  func arePersons(_ set: Int32) -> Bool {
    let (start, count) = sets[Int(set)]
    var place = Int(start)
    while place < Int(start + count) {
      if names[Int(members[place])] != .person { return false }
      place += 1
    }
    return true
  }

  /// Whether a name of a set is a post or a group of people.
  func haveGroups(_ set: Int32) -> Bool { (0..<countOfNames(in: set)).contains { isGroup(name($0, in: set)) } }

  /// The number of the names of a cell, joined with 、 in their order, which is not the cell's.
  private func joined(_ plain: PlainNames, of cell: UnsafeRawBufferPointer) -> Int32 {
    withUnsafeTemporaryAllocation(byteCount: cell.count, alignment: 8) { joined in
      var end = 0
      for place in 0..<plain.count {
        if place > 0 {
          (joined[end], joined[end + 1], joined[end + 2]) = (0xE3, 0x80, 0x81)
          end += 3
        }
        let name = UnsafeRawBufferPointer(rebasing: cell[plain[place]])
        UnsafeMutableRawBufferPointer(rebasing: joined[end...]).copyMemory(from: name)
        end += name.count
      }
      return intern(UnsafeRawBufferPointer(rebasing: joined[..<end]))
    }
  }

  /// Where a text lies in the arena; a file has less than four gigabytes.
  @inline(__always)
  private func range(ofKept kept: Int) -> Range<Int> { Int(ends[kept - 1])..<Int(ends[kept]) }

  /// Reads the text of a number above 0.
  private func withBytes<Answer>(of id: Int32, _ read: (UnsafeRawBufferPointer) -> Answer) -> Answer {
    switch serials.meaning(of: id) {
    case .counted(let counted): serials.withBytes(of: counted, read)
    case .other(let kept): arena.withUnsafeBytes { read(UnsafeRawBufferPointer(rebasing: $0[range(ofKept: kept)])) }
    }
  }

  private func equals(_ kept: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    let range = range(ofKept: kept)
    return range.count == text.count && arena.withUnsafeBytes { CellBytes.areEqual($0, range.lowerBound, text, 0, count: text.count) }
  }

  private func grow() {
    let old = places
    places = Array(repeating: .free, count: old.count * 2)
    for place in old where place.kept != 0 { take(place) }
  }
}
