import Platform
import Synchronization

/// Work that is done on every core at once. Results stand where their places are, whichever is done first, so that nothing of the order
/// of work can show. Work begun within such work stays on the core it is begun on, so pieces beside each other should be about as long.
enum Parallel {
  /// The results of two different pieces of work.
  static func both<A: Sendable, B: Sendable>(_ a: @Sendable () -> A, _ b: @Sendable () -> B) -> (A, B) {
    let first = Mutex<A?>(nil)
    let second = Mutex<B?>(nil)
    perform(2) { place in
      if place == 0 {
        let result = a()
        first.withLock { $0 = result }
      } else {
        let result = b()
        second.withLock { $0 = result }
      }
    }
    return (first.withLock { $0 } ?? a(), second.withLock { $0 } ?? b())
  }

  /// The results of `body` for pieces of `0..<count`, in order: at most eight, none much shorter than `least`.
  static func pieces<T: Sendable>(of count: Int, least: Int, _ body: @Sendable (Range<Int>) -> T) -> [T] {
    let pieces = max(1, min(8, count / least))
    return map(pieces) { piece in body(count * piece / pieces..<count * (piece + 1) / pieces) }
  }

  /// The results of `body` for 0 to `count - 1`. Work begun first should be the longest.
  static func map<T: Sendable>(_ count: Int, _ body: @Sendable (Int) -> T) -> [T] {
    if count < 2 { return (0..<count).map(body) }
    let results = Mutex([T?](repeating: nil, count: count))
    perform(count) { place in
      let result = body(place)
      results.withLock { $0[place] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  private static func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
    let origin = Core.current
    DispatchQueue.concurrentPerform(iterations: count) { place in
      origin.leave()
      body(place)
    }
  }
}
