import LedgerKit
import Ledgers

/// A work folder read and judged.
public struct Examination: Sendable {
  /// Every file of the work folder, read or not.
  public let inputs: [Input]
  /// In the order of files and rows.
  public let findings: [Finding]
  /// nil where the semester is not known.
  public let books: Books?
  /// Texts written by hand in 文字/, by the name of their file.
  public let passages: [String: String]
  /// For each file that was read, how its data rows were used.
  public let accounts: [String: Account]

  /// `data = used + excluded`, always.
  public struct Account: Sendable, Equatable {
    /// Data rows of the file.
    public let data: Int
    /// Those no figure uses.
    public let excluded: Int
    /// Those at least one figure may use.
    public var used: Int { data - excluded }
  }

  init(_ workbook: Workbook) {
    inputs = workbook.inputs
    passages = workbook.passages
    findings = Judge.findings(in: workbook)
    books = workbook.books
    var accounts: [String: Account] = [:]
    for input in inputs {
      guard let counts = input.counts else { continue }
      accounts[input.file] = Account(data: counts[.data] ?? 0, excluded: counts[.data] ?? 0)
    }
    for table in workbook.tables.values {
      for (source, excluded) in table.excludedBySource() {
        let file = table.sources[source].sheet.file
        accounts[file] = Account(data: accounts[file]?.data ?? 0, excluded: excluded)
      }
    }
    self.accounts = accounts
  }

  /// How many findings are of a severity.
  public func count(_ severity: Rule.Severity) -> Int { findings.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) } }
  /// Whether `check` ends with 1.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Files read as ledgers that are counted.
  public var ledgerFiles: [Input] { inputs.filter { $0.sheet?.ledger.role == .record } }
  /// Data rows of all ledger files that count.
  public var rowsUsed: Int { ledgerFiles.reduce(0) { $0 + (accounts[$1.file]?.used ?? 0) } }
  /// Data rows of all ledger files that no figure uses.
  public var rowsExcluded: Int { ledgerFiles.reduce(0) { $0 + (accounts[$1.file]?.excluded ?? 0) } }
}

extension Table {
  /// How many data rows of each file no figure of the ledger uses.
  func excludedBySource() -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (i, source) in sources.enumerated() where !source.isDerived { result[i] = 0 }
    for rejection in rejected { result[rejection.source, default: 0] += 1 }
    for row in rows where !row.source.isDerived {
      let usable = row.period == .inTerm || row.period == .carriedOver
      let isOut =
        ledger.role == .record && (!usable || isLeftOut(row.index) || ledger.figures.allSatisfy { row.isUnusable(anyOf: $0.reads) })
      if isOut { result[sourceIndex(of: row.index), default: 0] += 1 }
    }
    return result
  }
}
