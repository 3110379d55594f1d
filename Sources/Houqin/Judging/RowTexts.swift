import LedgerKit
import Tabular

/// What the row of a finding says as a whole, whatever its number and its file's name.
struct RowTexts {
  private let files: [String: File]

  /// A file that was read.
  final class File: Sendable {
    fileprivate let records: Sheet
    /// Whether its cells lie below each other, so that a row has all of them.
    let isForm: Bool
    /// Cells that hold only a running number, of tables that have such; those of a form stand below each other.
    fileprivate let sequences: [(records: Range<Int>, cells: [Int])]

    fileprivate init?(_ input: Input) {
      guard let records = input.records else { return nil }
      self.records = records
      isForm = input.sheet?.form != nil
      sequences = input.sheets.filter { $0.form == nil }.map { sheet in
        let named = sheet.headers.indices.filter { HeaderMap.isSequence(Folding.header(sheet.headers[$0])) }
        return (sheet.records, sheet.map.sequences.union(named).sorted())
      }.filter { !$0.cells.isEmpty }
    }

    /// Calls `body` with the file's rows, to be read one after another; they are valid only during the call.
    func withRows<R>(_ body: (inout Rows) -> R) -> R {
      records.text.utf8.withUnsafeBytes { bytes in
        var rows = Rows(self, bytes)
        return body(&rows)
      }
    }

    /// Gives back the memory of the file's text, or of that of some rows.
    fileprivate func letGo(of rows: ClosedRange<Int>? = nil) { records.letGo(of: rows.map { $0.lowerBound - 1..<$0.upperBound }) }
  }

  /// The rows of a file that is open.
  struct Rows {
    private let file: File
    private let bytes: UnsafeRawBufferPointer
    /// The one that was read last; of a form all cells.
    private(set) var last: ReadRow

    fileprivate init(_ file: File, _ bytes: UnsafeRawBufferPointer) {
      (self.file, self.bytes, last) = (file, bytes, ReadRow(in: bytes))
    }

    /// The row's cells, parted by commas; nil where there is no such row.
    fileprivate mutating func text(of row: Int) -> String? {
      read(row) ? last.fields.map(file.records.string).joined(separator: ",") : nil
    }

    /// Appends the row's cells compact, without running numbers; what a new row above or a saved copy of the file changes does not count.
    /// False where there is no such row.
    mutating func appendContent(of row: Int, to text: inout [UInt8]) -> Bool {
      guard read(row) else { return false }
      let numbers = file.sequences.first { $0.records.contains(row - 1) }?.cells ?? []
      if numbers.isEmpty, appendPlain(last.fields, to: &text) { return true }
      var isFirst = true
      file.records.forEach(of: last.fields) { place, cell in
        if numbers.contains(place) { return }
        if !isFirst { text.append(0x1F) }
        isFirst = false
        Folding.appendCompact(cell, to: &text)
      }
      return true
    }

    /// The same of cells that are compact as they stand, as those of most rows are: copied at once, in less than half the time.
    private func appendPlain(_ fields: [Field], to text: inout [UInt8]) -> Bool {
      guard let first = fields.first, let last = fields.last, !fields.contains(where: \.isQuoted) else { return false }
      return bytes[first.start..<last.end].withMemoryRebound(to: UInt8.self) { row in
        guard Folding.isCompact(row) else { return false }
        let start = text.count - first.start
        text.append(contentsOf: row)
        // What parts two cells is a byte long.
        text.withUnsafeMutableBufferPointer { text in
          for field in fields.dropLast() { text[start + field.end] = 0x1F }
        }
        return true
      }
    }

    /// The cells of the row without empty ones at its end; of a form all cells.
    private mutating func read(_ row: Int) -> Bool {
      // Taken out of what is changed: else all that a sheet holds is counted for every row.
      let file = file
      if file.isForm {
        last.fields = (0..<file.records.recordCount).flatMap(file.records.fields)
        return true
      }
      guard row >= 1, row <= file.records.recordCount else { return false }
      file.records.readFields(of: row - 1, in: bytes, into: &last.fields)
      while let cell = last.fields.last, cell.isEmpty { last.fields.removeLast() }
      return true
    }
  }

  init(_ inputs: [Input]) {
    files = Dictionary(inputs.compactMap { input in File(input).map { (input.file, $0) } }, uniquingKeysWith: { first, _ in first })
  }

  /// The file a finding is about; nil where it is about none, or one that could not be read.
  func file(of finding: Finding) -> File? { finding.file.flatMap { files[$0] } }

  /// The row's cells, parted by commas; of a finding without a row what it says.
  func text(of finding: Finding) -> String {
    finding.row.flatMap { row in file(of: finding)?.withRows { $0.text(of: row) } } ?? Self.words(finding)
  }

  /// Gives back the memory of the texts of some findings' rows, where files are large; they are in the order of files and rows. Of a file
  /// that another core reads as well, its rows stay.
  func letGo(of findings: ArraySlice<Finding>) {
    guard let first = findings.first, let last = findings.last else { return }
    guard let file = file(of: first), first.file == last.file, let start = first.row, let end = last.row,
      start <= end, end <= file.records.recordCount
    else {
      return files.values.forEach { $0.letGo() }
    }
    file.letGo(of: start...end)
  }

  /// What a finding without a row says: its value and message, without the remark on estimates.
  static func words(_ finding: Finding) -> String { "\(finding.value ?? "")\u{1F}\(finding.message.prefix { $0 != "（" })" }
}
