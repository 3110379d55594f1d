import LedgerKit
import Testing

@testable import Houqin

@Suite("What findings name is kept for the list as it stands in the row") struct FoundCellsTests {
  private static let names = String(repeating: "欧阳", count: 10)
  private static let long = names + "、" + names
  private static let rows = [
    "采购日期,品名,数量,单价,金额,审批人,采购人,验收人", "2023-03-08,胶带,10,12,,,李秀英,赵海燕", "2023-03-09,打印纸,四,20,80,,\(long),赵海燕",
    "2023-03-10,扫把,\(long),20,80,,,", "2023-03-11,13812345678,1,20,20,,周明\u{202E},",
  ]

  private static func findings() throws -> [Finding] {
    let folder = try TemporaryFolder(("采购台账.csv", rows.joined(separator: "\n") + "\n"))
    let workFolder = try WorkFolder(at: folder.path, excluding: folder.url.appending(path: "output"), followsLinks: false)
    return Examination(Workbook(inputs: InputReader.inputs(of: workFolder), passages: [:], asOf: nil)).judged
  }

  private static func kept(_ cells: FoundCells, _ finding: Finding, _ place: Int) -> [String?] {
    func text(_ cell: UnsafeBufferPointer<UInt8>) -> String { String(decoding: cell, as: UTF8.self) }
    return cells.withReader { [$0.withValue(of: finding, at: place, text), $0.withPerson(of: finding, at: place, text)] }
  }

  @Test("Cells, long ones and none at all, in any order") func same() throws {
    let findings = try Self.findings()
    let named = findings.map { [$0.value, $0.person] }
    #expect(named.contains { $0[0] == Self.long } && named.contains { $0[1] == Self.long } && named.contains { $0[0] == nil })
    #expect(named.contains { $0[0] != nil && $0[1] == nil } && named.contains { $0[1] == "李秀英" })
    var cells = FoundCells()
    for finding in findings { cells.append(finding) }
    #expect(findings.indices.reversed().map { Self.kept(cells, findings[$0], $0) } == named.reversed())
  }

  @Test("Those that are kept are told with what may be read from their beginning") func kept() throws {
    let findings = try Self.findings()
    var cells = FoundCells()
    for finding in findings { cells.append(finding) }
    cells.finish()
    for (place, finding) in findings.enumerated() {
      let kept = cells.withReader { cells in
        cells.kept(at: place).map { kept in
          #expect(kept.value.memory.count >= 64 && kept.person.memory.count >= 64)
          return [kept.value, kept.person].map { String(decoding: $0.memory[..<$0.count], as: UTF8.self) }
        }
      }
      let isLong = [finding.value, finding.person].contains { ($0 ?? "").utf8.count > 63 }
      #expect(kept == (isLong ? nil : [finding.value ?? "", finding.person ?? ""]))
    }
  }

  private static let unapproved = "2023-03-08,胶带,1,12,12,,李秀英,"

  /// What the finding of the first row that nobody approved is known by, and whom it names.
  private static func known(_ rows: [String]) throws -> [String?] {
    let folder = try TemporaryFolder(("采购台账.csv", ([Self.rows[0]] + rows).joined(separator: "\n") + "\n"))
    let workFolder = try WorkFolder(at: folder.path, excluding: folder.url.appending(path: "output"), followsLinks: false)
    let inputs = InputReader.inputs(of: workFolder)
    let findings = Examination(Workbook(inputs: inputs, passages: [:], asOf: nil)).judged
    let found = FoundRows(findings, in: inputs)
    let place = try #require(findings.firstIndex { $0.rule == "PUR-004" && $0.row == 2 })
    var person: String?
    found.forEach(of: [Int32(place)]) { _, place, names in
      person = names.cells.withPerson(of: findings[place], at: names.place) { String(decoding: $0, as: UTF8.self) }
    }
    return [found.keys[place].text, person]
  }

  @Test(
    "A row is known by what it says, wherever it stands and however it is written",
    arguments: [
      unapproved, "2023-03-08,\"胶带\",1,12,12,,李秀英,", "2023-03-08,胶 带,1,12,12,,李秀英,", "2023-03-08,胶带,1,12,12,,\"李秀英\",\"\"",
      "2023-03-08,胶带,1,１２,12,,李秀英,", unapproved + String(repeating: ",", count: 70),
    ])
  func written(row: String) throws {
    let others = (1...20).map { "2023-03-09,打印纸\($0),2,20,40,,周明," }
    let known = try Self.known([Self.unapproved])
    #expect(known[1] == "李秀英")
    #expect(try Self.known([row]) == known)
    #expect(try Self.known([row] + others) == known)
    #expect(try Self.known(["2023-03-08,胶带,1,12,12,,,李秀英"] + others) != known)
  }

  @Test("Of more findings than are read at once") func many() throws {
    let rows = (2...9001).map { "2023-03-08,胶带\($0),1,12,12,,李\($0)," }
    let folder = try TemporaryFolder(("采购台账.csv", Self.rows[0] + "\n" + rows.joined(separator: "\n") + "\n"))
    let workFolder = try WorkFolder(at: folder.path, excluding: folder.url.appending(path: "output"), followsLinks: false)
    let inputs = InputReader.inputs(of: workFolder)
    let findings = Examination(Workbook(inputs: inputs, passages: [:], asOf: nil)).judged
    let found = FoundRows(findings, in: inputs)
    let unapproved = findings.indices.filter { findings[$0].rule == "PUR-004" }
    var named: [String?] = []
    found.forEach(of: unapproved.map(Int32.init)[...]) { line, place, names in
      #expect(place == unapproved[line])
      named.append(names.cells.withPerson(of: findings[place], at: names.place) { String(decoding: $0, as: UTF8.self) })
    }
    #expect(named == (2...9001).map { "李\($0)" })
    #expect(Set(unapproved.map { found.keys[$0].text }).count == 9000)
    #expect(unapproved.allSatisfy { found.severities[$0] == findings[$0].severity })
  }
}
