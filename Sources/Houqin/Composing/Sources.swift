import LedgerKit

/// Where a figure's rows stand, for auditors: 隐患整改台账.csv第5–22、24行.
enum Sources {
  /// More runs of rows than this are not listed a file: nobody looks them up by hand.
  private static let longest = 12

  /// With more rows than this a figure's rows are not gathered at all.
  private static let countable = 50_000

  /// The files and rows that were counted, files in the order of their names; nothing where there is no value.
  static func text(_ value: FigureValue, in books: Books) -> String {
    guard value.exact != nil else { return "" }
    guard value.tally.rowsUsed <= countable else { return "行数很多，不逐行列出" }
    let evidence = value.figure.value(in: books, ledger: value.ledger, keepingEvidence: true).tally.evidence ?? []
    let rows = rowsByFile(evidence)
    return rows.keys.sorted().map { $0 + text(rows: rows[$0] ?? []) }.joined(separator: "；")
  }

  /// Row numbers a file; rows of one file mostly follow each other.
  private static func rowsByFile(_ evidence: [Tally.Evidence]) -> [String: [Int]] {
    var result: [String: [Int]] = [:]
    var numbers: [Int] = []
    numbers.reserveCapacity(evidence.count)
    var last: (row: Row, source: Int)?
    for part in evidence where part.role != .excluded {
      let row = part.row
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
