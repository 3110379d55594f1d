import Synchronization
import Tabular

/// What was found of a list of words in each text of a lexicon: the place of the first of the words that the text holds; looked for once.
///
/// Rules ask for every row, on every core at once, so what was found is kept without a lock: whoever looks twice finds the same. The memory
/// is all zero at first and takes no room where no text was asked for.
final class WordPlaces: @unchecked Sendable {
  private let places: UnsafeMutablePointer<Atomic<Int16>>
  private let count: Int

  private static let notSought: Int16 = 0
  private static let none: Int16 = 1
  private static let first: Int16 = 2

  /// Creates an empty memory for so many texts.
  init(count: Int) {
    self.count = count
    places = LargeMemory.zeroed(count, of: Atomic<Int16>.self)
  }

  deinit { LargeMemory.giveBack(places) }

  /// What is known of a text, else what `seek` finds; a text of later is sought each time.
  @inline(__always)
  func place(in id: Int, _ seek: () -> Int?) -> Int? {
    guard id >= 0, id < count else { return seek() }
    let known = places[id].load(ordering: .relaxed)
    if known != Self.notSought { return known == Self.none ? nil : Int(known - Self.first) }
    let found = seek()
    places[id].store(found.map { Int16(truncatingIfNeeded: $0) + Self.first } ?? Self.none, ordering: .relaxed)
    return found
  }
}

/// The same for every list of words.
final class WordMemory: Sendable {
  /// Not counted: they live as long as the memory, and every core asks for them row by row.
  private let lists = InlineArray<64, Atomic<Unmanaged<WordPlaces>?>> { _ in Atomic(nil) }

  deinit {
    for list in 0..<64 { lists[list].load(ordering: .acquiring)?.release() }
  }

  /// The place of the first word of a list, which is known by its number, that a text holds: what is known of it, else what `seek` finds.
  @inline(__always)
  func place(ofList list: Int, in id: Int, count: Int, _ seek: () -> Int?) -> Int? {
    guard list < 64 else { return seek() }
    let known = lists[list].load(ordering: .acquiring) ?? add(list, count: count)
    return known._withUnsafeGuaranteedRef { $0.place(in: id, seek) }
  }

  private func add(_ list: Int, count: Int) -> Unmanaged<WordPlaces> {
    let new = Unmanaged.passRetained(WordPlaces(count: count))
    let (isFirst, other) = lists[list].compareExchange(expected: nil, desired: new, ordering: .acquiringAndReleasing)
    guard !isFirst, let other else { return new }
    new.release()
    return other
  }
}
