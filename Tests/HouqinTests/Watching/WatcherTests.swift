import Foundation
import Testing

@testable import Houqin

/// A folder seen look by look; each letter of a file's stamp is another state of it.
@Suite("Watching, look by look") struct WatcherTests {
  /// What happens: the looks one after the other, and what is done between them.
  private func run(_ looks: [FolderState?], fails: Set<Int> = []) -> (reports: [[String]], notes: [String]) {
    var rest = looks[...]
    var (reports, notes): ([[String]], [String]) = ([], [])
    Watcher(
      look: { rest.popFirst() ?? nil }, pause: { _ in !rest.isEmpty },
      report: { changes in
        reports.append(changes)
        return fails.contains(reports.count - 1) ? .again : .done
      }, say: { notes.append($0) }
    ).run()
    return (reports, notes)
  }

  private func state(_ files: [String: Int], locks: [String] = []) -> FolderState {
    FolderState(files: files.mapValues { FolderState.Stamp(size: Int64($0), seconds: 0, nanoseconds: 0) }, locks: locks)
  }

  private func times(_ count: Int, _ state: FolderState?) -> [FolderState?] { Array(repeating: state, count: count) }

  @Test("Once at the start, and no more while nothing changes") func still() {
    #expect(run(times(20, state(["a": 1]))).reports == [[]])
  }

  @Test("After a change, when two seconds have passed without another") func change() {
    let before = times(3, state(["a": 1, "b": 1]))
    #expect(run(before + times(2, state(["a": 2, "c": 1]))).reports == [[]])
    #expect(run(before + times(3, state(["a": 2, "c": 1]))).reports == [[], ["改动 a", "不见了 b", "新增 c"]])
    #expect(run(before + times(9, state(["a": 2, "c": 1]))).reports.count == 2)
  }

  @Test("Many drops at once give one run") func drops() {
    let dropping: [FolderState?] = (1...30).map { count in state(Dictionary(uniqueKeysWithValues: (0...count).map { ("\($0)", 1) })) }
    let result = run(times(2, state(["0": 1])) + dropping + times(5, dropping.last ?? nil))
    #expect(result.reports.count == 2)
    #expect(result.reports.last?.count == 30)
  }

  @Test("Not while somebody has a table open, which is said once") func locked() {
    let open = state(["a": 2], locks: ["~$a.csv"])
    let result = run(times(2, state(["a": 1])) + times(10, open) + times(3, state(["a": 2])))
    #expect(result.reports == [[], ["改动 a"]])
    #expect(result.notes.count == 1 && result.notes.first?.contains("~$a.csv") == true)
  }

  @Test("A folder that goes away and comes back: said once each, reported only if it has changed") func gone() {
    let result = run(times(2, state(["a": 1])) + times(5, nil) + times(4, state(["a": 1])))
    #expect(result.reports == [[]])
    #expect(result.notes == ["工作夹不见了，或打不开；等它回来。", "工作夹回来了。"])
    #expect(run(times(2, state(["a": 1])) + times(5, nil) + times(4, state(["a": 2]))).reports == [[], ["改动 a"]])
  }

  @Test("A change that is taken back before it has come to rest is none") func takenBack() {
    #expect(run(times(2, state(["a": 1])) + times(2, state(["a": 2])) + times(9, state(["a": 1]))).reports == [[]])
  }

  @Test("What could not be written is tried again") func again() {
    let result = run(times(2, state(["a": 1])) + times(9, state(["a": 2])), fails: [1])
    #expect(result.reports == [[], ["改动 a"], ["改动 a"]])
  }
}
