import Testing

@testable import Houqin

@Suite("Which rows of a table changed")
struct RowMarkTests {
  @Test(
    "Told by the rows seen in Excel",
    arguments: [
      ("abcd", "abcd", nil), ("abcd", "abcde", "新增第5行"), ("abcd", "xabcd", "新增第1行"), ("abcd", "abxyd", "新增第4行、第3行有改动"),
      ("abcd", "abxd", "第3行有改动"),
      ("abcd", "ad", "删去原第2至3行"), ("abcdefgh", "xbcxefgx", "第1、4、8行有改动"), ("abcdefghi", "xbxdxfxhx", "第1、3、5等5行有改动"),
    ] as [(String, String, String?)])
  func changes(_ it: (before: String, now: String, told: String?)) throws {
    #expect(try Self.marks(it.now).changes(since: try Self.marks(it.before)) == it.told)
  }

  /// A mark a letter.
  private static func marks(_ letters: String) throws -> RowMarks {
    try #require(RowMarks(letters.utf8.map { String(repeating: "0", count: 4) + String($0, radix: 16) }.joined()))
  }

  @Test("A table that is another one is not compared row by row") func many() throws {
    let (before, now) = (String(repeating: "a", count: 2000), "b" + String(repeating: "c", count: 1999))
    #expect(try Self.marks(now).changes(since: try Self.marks(before)) == "第1行起有较多改动")
  }

  @Test("What is no list of marks is none") func damaged() { #expect(RowMarks("12345") == nil) }
}
