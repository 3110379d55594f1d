import Documents
import LedgerKit
import Ledgers

/// What the chief statements leave out, and what they would be if the rows in doubt were counted: said before anything else is read.
struct Completeness {
  private let summary: Summary
  private let edition: Edition

  init(_ summary: Summary, _ edition: Edition) { (self.summary, self.edition) = (summary, edition) }

  /// A short table; nil where nothing is left out.
  var block: Block? {
    let statements: [(code: String, whatIf: (FigureValue, [Row]) -> String)] = [
      ("ST-INS-01", { value, rows in "最多\(Format.grouped(Int(value.tally.numerator) + rows.count))次" }),
      ("ST-HAZ-03", between),
      ("ST-PUR-01", { sum($0, $1, Purchases.amount) }),
      ("ST-FOD-02", { sum($0, $1, FoodReceipts.amount) }),
      ("ST-DRL-03", people),
    ]
    var (lines, whole): ([[[Inline]]], [String]) = ([], [])
    for (code, whatIf) in statements {
      guard let value = summary.figure(code), value.exact != nil, let table = summary.books.table(value.ledger) else { continue }
      let rows = table.doubtfulRows(reading: value.figure.reads)
      if rows.isEmpty { whole.append(value.figure.title) } else { lines.append(line(value, rows.count, whatIf(value, rows))) }
    }
    guard !lines.isEmpty else { return nil }
    let columns = [TableColumn("主要指标"), TableColumn("本文数值", .end), TableColumn("存疑未计入", .end), TableColumn("如全部计入", .end)]
    return .table(Documents.Table(columns: columns, rows: lines, note: note(whole)))
  }

  private func note(_ whole: [String]) -> String {
    let others = whole.isEmpty ? "" : whole.joined(separator: "、") + "没有存疑的行。"
    return "注：存疑的行是重复登记、填写矛盾或无法识别的行，逐行见\(edition.findingsPlace)；不含不在本学期的行。" + others
  }

  private func line(_ value: FigureValue, _ count: Int, _ whatIf: String) -> [[Inline]] {
    let now: Inline = .figure(id: value.figure.code, text: value.inline)
    let unit = value.figure.unit.isSaidByItself ? "" : value.figure.unit.symbol
    return [[.text(value.figure.title)], [now, .text(unit)], [.text("\(Format.grouped(count))行")], [.text(whatIf)]]
  }

  /// A rate lies between what it is if all of them failed and if all of them passed.
  private func between(_ value: FigureValue, _ rows: [Row]) -> String {
    let (above, below) = (value.tally.numerator, (value.tally.denominator ?? 0) + Int128(rows.count))
    return "\(Format.percent(above, of: below))%至\(Format.percent(above + Int128(rows.count), of: below))%"
  }

  private func sum(_ value: FigureValue, _ rows: [Row], _ column: Column<Money>) -> String {
    let amounts = rows.map { row in row[column] ?? reread(row, column) }
    let total = amounts.compactMap { $0 }.reduce(value.tally.numerator) { $0 + Int128($1.amount.millionths) }
    return Format.grouped(Format.yuan(total)) + "元" + unreadable(amounts.count { $0 == nil }, "金额")
  }

  private func people(_ value: FigureValue, _ rows: [Row]) -> String {
    let counts = rows.map { row in row[Drills.people] ?? reread(row, Drills.people) }
    let total = counts.compactMap { $0 }.reduce(value.tally.numerator) { $0 + Int128($1.value) }
    return Format.grouped(String(total)) + "人次" + unreadable(counts.count { $0 == nil }, "人数")
  }

  private func unreadable(_ count: Int, _ what: String) -> String { count == 0 ? "" : "（另有\(count)行\(what)不明）" }

  /// What is typed in a cell that a rule took out of use.
  private func reread<Value: CellValue>(_ row: Row, _ column: Column<Value>) -> Value? {
    let lexicon = Lexicon()
    var context = ReadingContext(lexicon: lexicon)
    let bytes = Array(row.raw(column).utf8)
    guard case .value(let stored) = Value.read(bytes.span, &context) else { return nil }
    return Value(stored: stored, in: lexicon)
  }
}

extension LedgerKit.Unit {
  /// Percent signs and lengths of time are part of the number.
  var isSaidByItself: Bool {
    switch self {
    case .percent, .duration, .durationChange: true
    default: false
    }
  }
}
