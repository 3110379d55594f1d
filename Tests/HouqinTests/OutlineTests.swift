import Documents
import Foundation
import Testing

@testable import Houqin

/// What every built-in outline keeps to, whatever is in the work folder.
@Suite("The built-in outlines") struct OutlineTests {
  static func markdown(_ folder: String, _ outline: String) throws -> String {
    let files = try report(folder, template: outline)
    return String(decoding: try #require(files.first { $0.key.hasSuffix(".md") }?.value), as: UTF8.self)
  }

  /// The text before the appendices, without the cover box and the letterhead.
  static func body(_ markdown: String) -> String {
    let start = markdown.range(of: "与附录C一致 |\n") ?? markdown.range(of: "由全部来源文件算出 |\n")
    let end = markdown.range(of: "\n## 附录A")?.lowerBound ?? markdown.endIndex
    return String(markdown[(start?.upperBound ?? markdown.startIndex)..<end])
  }

  @Test(
    "Title and file name",
    arguments: [
      (Sample.kindergarten, "幼儿园", "2022—2023学年度第二学期后勤工作总结"), (.school, "中小学", "2023—2024学年度第一学期后勤工作总结"),
      (.kindergarten, "简版", "2022—2023学年度第二学期后勤工作总结（简版）"), (.kindergarten, "下学期工作计划", "2023—2024学年度第一学期后勤工作计划"),
      (.school, "下学期工作计划", "2023—2024学年度第二学期后勤工作计划"),
    ])
  func titles(_ sample: Sample, _ outline: String, _ title: String) throws {
    let files = try report(sample.url.path, template: outline)
    #expect(files.keys.sorted() == ["\(title).html", "\(title).md", "manifest.json", "指标.csv", "问题清单.csv"].sorted())
    #expect(String(decoding: try #require(files[title + ".md"]), as: UTF8.self).contains("\n# \(title)\n"))
  }

  @Test("Every name in them is known, so that nothing has to be asked for but what is printed", arguments: TemplateFiles.outlines)
  func proven(_ name: String) throws {
    let text = try #require(EmbeddedTemplates.outlines[name])
    let (whole, proven) = (try Template(parsing: text, name: name), try Outline.named(name, for: .kindergarten).template)
    let (empty, term) = (try TemporaryFolder(("设置.csv", TemporaryFolder.settings)), try TemporaryFolder())
    try term.write(TermFixture.files.map { (path: $0.name, bytes: Data($0.text.utf8)) })
    for folder in Sample.allCases.map(\.url.path) + [empty.path, term.path] {
      let summary = try Pipeline.figures(folder, Options())
      for edition in Edition.allCases {
        let source = SummarySource(summary: summary, cited: whole.figureNames, edition: edition)
        #expect(try whole.compose(from: source) == proven.compose(from: source), "\(folder)")
        #expect(try whole.composeTitle(from: source) == proven.composeTitle(from: source))
      }
    }
  }

  @Test(
    "A title that cannot be a file's name is made into one",
    arguments: [
      ("{{题}}../../{{单位名称}}总结", "春芽幼儿园总结"), ("{{题}}甲/乙\\\\丙:丁", "甲 乙 丙 丁"), ("{{题}}{{作者}}", "【待填作者】"), ("{{题}}…", "…"),
    ])
  func fileNames(text: String, name: String) throws {
    let folder = try TemporaryFolder(("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"))
    let outline = try TemporaryFolder(("提纲.md", text))
    let files = try report(folder.path, template: outline.path + "/提纲.md")
    #expect(files.keys.contains(name + ".md"), "\(files.keys.sorted())")
  }

  @Test("The same folder, the same bytes", arguments: TemplateFiles.outlines) func sameBytes(_ outline: String) throws {
    #expect(try report(Sample.school.url.path, template: outline) == report(Sample.school.url.path, template: outline))
  }

  @Test("A number is the same in every outline", arguments: Sample.allCases, TemplateFiles.outlines)
  func sameFigures(_ sample: Sample, _ outline: String) throws {
    let summary = try sample.summary
    let document = try Report(summary, outline: try Outline.named(outline, for: .kindergarten), options: Options()).document
    let figures = document.blocks.flatMap(\.figures)
    #expect(figures.count > 10)
    for (code, text) in figures {
      guard let value = summary.figure(code) else {
        #expect(summary.breakdown(code) != nil, "\(code)")
        continue
      }
      let forms = [value.inline, value.numeratorText, value.denominatorText].compactMap { $0?.filter { $0 != "," } }
      let isRounded = value.figure.unit == .money && text.hasSuffix("万元")
      #expect(forms.contains(text.filter { $0 != "," }) || isRounded || text.hasPrefix(value.inline + "元"), "\(code) \(text)")
    }
  }

  @Test("No words of praise, no claim of nothing having happened", arguments: Sample.allCases, TemplateFiles.outlines)
  func modest(_ sample: Sample, _ outline: String) throws {
    let copy = try TemporaryFolder()
    try copy.write(try files(in: sample.url).filter { !$0.path.hasPrefix("文字/") })
    let text = Self.body(try Self.markdown(copy.path, outline))
    for word in ["成效", "显著", "圆满", "名列前茅", "高度重视", "无事故", "未发生", "不存在隐患", "杜绝", "全面提升", "一致好评"] {
      #expect(!text.replacing("【实施成效反思】", with: "").contains(word), "\(word)")
    }
  }

  @Test("Sentences do not all begin alike, and none is empty", arguments: Sample.allCases, TemplateFiles.outlines)
  func varied(_ sample: Sample, _ outline: String) throws {
    // Charts drawn in characters stand between fences.
    let parts = Self.body(try Self.markdown(sample.url.path, outline)).components(separatedBy: "\n```")
    let lines = parts.enumerated().filter { $0.offset % 2 == 0 }.flatMap { $0.element.split(separator: "\n").map(String.init) }
    let paragraphs = lines.filter { line in !["|", "#", ">", "**", "注："].contains { line.hasPrefix($0) } }
    #expect(paragraphs.filter { $0.hasPrefix("本学期") }.count <= 2)
    #expect(Set(paragraphs).count == paragraphs.count)
    for (before, after) in zip(paragraphs, paragraphs.dropFirst()) where !before.hasPrefix("1.") {
      #expect(before.prefix(4) != after.prefix(4), "\(before.prefix(30)) \(after.prefix(30))")
    }
    for slip in ["。。", "，。", "；。", "，，", "、。", "：。", "，；", "（）", "。，", "和。", "、和", "其中。"] {
      #expect(!paragraphs.contains { $0.contains(slip) }, "\(slip)")
    }
  }

  @Test("Ledgers one by one: what was not handed in is neither nothing nor everything", arguments: TemplateFiles.outlines, 0..<5)
  func oneLedger(_ outline: String, _ which: Int) throws {
    let sheets = [
      ("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果\n2023-03-06,月检查,大门,王建国、李秀英,正常\n"),
      ("隐患整改台账.csv", "发现日期,部位,隐患描述,责任人,整改期限,完成日期,整改情况\n2023-03-06,大门,门轴松动,王建国,2023-03-10,2023-03-08,已整改\n"),
      ("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n"),
      ("食堂进货验收.csv", "进货日期,食品名称,食品类别,数量,单价,金额,供货商,索证情况,合格证明,验收结果,验收人\n2023-05-03,青菜,蔬菜,10,3,30,绿源,√,√,合格,孙志强、周海燕\n"),
      ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"),
    ]
    let folder = try TemporaryFolder(sheets[which])
    let text = Self.body(try Self.markdown(folder.path, outline))
    for claim in [/[^0-9.]0[次处项单家]/, /[^0-9.]0批次/, /[^0-9.,]0\.00元/, /[^0-9.]0(?:\.0)?%/, /——/] { #expect(!text.contains(claim)) }
    for line in text.split(separator: "\n") where !line.hasPrefix("|") && !line.hasSuffix("：") {
      #expect(!MissingColumnTests.hasSlip(String(line)), "\(line)")
    }
    for word in ["inspections", "hazards", "{{", "}}", "[[", "【待填"] { #expect(!text.contains(word), "\(word)") }
    let missing = ["安全检查", "隐患", "采购", "食堂|食材", "演练"].enumerated().filter { $0.offset != which && ($0.offset, which) != (1, 0) }
    for (_, word) in missing { #expect(text.contains(try Regex(word)), "\(word)") }
  }
}

extension Block {
  /// Code and text of every figure printed.
  var figures: [(String, String)] {
    switch self {
    case .heading(let heading): heading.content.figures
    case .paragraph(let inlines), .notice(let inlines): inlines.figures
    case .list(let items, _): items.flatMap(\.figures)
    case .quote(let blocks): blocks.flatMap(\.figures)
    default: []
    }
  }
}

extension [Inline] {
  fileprivate var figures: [(String, String)] {
    flatMap { inline -> [(String, String)] in
      switch inline {
      case .figure(let id, let text): [(id, text)]
      case .strong(let inlines), .emphasis(let inlines): inlines.figures
      default: []
      }
    }
  }
}
