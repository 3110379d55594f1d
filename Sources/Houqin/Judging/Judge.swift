import LedgerKit
import Ledgers
import Synchronization
import Tabular

/// Applies every rule to what was read. An error D leaves its cells, or its row, out of the figures that read them.
struct Judge {
  private let workbook: Workbook
  private var findings: [Finding] = []
  private var maker: FindingMaker
  private var places = FindingPlaces()
  /// Those that are on and speak to this school.
  private let rules: [Rule]
  /// Levels the school sets, by rule.
  private let levels: [String: Rule.Severity]

  /// Applies every rule. What it found is told by ``verdict()``.
  init(judging workbook: Workbook) {
    self.init(workbook: workbook)
    judgeFiles()
    judgeCells()
    judgeSettings()
    if let books = workbook.books { judgeRows(books) }
    if let books = workbook.books { judgeTexts(books) }
    judgeTerm()
  }

  /// What was found and is not waived, and what is waived, both in order; told once.
  mutating func verdict() -> (findings: [Finding], waived: [WaivedFinding]) {
    // Held here alone, for what is held twice is copied when it is put in order.
    var found = findings
    findings = []
    Finding.order(&found)
    var waiving = Waiving(workbook)
    let (kept, waived) = waiving.split(found)
    let offenses = waiving.offenses
    if offenses.isEmpty { return (kept, waived) }
    findings = kept
    for (id, offense) in offenses { if let rule = Catalog.rule(id) { add(offense, rule) } }
    return (Finding.ordered(findings), waived)
  }

  /// What is to be told about one file by itself: its encoding, headers and broken records.
  static func findings(of input: Input) -> [Finding] {
    var judge = Judge(workbook: Workbook(inputs: [input], passages: [:], asOf: nil))
    judge.judgeFiles()
    return Finding.ordered(judge.findings)
  }

  private init(workbook: Workbook) {
    self.workbook = workbook
    let profile = workbook.books?.scope.profile
    rules = Catalog.rules.filter { rule in
      !workbook.changes.isOff(rule) && profile.map { rule.applicability.holds(for: $0) } ?? true
    }
    levels = workbook.changes.levels
    maker = FindingMaker(asOf: workbook.books?.scope.asOf)
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
      for check in rule.checks {
        guard let body = check.ofCells else { continue }
        for (id, found) in issues {
          guard let table = workbook.tables[id] else { continue }
          for issue in found {
            if let offense = body(issue.trouble, issue.column) { add(offense.located(at: issue, in: table), rule) }
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
    let steps = rules.flatMap { rule in
      rule.checks.map { RowJudging.Step(rule: rule, level: levels[rule.id], check: $0) }
    }
    var found = RowJudging(books, steps).findings
    keep(&found)
  }

  /// The passages are judged last: what they claim is compared with figures, which leave out what the rules before took out.
  private mutating func judgeTexts(_ books: Books) {
    let texts = workbook.passages.sorted { $0.key < $1.key }.map { WrittenText(name: $0.key, text: $0.value) }
    guard !texts.isEmpty else { return }
    for rule in rules {
      for case .texts(let body) in rule.checks { for offense in body(texts, books) { add(offense, rule) } }
    }
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
    rule.take(out: offense, level: levels[rule.id])
    keep(maker.finding(offense, by: rule, ledger: ledger, level: levels[rule.id]))
  }

  private mutating func keep(_ finding: Finding) {
    if isNew(finding) { findings.append(finding) }
  }

  /// Keeps the findings of some lists. They change places with one that is there: to copy hundreds of thousands that lie far apart would
  /// fetch each to count it once more, and again when the lists are let go of.
  private mutating func keep(_ lists: inout [[Finding]]) {
    guard let one = lists.lazy.compactMap(\.first).first else { return }
    var end = findings.count
    findings += repeatElement(one, count: lists.reduce(0) { $0 + $1.count })
    for list in lists.indices {
      for place in lists[list].indices where isNew(lists[list][place]) {
        swap(&findings[end], &lists[list][place])
        end += 1
      }
    }
    findings.removeLast(findings.count - end)
  }

  /// What is about no row is told once; so is what is about one, when the findings are put in order.
  private mutating func isNew(_ finding: Finding) -> Bool { finding.row != nil || places.insert(finding) }
}

/// Where findings about no row are, and what they say.
private struct FindingPlaces {
  private var places = RowKeys()
  private var names = NumberedTexts()

  /// Adds the place of a finding; whether none was there.
  mutating func insert(_ finding: Finding) -> Bool {
    let (rule, file) = (number(of: finding.rule), number(of: finding.file))
    let (column, message) = (number(of: finding.column), number(of: finding.message))
    return places.place(of: RowKey(rule, file, column, message)).isNew
  }

  private mutating func number(of text: String?) -> Int32 { Int32(truncatingIfNeeded: names.number(of: text ?? "")) }
}

extension Rule.Check {
  /// What it says of a cell's trouble; nil where it looks at something else.
  fileprivate var ofCells: ((CellTrouble, AnyColumn) -> Offense?)? {
    switch self {
    case .cell(let body): { trouble, _ in body(trouble) }
    case .columnCell(let body): body
    default: nil
    }
  }
}

extension Offense {
  /// The offense of a cell, with its place; a cell that cannot be used is taken out of the figures.
  fileprivate func located(at issue: CellIssue, in table: Table) -> Offense {
    let row = table.row(issue.row)
    let spoils = row.isUnusable(issue.column) ? [issue.column] : spoils
    return Offense(row, at: issue.column, message, fix: fix, spoils: spoils, leavesOut: leavesOut, severity: severity)
  }
}
