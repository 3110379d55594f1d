import LedgerKit

/// Where figures' rows stand, for auditors: 隐患整改台账.csv第5–22、24行.
struct Sources {
  /// More runs of rows than this are not listed a file: nobody looks them up by hand.
  private static let longest = 12

  private let books: Books
  /// Where the rows of a table stand, by its ledger's id: every figure of the ledger asks for much the same.
  private let places: [String: Places]

  init(of figures: [FigureValue], in books: Books) {
    self.books = books
    var places: [String: Places] = [:]
    for value in figures where value.exact != nil && value.tally.rows != nil && places[value.ledger.id] == nil {
      places[value.ledger.id] = books.table(value.ledger).map(Places.init)
    }
    self.places = places
  }

  /// The files and rows of each of some figures. Those of one ledger often count the same rows, which are told once.
  func texts(_ values: [FigureValue]) -> [String] {
    var (different, found): ([Int], [(ledger: ObjectIdentifier, rows: RowSet)?]) = ([], [])
    let places = values.indices.map { place in
      let rows = rows(of: values[place])
      if let rows, let known = found.firstIndex(where: { $0?.ledger == rows.ledger && $0?.rows == rows.rows }) { return known }
      different.append(place)
      found.append(rows)
      return different.count - 1
    }
    let texts = Parallel.map(different.count) { [different] in text(values[different[$0]]) }
    return places.map { texts[$0] }
  }

  /// The rows that are all a figure's text depends on; nil where it does not depend on rows that were noted.
  private func rows(of value: FigureValue) -> (ledger: ObjectIdentifier, rows: RowSet)? {
    guard value.exact != nil, value.tally.rowsUsed <= RowSet.most, let rows = value.tally.rows else { return nil }
    return (ObjectIdentifier(value.ledger), rows)
  }

  /// The files and rows that were counted, files in the order of their names; nothing where there is no value.
  func text(_ value: FigureValue) -> String {
    guard value.exact != nil else { return "" }
    guard value.tally.rowsUsed <= RowSet.most else { return "行数很多，不逐行列出" }
    if let rows = value.tally.rows, let places = places[value.ledger.id] { return places.text(rows) }
    // Rows of more than one table were not noted: they are counted once more.
    let rows = Self.byFile(value.figure.countedRows(in: books, ledger: value.ledger))
    return rows.keys.sorted().map { $0 + Self.text(rows: rows[$0] ?? []) }.joined(separator: "；")
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
    /// In the order of their names.
    private let files: [String]
    private let runs: [(rows: Range<Int>, file: Int, number: Int)]

    init(_ table: LedgerKit.Table) {
      let names = table.sources.map(\.sheet.file)
      let files = Set(names).sorted()
      let places = names.map { name in files.firstIndex(of: name) ?? 0 }
      runs = table.runs.map { ($0.rows, places[$0.source], $0.number) }
      self.files = files
    }

    /// The files and rows of a set.
    func text(_ set: RowSet) -> String {
      var found = [RowRuns](repeating: RowRuns(), count: files.count)
      // Both the set and the table are gone through once, run by run.
      var place = 0
      set.forEachRun { rows in
        while place < runs.count, runs[place].rows.lowerBound < rows.upperBound {
          let (known, file, number) = runs[place]
          let shared = known.clamped(to: rows)
          if let first = shared.first {
            let start = number + first - known.lowerBound
            found[file].append(start...start + shared.count - 1)
          }
          if known.upperBound > rows.upperBound { return }
          place += 1
        }
      }
      return zip(files, found).compactMap { file, runs in runs.count == 0 ? nil : file + Sources.text(runs) }.joined(separator: "；")
    }
  }

  /// 第3–17、19行, as Excel counts; 第3–17、19等40行 where there are too many to list.
  static func text(rows: [Int]) -> String { text(RowRuns(rows)) }

  private static func text(_ runs: RowRuns) -> String {
    let runs = runs.isAscending ? runs : RowRuns(Set(runs.ranges.joined()).sorted())
    var text = "第"
    for (place, rows) in runs.ranges.prefix(longest).enumerated() {
      if place > 0 { text += "、" }
      text += String(rows.lowerBound)
      if rows.count > 1 { text += "–" + String(rows.upperBound) }
    }
    return text + (runs.ranges.count > longest ? "等\(runs.count)" : "") + "行"
  }
}

/// Row numbers, those that follow each other together. A figure's rows mostly do, and there are a thousand: they are told as they are
/// found, without being listed first.
struct RowRuns {
  /// In the order in which they came.
  private(set) var ranges: [ClosedRange<Int>] = []
  /// How many numbers.
  private(set) var count = 0
  /// Whether every number is larger than the one before.
  private(set) var isAscending = true

  init(_ numbers: [Int] = []) { for number in numbers { append(number...number) } }

  mutating func append(_ rows: ClosedRange<Int>) {
    count += rows.count
    guard let last = ranges.last else { return ranges.append(rows) }
    if rows.lowerBound == last.upperBound + 1 {
      ranges[ranges.count - 1] = last.lowerBound...rows.upperBound
    } else {
      isAscending = isAscending && rows.lowerBound > last.upperBound
      ranges.append(rows)
    }
  }
}
