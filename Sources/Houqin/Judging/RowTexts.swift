import LedgerKit
import Tabular

/// What the row of a finding says as a whole, whatever its number and its file's name.
struct RowTexts {
  private let files: [String: File]

  /// A file that was read.
  final class File: Sendable {
    private let records: Sheet
    /// Whether its cells lie below each other, so that a row has all of them.
    let isForm: Bool
    /// Cells that hold only a running number, table by table; those of a form stand below each other.
    private let sequences: [(records: Range<Int>, cells: [Int])]

    fileprivate init?(_ input: Input) {
      guard let records = input.records else { return nil }
      self.records = records
      isForm = input.sheet?.form != nil
      sequences = input.sheets.filter { $0.form == nil }.map { sheet in
        let named = sheet.headers.indices.filter { HeaderMap.isSequence(Folding.header(sheet.headers[$0])) }
        return (sheet.records, sheet.map.sequences.union(named).sorted())
      }
    }

    /// The row's cells, parted by commas; nil where there is no such row.
    fileprivate func text(ofRow row: Int) -> String? {
      var fields: [Field] = []
      return readFields(ofRow: row, into: &fields) ? fields.map(records.string).joined(separator: ",") : nil
    }

    /// Appends the row's cells compact, without running numbers; what a new row above or a saved copy of the file changes does not count.
    /// False where there is no such row. `fields` serves row after row.
    func appendContent(ofRow row: Int, to text: inout [UInt8], by fields: inout [Field]) -> Bool {
      guard readFields(ofRow: row, into: &fields) else { return false }
      let numbers = sequences.first { $0.records.contains(row - 1) }?.cells ?? []
      if numbers.isEmpty, appendPlain(fields, to: &text) { return true }
      var isFirst = true
      records.forEach(of: fields) { place, cell in
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
      return records.text.utf8.withSpan(of: first.start..<last.end) { row in
        row.withUnsafeBufferPointer { row in
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
    }

    /// The cells of the row without empty ones at its end; of a form all cells.
    private func readFields(ofRow row: Int, into fields: inout [Field]) -> Bool {
      if isForm {
        fields = (0..<records.recordCount).flatMap(records.fields)
        return true
      }
      guard row >= 1, row <= records.recordCount else { return false }
      records.readFields(of: row - 1, into: &fields)
      while let last = fields.last, last.isEmpty { fields.removeLast() }
      return true
    }

    fileprivate func letGo() { records.letGo() }
  }

  init(_ inputs: [Input]) {
    files = Dictionary(inputs.compactMap { input in File(input).map { (input.file, $0) } }, uniquingKeysWith: { first, _ in first })
  }

  /// The file a finding is about; nil where it is about none, or one that could not be read.
  func file(of finding: Finding) -> File? { finding.file.flatMap { files[$0] } }

  /// The row's cells, parted by commas; of a finding without a row what it says.
  func text(of finding: Finding) -> String {
    finding.row.flatMap { file(of: finding)?.text(ofRow: $0) } ?? Self.words(finding)
  }

  /// Gives back the memory of the texts of large files.
  func letGo() { files.values.forEach { $0.letGo() } }

  /// What a finding without a row says: its value and message, without the remark on estimates.
  static func words(_ finding: Finding) -> String { "\(finding.value ?? "")\u{1F}\(finding.message.prefix { $0 != "（" })" }
}
