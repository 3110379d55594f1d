import LedgerKit
import Tabular

/// What `trace` prints.
public struct TraceReport: Sendable {
  private let trace: Trace

  /// Creates a report of a trace.
  public init(_ trace: Trace) { self.trace = trace }

  /// `houqin.trace/1`
  public var json: String {
    JSON.object([
      ("schema", .string("houqin.trace/1")), ("figure", FiguresReport.json(of: trace.figure)),
      ("dividedBy", .optional(trace.figure.tally.standard)), ("rows", .array(trace.lines.map(row))),
    ]).serialized() + "\n"
  }

  private func row(_ line: Trace.Line) -> JSON {
    var cells: [(String, JSON)] = []
    for cell in line.cells where !cells.contains(where: { $0.0 == cell.header }) { cells.append((cell.header, .string(cell.text))) }
    return .object([
      ("file", .string(line.file)), ("row", .number(line.row)), ("role", .string(line.role.rawValue)),
      ("numerator", .optional(line.reason == nil ? amount(line.numerator) : nil)),
      ("denominator", .optional(line.reason == nil && hasDenominator ? amount(line.denominator) : nil)),
      ("value", .optional(line.value.map(amount))), ("reason", .optional(line.reason)), ("cells", .object(cells)),
    ])
  }

  /// One row a line, a column for each column of the ledger that the figure looks at.
  public var csv: String {
    let header = ["作用", "文件", "行号", "计入分子", "计入分母", "本行数值", "未计入原因"] + trace.columns.map(\.title)
    return CSVWriter.document(([header] + trace.lines.map(fields)).map { $0.map(VisibleText.cell) })
  }

  private func fields(_ line: Trace.Line) -> [String] {
    let counts = line.reason == nil
    let cells = trace.columns.map { column in line.cells.first { $0.column === column }?.text ?? "" }
    return [
      line.role.title, line.file, String(line.row), counts ? amount(line.numerator) : "",
      counts && hasDenominator ? amount(line.denominator) : "", line.value.map(amount) ?? "", line.reason ?? "",
    ] + cells
  }

  /// For people: the figure, its definition, its rows, then those left out.
  public var text: String {
    let figure = trace.figure
    let parts = figure.numeratorText.flatMap { n in figure.denominatorText.map { "（\(n)/\($0)）" } } ?? ""
    var lines = ["\(figure.figure.code)　\(figure.figure.title)　\(figure.text)\(parts)", "口径　\(figure.figure.definition)"]
    if let standard = figure.tally.standard { lines.append("分母　\(standard)，不由各行相加") }
    let counted = trace.lines.filter { $0.reason == nil }
    let left = trace.lines.filter { $0.reason != nil }
    lines += ["", "计入\(counted.count)行"] + counted.map { "  " + describe($0) }
    if !left.isEmpty { lines += ["", "未计入\(left.count)行"] + left.map { "  " + describe($0) } }
    return lines.joined(separator: "\n") + "\n"
  }

  private func describe(_ line: Trace.Line) -> String {
    let cells = line.cells.filter { !$0.text.isEmpty }.map { "\($0.header) \($0.text)" }.joined(separator: "；")
    let flat = cells.split(whereSeparator: \.isNewline).joined(separator: " ")
    let place = "\(line.file) 第\(line.row)行"
    if let reason = line.reason { return "\(place)　\(reason)" + (flat.isEmpty ? "" : "　\(flat)") }
    return "\(line.role.title)\(gives(line))　\(place)　\(flat)"
  }

  private func gives(_ line: Trace.Line) -> String {
    if line.role == .sum || line.numerator > 1 { return " " + amount(line.numerator) }
    return line.numerator == 0 && line.role == .numerator ? "（同一次，已计）" : ""
  }

  private var hasDenominator: Bool { trace.figure.tally.denominator != nil && trace.figure.tally.standard == nil }

  private func amount(_ number: Int128) -> String { trace.figure.figure.weighsMoney ? Format.yuan(number) : String(number) }
}

extension Tally.Role {
  /// As people read it.
  var title: String {
    switch self {
    case .numerator: "分子"
    case .denominator: "分母"
    case .sum: "计入"
    case .excluded: "未计入"
    }
  }
}
