import LedgerKit
import Ledgers

/// Applies the rules that look at rows, at tables and at all ledgers together, on every core at once.
///
/// What a rule takes out of use, later rules do not see. So the rules that take something out are asked one after another, as the catalogue
/// has them, and those between them, which only tell, all at once: rules of rows piece by piece of the rows, for a school's largest ledger
/// has two thirds of them. Families of ledgers have no row in common and do not wait for each other, until nothing is taken out any more:
/// what then is only told, of all ledgers together too, is one list of work. What is found is put together in the order of rules, ledgers
/// and rows.
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
      case .row, .remembering, .everyRow: true
      default: false
      }
    }

    fileprivate func concerns(_ table: Table) -> Bool {
      switch check {
      case .row, .remembering, .everyRow, .table, .telling: rule.ledger == nil || rule.ledger == table.ledger.id
      default: false
      }
    }
  }

  /// What is found, in order: a list for each piece of work that found something.
  var findings: [[Finding]] { stages.flatMap(findings(ofStage:)) }

  /// A rule that takes something out waits for the rules before it that look at all ledgers; one that does both is a stage of its own.
  private var stages: [Range<Int>] {
    var stages: [Range<Int>] = []
    var start = 0
    // Of the steps since then: whether one looks at all ledgers, and one takes something out as well.
    var (looksAtAll, doesBoth) = (false, false)
    for (number, step) in steps.enumerated() {
      let (looks, takes) = (step.looksAtAll, step.rule.takesOut)
      if looks && takes ? number > start : doesBoth || (takes && looksAtAll) {
        stages.append(start..<number)
        start = number
        (looksAtAll, doesBoth) = (false, false)
      }
      (looksAtAll, doesBoth) = (looksAtAll || looks, doesBoth || (looks && takes))
    }
    return stages + [start..<steps.count]
  }

  /// First each family goes through its runs as fast as it can, up to the last that takes something out; then all the rest is told.
  private func findings(ofStage stage: Range<Int>) -> [[Finding]] {
    let runs = families.map { self.runs(of: stage, for: $0) }
    let settled = Parallel.map(families.count) { family in
      runs[family].settling.flatMap { found(by: works(of: $0, families[family])) }
    }
    let ofAll = stage.filter { steps[$0].looksAtAll }.map { Work(steps: [$0], tables: [], rows: nil) }
    let told = found(by: ofAll + zip(runs, families).flatMap { runs, tables in runs.telling.map { works(of: $0, tables) } ?? [] })
    return (settled.flatMap { $0 } + told).sorted { $0.order < $1.order }.map(\.findings)
  }

  // MARK: Tasks

  /// Steps that concern a family and follow each other, alike in whether they take something out.
  fileprivate struct Run: Sendable {
    let takesOut: Bool
    var steps: [Int] = []
  }

  /// Steps asked one after another, each of all its tables; `rows` are those to be asked, where it is not all of them.
  private struct Work: Sendable {
    let steps: [Int]
    let tables: [Table]
    let rows: Range<Int>?

    /// How many rows it may look at; without tables it looks at all of them.
    var size: Int { rows?.count ?? (tables.isEmpty ? .max : tables.rows) }
  }

  /// What a step found in a piece of a table.
  private struct Found: Sendable {
    let order: (step: Int, ledger: String, row: Int)
    let findings: [Finding]
  }

  /// As many rows as one core is asked about at a time: their cells stay near it from rule to rule.
  private static let pieceCount = 8192

  private func runs(of stage: Range<Int>, for tables: [Table]) -> [Run] {
    var runs: [Run] = []
    for step in stage where tables.contains(where: steps[step].concerns) {
      let takesOut = steps[step].rule.takesOut
      if runs.last?.takesOut != takesOut { runs.append(Run(takesOut: takesOut)) }
      runs[runs.count - 1].steps.append(step)
    }
    return runs
  }

  /// The tasks of a run; they may be done at once.
  private func works(of run: Run, _ tables: [Table]) -> [Work] {
    if run.takesOut { return [Work(steps: run.steps, tables: tables, rows: nil)] }
    let ofTables = run.steps.filter { !steps[$0].looksAtRows }.flatMap { step in
      tables.filter(steps[step].concerns).map { Work(steps: [step], tables: [$0], rows: nil) }
    }
    let ofRows = run.steps.filter { steps[$0].looksAtRows }
    return ofTables + tables.flatMap { pieces(of: $0, ofRows) }
  }

  private func pieces(of table: Table, _ run: [Int]) -> [Work] {
    let run = run.filter { steps[$0].concerns(table) }
    if run.isEmpty { return [] }
    return stride(from: 0, to: table.count, by: Self.pieceCount).map { start in
      Work(steps: run, tables: [table], rows: start..<min(start + Self.pieceCount, table.count))
    }
  }

  /// What is found by tasks that may be done at once. What is begun last should be short.
  private func found(by works: [Work]) -> [Found] {
    let works = works.sorted { $0.size > $1.size }
    return Parallel.map(works.count) { found(by: works[$0]) }.flatMap { $0 }
  }

  private func found(by work: Work) -> [Found] {
    defer { for table in work.tables { table.letGoOfTexts(of: work.rows) } }
    return work.steps.flatMap { number -> [Found] in
      let step = steps[number]
      if case .books(let body) = step.check {
        var maker = FindingMaker(asOf: books.scope.asOf)
        return [Found(order: (number, "", 0), findings: body(books).map { Self.finding($0, by: step, &maker) })]
      }
      return work.tables.filter(step.concerns).compactMap { table in
        let found = Self.findings(step, in: table, work.rows ?? 0..<table.count, books.scope)
        return found.isEmpty ? nil : Found(order: (number, table.ledger.number, work.rows?.lowerBound ?? 0), findings: found)
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
    // To look at one after the other would count all that each holds.
    case .table(let body): findings = body(table, scope).map { finding($0, by: step, &maker) }
    case .telling(let body): body(table, scope, add)
    case .row(let condition, let body):
      for rows in rows.words(satisfying: condition, scope) {
        for row in rows { if let offense = body(row, scope) { add(offense) } }
      }
    case .remembering(let condition, let make):
      let body = make(scope)
      for rows in rows.words(satisfying: condition, scope) {
        for row in rows { if let offense = body(row) { add(offense) } }
      }
    case .everyRow(let condition, let body):
      for rows in rows.words(satisfying: condition, scope) {
        for row in rows { body(row, scope).forEach(add) }
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

extension [RowJudging.Run] {
  /// Those up to the last that takes something out.
  fileprivate var settling: ArraySlice<RowJudging.Run> { dropLast(telling == nil ? 0 : 1) }
  /// What only tells at the end, if anything does.
  fileprivate var telling: RowJudging.Run? { last.flatMap { $0.takesOut ? nil : $0 } }
}

extension [Table] {
  fileprivate var rows: Int { reduce(0) { $0 + $1.count } }
}
