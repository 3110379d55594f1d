import LedgerKit
import Testing

@Suite("Titles of terms and files") struct TitleTests {
  @Test(
    "The term after a term",
    arguments: [("2022-2023-2", "2023—2024学年度第一学期"), ("2023-2024-1", "2023—2024学年度第二学期")])
  func next(term: String, title: String) throws {
    #expect(try #require(Semester(parsing: term)).next.title == title)
  }

  @Test(
    "A title as a file's name",
    arguments: [
      ("2023—2024学年度第一学期后勤工作计划", "2023—2024学年度第一学期后勤工作计划"), ("总结（简版）", "总结（简版）"), ("../../etc/总结", "etc 总结"), ("甲\n乙\u{202E}丙", "甲 乙 丙"),
      ("a:b*c?\"<d>|", "a b c d"), (".隐藏", "隐藏"), ("///", "备用"), ("", "备用"),
      (String(repeating: "长", count: 100), String(repeating: "长", count: 60)),
    ])
  func safe(title: String, name: String) {
    #expect(FileName.safe(title, else: "备用") == name)
  }
}
