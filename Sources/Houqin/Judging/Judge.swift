import LedgerKit
import Ledgers
import Tabular

/// Applies every rule to what was read. An error D leaves its cells, or its row, out of the figures that read them.
struct Judge {
  private let workbook: Workbook
  private var findings: [Finding] = []
  private var seen = Set<String>()
  /// Those that are on and speak to this school.
  private let rules: [Rule]
  /// Levels the school sets, by rule.
  private let levels: [String: Rule.Severity]

  /// What is found and not waived, and what is waived, both in order.
  static func verdict(on workbook: Workbook) -> (findings: [Finding], waived: [WaivedFinding]) {
    var judge = Judge(workbook: workbook)
    judge.judgeFiles()
    judge.judgeCells()
    judge.judgeSettings()
    if let books = workbook.books { judge.judgeRows(books) }
    judge.judgeTerm()
    var waiving = Waiving(workbook)
    let (kept, waived) = waiving.split(judge.findings.sorted(by: Finding.inOrder))
    judge.findings = kept
    for (id, offense) in waiving.offenses { if let rule = Catalog.rule(id) { judge.add(offense, rule) } }
    return (judge.findings.sorted(by: Finding.inOrder), waived)
  }

  /// What is to be told about one file by itself: its encoding, headers and broken records.
  static func findings(of input: Input) -> [Finding] {
    var judge = Judge(workbook: Workbook(inputs: [input], passages: [:], asOf: nil))
    judge.judgeFiles()
    return judge.findings.sorted(by: Finding.inOrder)
  }

  private init(workbook: Workbook) {
    self.workbook = workbook
    let profile = workbook.books?.scope.profile
    rules = Catalog.rules.filter { rule in
      !workbook.changes.isOff(rule) && profile.map { rule.applicability.holds(for: $0) } ?? true
    }
    levels = workbook.changes.levels
  }

  private mutating func judgeFiles() {
    let troubles = FileTroubles.all(in: workbook)
    for rule in rules {
      for case .file(let check) in rule.checks {
        for trouble in troubles {
          if let offense = check(trouble) { add(offense, rule, ledger: trouble.ledger?.id) }
        }
      }
    }
  }

  private mutating func judgeCells() {
    let issues = workbook.issues.sorted { $0.key < $1.key }
    for rule in rules {
      for case .cell(let check) in rule.checks {
        for (id, found) in issues {
          guard let table = workbook.tables[id] else { continue }
          for issue in found {
            if let offense = check(issue.trouble) { add(offense.located(at: issue, in: table), rule) }
          }
        }
      }
    }
  }

  private mutating func judgeSettings() {
    for rule in rules {
      for case .settings(let body) in rule.checks {
        guard let table = rule.ledger.flatMap({ workbook.tables[$0] }) else { continue }
        for offense in body(table) { add(offense, rule) }
      }
    }
  }

  private mutating func judgeRows(_ books: Books) {
    for rule in rules {
      for check in rule.checks {
        switch check {
        case .cell, .file, .settings: continue
        case .table(let body):
          for table in tables(of: rule, books) { for offense in body(table, books.scope) { add(offense, rule) } }
        case .row(let body): judge(rule, books) { row in body(row, books.scope).map { [$0] } ?? [] }
        case .everyRow(let body): judge(rule, books) { row in body(row, books.scope) }
        case .books(let body): for offense in body(books) { add(offense, rule) }
        }
      }
    }
  }

  /// Rules of a ledger look at the rows that may count; rules of every ledger look at all rows but copies.
  private mutating func judge(_ rule: Rule, _ books: Books, _ body: (Row) -> [Offense]) {
    for table in tables(of: rule, books) {
      for row in table.rows where !table.isMerged(row.index) && !table.isLeftOut(row.index) {
        if rule.ledger != nil, row.period == .outside || row.period == .future { continue }
        for offense in body(row) { add(offense, rule) }
      }
    }
  }

  private func tables(of rule: Rule, _ books: Books) -> [Table] {
    guard let id = rule.ledger else { return books.all }
    return books.table(id).map { [$0] } ?? []
  }

  private mutating func judgeTerm() {
    guard let rule = rules.first(where: { $0.id == "SET-001" }) else { return }
    switch workbook.semesterSource {
    case .dates:
      let title = workbook.books?.scope.semester.title ?? ""
      add(Offense(nil, "没有写明学年和学期，按台账中多数日期推定为\(title)", fix: "请在 设置.csv 填写“学年”和“学期”。"), rule)
    case .unknown: add(Offense(nil, "无法确定是哪个学期，各台账都没有统计", fix: "请在 设置.csv 填写“学年”（如 2022-2023）和“学期”（如 第二学期）。"), rule)
    default: break
    }
  }

  private mutating func add(_ offense: Offense, _ rule: Rule, ledger: String? = nil) {
    if let row = offense.row {
      if offense.leavesOut { row.table.leaveOut(row.index, because: rule.id) }
      if offense.severity(by: rule, level: levels[rule.id]) == .error, rule.kind == .data, !offense.spoils.isEmpty {
        row.table.spoil(row.index, offense.spoils)
      }
    }
    let finding = Finding(offense, by: rule, ledger: ledger, asOf: workbook.books?.scope.asOf, level: levels[rule.id])
    // A combined sheet's cell belongs to two ledgers; its trouble is told once.
    let key =
      "\(finding.rule)|\(finding.file ?? "")|\(finding.row ?? 0)|\(finding.column ?? "")|\(finding.row == nil ? finding.message : "")"
    if seen.insert(key).inserted { findings.append(finding) }
  }
}

extension Offense {
  /// The offense of a cell, with its place; a cell that cannot be used is taken out of the figures.
  fileprivate func located(at issue: CellIssue, in table: Table) -> Offense {
    var offense = self
    let row = table.row(issue.row)
    offense.row = row
    offense.column = issue.column
    if row.isUnusable(issue.column) { offense.spoils = [issue.column] }
    return offense
  }
}
