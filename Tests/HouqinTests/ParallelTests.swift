import Platform
import Testing

@testable import Houqin

/// Work on every core: results stand where their places are, whoever makes them, also where work begins work of its own.
@Suite("Work on every core")
struct ParallelTests {
  @Test("Results stand in order", arguments: [0, 1, 2, 7, 1000])
  func order(count: Int) {
    #expect(Parallel.map(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test("Results that may be nothing are kept")
  func optionals() {
    #expect(Parallel.map(5) { $0 % 2 == 0 ? $0 : nil } == [0, nil, 2, nil, 4])
  }

  @Test("Two pieces of different kinds")
  func both() {
    let (number, text) = Parallel.both {
      626
    } _: {
      "幼儿"
    }
    #expect(number == 626)
    #expect(text == "幼儿")
  }

  @Test(
    "Pieces cover everything once, none much shorter than asked",
    arguments: [(0, 10, [0..<0]), (9, 10, [0..<9]), (25, 10, [0..<12, 12..<25]), (800, 10, (0..<8).map { $0 * 100..<($0 + 1) * 100 })])
  func pieces(count: Int, least: Int, expected: [Range<Int>]) {
    #expect(Parallel.pieces(of: count, least: least) { $0 } == expected)
  }

  /// Of two pieces one begins two more, of which neither ends before the other has begun: the core that waits for the first must take one.
  @Test("Who waits for another core helps it", .enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1))
  func help() {
    let meetings = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
    let found = Parallel.map(2) { outer -> [Bool] in
      if outer == 0 { return [] }
      return Parallel.map(2) { inner -> Bool in
        meetings[inner].signal()
        return meetings[1 - inner].wait(timeout: .now() + 10) == .success
      }
    }
    #expect(found == [[], [true, true]])
  }

  @Test("Work within work within work comes to the same")
  func nested() {
    let cubes = Parallel.map(20) { x in
      Parallel.map(20) { y in
        let (sum, difference) = Parallel.both {
          x + y
        } _: {
          x - y
        }
        return Parallel.map(3) { z in sum * difference * z }
      }
    }
    let expected = (0..<20).map { x in (0..<20).map { y in (0..<3).map { z in (x * x - y * y) * z } } }
    #expect(cubes == expected)
  }

  @Test("Work that was begun is waited for, by as many as ask for it", arguments: [0, 1, 50])
  func begun(asking: Int) {
    let squares = Parallel.Begun(7) { $0 * $0 }
    #expect(Parallel.map(asking) { squares[$0 % 7] + $0 } == (0..<asking).map { ($0 % 7) * ($0 % 7) + $0 })
    #expect(squares[6] == 36)
  }

  @Test("Work that is not done yet is waited for")
  func late() {
    let mayEnd = DispatchSemaphore(value: 0)
    let slow = Parallel.Begun(1) { _ in mayEnd.wait(timeout: .now() + 10) == .success }
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.05) { mayEnd.signal() }
    #expect(slow[0])
  }
}
