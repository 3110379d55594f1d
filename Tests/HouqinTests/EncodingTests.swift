import Foundation
import Testing

@testable import Houqin

@Suite("The same term in every encoding")
struct EncodingTests {
  private static let encodings: [(name: String, mark: [UInt8], encoding: String.Encoding)] = [
    ("UTF-8-BOM", [0xEF, 0xBB, 0xBF], .utf8), ("UTF-8", [], .utf8), ("GB18030", [], String.Encoding(rawValue: 0x8000_0632)),
    ("UTF-16LE", [0xFF, 0xFE], .utf16LittleEndian), ("UTF-16BE", [0xFE, 0xFF], .utf16BigEndian),
  ]

  private static func summary(_ name: String) throws -> Summary {
    let (_, mark, encoding) = try #require(encodings.first { $0.name == name })
    let folder = try TemporaryFolder()
    try folder.write(
      try TermFixture.files.map { file in (path: file.name, bytes: Data(mark) + (try #require(file.text.data(using: encoding)))) })
    let summary = try Pipeline.figures(folder.path, Options())
    #expect(summary.examination.inputs.allSatisfy { $0.records?.text.encoding.rawValue == name })
    return summary
  }

  /// Worked out by hand (by a calculator) from the arithmetic of the fixture.
  private static let expected: [(code: String, told: String)] = [
    ("ST-INS-02", "40"), ("ST-INS-01", "30"), ("ST-INS-01.daily", "10"), ("ST-INS-07", "8/40 = 20.0"), ("ST-HAZ-01", "8"),
    ("ST-HAZ-03", "6/8 = 75.0"),
    ("ST-HAZ-04", "4/8 = 50.0"), ("ST-HAZ-05", "2"), ("ST-HAZ-06", "30/6 = 5.0"), ("ST-HAZ-07", "2"), ("ST-HAZ-08", "2"),
    ("ST-PUR-01", "789.55"),
    ("ST-PUR-02", "40"), ("ST-PUR-02.rows", "40"), ("ST-PUR-06", "40/40 = 100.0"), ("ST-FOD-01", "40"), ("ST-FOD-02", "9206.48"),
    ("ST-FOD-03", "39/40 = 97.5"),
    ("ST-FOD-06", "40/40 = 100.0"), ("ST-DRL-01", "8"), ("ST-DRL-02", "4"), ("ST-DRL-03", "3477"), ("ST-DRL-04", "3477/3500 = 99.3"),
  ]

  private static let planted = [
    "HAZ-012": 2, "HAZ-013": 2, "PUR-001": 1, "PUR-002": 1, "PUR-005": 1, "PUR-103": 1, "FOD-005": 1, "DRL-003": 1,
    // The two left open were found 99 and 39 days before the as-of date; three hazards each in 食堂 and 配电房; six days of every third on
    // which 日常检查 and 月检查 fall on a weekend.
    "HAZ-014": 2, "HAZ-102": 2, "INS-006": 6,
  ]

  @Test("Totals to the fen and what was planted", arguments: encodings.map(\.name)) func totals(_ encoding: String) throws {
    let summary = try Self.summary(encoding)
    for (code, told) in Self.expected { #expect(summary.told(code) == told, "\(code)") }
    let rules = summary.examination.findings.map(\.rule).filter { !$0.hasPrefix("COV-") }
    #expect(Dictionary(rules.map { ($0, 1) }, uniquingKeysWith: +) == Self.planted)
  }

  @Test("Figures do not depend on the encoding", arguments: encodings.map(\.name)) func same(_ encoding: String) throws {
    #expect(FiguresReport(try Self.summary(encoding)).json == FiguresReport(try Self.summary("UTF-8")).json)
  }
}
