import Platform
import LedgerKit
import Tabular

/// Figures that are not what an earlier run of the same term reported: 原报 12，现为 13，因 采购台账.csv 新增第45行. For the terminal only; the documents
/// never depend on an earlier output.
struct Restatement {
  /// One line a figure that differs; none where there is nothing to compare with.
  let lines: [String]

  private init(lines: [String]) { self.lines = lines }

  /// Compares with the 指标.csv and manifest.json of an output folder, as they are before they are replaced.
  init(_ summary: Summary, output path: String, _ manifest: RecordedManifest?) {
    guard let manifest, manifest.semester == summary.books.scope.semester.title,
      let before = Self.figures(path + "/指标.csv")
    else {
      self.init(lines: [])
      return
    }
    let causes = Causes(manifest, summary)
    let lines = summary.figures.compactMap { value -> String? in
      guard let old = before[value.figure.code], old != value.text else { return nil }
      return "\(value.figure.code) \(value.figure.title)：原报 \(old)，现为 \(value.text)，因 \(causes.text(for: value))"
    }
    self.init(lines: lines)
  }

  /// What was shown of each figure, by code; nil where the file cannot be read.
  private static func figures(_ path: String) -> [String: String]? {
    guard let sheet = PlainFile.sheet(path, atMost: ManifestReader.largest) else { return nil }
    let head = sheet.cells(of: 0)
    guard let code = head.firstIndex(of: "编号"), let group = head.firstIndex(of: "分组"), let shown = head.firstIndex(of: "显示") else {
      return [:]
    }
    var result: [String: String] = [:]
    var fields: [Field] = []
    for record in 1..<sheet.recordCount {
      sheet.readFields(of: record, into: &fields)
      guard fields.count > max(code, group, shown), sheet.string(fields[group]).isEmpty else { continue }
      result[sheet.string(fields[code])] = sheet.string(fields[shown])
      if record % 8192 == 0 { sheet.letGo() }
    }
    return result
  }

  /// What changed since, and what of it a figure rests on.
  private struct Causes {
    private let changes: [Reproduction.Difference]
    private let ledgers: [String: Set<String>]
    private let others: [String]

    init(_ manifest: RecordedManifest, _ summary: Summary) {
      changes = manifest.inputDifferences(summary.examination.inputs)
      ledgers = Dictionary(
        summary.examination.inputs.map { (PersonalData.masked($0.file), Set($0.sheets.flatMap(Self.ledgers))) },
        uniquingKeysWith: { $0.union($1) })
      var others: [String] = []
      if manifest.asOf != summary.books.scope.asOf.iso { others.append("统计截止日由\(manifest.asOf)改为\(summary.books.scope.asOf.iso)") }
      if manifest.version != Report.version || manifest.rules != CatalogDigest.current { others.append("程序或规则变动") }
      self.others = others
    }

    private static func ledgers(_ sheet: LedgerSheet) -> [String] {
      // Settings may bear on any figure.
      sheet.ledger.role == .setting ? ["*"] : [sheet.ledger.id, sheet.ledger.derivation?.target.id].compactMap { $0 }
    }

    func text(for value: FigureValue) -> String {
      let own = changes.filter { change in
        guard let known = ledgers[change.name] else { return change.change == .removed }
        return known.contains(value.ledger.id)
      }
      let settings = changes.filter { ledgers[$0.name]?.contains("*") ?? false }
      let meant = own.isEmpty ? (settings.isEmpty && others.isEmpty ? changes : settings) : own
      let words = meant.map { "\($0.name) \($0.change == .added ? "新增" : $0.change == .removed ? "不再提供" : $0.detail ?? "变动")" } + others
      return words.isEmpty ? "未知的变动" : words.joined(separator: "、")
    }
  }
}
