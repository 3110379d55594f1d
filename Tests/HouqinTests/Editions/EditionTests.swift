import Documents
import Foundation
import Testing

@testable import Houqin

@Suite("The posted edition")
struct EditionTests {
  private static func documents(_ sample: Sample) throws -> (archive: Document, posted: Document) {
    let summary = try sample.summary
    let outline = try Outline.named(nil, for: summary.books.scope.profile.stage)
    return (
      try Composition(summary, outline: outline, edition: .archive).document,
      try Composition(summary, outline: outline, edition: .public).document
    )
  }

  private static func report(_ folder: String, _ edition: Edition) throws -> [String: String] {
    let output = try TemporaryFolder()
    _ = try Pipeline.report(folder, Options(output: output.path, edition: edition))
    return Dictionary(uniqueKeysWithValues: try files(in: output.url).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// Every number of the body that comes from a figure, in reading order.
  private static func figures(_ document: Document) -> [String] {
    let body = document.blocks.prefix { if case .heading(let heading) = $0 { heading.style != .appendix } else { true } }
    return body.flatMap(figures)
  }

  private static func figures(_ block: Block) -> [String] {
    switch block {
    case .paragraph(let inlines), .notice(let inlines): figures(inlines)
    case .list(let items, _): items.flatMap(figures)
    case .table(let table): (table.rows + [table.total ?? []]).flatMap { $0.flatMap(figures) }
    case .chart(let chart): chart.series.flatMap { $0.values.map { $0?.text ?? "" } }
    case .group(_, let blocks), .quote(let blocks): blocks.flatMap(figures)
    default: []
    }
  }

  private static func figures(_ inlines: [Inline]) -> [String] {
    inlines.flatMap { inline -> [String] in
      switch inline {
      case .figure(let id, let text): [id + " " + text]
      case .strong(let content), .emphasis(let content): figures(content)
      default: []
      }
    }
  }

  @Test("The figures of both editions are equal", arguments: Sample.allCases) func equal(_ sample: Sample) throws {
    let (archive, posted) = try Self.documents(sample)
    #expect(Self.figures(archive).count > 80)
    #expect(Self.figures(archive) == Self.figures(posted))
    let (a, b) = (try Self.report(sample.url.path, .archive), try Self.report(sample.url.path, .public))
    #expect(a["指标.csv"] == b["指标.csv"])
  }

  @Test("No rows, no findings one by one, no links to rows", arguments: Sample.allCases) func rows(_ sample: Sample) throws {
    let files = try Self.report(sample.url.path, .public)
    #expect(files.keys.allSatisfy { !$0.contains("问题清单") })
    for (name, text) in files where name.hasSuffix(".md") || name.hasSuffix(".html") {
      #expect(name.contains("（公示版）"))
      #expect(text.contains("公示版"))
      #expect(text.firstMatch(of: /\.csv第[0-9]+/) == nil)
      #expect(!text.contains("href=\"#f-"))
      #expect(!text.contains("data-title-1=\"级别\""))
    }
    #expect(files["manifest.json"]?.contains("\"edition\": \"public\"") ?? false)
  }

  @Test("In the archive every figure leads to its entry", arguments: Sample.allCases) func linked(_ sample: Sample) throws {
    let html = try WrittenSummary.of(sample).html
    let numbers = html.matches(of: /<data class="figure"/).count
    #expect(numbers > 150)
    #expect(html.matches(of: /<a class="number" href="#f-[^"]+"><data class="figure"/).count == numbers)
  }

  @Test("Names of those overdue, of children, of staff and the guarding of the school are not posted") func names() throws {
    let folder = try TemporaryFolder(
      ("花名册.csv", "姓名,岗位\n欧阳建国,保安\n李明,厨师\n"),
      (
        "隐患整改台账.csv",
        "发现日期,隐患部位,隐患描述,整改责任人,整改期限,整改情况\n2023-03-01,大门,北门监控盲区没有补装探头,赵铁柱,2023-03-10,未整改\n2023-03-02,教室,幼儿王小明被桌角碰伤，赵铁柱未及时包边,赵铁柱,2023-03-12,未整改\n"
          + "2023-03-03,食堂,欧阳建国反映李明师傅的案板开裂,陈四,2023-08-12,整改中\n"
      ), ("应急演练记录.csv", "演练日期,演练类型,参加人数,存在问题\n2023-03-17,消防,2,无\n2023-04-17,地震,500,欧阳建国到岗慢\n"))
    let archive = try Self.report(folder.path, .archive).filter { $0.key.hasSuffix(".md") }.values.joined()
    let posted = try Self.report(folder.path, .public).values.joined()
    for word in ["监控盲区", "王小明", "欧阳建国", "李明", "赵铁柱"] {
      #expect(archive.contains(word), "\(word)")
      #expect(!posted.contains(word), "\(word)")
    }
    #expect(posted.contains("少于3"))
    #expect(posted.contains("演练2次"))
  }
}

@Suite("Telephone and identity numbers")
struct MaskingTests {
  private static let phone = "13812345678"
  private static let identity = "32040219900307123X"
  private static let planted = ["1234567", "13812345678", "32040219900307123", "1990030712"]

  /// A term with numbers where people put them: names, remarks, headers, settings, keys of tables.
  private static func folder(passage: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(
      ("设置.csv", TemporaryFolder.settings + "作者,周某 \(phone)\n"),
      (
        "隐患整改台账.csv",
        "发现日期,隐患部位,隐患描述,整改责任人 \(phone),整改期限,整改情况,备注\n2023-03-01,大门\(phone),门禁坏，报修电话\(phone),赵某\(phone),2023-03-10,未整改,\(identity)\n2023-3-32,教室,身份证\(identity),赵某,2023-03-12,未整改,\n"
      ), ("应急演练记录.csv", "演练日期,演练类型,参加人数,存在问题\n2023-03-17,消防,560,联系\(phone)\n2023-04-17,地震,\(phone),\(identity)\n"),
      ("采购台账.csv", "采购日期,品名,数量,单价,金额,供应商\n2023-03-17,灯管,2,5,10.00,张某\(phone)\n2023-03-18,灯管\(identity),2,5,11.00,张某\(phone)\n"))
    try folder.write([(path: "文字/前言.md", bytes: Data(passage.utf8))])
    return folder
  }

  @Test("Masked in every output of either edition", arguments: Edition.allCases) func outputs(_ edition: Edition) throws {
    let folder = try Self.folder(passage: "值班电话\(Self.phone)，或138 1234 5678。")
    let output = try TemporaryFolder()
    _ = try Pipeline.report(folder.path, Options(output: output.path, edition: edition))
    var texts = Dictionary(uniqueKeysWithValues: try files(in: output.url).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    #expect(texts.count == (edition == .archive ? 5 : 4))
    let summary = try Pipeline.figures(folder.path, Options())
    let check = CheckReport(summary.examination)
    let figures = FiguresReport(summary)
    texts.merge(["check.json": check.json, "check.txt": check.text, "figures.json": figures.json, "figures.csv": figures.csv]) { $1 }
    for code in ["ST-HAZ-01", "ST-DRL-03", "ST-PUR-01", "ST-PUR-05"] {
      let trace = TraceReport(try Trace(code, in: summary))
      texts.merge(["\(code).json": trace.json, "\(code).csv": trace.csv, "\(code).txt": trace.text]) { $1 }
    }
    for (name, text) in texts {
      for number in Self.planted where text.contains(number) {
        let at = text.range(of: number).map { text[..<$0.upperBound].suffix(80) } ?? ""
        Issue.record("\(name)：\(at)")
      }
    }
    #expect(texts.values.contains { $0.contains("138****5678") })
  }

  @Test("Passages written by hand: the numbers are masked, all else stays", arguments: Edition.allCases) func passages(_ edition: Edition)
    throws
  {
    let folder = try Self.folder(passage: "值班电话\(Self.phone)，总机0519-85110110，传真１３８１２３４５６７８，共２次、12人。")
    let output = try TemporaryFolder()
    _ = try Pipeline.report(folder.path, Options(output: output.path, edition: edition))
    let markdown = try files(in: output.url).first { $0.path.hasSuffix(".md") }.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(markdown?.contains("值班电话138****5678，总机0519-85110110，传真138****5678，共2次、12人。".replacing("*", with: "\\*")) ?? false)
  }
}
