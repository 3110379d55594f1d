import Synchronization

/// What was found of a list of words in each text of a lexicon: the place of the first of the words that the text holds; looked for once.
///
/// Rules ask for every row, on every core at once, so what was found is kept without a lock: whoever looks twice finds the same.
final class WordPlaces: Sendable {
  private let pages: [Page]

  /// As many places as an own allocation is worth.
  private final class Page: Sendable {
    static let size = 256
    let places = InlineArray<256, Atomic<Int16>> { _ in Atomic(WordPlaces.notSought) }
  }

  private static let notSought: Int16 = -2
  private static let none: Int16 = -1

  /// Creates an empty memory for so many texts.
  init(count: Int) { pages = (0..<(count + Page.size - 1) / Page.size).map { _ in Page() } }

  /// What is known of a text, else what `seek` finds; a text of later is sought each time.
  func place(in id: Int, _ seek: () -> Int?) -> Int? {
    guard id / Page.size < pages.count else { return seek() }
    let page = pages[id / Page.size]
    let known = page.places[id % Page.size].load(ordering: .relaxed)
    if known != Self.notSought { return known < 0 ? nil : Int(known) }
    let found = seek()
    page.places[id % Page.size].store(found.map { Int16(truncatingIfNeeded: $0) } ?? Self.none, ordering: .relaxed)
    return found
  }
}

/// The same for every list of words.
final class WordMemory: Sendable {
  private let lists = InlineArray<64, AtomicLazyReference<WordPlaces>> { _ in AtomicLazyReference() }

  /// What was found of a list, which is known by its number, in some texts; nil where there are too many lists to remember.
  func places(of list: Int, count: Int) -> WordPlaces? {
    guard list < 64 else { return nil }
    return lists[list].load() ?? lists[list].storeIfNil(WordPlaces(count: count))
  }
}
