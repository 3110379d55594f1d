import LedgerKit
import Tabular

/// What the row of a finding says as a whole, whatever its number and its file's name.
struct RowTexts {
  private let files: [String: File]

  /// A file that was read.
  final class File: Sendable {
    fileprivate let records: Sheet
    /// Whether its cells lie below each other, so that a row has all of them.
    fileprivate let isForm: Bool
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
        withUnsafeTemporaryAllocation(of: CellBounds.self, capacity: Rows.usualCells) { cells in
          var rows = Rows(self, bytes, cells)
          return body(&rows)
        }
      }
    }

    /// The cells of a row without empty ones at its end, of a form all cells; nil where there is no such row.
    fileprivate func fields(of row: Int) -> [Field]? {
      if isForm { return (0..<records.recordCount).flatMap(records.fields) }
      guard row >= 1, row <= records.recordCount else { return nil }
      var fields = records.fields(of: row - 1)
      while let cell = fields.last, cell.isEmpty { fields.removeLast() }
      return fields
    }

    /// Gives back the memory of the file's text, or of that of some rows.
    fileprivate func letGo(of rows: ClosedRange<Int>? = nil) { records.letGo(of: rows.map { $0.lowerBound - 1..<$0.upperBound }) }
  }

  /// The rows of a file that is open.
  struct Rows {
    /// Every core reads rows of it: who counts that it holds the file waits for the others.
    private let file: Unmanaged<File>
    private let bytes: UnsafeRawBufferPointer
    private let cells: UnsafeMutableBufferPointer<CellBounds>
    /// The one that was read last; nil where that has quotes or a great many cells, and of a form.
    private(set) var last: ReadRow?

    /// Rows of more cells are read in another way.
    fileprivate static let usualCells = 64

    fileprivate init(_ file: File, _ bytes: UnsafeRawBufferPointer, _ cells: UnsafeMutableBufferPointer<CellBounds>) {
      (self.file, self.bytes, self.cells) = (.passUnretained(file), bytes, cells)
    }

    /// The row's cells, parted by commas; nil where there is no such row.
    fileprivate func text(of row: Int) -> String? {
      file._withUnsafeGuaranteedRef { file in file.fields(of: row)?.map(file.records.string).joined(separator: ",") }
    }

    /// Appends the row's cells compact, without running numbers; what a new row above or a saved copy of the file changes does not count.
    /// False where there is no such row.
    mutating func appendContent(of row: Int, to text: inout [UInt8]) -> Bool {
      file._withUnsafeGuaranteedRef { file in
        let numbers = file.sequences.first { $0.records.contains(row - 1) }?.cells ?? []
        last = read(row, of: file)
        if let last { return numbers.isEmpty && appendPlain(last, to: &text) || append(last, without: numbers, to: &text) }
        guard let fields = file.fields(of: row) else { return false }
        var content = RowContent(without: numbers)
        file.records.forEach(of: fields) { content.append($1, at: $0, to: &text) }
        return true
      }
    }

    /// Appends cells that are compact as they stand, as those of most rows are: copied at once, in less than half the time. False where they
    /// are not.
    private func appendPlain(_ row: ReadRow, to text: inout [UInt8]) -> Bool {
      let content = row.content
      guard content.withMemoryRebound(to: UInt8.self, Folding.isCompact) else { return false }
      let start = text.count
      text.append(contentsOf: content)
      // What parts two cells is a byte long.
      text.withUnsafeMutableBufferPointer { text in row.forEachBorder { text[start + $0] = RowContent.border } }
      return true
    }

    private func append(_ row: ReadRow, without numbers: [Int], to text: inout [UInt8]) -> Bool {
      var content = RowContent(without: numbers)
      for cell in 0..<row.count { row[cell].withMemoryRebound(to: UInt8.self) { content.append($0, at: cell, to: &text) } }
      return true
    }

    /// The cells of the row without empty ones at its end.
    private func read(_ row: Int, of file: File) -> ReadRow? {
      guard !file.isForm, let (start, count) = file.records.readBounds(of: row - 1, in: bytes, into: cells) else { return nil }
      let filled = cells[..<count].lastIndex { $0.start < $0.end }
      return ReadRow(in: bytes, from: start, UnsafeBufferPointer(rebasing: cells[..<(filled.map { $0 + 1 } ?? 0)]))
    }
  }

  /// Cells of a row as they are appended one by one, compact.
  private struct RowContent {
    /// What parts two cells.
    static let border: UInt8 = 0x1F

    /// Those that hold only a running number.
    private let numbers: [Int]
    private var isFirst = true

    init(without numbers: [Int]) { self.numbers = numbers }

    /// Appends one, unless it is a running number.
    mutating func append(_ cell: UnsafeBufferPointer<UInt8>, at place: Int, to text: inout [UInt8]) {
      if numbers.contains(place) { return }
      if !isFirst { text.append(Self.border) }
      isFirst = false
      Folding.appendCompact(cell, to: &text)
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
