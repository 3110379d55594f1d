import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// A work folder in the state it arrives in, read and judged. Every file's rows are accounted for, whatever the test is about.
struct Mess {
  let examination: Examination

  /// `settings` are lines that 设置.csv has besides the usual ones.
  init(_ files: (String, String)..., settings: [String] = []) {
    self.init(bytes: files.map { ($0.0, Array($0.1.utf8)) }, settings: settings)
    for (name, text) in files where !text.contains("\"") && !text.contains("\r") && !text.hasPrefix("sep=") {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count - (text.hasSuffix("\n") ? 1 : 0)
      if let counts = input(name)?.counts { #expect(counts.values.reduce(0, +) == lines, "\(name) has \(lines) lines") }
    }
  }

  init(bytes files: [(name: String, bytes: [UInt8])], settings: [String] = []) {
    let all = WorkFolderInMemory.settings + settings.map { $0 + "\n" }.joined()
    let given = (files.contains { $0.name == "设置.csv" } ? [] : [("设置.csv", Array(all.utf8))]) + files
    let inputs = given.sorted { $0.0 < $1.0 }.map { InputReader.input($0.0, $0.1) }
    examination = Examination(Workbook(inputs: InputReader.markingRepeats(in: inputs), passages: [:], asOf: nil))
    // Rows do not own their table; a test's rows outlive the folder they were read from.
    for table in examination.books?.all ?? [] { _ = Unmanaged.passRetained(table) }
    for input in examination.inputs { account(for: input) }
  }

  /// `physical = title + header + total + note + blank + data`, `data = used + excluded`, and each data row is in a table, refused by it,
  /// or of no table.
  private func account(for input: Input) {
    guard let records = input.records, let counts = input.counts else {
      #expect(examination.accounts[input.file] == nil, "\(input.file)")
      return
    }
    #expect(RowClass.allCases.reduce(0) { $0 + (counts[$1] ?? 0) } == records.recordCount, "\(input.file): physical")
    guard let account = examination.accounts[input.file] else {
      Issue.record("\(input.file) is not accounted for")
      return
    }
    #expect(account.data == counts[.data], "\(input.file): data")
    #expect(account.used + account.excluded == account.data && account.used >= 0 && account.excluded >= 0, "\(input.file): \(account)")
    guard let sheet = input.sheet, sheet.ledger.role == .record, sheet.form == nil else { return }
    var placed = Set<Int>()
    for table in examination.books?.all ?? [] {
      placed.formUnion(table.rows.filter { $0.file == input.file && !$0.source.isDerived }.map(\.record))
      placed.formUnion(table.rejected.filter { table.sources[$0.source].sheet.file == input.file }.map(\.record))
    }
    #expect(placed.count + input.strayRows == account.data, "\(input.file): a data row is nowhere, or in two places")
  }

  func input(_ file: String) -> Input? { examination.inputs.first { $0.file == file } }

  /// What each line of a file is, by first letters: `title header data data total`.
  func classes(_ file: String) -> String { (input(file)?.classes ?? []).map { "\($0)" }.joined(separator: " ") }

  func rows(_ ledger: String) -> [Row] { examination.books?.table(ledger).map { Array($0.rows) } ?? [] }

  /// The row that stands in a row of Excel.
  func row(_ ledger: String, _ number: Int) throws -> Row { try #require(rows(ledger).first { $0.number == number }) }

  /// `GEN-003 info 应急演练记录.csv 3 演练日期`; what is told of the whole term, or of two ledgers together, is not of the reading.
  var findings: [String] { examination.findings.filter(Self.isOfReading).map(Self.line) }

  /// Rules on practice and patterns, which these small sheets do not try to keep.
  private static let practice: Set<String> = [
    "INS-004", "INS-005", "INS-006", "INS-101", "HAZ-006", "HAZ-007", "HAZ-008", "HAZ-014", "HAZ-015", "HAZ-101", "HAZ-102", "PUR-003",
    "PUR-007", "PUR-012", "PUR-013", "PUR-014", "PUR-101", "PUR-102", "PUR-104", "PUR-105", "FOD-004", "FOD-007", "FOD-101", "DRL-006",
    "DRL-007", "DRL-101", "DRL-102",
  ]

  static func isOfReading(_ finding: Finding) -> Bool {
    !finding.rule.hasPrefix("COV-") && !finding.rule.hasPrefix("X-") && !practice.contains(finding.rule)
  }

  static func line(_ f: Finding) -> String {
    [f.rule, "\(f.severity)", f.file, f.row.map(String.init), f.column].compactMap { $0 }.joined(separator: " ")
  }

  /// `year 3 演练日期 “3.6” → “2023-03-06”`.
  func repairs(_ ledger: String) -> [String] {
    examination.books?.table(ledger)?.normalizations.map { "\($0.repair.id) \($0.row) \($0.column) “\($0.before)” → “\($0.after)”" } ?? []
  }

  func fixes(_ rule: String) -> [String] { examination.findings.filter { $0.rule == rule }.map(\.fix) }

  func summary() throws -> Summary { try #require(Summary(examination)) }
}

/// An ordinary sheet of a ledger: two rows nobody could object to, of which the second is a test's to spoil.
struct MessSheet {
  let file: String
  let ledger: String
  private(set) var headers: [String]
  private(set) var first: [String]
  private(set) var second: [String]

  init(_ file: String, _ ledger: String, _ columns: (String, String, String)...) {
    (self.file, self.ledger) = (file, ledger)
    (headers, first, second) = (columns.map(\.0), columns.map(\.1), columns.map(\.2))
  }

  func renaming(_ old: String, _ new: String) -> MessSheet {
    var copy = self
    copy.headers = headers.map { $0 == old ? new : $0 }
    return copy
  }

  func adding(_ header: String, _ first: String = "", _ second: String = "") -> MessSheet {
    var copy = self
    copy.headers.append(header)
    copy.first.append(first)
    copy.second.append(second)
    return copy
  }

  func without(_ header: String) -> MessSheet {
    var copy = self
    guard let place = headers.firstIndex(of: header) else { return self }
    copy.headers.remove(at: place)
    copy.first.remove(at: place)
    copy.second.remove(at: place)
    return copy
  }

  var headerLine: String { Self.line(headers) }

  /// The second row with some cells changed.
  func line(_ cells: [String: String] = [:]) -> String {
    for header in cells.keys where !headers.contains(header) { Issue.record("no column \(header)") }
    return Self.line(zip(headers, second).map { cells[$0] ?? $1 })
  }

  /// The header, the first row and then the second one, changed each time.
  func text(_ rows: [[String: String]] = [[:]]) -> String {
    ([headerLine, Self.line(first)] + rows.map(line)).joined(separator: "\n") + "\n"
  }

  func mess(_ rows: [String: String]..., settings: [String] = []) -> Mess { Mess((file, text(rows)), settings: settings) }

  /// The sheet with one odd cell in row 3.
  func cell(_ header: String, _ text: String, and others: [String: String] = [:], settings: [String] = []) -> MessCell {
    MessCell(sheet: self, header: header, mess: mess(others.merging([header: text]) { $1 }, settings: settings))
  }

  static func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

/// One odd cell, in row 3 of an otherwise ordinary sheet.
struct MessCell {
  let sheet: MessSheet
  let header: String
  let mess: Mess

  /// What row 3 holds.
  func value<Value: CellValue>(_ column: Column<Value>) throws -> Value? { try mess.row(sheet.ledger, 3)[column] }

  func row() throws -> Row { try mess.row(sheet.ledger, 3) }

  /// What is told of the cell: `GEN-003 info`.
  var told: [String] { own.map { "\($0.rule) \($0.severity)" } }

  /// What is told of anything else.
  var elsewhere: [String] { mess.examination.findings.filter { Mess.isOfReading($0) && !isOwn($0) }.map(Mess.line) }

  /// `year “3.6” → “2023-03-06”`.
  var repairs: [String] {
    mess.repairs(sheet.ledger).compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 3).map(String.init)
      return parts.count == 4 && parts[1] == "3" && parts[2] == header ? "\(parts[0]) \(parts[3])" : nil
    }
  }

  /// Whether anything but silence: an info, or an entry in the list of repairs; and nothing worse.
  var isTold: Bool { own.allSatisfy { $0.severity == .info } && (!own.isEmpty || !repairs.isEmpty) }

  /// What the findings advise.
  var fix: String { own.map(\.fix).joined() }

  private var own: [Finding] { mess.examination.findings.filter { Mess.isOfReading($0) && isOwn($0) } }
  private func isOwn(_ f: Finding) -> Bool { f.file == sheet.file && f.row == 3 && f.column == header }
}
