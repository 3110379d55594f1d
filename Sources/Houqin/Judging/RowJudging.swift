import LedgerKit
import Ledgers

/// Applies the rules that look at rows, at tables and at all ledgers together, on every core at once.
///
/// What a rule takes out of use, later rules do not see. So the rules that take something out are asked one after another, as the catalogue
/// has them, and those between them, which only tell, all at once: rules of rows piece by piece of the rows, for a school's largest ledger
/// has two thirds of them. Families of ledgers have no row in common and do not wait for each other. What is found is put together in the
/// order of rules, ledgers and rows.
struct RowJudging {
  let books: Books
  /// In the order of the catalogue. Work names them by their places: to copy them would count all that their closures hold.
  private let steps: [Step]
  private let families: [[Table]]

  init(_ books: Books, _ steps: [Step]) {
    self.books = books
    self.steps = steps
    families = Dictionary(grouping: books.all) { Family.id(of: $0.ledger) }.values.sorted { $0.rows > $1.rows }
  }

  /// One check of a rule.
  struct Step: Sendable {
    let rule: Rule
    /// The level the school sets.
    let level: Rule.Severity?
    let check: Rule.Check

    fileprivate var looksAtAll: Bool { if case .books = check { true } else { false } }
    fileprivate var looksAtRows: Bool {
      switch check {
      case .row, .everyRow: true
      default: false
      }
    }

    fileprivate func concerns(_ table: Table) -> Bool {
      switch check {
      case .row, .everyRow, .table: rule.ledger == nil || rule.ledger == table.ledger.id
      default: false
      }
    }
  }

  /// What is found, in order.
  var findings: [Finding] { stages.flatMap(findings(ofStage:)) }

  /// Rules that look at all ledgers and rules that take something out wait for each other.
  private var stages: [Range<Int>] {
    var stages: [Range<Int>] = []
    var start = 0
    // Of the steps since then: whether one looks at all ledgers, one takes something out, and one does both.
    var (looksAtAll, takesOut, doesBoth) = (false, false, false)
    for (number, step) in steps.enumerated() {
      let (looks, takes) = (step.looksAtAll, step.rule.takesOut)
      if looks && takes ? number > start : doesBoth || (looks && takesOut) || (takes && looksAtAll) {
        stages.append(start..<number)
        start = number
        (looksAtAll, takesOut, doesBoth) = (false, false, false)
      }
      (looksAtAll, takesOut, doesBoth) = (looksAtAll || looks, takesOut || takes, doesBoth || (looks && takes))
    }
    return stages + [start..<steps.count]
  }

  /// Rules of all ledgers and families of ledgers are begun at once, and each family goes through its runs as fast as it can: while a long
  /// rule of the one is asked on one core, the other cores have the rules of the others.
  private func findings(ofStage stage: Range<Int>) -> [Finding] {
    let all = stage.filter { steps[$0].looksAtAll }
    let found = Parallel.map(all.count + families.count) { place in
      if place < all.count { return findings(of: Work(steps: [all[place]], tables: [], rows: nil)) }
      return tasks(for: families[place - all.count], stage).flatMap { run in
        Parallel.map(run.count) { findings(of: run[$0]) }.flatMap { $0 }
      }
    }
    return found.flatMap { $0 }.sorted { $0.order < $1.order }.flatMap(\.findings)
  }

  // MARK: Tasks

  /// Steps asked one after another, each of all its tables; `rows` are those to be asked, where it is not all of them.
  private struct Work: Sendable {
    let steps: [Int]
    let tables: [Table]
    let rows: Range<Int>?
  }

  /// What a step found in a piece of a table.
  private struct Found: Sendable {
    let order: (step: Int, ledger: String, row: Int)
    let findings: [Finding]
  }

  /// As many rows as one core is asked about at a time: their cells stay near it from rule to rule.
  private static let pieceCount = 8192

