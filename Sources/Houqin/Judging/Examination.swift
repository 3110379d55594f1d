import LedgerKit
import Ledgers
import Synchronization
import Tabular

/// A work folder read and judged.
public struct Examination: Sendable {
  /// Every file of the work folder, read or not.
  public let inputs: [Input]
  /// In the order of files and rows, without the waived ones.
  public let findings: [Finding]
  /// The same, those that are kin together.
  let kinds: [FindingKind]
  /// Findings that 豁免.csv accepts, with reason and approver; never hidden, but no error for exit codes.
  public let waived: [WaivedFinding]
  /// What 规则.csv changes, in the order of its rows.
  public let changes: [RuleChange]
  /// The school's own words for columns, from 列名.csv.
  public let ownHeaders: [OwnHeader]
  /// nil where the semester is not known.
  public let books: Books?
  /// Texts written by hand in 文字/, by the name of their file.
  public let passages: [String: String]
  /// For each file that was read, how its data rows were used.
  public let accounts: [String: Account]

  /// Every cell whose value is not what was typed.
  public let repairs: Repairs

  /// `data = used + excluded`, always.
  public struct Account: Sendable, Equatable {
    /// Data rows of the file.
    public let data: Int
    /// Those no figure uses.
    public let excluded: Int
    /// Those at least one figure may use.
    public var used: Int { data - excluded }
  }

  init(_ workbook: Workbook) { self = Self.judging(workbook, judged: {}, beside: { _ in }).examination }

  /// Applies every rule, tells when that is done, and puts what was found in order; what `beside` makes of the judged tables meanwhile, if the
  /// semester is known.
  static func judging<T: Sendable>(
    _ workbook: Workbook, judged: () -> Void, beside: @escaping @Sendable (Books) -> T
  ) -> (examination: Examination, beside: T?) {
    let judge = Mutex(Judge(judging: workbook))
    judged()
    // The one looks at all that was found, the other at all that was read.
    let (found, read) = Parallel.both {
      let (findings, waived) = judge.withLock { $0.verdict() }
      return (findings: findings, waived: waived, kinds: FindingKind.all(findings))
    } _: {
      (accounts: Self.accounts(of: workbook), repairs: Repairs(workbook), other: workbook.books.map(beside))
    }
    let examination = Examination(
      workbook, findings: found.findings, kinds: found.kinds, waived: found.waived, accounts: read.accounts, repairs: read.repairs)
    return (examination, read.other)
  }

  private init(
    _ workbook: Workbook, findings: [Finding], kinds: [FindingKind], waived: [WaivedFinding], accounts: [String: Account], repairs: Repairs
  ) {
    inputs = workbook.inputs
    passages = workbook.passages
    changes = workbook.changes
    ownHeaders = workbook.ownHeaders
    books = workbook.books
    (self.findings, self.kinds, self.waived, self.accounts, self.repairs) = (findings, kinds, waived, accounts, repairs)
  }

  private static func accounts(of workbook: Workbook) -> [String: Account] {
    var accounts: [String: Account] = [:]
    for input in workbook.inputs {
      guard let counts = input.counts else { continue }
      let isRead = workbook.tables.values.contains { $0.sources.contains { $0.sheet.file == input.file } }
      accounts[input.file] = Account(data: counts[.data] ?? 0, excluded: isRead ? input.strayRows : counts[.data] ?? 0)
    }
    for table in workbook.tables.values {
      for (source, excluded) in table.excludedBySource() {
        let sheet = table.sources[source].sheet
        let before = accounts[sheet.file] ?? Account(data: 0, excluded: 0)
        // All items of a form are its one row.
        let records = sheet.form.map { form in excluded == 0 ? 0 : form.classes.count { $0 == .data } } ?? excluded
        accounts[sheet.file] = Account(data: before.data, excluded: before.excluded + records)
      }
    }
    return accounts
  }

