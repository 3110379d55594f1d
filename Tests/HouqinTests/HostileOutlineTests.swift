import Foundation
import Testing

@testable import Houqin

/// What people or machines put into a cell stays text, whatever outline it is set in.
@Suite("Hostile text in every outline") struct HostileOutlineTests {
  /// What is typed, and how the page must show it.
  struct Hostile: Sendable, CustomTestStringConvertible {
    var typed: String
    var page: String
    var testDescription: String { typed }

    init(_ typed: String, _ page: String? = nil) { (self.typed, self.page) = (typed, page ?? typed) }
  }

  static let texts = [
    Hostile("{{ST-HAZ-01}}"), Hostile("{{文字 前言}}"), Hostile("[[ST-HAZ-01 > 0：甲]]", "[[ST-HAZ-01 &gt; 0：甲]]"), Hostile("{{当 有台账 drills}}甲"),
    Hostile("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), Hostile("<!--body-->", "&lt;!--body--&gt;"),
    Hostile("甲|乙"),
    Hostile("`甲`"), Hostile("**甲** # 乙"), Hostile("甲\u{202E}乙\u{2066}丙", "甲乙丙"), Hostile("……"), Hostile("{{题}}甲"),
    Hostile("](javascript:1)"),
  ]

  private static func files(_ hostile: Hostile, _ outline: String) throws -> [String: String] {
    let cell = "\"" + hostile.typed.replacing("\"", with: "\"\"") + "\""
    let folder = try TemporaryFolder(
      (
        "隐患整改台账.csv",
        "发现日期,部位,隐患描述,责任人,整改期限,完成日期,整改情况\n2023-03-06,\(cell),\(cell),\(cell),2023-03-10,,整改中\n"
      ), ("应急演练记录.csv", "演练日期,演练类型,演练范围,参加人数,存在问题,改进措施\n2023-03-17,消防,全园,560,\(cell),\(cell)\n"),
      settings: TemporaryFolder.settings.replacing("单位名称,春芽幼儿园", with: "单位名称,\(cell)\n作者,\(cell)"))
    return try report(folder.path, template: outline).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test("It is printed as typed and never obeyed", arguments: TemplateFiles.outlines, texts) func printed(
    _ outline: String, _ hostile: Hostile
  )
    throws
  {
    let files = try Self.files(hostile, outline)
    let plain = try Self.files(Hostile("甲"), outline)
    #expect(files.keys.sorted() == plain.keys.sorted())
    let page = try Self.file(files, ".html")
    #expect(page.contains(hostile.page))
    let strange = Self.tags(page).subtracting(Self.tags(try Self.file(plain, ".html"))).subtracting(["<wbr>", "<br>"])
    #expect(strange.isEmpty)
    let text = try Self.file(files, ".md")
    let headings = Self.headings(text)
    #expect(headings == Self.headings(try Self.file(plain, ".md")))
    #expect(!text.contains(/(?m)(?:^|[^\\])<(?:script|!--)/))
    for scalar in ["\u{202E}", "\u{2066}"] { #expect(!text.contains(scalar) && !page.contains(scalar)) }
  }

  @Test("Line breaks in a cell and in the school's name stay within their line", arguments: TemplateFiles.outlines) func lineBreaks(
    _ outline: String
  )
    throws
  {
    let text = try Self.file(try Self.files(Hostile("甲\n\n## 乙\n- 丙"), outline), ".md")
    #expect(!text.contains("\n## 乙") && !text.contains("\n- 丙"))
  }

  private static func file(_ files: [String: String], _ ending: String) throws -> String {
    try #require(files.first { $0.key.hasSuffix(ending) }?.value)
  }

  private static func tags(_ page: String) -> Set<String> {
    Set(page.matches(of: /<[a-z\/!][^ >]*/).map { String($0.output) + ">" })
  }

  private static func headings(_ text: String) -> [Substring] { text.split(separator: "\n").filter { $0.hasPrefix("#") } }
}
