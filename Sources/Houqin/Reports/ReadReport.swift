import LedgerKit
import Ledgers
import Tabular

/// What `read` prints: how one sheet was understood, the first thing to try when a sheet is misread.
public struct ReadReport: Sendable {
  private let input: Input
  private let sheet: Sheet
  private let troubles: [Finding]

  /// Creates a report of a file of text; nil where it could not be read at all.
  init?(_ input: Input) {
    guard let sheet = input.records else { return nil }
    self.input = input
    self.sheet = sheet
    troubles = Judge.findings(of: input)
  }

  /// `houqin.read/1`
  public var json: String {
    let classes = input.classes ?? []
    let records = (0..<sheet.recordCount).map { record in
      JSON.object([
        ("row", .number(record + 1)), ("class", .string(classes[record].id)), ("cells", .array(sheet.cells(of: record).map(JSON.string))),
      ])
    }
    return JSON.object([
      ("schema", .string("houqin.read/1")), ("file", .string(FileName.last(of: input.file))),
      ("encoding", .string(sheet.text.encoding.rawValue)), ("delimiter", .string(String(UnicodeScalar(sheet.dialect.delimiter)))),
      ("ledger", .optional(input.ledgerID)), ("records", .array(records)),
    ]).serialized() + "\n"
  }

  /// Every record as read, in order, nothing dropped, repaired or trimmed: UTF-8, LF, quotes only where RFC 4180 needs them.
  public var csv: String {
    (0..<sheet.recordCount).map { CSVWriter.plainRecord(sheet.cells(of: $0), isFirst: $0 == 0) }.joined()
  }

  /// For people: encoding, delimiter, ledger, columns, and what each row is.
  public var text: String {
    var lines = [
      "文件　\(FileName.last(of: input.file))", "编码　\(sheet.text.encoding.rawValue)　分隔符　\(delimiter)　共\(sheet.recordCount)行（按Excel中看到的行）",
    ]
    if input.sheets.isEmpty { lines.append("台账　" + (FileLine.understanding(input) ?? "看不出是哪种台账")) }
    for (number, table) in input.sheets.enumerated() {
      lines += ["", (input.sheets.count > 1 ? "第\(number + 1)张表　" : "台账　") + table.ledger.title]
      lines += table.form == nil ? [header(table)] : ["版式　一项一行的表单，合起来是一条记录"]
      lines += columns(table)
    }
    lines += ["", "各行"] + rows
    if !troubles.isEmpty { lines += ["", "要注意的"] + troubles.map { "  " + FindingGroup.line($0) } }
    lines += ["", "各格的问题见：houqin check 工作夹　逐行的内容见：--format csv"]
    return lines.joined(separator: "\n") + "\n"
  }

  private var delimiter: String {
    switch sheet.dialect.delimiter {
    case UInt8(ascii: ","): "逗号"
    case UInt8(ascii: ";"): "分号"
    case UInt8(ascii: "\t"): "制表符"
    case let other: String(UnicodeScalar(other))
    }
  }

  private func header(_ table: LedgerSheet) -> String {
    let rows = table.headerRecords
    return rows.count == 1 ? "表头　第\(rows.lowerBound + 1)行" : "表头　第\(rows.lowerBound + 1)至\(rows.upperBound)行（几行合为一个表头）"
  }

  private func columns(_ table: LedgerSheet) -> [String] {
    let derived = table.ledger.derivation?.map(headers: table.derivedHeaders, source: table.map)
    return table.headers.indices.compactMap { cell in
      let header = table.headers[cell].split(whereSeparator: \.isNewline).joined()
      if header.isEmpty { return nil }
      let column = table.ledger.columns.first { table.map.cells[$0.slot] == cell }
      let other = table.ledger.derivation.flatMap { d in d.target.columns.first { derived?.cells[$0.slot] == cell } }
      let meaning = column?.title ?? other.map { "\($0.title)（隐患）" }
      if let meaning { return "  \(header)" + (header == meaning ? "" : "　→　\(meaning)") }
      return "  \(header)　→　没有用到"
    }
  }

  /// `第1行　标题`, `第4至31行　记录`, runs of one class in one line.
  private var rows: [String] {
    let classes = input.classes ?? []
    var lines: [String] = []
    var start = 0
    for end in 1..<(classes.count + 1) where end == classes.count || classes[end] != classes[start] {
      let range = end - start == 1 ? "第\(end)行" : "第\(start + 1)至\(end)行"
      let first = end - start == 1 && classes[start] != .data && classes[start] != .blank ? "　" + Shortened.text(words(start), to: 30) : ""
      lines.append("  \(range)　\(classes[start].title)\(first)")
      start = end
      if start == classes.count { break }
    }
    return lines.isEmpty ? ["  没有内容"] : lines
  }

  private func words(_ record: Int) -> String { sheet.cells(of: record).filter { !$0.isEmpty }.joined(separator: " ") }
}

extension RowClass {
  /// Stable, English, for other programs.
  var id: String {
    switch self {
    case .title: "title"
    case .header: "header"
    case .data: "data"
    case .total: "total"
    case .note: "note"
    case .blank: "blank"
    }
  }

  /// As people say it.
  var title: String {
    switch self {
    case .title: "标题"
    case .header: "表头"
    case .data: "记录"
    case .total: "合计"
    case .note: "备注"
    case .blank: "空行"
    }
  }
}
