import LedgerKit
import Ledgers

@testable import Houqin

/// A small work folder that is read and judged without touching the disk.
struct WorkFolderInMemory {
  /// What every test's school says of itself unless the test brings its own 设置.csv.
  static let settings = "项目,内容\n单位名称,春芽幼儿园\n学段,幼儿园\n学年,2022-2023\n学期,第二学期\n统计截止日,2023-06-30\n"

  let files: [(name: String, text: String)]

  init(_ files: [(name: String, text: String)]) {
    let hasSettings = files.contains { $0.name == "设置.csv" }
    self.files = (hasSettings ? [] : [("设置.csv", Self.settings)]) + files
  }

  init(_ files: (String, String)...) { self.init(files.map { (name: $0.0, text: $0.1) }) }

  func examination(asOf: Day? = nil) -> Examination {
    let inputs = files.filter { !$0.name.hasSuffix(".md") }.sorted { $0.name < $1.name }.map {
      InputReader.input($0.name, Array($0.text.utf8))
    }
    return Examination(Workbook(inputs: InputReader.settled(inputs), passages: passages, asOf: asOf))
  }

  /// Texts of 文字/, by their name.
  private var passages: [String: String] {
    let texts = files.filter { $0.name.hasSuffix(".md") }.map { (FileName.stem(of: $0.name), $0.text) }
    return Dictionary(texts) { first, _ in first }
  }

  func figures(asOf: Day? = nil) throws -> Summary {
    guard let summary = Summary(examination(asOf: asOf)) else { throw HouqinError.semesterUnknown }
    return summary
  }
}

extension Summary {
  /// `15/18 = 83.3`: numerator, denominator and value as the JSON gives them; the state where there is no value.
  func fraction(_ code: String) -> String {
    guard let figure = figure(code) else { return "no figure \(code)" }
    guard let value = figure.value else { return figure.state.rawValue }
    return "\(figure.numeratorText ?? "?")/\(figure.denominatorText ?? "?") = \(value)"
  }

  /// The value as the JSON gives it; the state where there is none.
  func value(_ code: String) -> String {
    guard let figure = figure(code) else { return "no figure \(code)" }
    return figure.value ?? figure.state.rawValue
  }

  func rows(_ code: String) -> [Int] { figure(code).map { [$0.tally.rowsUsed, $0.tally.rowsExcluded] } ?? [] }

  /// A table's groups and values: `月检查 2`.
  func groups(_ code: String) -> [String] {
    breakdown(code).map { b in b.rows.map { $0.key.joined(separator: "｜") + " " + Exact($0.amount).value(in: b.breakdown.unit) } } ?? []
  }
}
