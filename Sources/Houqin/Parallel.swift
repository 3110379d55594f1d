import Platform
import Synchronization

/// Work that is done on every core at once. Results stand where their places are, whichever is done first, so that nothing of the order
/// of work can show. Work may begin work of its own: whichever core is free helps with what was begun first.
enum Parallel {
  /// The results of two different pieces of work.
  static func both<A: Sendable, B: Sendable>(_ a: @escaping @Sendable () -> A, _ b: @escaping @Sendable () -> B) -> (A, B) {
    let first = Place<A>()
    let second = Place<B>()
    Batch(count: 2) { place in if place == 0 { first.fill(a()) } else { second.fill(b()) } }.run()
    return (first.value ?? a(), second.value ?? b())
  }

  /// The results of `body` for pieces of `0..<count`, in order: at most eight, none much shorter than `least`.
  static func pieces<T: Sendable>(of count: Int, least: Int, _ body: @escaping @Sendable (Range<Int>) -> T) -> [T] {
    let pieces = max(1, min(8, count / least))
    return map(pieces) { piece in body(count * piece / pieces..<count * (piece + 1) / pieces) }
  }

  /// The results of `body` for 0 to `count - 1`. Work begun first should be the longest.
  static func map<T: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> T) -> [T] {
    if count < 2 { return (0..<count).map(body) }
    let results = (0..<count).map { _ in Place<T>() }
    Batch(count: count) { place in results[place].fill(body(place)) }.run()
    return results.compactMap(\.value)
  }

  /// Where a result is put by whoever makes it.
  private final class Place<T: Sendable>: Sendable {
    private let result = Mutex<T?>(nil)

    func fill(_ value: T) { result.withLock { $0 = value } }
    var value: T? { result.withLock { $0 } }
  }
}

/// Work in numbered pieces, taken one by one by whoever is free.
///
/// libdispatch's own loop for this does work begun within work on one core: of a large school's report that left the other core without
/// anything to do for a tenth of the time.
private final class Batch: Sendable {
  let count: Int
  /// Let go of when all is done, for a helper that comes late must not keep what it holds.
  private let body: Mutex<(@Sendable (Int) -> Void)?>
  private let next = Atomic(0)
  private let unfinished: Atomic<Int>
  /// Signaled when all is done, and when others begin work that could be helped with.
  private let changed = DispatchSemaphore(value: 0)

  init(count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.body = Mutex(body)
    unfinished = Atomic(count)
  }

  /// Does all pieces, with the help of the cores that are free; returns when they are done.
  ///
  /// While the last pieces are done elsewhere, this thread helps with the work they begin of their own. Did it only wait, whoever does them
  /// would have no help: now and then one core wrote a large school's list of findings alone, for a tenth of the run.
  func run() {
    let number = Helpers.shared.call(to: self)
    work()
    while unfinished.load(ordering: .acquiring) > 0 {
      if let later = Helpers.shared.batch(begunAfter: number, while: self) { later.work() } else { changed.wait() }
    }
    Helpers.shared.forget(self)
    body.withLock { $0 = nil }
  }

  /// Lets the thread that waits for this batch look again at what there is to do.
  func wake() { changed.signal() }

  var isTaken: Bool { next.load(ordering: .relaxed) >= count }

  /// Does pieces until all are taken.
  func work() {
    guard let body = body.withLock({ $0 }) else { return }
    while true {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard piece < count else { return }
      body(piece)
      if unfinished.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue == 0 { wake() }
    }
  }
}

/// The other cores: each that is free looks for the batch that was begun first and has pieces left.
private final class Helpers: Sendable {
  static let shared = Helpers()

  private struct State {
    var batches: [(number: Int, batch: Batch)] = []
    /// How many were begun so far.
    var begun = 0
    var busy = 0
    /// Those whose pieces are all taken, while the thread that began them has nothing to do.
    var waiting: [Batch] = []
  }

  private let state = Mutex(State())
  private let most = max(0, ProcessInfo.processInfo.activeProcessorCount - 1)

  /// Offers a batch to the cores that are free; returns its number.
  func call(to batch: Batch) -> Int {
    let (number, free, waiting) = state.withLock { state in
      state.begun += 1
      state.batches.append((state.begun, batch))
      let free = min(batch.count - 1, most - state.busy)
      state.busy += free
      defer { state.waiting = [] }
      return (state.begun, free, state.waiting)
    }
    waiting.forEach { $0.wake() }
    if free > 0 { send(free) }
    return number
  }

  private func send(_ free: Int) {
    let origin = Core.current
    for _ in 0..<free {
      DispatchQueue.global().async {
        origin.leave()
        while let batch = self.batch() { batch.work() }
      }
    }
  }

  /// A batch whose pieces are all taken needs nobody any more.
  func forget(_ batch: Batch) {
    state.withLock { state in
      state.batches.removeAll { $0.batch === batch }
      state.waiting.removeAll { $0 === batch }
    }
  }

  /// What the thread that waits for a batch helps with meanwhile: one begun later and so, mostly, for its pieces. Where there is none, the
  /// thread is woken when there is.
  func batch(begunAfter number: Int, while batch: Batch) -> Batch? {
    state.withLock { state in
      let later = state.batches.first { $0.number > number && !$0.batch.isTaken }
      if later == nil { state.waiting.append(batch) }
      return later?.batch
    }
  }

  /// What a helper does next; nil where there is nothing, and then it is none any more.
  private func batch() -> Batch? {
    state.withLock { state in
      let first = state.batches.first { !$0.batch.isTaken }
      if first == nil { state.busy -= 1 }
      return first?.batch
    }
  }
}
