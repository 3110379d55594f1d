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
}
