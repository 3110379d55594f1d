import Testing

@testable import Houqin

@Suite("Keys of findings are read as they are written") struct IssueKeyTests {
  @Test("And nothing else is a key") func texts() {
    for digest in [0, 1, 0xFF_FFFF_FFFF, 0x12_3456_789A] as [UInt64] {
      for count in [1, 2, 10, 141_000, 0xFF_FFFF] {
        let key = IssueKey(digest: digest, count: count)
        #expect(IssueKey(key.text) == key)
      }
    }
    #expect(IssueKey(digest: 0x12_3456_789A, count: 2).text == "CDFGHJKLMN-2")
    let ten = "BBBBBBBBBB"
    for text in ["", "BBBBBBBBB", "BBBBBBBBBA", "bbbbbbbbbb", ten + "B", ten + "-", ten + "-1", ten + "-02", ten + "-2 "] {
      #expect(IssueKey(text) == nil, "\(text)")
    }
  }

  @Test("Of equal digests the second is numbered 2", arguments: [[], [5], [5, 7, 5, 5, 7], Array(repeating: 3, count: 100)] as [[UInt64]])
  func numbered(digests: [UInt64]) {
    let table = IssueKeyTable(numbering: digests)
    let counts = digests.indices.map { place in digests[...place].count { $0 == digests[place] } }
    #expect(table.keys == zip(digests, counts).map(IssueKey.init))
    #expect(table.keys.map(table.place) == Array(digests.indices))
    #expect(table.place(of: IssueKey(digest: 4, count: 1)) == nil)
  }

  @Test("Every key is found where it stands, and of equal ones the first") func places() {
    let keys = (0..<3000).map { IssueKey(digest: UInt64($0 % 1000) << 28, count: 1 + $0 / 2000) }
    let table = IssueKeyTable(keys)
    #expect(table.keys == keys)
    #expect(keys.indices.allSatisfy { table.place(of: keys[$0]) == (1000..<2000 ~= $0 ? $0 - 1000 : $0) })
  }
}
