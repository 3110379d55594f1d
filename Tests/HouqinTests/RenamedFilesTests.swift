import Foundation
import Testing

@testable import Houqin

@Suite("File names do not decide the numbers")
struct RenamedFilesTests {
  /// The ledgers under names that say nothing and sort the other way round, or as before; settings and other files as they were.
  private static func renamed(_ sample: Sample, reversed: Bool = true) throws -> TemporaryFolder {
    let ledgers = Set(try sample.summary.examination.ledgerFiles.map(\.file))
    let folder = try TemporaryFolder()
    let all = try files(in: sample.url)
    try folder.write(
      all.enumerated().map { i, file in
        ledgers.contains(file.path)
          ? (path: reversed ? "子文件夹/新建表格\(900 - i).csv" : "表\(100 + i).csv", bytes: file.bytes) : (path: file.path, bytes: file.bytes)
      })
    return folder
  }

  @Test("The same figures", arguments: Sample.allCases) func figures(_ sample: Sample) throws {
    let folder = try Self.renamed(sample)
    #expect(FiguresReport(try Pipeline.figures(folder.path, Options())).json == FiguresReport(try sample.summary).json)
  }

  @Test("The same document up to the appendices", arguments: Sample.allCases) func document(_ sample: Sample) throws {
    // A name that says a month may be found to disagree with the rows (FIL-009), so both names say nothing.
    let (one, other) = (try report(try Self.renamed(sample, reversed: false).path), try report(try Self.renamed(sample).path))
    for (ending, appendices) in [(".md", "## 附录A"), (".html", "<h2 id=\"appendix-a\"")] {
      let bodies = try [one, other].map { files in
        let bytes = try #require(files.first { $0.key.hasSuffix(ending) }?.value)
        let text = String(decoding: bytes, as: UTF8.self)
        return String(text[..<(try #require(text.range(of: appendices))).lowerBound])
      }
      #expect(bodies[0] == bodies[1])
      #expect(bodies[0].contains("数据指纹"))
    }
  }

  @Test("The same findings, at the same rows", arguments: Sample.allCases) func findings(_ sample: Sample) throws {
    func told(_ examination: Examination) -> [String] {
      examination.findings.filter { !$0.rule.hasPrefix("FIL") }
        .map { "\($0.rule) \($0.row ?? 0) \($0.column ?? "") \($0.value ?? "")" }.sorted()
    }
    let folder = try Self.renamed(sample)
    #expect(told(try Pipeline.check(folder.path, Options())) == told(try sample.summary.examination))
  }
}
