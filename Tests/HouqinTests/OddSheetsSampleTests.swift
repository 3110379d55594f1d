import Foundation
import Testing

@testable import Houqin

@Suite("OddSheets: the worst sheets of samples/疑难表格")
struct OddSheetsSampleTests {
  private static let folder = Repository.root.appending(path: "samples/疑难表格").path
  private static let result = Result { try Pipeline.check(folder, Options()) }
  private static var examination: Examination { get throws { try result.get() } }

  @Test("Encoding, delimiter, ledger, classes of rows, and every finding", arguments: OddSheetsTable.lines)
  func file(_ line: OddSheetsTable.Line) throws {
    let examination = try Self.examination
    let input = try #require(examination.inputs.first { $0.file == line.file })
    let found = examination.findings.filter { $0.file == line.file }.map { finding in
      [finding.rule, finding.severity.rawValue, finding.row.map(String.init) ?? "–", finding.column ?? "–"].joined(separator: " ")
    }
    let expected = line.findings
    #expect(Set(found).subtracting(expected) == [])
    #expect(Set(expected).subtracting(found) == [])
    #expect(found.count == expected.count)
    #expect(input.ledgerID == line.ledger)
    #expect(input.records?.text.encoding.rawValue == line.encoding)
    #expect(input.records.map { String(UnicodeScalar($0.dialect.delimiter)) } == line.delimiter)
    #expect(Self.rows(input, examination) == line.rows)
  }

  private static func rows(_ input: Input, _ examination: Examination) -> [Int]? {
    guard let counts = input.counts, let account = examination.accounts[input.file] else { return nil }
    let classes = [.title, .header, .total, .note, .blank, .data].map { counts[$0] ?? 0 }
    return [input.records?.recordCount ?? -1] + classes + [account.used, account.excluded]
  }

  @Test("No row disappears") func identity() throws {
    let examination = try Self.examination
    for input in examination.inputs {
      guard let rows = Self.rows(input, examination) else { continue }
      #expect(rows[0] == rows[1...6].reduce(0, +), "\(input.file)")
      #expect(rows[6] == rows[7] + rows[8], "\(input.file)")
    }
  }

  @Test("Every file is in the table; of the term as a whole only that these few sheets hold no fire inspection") func complete() throws {
    let examination = try Self.examination
    #expect(examination.inputs.map(\.file).sorted() == OddSheetsTable.lines.map(\.file).sorted())
    #expect(examination.findings.filter { $0.file == nil }.map(\.rule) == ["COV-003"])
  }

  @Test("read says something of every file, or what to do with it") func read() throws {
    for line in OddSheetsTable.lines {
      do {
        let report = try Pipeline.read(Self.folder + "/" + line.file)
        #expect(report.text.hasPrefix("文件　\(line.file)\n"))
        #expect(report.json.hasSuffix("}\n") && !report.csv.isEmpty)
      } catch {
        let message = "\(error)"
        #expect(line.rows == nil && message.contains(line.file) && message.contains("请"), "\(message)")
      }
    }
  }

  /// What people, spreadsheets and browsers are given. `figures` and the manifest are among the files of a report.
  private static var outputs: [String: String] {
    get throws {
      let checked = CheckReport(try examination)
      var all = ["check text": checked.text, "check csv": checked.csv, "check json": checked.json]
      for (name, bytes) in try report(folder) { all[name] = String(decoding: bytes, as: UTF8.self) }
      return all
    }
  }

  @Test("A report is made; no output has a telephone number or a tag of somebody else's") func harmless() throws {
    let outputs = try Self.outputs
    #expect(outputs.count == 8)
    for (name, text) in outputs {
      for number in ["13700005678", "13900001234"] { #expect(!text.contains(number), "\(name)") }
      // JSON and CSV carry cells as data; what a browser opens must not.
      guard name.hasSuffix(".html") || name.hasSuffix(".md") else { continue }
      // In Markdown a backslash makes a tag plain text.
      let active = name.hasSuffix(".md") ? text.replacing("\\<", with: "") : text
      for tag in ["<script>alert", "<img src=x", "<b>领导批示"] { #expect(!active.contains(tag), "\(name): \(tag)") }
      #expect(!text.contains("](javascript:"), "\(name)")
      #expect(!text.contains("\u{202E}"), "\(name)")
    }
  }

  @Test("A spreadsheet takes no cell of the list of problems for a formula") func formulas() throws {
    let csv = CheckReport(try Self.examination).csv
    for line in csv.split(whereSeparator: \.isNewline) {
      #expect(!line.contains(",=") && !line.contains(",\"="), "\(line)")
    }
  }
}
