import Testing

@testable import LedgerKit

@Suite("Rows noted by figures, and keys rows are compared by")
struct RowSetTests {
  @Test(
    "Rows are told in runs, in order, each once, however they came",
    arguments: [
      ([], []), ([0], [0..<1]), ([63, 64], [63..<65]), ([0, 1, 63, 64, 127, 128, 199], [0..<2, 63..<65, 127..<129, 199..<200]),
      ([199, 0, 64, 0, 65, 199], [0..<1, 64..<66, 199..<200]), ([5, 5, 5], [5..<6]), ([70, 3, 71, 4, 72], [3..<5, 70..<73]),
      (Array(60..<200), [60..<200]), (Array(0..<256), [0..<256]), ([254, 255], [254..<256]),
    ] as [([Int], [Range<Int>])])
  func runs(rows: [Int], expected: [Range<Int>]) {
    var set = RowSet(below: 256)
    for row in rows { set.insert(row) }
    var runs: [Range<Int>] = []
    set.forEachRun { runs.append($0) }
    #expect(runs == expected)
  }

  @Test("Sets of the same rows are equal, whatever came last") func equality() {
    func set(_ rows: [Int]) -> RowSet {
      var set = RowSet(below: 200)
      for row in rows { set.insert(row) }
      return set
    }
    #expect(set([0, 63, 64, 199]) == set([199, 64, 63, 0]))
    #expect(set([0, 63]) != set([0, 64]))
    #expect(set([]) != set([0]) && set([]) == set([]))
    #expect(set([1]) != RowSet(below: 64))
  }

  @Test("Keys that differ in any one part are different", arguments: 0..<8)
  func parts(part: Int) {
    func key(_ change: Int32) -> RowKey {
      var parts: [Int32] = [1, 2, 3, 4, 5, 6, 7, 8]
      parts[part] += change
      return RowKey(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7])
    }
    #expect(key(0) == key(0))
    #expect(key(0) != key(1))
    #expect(key(0) != key(Int32.min))
  }
}
