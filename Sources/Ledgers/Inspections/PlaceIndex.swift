/// Places by the beginnings and endings of their names, so that those near another are found without comparing it with all.
///
/// What holds a name is found in the sorted endings of all names, what a name holds by the hashes of its parts. Large folders have tens of
/// thousands of numbered places: found by pairs of characters, of which numbers share a hundred, they cost ten times as much at four times
/// the rows.
struct PlaceIndex {
  private var places: [(number: Int32, place: AreaNames.Place)] = []
  /// The places of a name, by its hash.
  private var named: [UInt64: [Int]] = [:]
  /// What follows each beginning of a character in each name, sorted.
  private let endings: [Ending]
  private var classrooms: [Int] = []
  /// Places with several names or parts, of which there are a dozen, and texts too long to be a name: they may be near any.
  private var general: [Int] = []
  /// Bytes of the longest name that is taken apart; the parts of a whole page would fill the memory.
  private static let longestName = 240

  /// Creates an index of places with numbers of their own.
  init(_ numbered: [(number: Int32, place: AreaNames.Place)]) {
    places = numbered
    var endings: [Ending] = []
    for (index, (_, place)) in numbered.enumerated() {
      if place.name.count > Self.longestName {
        general.append(index)
        continue
      }
      named[Self.hash(place.name[...]), default: []].append(index)
      endings += place.name.characterStarts.map { Ending(of: place.name, from: $0, place: index) }
      if place.isClassroom { classrooms.append(index) }
      if place.isGeneral { general.append(index) }
    }
    self.endings = endings.sorted { $0.order(in: numbered, before: $1) }
  }

  /// The numbers of the places that may be one with another.
  func near(_ place: AreaNames.Place) -> [Int32] {
    if place.name.count > Self.longestName { return places.filter { place.isNear($0.place) }.map(\.number) }
    // One name holds the other, or ends with another name of the other; a name of one character is near its own only.
    var candidates = Set(general)
    for hash in Self.hashesOfParts(place.name) { candidates.formUnion(named[hash] ?? []) }
    for part in [place.name] + place.others { candidates.formUnion(holding(part)) }
    if place.isGeneral { candidates.formUnion(classrooms) }
    return candidates.filter { place.isNear(places[$0].place) }.map { places[$0].number }
  }

  /// The places whose names hold a part.
  private func holding(_ part: [UInt8]) -> [Int] {
    if part.isEmpty { return [] }
    let wanted = Ending.lead(of: part, from: 0)
    var (low, high) = (0, endings.count)
    while low < high {
      let middle = (low + high) / 2
      let ending = endings[middle]
      let isBefore =
        ending.lead == wanted
        ? places[ending.place].place.name[ending.start...].lexicographicallyPrecedes(part) : ending.lead < wanted
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return endings[low...].prefix { places[$0.place].place.name[$0.start...].starts(with: part) }.map(\.place)
  }

  /// A name from one of its characters on.
  private struct Ending {
    /// Its first eight bytes, which tell most endings apart.
    let lead: UInt64
    let place: Int
    let start: Int

    init(of name: [UInt8], from start: Int, place: Int) {
      lead = Self.lead(of: name, from: start)
      self.place = place
      self.start = start
    }

    static func lead(of name: [UInt8], from start: Int) -> UInt64 {
      (start..<start + 8).reduce(0) { $0 << 8 | ($1 < name.count ? UInt64(name[$1]) : 0) }
    }

    func order(in places: [(number: Int32, place: AreaNames.Place)], before other: Ending) -> Bool {
      if lead != other.lead { return lead < other.lead }
      return places[place].place.name[start...].lexicographicallyPrecedes(places[other.place].place.name[other.start...])
    }
  }

  // MARK: Hashes

  private static func hash(_ name: ArraySlice<UInt8>) -> UInt64 { name.reduce(seed, mixed) }

  /// Of the name itself and of every part of it.
  private static func hashesOfParts(_ name: [UInt8]) -> [UInt64] {
    name.isEmpty ? [seed] : name.characterStarts.flatMap { start in name[start...].hashesOfBeginnings(from: seed, mixed) }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}

extension ArraySlice<UInt8> {
  /// The hash after each byte.
  fileprivate func hashesOfBeginnings(from seed: UInt64, _ mixed: (UInt64, UInt8) -> UInt64) -> [UInt64] {
    var hash = seed
    return map { byte in
      hash = mixed(hash, byte)
      return hash
    }
  }
}

extension [UInt8] {
  /// Where its characters begin.
  fileprivate var characterStarts: [Int] { indices.filter { self[$0] & 0xC0 != 0x80 } }
}

extension AreaNames.Place {
  /// It has other names, or parts that are not called after it.
  fileprivate var isGeneral: Bool { isRoomOfClasses || !others.isEmpty }
}