  /// The tasks for a family of ledgers, run by run; those of a run may be done at once.
  private func tasks(for tables: [Table], _ stage: Range<Int>) -> [[Work]] {
    var runs: [[Int]] = []
    for step in stage where tables.contains(where: steps[step].concerns) {
      if let last = runs.last?.last, steps[last].rule.takesOut == steps[step].rule.takesOut {
        runs[runs.count - 1].append(step)
      } else {
        runs.append([step])
      }
    }
    return runs.map { run in
      if run.contains(where: { steps[$0].rule.takesOut }) { return [Work(steps: run, tables: tables, rows: nil)] }
      // Rules that compare ledgers come last in the catalogue and take longest: what is begun last should be short.
      let ofTables = run.filter { !steps[$0].looksAtRows }.reversed().map { Work(steps: [$0], tables: tables, rows: nil) }
      let ofRows = run.filter { steps[$0].looksAtRows }
      return ofTables + tables.flatMap { pieces(of: $0, ofRows) }
    }
  }

  private func pieces(of table: Table, _ run: [Int]) -> [Work] {
    let run = run.filter { steps[$0].concerns(table) }
    if run.isEmpty { return [] }
    return stride(from: 0, to: table.count, by: Self.pieceCount).map { start in
      Work(steps: run, tables: [table], rows: start..<min(start + Self.pieceCount, table.count))
    }
  }

  private func findings(of work: Work) -> [Found] {
    defer { for table in work.tables { table.letGoOfTexts(of: work.rows) } }
    return work.steps.flatMap { number -> [Found] in
      let step = steps[number]
      if case .books(let body) = step.check {
        var maker = FindingMaker(asOf: books.scope.asOf)
        return [Found(order: (number, "", 0), findings: body(books).map { Self.finding($0, by: step, &maker) })]
      }
      return work.tables.filter(step.concerns).map { table in
        let found = Self.findings(step, in: table, work.rows ?? 0..<table.count, books.scope)
        return Found(order: (number, table.ledger.number, work.rows?.lowerBound ?? 0), findings: found)
      }
    }
  }

  // MARK: Rules

  /// What a check finds in a table, or in some of its rows.
  private static func findings(_ step: Step, in table: Table, _ span: Range<Int>, _ scope: Scope) -> [Finding] {
    var findings: [Finding] = []
    var maker = FindingMaker(asOf: scope.asOf)
    func add(_ offense: Offense) {
      findings.append(finding(offense, by: step, &maker))
    }
    // Rules of a ledger look at the rows that may count; rules of every ledger look at all rows but copies.
    let rows = table.judgedRows(ofAllPeriods: step.rule.ledger == nil, in: span)
    switch step.check {
    case .cell, .columnCell, .file, .settings, .books, .texts: break
    case .table(let body): body(table, scope).forEach(add)
    case .row(let condition, let body):
      for rows in rows.words {
        for row in rows.satisfying(condition, scope) { if let offense = body(row, scope) { add(offense) } }
      }
    case .everyRow(let condition, let body):
      for rows in rows.words {
        for row in rows.satisfying(condition, scope) { body(row, scope).forEach(add) }
      }
    }
    return findings
  }

  private static func finding(_ offense: Offense, by step: Step, _ maker: inout FindingMaker) -> Finding {
    step.rule.take(out: offense, level: step.level)
    return maker.finding(offense, by: step.rule, level: step.level)
  }
}

extension Rule {
  /// An error D leaves its cells, or its row, out of the figures and of what later rules see.
  func take(out offense: Offense, level: Severity?) {
    guard takesOut, let row = offense.row else { return }
    if offense.leavesOut { row.table.leaveOut(row.index, because: id) }
    if offense.severity(by: self, level: level) == .error, !offense.spoils.isEmpty { row.table.spoil(row.index, offense.spoils) }
  }
}

extension [Table] {
  fileprivate var rows: Int { reduce(0) { $0 + $1.count } }
}
