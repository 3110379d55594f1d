import Documents
import LedgerKit
import Tabular

/// The files a roll-up is published as.
struct RollUpFiles {
  let rollUp: RollUp

  /// File name and content; the manifest, which names the others, comes last.
  var all: [(name: String, bytes: [UInt8])] {
    let document = RollUpDocument(rollUp: rollUp).document
    let files: [(name: String, bytes: [UInt8])] = [
      (rollUp.title + ".md", MarkdownRenderer().utf8(document)),
      (rollUp.title + ".html", Report.page.utf8(document)),
      ("汇总.csv", Array(csv.utf8)),
    ]
    return files + [("manifest.json", Array(manifest(files).utf8))]
  }

  // MARK: 汇总.csv

  /// A row a school, one more for the total, then the schools that do not count.
  var csv: String {
    var head = ["学校", "文件夹", "状态", "统计截止日"]
    head += RollUpFigures.all.flatMap { columns($0.figure) }
    head += ["错误", "警告", "提示", "计入行数", "未计入行数", "没有提供的台账", "总结", "原因"]
    let failed = rollUp.failed.map { folder, reason in
      ["", folder, "没有计入", ""] + Array(repeating: "", count: head.count - 5) + [reason]
    }
    return CSVWriter.document(([head] + rollUp.schools.map(row) + [total] + failed).map { $0.map(VisibleText.cell) })
  }

  private func row(_ school: RollUp.School) -> [String] {
    let a = school.aggregate
    var row = [school.title, school.folder, "计入", a.asOf.iso]
    for (entry, value) in zip(RollUpFigures.all, a.figures) {
      row += cells(entry.figure, value.exact(in: entry.figure.unit), value.state.absence, value.numerator, value.denominator)
    }
    row += Rule.Severity.allCases.map { String(a.count($0)) }
    return row + [String(a.rows.used), String(a.rows.excluded), a.missing.joined(separator: "、"), "\(school.folder)/\(a.report)", ""]
  }

  private var total: [String] {
    var row = ["合计", "", "\(rollUp.schools.count)所", ""]
    for sum in rollUp.sums { row += cells(sum.figure, sum.exact, sum.text, sum.numerator, sum.denominator) }
    row += Rule.Severity.allCases.map { String(rollUp.count($0)) }
    return row + [String(rollUp.rowsUsed), String(rollUp.rowsExcluded), "", "", ""]
  }

  /// One column for what is added up, three for what is divided.
  private func columns(_ figure: Figure) -> [String] {
    let title = "\(figure.title)（\(figure.unit.symbol)）"
    return figure.unit.isPlain ? [title] : [title, figure.title + "分子", figure.title + "分母"]
  }

  private func cells(_ figure: Figure, _ exact: Exact?, _ absence: String, _ above: Int128, _ below: Int128?) -> [String] {
    let value = exact?.value(in: figure.unit) ?? absence
    guard !figure.unit.isPlain else { return [value] }
    return exact == nil ? [value, "", ""] : [value, String(above), below.map { String($0) } ?? ""]
  }

  // MARK: manifest.json

  /// `houqin.district/1`: what every school was read from and what was written; no time, no absolute path.
  private func manifest(_ outputs: [(name: String, bytes: [UInt8])]) -> String {
    JSON.object([
      ("schema", .string("houqin.district/1")),
      ("program", .object([("name", .string("houqin")), ("version", .string(Report.version)), ("rules", .string(CatalogDigest.current))])),
      ("semester", .string(rollUp.semester.title)), ("schools", .array(rollUp.schools.map(school))),
      ("failed", .array(rollUp.failed.map { .object([("folder", .string($0.folder)), ("reason", .string($0.reason))]) })),
      (
        "outputs",
        .array(outputs.map { InputDigest(file: $0.name, sha256: SHA256.hexDigest($0.bytes), size: $0.bytes.count).json })
      ),
    ]).serialized() + "\n"
  }

  private func school(_ school: RollUp.School) -> JSON {
    .object([
      ("folder", .string(school.folder)), ("school", .optional(school.aggregate.school)), ("asOf", .string(school.aggregate.asOf.iso)),
      ("report", .string("\(school.folder)/\(school.aggregate.report)")), ("inputs", .array(school.aggregate.inputs.map(\.json))),
    ])
  }
}