  /// Throws where a file whose rows are known was written to after it was read: what was found in it may be neither the old nor the new.
  func confirmUnchanged() throws(HouqinError) {
    let changed = inputs.first { input in
      guard let records = input.records else { return false }
      return !input.digest.isCertain || !records.text.utf8.areUnchanged
    }
    if let changed { throw .changedMeanwhile(changed.file) }
  }

  /// Gives back the memory of the texts of large files; they are read from the disk again when they are asked for.
  func letGoOfTexts() {
    for input in inputs { input.records?.letGo() }
  }

  /// Where files are large, gives back whatever memory the next stage does not need.
  func letGoOfAll() {
    guard inputs.contains(where: { $0.size >= FileBytes.mappedSize }) else { return }
    letGoOfTexts()
    LargeMemory.trim()
  }

  /// How many findings are of a severity.
  public func count(_ severity: Rule.Severity) -> Int { kinds.filter { $0.one.severity == severity }.findingCount }
  /// The findings that have what is asked of one of each kind.
  func findings(where isMeant: (Finding) -> Bool) -> [Finding] {
    let meant = Set(kinds.lazy.map(\.one).filter(isMeant).map(\.kin))
    return meant.isEmpty ? [] : findings.filter { meant.contains($0.kin) }
  }
  /// Every finding, waived or not, in the order of files and rows.
  public var judged: [Finding] { waived.isEmpty ? findings : Finding.ordered(findings + waived.map(\.finding)) }
  /// Whether `check` ends with 1.
  public var hasErrors: Bool { count(.error) > 0 }

  /// Files read as ledgers that are counted.
  public var ledgerFiles: [Input] { inputs.filter { $0.sheets.contains { $0.ledger.role == .record } } }
  /// Data rows of all ledger files that count.
  public var rowsUsed: Int { ledgerFiles.reduce(0) { $0 + (accounts[$1.file]?.used ?? 0) } }
  /// Data rows of all ledger files that no figure uses.
  public var rowsExcluded: Int { ledgerFiles.reduce(0) { $0 + (accounts[$1.file]?.excluded ?? 0) } }
}

extension Table {
  /// How many data records of each source no figure of the ledger uses. A record that was split into rows counts once, and is used if one
  /// of them is.
  func excludedBySource() -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (i, source) in sources.enumerated() where !source.isDerived { result[i] = 0 }
    for rejection in rejected { result[rejection.source, default: 0] += 1 }
    if ledger.role != .record { return result }
    // A figure whose columns are all readable uses every row that counts.
    let reads = ledger.figures.map { $0.reads.filter(mayHaveUnusable) }
    let mayLackFigures = reads.allSatisfy { !$0.isEmpty }
    func isUsed(_ row: Row) -> Bool {
      (row.period == .inTerm || row.period == .carriedOver) && !isLeftOut(row.index)
        && !(mayLackFigures && reads.allSatisfy(row.isUnusable(anyOf:)))
    }
    var last = -1
    for row in rows where !isUsed(row) && !row.isDerived {
      let rows = rowsOfRecord(of: row)
      if rows.lowerBound > last, !rows.contains(where: { isUsed(self.row($0)) }) { result[sourceIndex(of: row.index), default: 0] += 1 }
      last = rows.upperBound - 1
    }
    return result
  }

  /// The rows that were made of the same record as a row; they follow each other.
  private func rowsOfRecord(of row: Row) -> Range<Int> {
    func isOfRecord(_ other: Int) -> Bool {
      sourceIndex(of: other) == sourceIndex(of: row.index) && self.row(other).record == row.record
    }
    var rows = row.index..<row.index + 1
    while rows.lowerBound > 0, isOfRecord(rows.lowerBound - 1) { rows = rows.lowerBound - 1..<rows.upperBound }
    while rows.upperBound < count, isOfRecord(rows.upperBound) { rows = rows.lowerBound..<rows.upperBound + 1 }
    return rows
  }
}
