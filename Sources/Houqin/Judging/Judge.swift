import LedgerKit
import Ledgers
import Tabular

/// Applies every rule to what was read. An error D leaves its cells, or its row, out of the figures that read them.
struct Judge {
  private let workbook: Workbook
  private var findings: [Finding] = []
  private var seen = Set<String>()

  static func findings(in workbook: Workbook) -> [Finding] {
    var judge = Judge(workbook: workbook)
    judge.judgeFiles()
    judge.judgeCells()
    judge.judgeSettings()
    if let books = workbook.books { judge.judgeRows(books) }
    judge.judgeTerm()
    return judge.findings.sorted(by: Finding.inOrder)
  }

  /// What is to be told about one file by itself: its encoding, headers and broken records.
  static func findings(of input: Input) -> [Finding] {
    var judge = Judge(workbook: Workbook(inputs: [input], passages: [:], asOf: nil))
    judge.judgeFiles()
    return judge.findings.sorted(by: Finding.inOrder)
  }

  private init(workbook: Workbook) { self.workbook = workbook }

  private mutating func judgeFiles() {
    let troubles = FileTroubles.all(in: workbook)
    for rule in Catalog.rules {
      for case .file(let check) in rule.checks {
        for trouble in troubles {
          if let offense = check(trouble) { add(offense, rule, ledger: trouble.ledger?.id) }
        }
      }
    }
  }

  private mutating func judgeCells() {
    let issues = workbook.issues.sorted { $0.key < $1.key }
    for rule in Catalog.rules {
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
    for rule in Catalog.rules {
      for case .settings(let body) in rule.checks {
        guard let table = rule.ledger.flatMap({ workbook.tables[$0] }) else { continue }
        for offense in body(table) { add(offense, rule) }
      }
    }
  }

  private mutating func judgeRows(_ books: Books) {
    let scope = books.scope
    for rule in Catalog.rules {
      for check in rule.checks {
        switch check {
        case .cell, .file, .settings: continue
        case .table(let body):
          for table in tables(of: rule, books) { for offense in body(table, scope) { add(offense, rule) } }
        case .row(let body):
          for table in tables(of: rule, books) {
            for row in judgedRows(of: table, by: rule) { if let offense = body(row, scope) { add(offense, rule) } }
          }
        case .everyRow(let body):
          for table in tables(of: rule, books) {
            for row in judgedRows(of: table, by: rule) { for offense in body(row, scope) { add(offense, rule) } }
          }
        case .books(let body): for offense in body(books) { add(offense, rule) }
        }
      }
    }
  }

  /// Rules of a ledger look at the rows that may count; rules of every ledger look at all rows but copies.
  private func judgedRows(of table: Table, by rule: Rule) -> JudgedRows { table.judgedRows(ofAllPeriods: rule.ledger == nil) }

  private func tables(of rule: Rule, _ books: Books) -> [Table] {
    guard let id = rule.ledger else { return books.all }
    return books.table(id).map { [$0] } ?? []
  }

  private mutating func judgeTerm() {
    guard let rule = Catalog.rules.first(where: { $0.id == "SET-001" }) else { return }
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
      if (offense.severity ?? rule.severity) == .error, rule.kind == .data, !offense.spoils.isEmpty {
        row.table.spoil(row.index, offense.spoils)
      }
    }
    let finding = Finding(offense, by: rule, ledger: ledger, asOf: workbook.books?.scope.asOf)
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
