import LedgerKit
import Tabular

/// What the row of a finding says as a whole, whatever its number and its file's name.
struct RowTexts {
  private let files: [String: File]

  /// A file that was read. An object, for there are hundreds of thousands of findings and each asks for its file.
  private final class File: Sendable {
    let records: Sheet
    let isForm: Bool
    /// Cells that hold only a running number, table by table; those of a form stand below each other.
    let sequences: [(records: Range<Int>, cells: Set<Int>)]

    init?(_ input: Input) {
      guard let records = input.records else { return nil }
      self.records = records
      isForm = input.sheet?.form != nil
      sequences = input.sheets.filter { $0.form == nil }.map { sheet in
        let named = sheet.headers.indices.filter { HeaderMap.isSequence(Folding.header(sheet.headers[$0])) }
        return (sheet.records, sheet.map.sequences.union(named))
      }
    }
  }

  init(_ inputs: [Input]) {
    files = Dictionary(inputs.compactMap { input in File(input).map { (input.file, $0) } }, uniquingKeysWith: { first, _ in first })
  }

  /// The row's cells, parted by commas; of a finding without a row its value and message, without the remark on estimates.
  func text(of finding: Finding) -> String {
    guard let (file, fields) = fields(of: finding) else { return Self.words(finding) }
    return fields.map(file.records.string).joined(separator: ",")
  }

  /// Appends the row's cells compact, without running numbers; what a new row above or a saved copy of the file changes does not count.
  func appendContent(of finding: Finding, to text: inout [UInt8]) {
    guard let (file, fields) = fields(of: finding), let row = finding.row else {
      return text.append(contentsOf: Self.words(finding).utf8)
    }
    let numbers = file.sequences.first { $0.records.contains(row - 1) }?.cells ?? []
    var isFirst = true
    for (place, field) in fields.enumerated() where !numbers.contains(place) {
      if !isFirst { text.append(0x1F) }
      isFirst = false
      file.records.withBytes(of: field) { Folding.appendCompact($0, to: &text) }
    }
  }

  /// Gives back the memory of the texts of large files.
  func letGo() { files.values.forEach { $0.records.letGo() } }

  private static func words(_ finding: Finding) -> String { "\(finding.value ?? "")\u{1F}\(finding.message.prefix { $0 != "（" })" }

  /// The cells of the row without empty ones at its end; of a form all cells.
  private func fields(of finding: Finding) -> (file: File, fields: [Field])? {
    guard let row = finding.row, let file = finding.file.flatMap({ files[$0] }) else { return nil }
    if file.isForm { return (file, (0..<file.records.recordCount).flatMap { file.records.fields(of: $0) }) }
    guard row >= 1, row <= file.records.recordCount else { return nil }
    var fields = file.records.fields(of: row - 1)
    while let last = fields.last, last.isEmpty { fields.removeLast() }
    return (file, fields)
  }
}
