import LedgerKit
import Tabular

/// What the row of a finding says as a whole, whatever its number and its file's name.
struct RowTexts {
  private let inputs: [String: Input]
  private let sequences: [String: [(records: Range<Int>, cells: Set<Int>)]]

  init(_ inputs: [Input]) {
    self.inputs = Dictionary(inputs.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    sequences = self.inputs.mapValues(Self.sequences)
  }

  /// The row's cells, parted by commas; of a finding without a row its value and message, without the remark on estimates.
  func text(of finding: Finding) -> String { cells(of: finding)?.joined(separator: ",") ?? Self.words(finding) }

  /// Appends the row's cells compact, without running numbers; what a new row above or a saved copy of the file changes does not count.
  func appendContent(of finding: Finding, to text: inout [UInt8]) {
    guard let (records, fields) = fields(of: finding) else { return text.append(contentsOf: Self.words(finding).utf8) }
    let numbers = runningNumbers(finding)
    var isFirst = true
    for (place, field) in fields.enumerated() where !numbers.contains(place) {
      if !isFirst { text.append(0x1F) }
      isFirst = false
      records.withBytes(of: field) { Folding.appendCompact($0, to: &text) }
    }
  }

  /// Gives back the memory of the texts of large files.
  func letGo() { inputs.values.forEach { $0.records?.letGo() } }

  private static func words(_ finding: Finding) -> String { "\(finding.value ?? "")\u{1F}\(finding.message.prefix { $0 != "（" })" }

  private func cells(of finding: Finding) -> [String]? { fields(of: finding).map { records, fields in fields.map(records.string) } }

  /// The cells of the row without empty ones at its end; of a form all cells.
  private func fields(of finding: Finding) -> (records: Sheet, fields: [Field])? {
    guard let row = finding.row, let input = finding.file.flatMap({ inputs[$0] }), let records = input.records else { return nil }
    if input.sheet?.form != nil { return (records, (0..<records.recordCount).flatMap { records.fields(of: $0) }) }
    guard row >= 1, row <= records.recordCount else { return nil }
    var fields = records.fields(of: row - 1)
    while let last = fields.last, last.isEmpty { fields.removeLast() }
    return (records, fields)
  }

  private func runningNumbers(_ finding: Finding) -> Set<Int> {
    guard let row = finding.row, let file = finding.file else { return [] }
    return sequences[file]?.first { $0.records.contains(row - 1) }?.cells ?? []
  }

  /// Cells that hold only a running number, table by table; those of a form stand below each other.
  private static func sequences(_ input: Input) -> [(records: Range<Int>, cells: Set<Int>)] {
    input.sheets.filter { $0.form == nil }.map { sheet in
      let named = sheet.headers.indices.filter { HeaderMap.isSequence(Folding.header(sheet.headers[$0])) }
      return (sheet.records, sheet.map.sequences.union(named))
    }
  }
}
