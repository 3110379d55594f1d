import Platform
import Synchronization

/// Work that is done on every core at once. Results stand where their places are, whichever is done first, so that nothing of the order
/// of work can show. Work may begin work of its own: whichever core is free helps with what was begun first, and who waits for the others
/// helps them meanwhile.
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

  /// Work in numbered pieces that free cores do while whoever began it goes on with something else. No piece may begin or wait for other work:
  /// who waits for a piece would be waited for.
  final class Begun<Value: Sendable>: Sendable {
    private let results: [Place<Value>]
    private let batch: Batch

    init(_ count: Int, _ work: @escaping @Sendable (Int) -> Value) {
      let results = (0..<count).map { _ in Place<Value>() }
      self.results = results
      batch = Batch(count: count) { piece in results[piece].fill(work(piece)) }
      batch.begin()
    }

    deinit { batch.forget() }

    /// What a piece made: waited for where it is not done, done here where no core was free. Who asks may hold no lock.
    subscript(piece: Int) -> Value {
      while true {
        if let value = results[piece].value { return value }
        batch.finish()
      }
    }
  }

  /// Where a result is put by whoever makes it.
  fileprivate final class Place<T: Sendable>: Sendable {
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
  /// For who waits: all is done, or other work was begun.
  private let news = DispatchSemaphore(value: 0)

  init(count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.body = Mutex(body)
    unfinished = Atomic(count)
  }

  /// Does all pieces, with the help of the cores that are free; returns when they are done.
  func run() {
    Helpers.shared.call(to: self, atMost: count - 1)
    finish()
    forget()
  }

  /// Lets cores that are free do the pieces.
  func begin() { Helpers.shared.call(to: self, atMost: count) }

  /// Does what pieces nobody has taken, and waits for the others.
  func finish() {
    work()
    wait()
    body.withLock { $0 = nil }
  }

  /// Tells the other cores that nothing is left to do.
  func forget() { Helpers.shared.forget(self) }

  var isTaken: Bool { next.load(ordering: .relaxed) >= count }
  private var isDone: Bool { unfinished.load(ordering: .acquiring) == 0 }

  /// Does pieces until all are taken.
  func work() {
    guard let body = body.withLock({ $0 }) else { return }
    while doPiece(body) {}
  }

  /// Does one piece; false where all are taken.
  private func doPiece(_ body: (Int) -> Void) -> Bool {
    let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
    guard piece < count else { return false }
    body(piece)
    if unfinished.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue == 0 { tell() }
    return true
  }

  /// Wakes who waits for it.
  func tell() { news.signal() }

  /// Waits for the pieces that others took. What they begin meanwhile is done with their help, piece by piece: measured on a large school's
  /// rules, this core would else have nothing to do for an eighth of the time.
  private func wait() {
    while !isDone {
      if let other = Helpers.shared.batch(begunAfter: self), let body = other.body.withLock({ $0 }) {
        _ = other.doPiece(body)
      } else {
        news.wait()
      }
    }
    // Of those who wait for the same, each is woken by the one before.
    tell()
  }
}

/// The other cores: each that is free looks for the batch that was begun first and has pieces left.
private final class Helpers: Sendable {
  static let shared = Helpers()

  private struct State {
    var batches: [Batch] = []
    var busy = 0
  }

  private let state = Mutex(State())
  private let most = max(0, ProcessInfo.processInfo.activeProcessorCount - 1)

  /// Offers a batch to some of the cores that are free, and to those that wait for others.
  func call(to batch: Batch, atMost wanted: Int) {
    let free = state.withLock { state in
      for other in state.batches where other.isTaken { other.tell() }
      state.batches.append(batch)
      let free = min(wanted, most - state.busy)
      state.busy += free
      return free
    }
    if free == 0 { return }
    let origin = Core.current
    for _ in 0..<free {
      DispatchQueue.global().async {
        origin.leave()
        while let batch = self.batch() { batch.work() }
      }
    }
  }

  /// What who waits for a batch can help with: all that its pieces begin is begun after it.
  func batch(begunAfter batch: Batch) -> Batch? {
    state.withLock { state in
      state.batches.firstIndex { $0 === batch }.flatMap { place in state.batches[(place + 1)...].first { !$0.isTaken } }
    }
  }

  /// A batch that is done needs nobody any more.
  func forget(_ batch: Batch) { state.withLock { state in state.batches.removeAll { $0 === batch } } }

  /// What a helper does next; nil where there is nothing, and then it is none any more.
  private func batch() -> Batch? {
    state.withLock { state in
      let first = state.batches.first { !$0.isTaken }
      if first == nil { state.busy -= 1 }
      return first
    }
  }
}
