import LedgerKit

/// Where figures' rows stand, for auditors: 隐患整改台账.csv第5–22、24行.
struct Sources {
  /// More runs of rows than this are not listed a file: nobody looks them up by hand.
  private static let longest = 12

  /// With more rows than this a figure's rows are not gathered at all.
  private static let countable = 50_000

  private let books: Books
  /// Where the rows of a table stand, by its ledger's id: every figure of the ledger asks for much the same.
  private let places: [String: Places]

  init(of figures: [FigureValue], in books: Books) {
    self.books = books
    let ledgers = figures.filter { $0.exact != nil && $0.tally.rows != nil }.map { ($0.ledger.id, $0.ledger) }
    places = Dictionary(ledgers, uniquingKeysWith: { first, _ in first }).compactMapValues { books.table($0).map(Places.init) }
  }

  /// The files and rows that were counted, files in the order of their names; nothing where there is no value.
  func text(_ value: FigureValue) -> String {
    guard value.exact != nil else { return "" }
    guard value.tally.rowsUsed <= Self.countable else { return "行数很多，不逐行列出" }
    let rows = rowsByFile(value)
    return rows.keys.sorted().map { $0 + Self.text(rows: rows[$0] ?? []) }.joined(separator: "；")
  }

  /// Row numbers a file. Of a long table the rows were not noted: the figure is computed once more.
  private func rowsByFile(_ value: FigureValue) -> [String: [Int]] {
    if let rows = value.tally.rows, let places = places[value.ledger.id] { return places.byFile(rows) }
    let evidence = value.figure.value(in: books, ledger: value.ledger, keepingEvidence: true).tally.evidence ?? []
    return Self.byFile(evidence.filter { $0.role != .excluded }.map(\.row))
  }

  /// Row numbers a file; rows of one file mostly follow each other.
  private static func byFile(_ rows: [Row]) -> [String: [Int]] {
    var result: [String: [Int]] = [:]
    var numbers: [Int] = []
    numbers.reserveCapacity(rows.count)
    var last: (row: Row, source: Int)?
    for row in rows {
      let source = row.table.sourceIndex(of: row.index)
      if let before = last, before.source != source || before.row.table !== row.table {
        result[before.row.file, default: []] += numbers
        numbers = []
      }
      last = (row, source)
      numbers.append(row.number)
    }
    if let last { result[last.row.file, default: []] += numbers }
    return result
  }

  /// Where the rows of a table stand.
  private struct Places {
    private let files: [String]
    private let rows: [(source: Int, number: Int)]

    init(_ table: LedgerKit.Table) {
      files = table.sources.map(\.sheet.file)
      rows = table.rows.map { ($0.table.sourceIndex(of: $0.index), $0.number) }
    }

    /// Row numbers a file.
    func byFile(_ set: RowSet) -> [String: [Int]] {
      var numbers = [[Int]](repeating: [], count: files.count)
      for row in set.indices { numbers[rows[row].source].append(rows[row].number) }
      let used = zip(files, numbers).filter { !$0.1.isEmpty }
      return Dictionary(used, uniquingKeysWith: +)
    }
  }

  /// 第3–17、19行, as Excel counts; 第3–17、19等40行 where there are too many to list.
  static func text(rows: [Int]) -> String {
    let isAscending = zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 }
    let numbers = isAscending ? rows : Set(rows).sorted()
    let runs = runs(numbers)
    let listed = runs.prefix(longest).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    return "第" + listed.joined(separator: "、") + (runs.count > longest ? "等\(numbers.count)" : "") + "行"
  }

  /// Numbers that follow each other, together.
  private static func runs(_ sorted: [Int]) -> [ClosedRange<Int>] {
    sorted.reduce(into: []) { runs, number in
      if let last = runs.last, number == last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
  }
}
