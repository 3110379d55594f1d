/// Places by the pairs of characters in their names, so that those near another are found without comparing it with all.
struct PlaceIndex {
  private var places: [Int32: AreaNames.Place] = [:]
  /// The places in whose names a pair occurs, and those whose names begin with it.
  private var holding: [UInt64: [Int32]] = [:]
  private var beginning: [UInt64: [Int32]] = [:]
  private var classrooms: [Int32] = []
  /// Places with several names or parts, of which there are a dozen: they may be near any.
  private var general: [Int32] = []

  /// Adds a place by a number of its own.
  mutating func add(_ place: AreaNames.Place, as number: Int32) {
    guard places.updateValue(place, forKey: number) == nil else { return }
    for pair in Set(place.pairs) { holding[pair, default: []].append(number) }
    if let first = place.pairs.first { beginning[first, default: []].append(number) }
    if place.isClassroom { classrooms.append(number) }
    if place.isGeneral { general.append(number) }
  }

  /// Whether a number is taken.
  func contains(_ number: Int32) -> Bool { places[number] != nil }

  /// The places that may be one with another.
  func near(_ place: AreaNames.Place) -> Set<Int32> {
    // One name holds the other, or ends with another name of the other; a name of one character is near its own only.
    var candidates = general + (place.pairs.first.flatMap { holding[$0] } ?? [])
    for pair in Set(place.pairs) { candidates += beginning[pair] ?? [] }
    for pair in place.pairsOfOtherNames { candidates += holding[pair] ?? [] }
    if place.isGeneral { candidates += classrooms }
    if place.pairs.isEmpty { candidates += places.keys }
    return Set(candidates).filter { number in places[number].map(place.isNear) ?? false }
  }
}

extension AreaNames.Place {
  /// It has other names, or parts that are not called after it.
  fileprivate var isGeneral: Bool { isRoomOfClasses || !others.isEmpty }
  /// The first two characters of each of its other names.
  fileprivate var pairsOfOtherNames: [UInt64] { others.compactMap { Self.pairs($0).first } }
  /// Each two characters of its name that follow each other.
  fileprivate var pairs: [UInt64] { Self.pairs(name) }

  private static func pairs(_ name: [UInt8]) -> [UInt64] {
    let characters = Array(String(decoding: name, as: UTF8.self).unicodeScalars)
    return zip(characters, characters.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
  }
}
