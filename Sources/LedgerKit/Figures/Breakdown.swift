/// A figure by month, category, place: a table.
public final class Breakdown: Sendable {
  /// How rows are sorted; 未填 and 其他 come last in either.
  public enum Order: Sendable { case byKey, byValue }
  /// A row's group: a month, a term, a text, packed into two numbers; -1 stands for 未填.
  public typealias Key = @Sendable (Row, Scope) -> GroupKey?
  /// All groups of a table at once.
  public typealias Gather = @Sendable (Table) -> [GroupKey: Int128]

  /// `ST-DRL-01.kind`
  public let code: String
  /// `drills.byKind`
  public let id: String
  /// As the report and 指标.csv head the table.
  public let title: String
  /// What a group's amount counts.
  public let unit: Unit
  /// Titles of the key's parts, then of the value.
  public let keyTitles: [String]
  /// Heads the last column.
  public let valueTitle: String
  /// Whether each row's share of the whole is shown.
  public let showsShare: Bool
  /// Groups of one size come by their names.
  public let order: Order
  /// In plain Chinese: which rows count, and by what they are grouped.
  public let definition: String
  /// A row in which one of these columns is unusable is left out.
  public let reads: [AnyColumn]
  /// The columns it groups by; without one of them on some sheet there is nothing to group.
  public let needs: [AnyColumn]
  let key: Key
  /// What a row adds; nil where it adds nothing.
  let value: @Sendable (Row, Scope) -> Int128?
  let label: @Sendable (GroupKey, Lexicon) -> [String]
  /// Occasions rather than rows are counted where two rows may be one; nil for a row of its own.
  let occasion: @Sendable (Row, Scope) -> OccasionKey?
  /// Groups that are no sums of rows, such as the time of a drill entered once a class; replaces `key` and `value` where given.
  let gather: Gather?

  /// Creates a breakdown; `value` gives what a row adds, nil where it adds nothing; without it rows are counted. Neither it nor `occasion` is
  /// optional: to ask an optional one of a row costs more than most answers.
  public init(
    _ code: String, _ id: String, _ title: String, _ unit: Unit, keys: [String], value valueTitle: String, showsShare: Bool = false,
    order: Order = .byValue, reads: [AnyColumn], needs: [AnyColumn] = [], _ definition: String, key: GroupBy,
    occasion: @escaping @Sendable (Row, Scope) -> OccasionKey? = { _, _ in nil }, gather: Gather? = nil,
    of value: @escaping @Sendable (Row, Scope) -> Int128? = { _, _ in 1 }
  ) {
    self.code = code
    self.id = id
    self.title = title
    self.unit = unit
    keyTitles = keys
    self.valueTitle = valueTitle
    self.showsShare = showsShare
    self.order = order
    self.reads = reads
    self.needs = needs
    self.definition = definition
    self.key = key.key
    label = key.label
    self.occasion = occasion
    self.gather = gather
    self.value = value
  }

  /// Its groups over the books; no rows where the ledger was not supplied or no sheet has a column of `needs`.
  public func value(in books: Books, ledger: Ledger) -> BreakdownValue {
    guard let table = books.table(ledger), needs.isEmpty || table.has(anyOf: needs) else {
      return BreakdownValue(self, ledger: ledger, rows: [])
    }
    let groups = gather.map { Array($0(table)) } ?? sums(table, books.scope)
    let items = groups.map { BreakdownValue.Item(key: label($0.key, table.lexicon), amount: $0.value) }
    let rest = items.filter(\.isRest)
    return BreakdownValue(
      self, ledger: ledger, rows: items.filter { !$0.isRest }.sorted(by: precedes) + rest.sorted(by: precedes))
  }

  private func sums(_ table: Table, _ scope: Scope) -> [(key: GroupKey, value: Int128)] {
    var groups = KeyTable<GroupKey>()
    var amounts: [Int128] = []
    var seen = KeyTable<OccasionKey>()
    for row in table.rows(for: reads) {
      guard let key = key(row, scope), let amount = value(row, scope) else { continue }
      if let one = occasion(row, scope), !seen.place(of: one).isNew { continue }
      let (group, isNew) = groups.place(of: key)
      if isNew { amounts.append(amount) } else { amounts[group] += amount }
    }
    return zip(groups.keys, amounts).map { ($0, $1) }
  }

  /// By size, or by key; equal ones by their names: never by the order of reading.
  private func precedes(_ a: BreakdownValue.Item, _ b: BreakdownValue.Item) -> Bool {
    if order == .byValue, a.amount != b.amount { return a.amount > b.amount }
    for (x, y) in zip(a.key, b.key) {
      let order = x.comparedByBytes(y)
      if order != 0 { return order < 0 }
    }
    return a.key.count < b.key.count
  }
}

/// The group of a row.
public struct GroupKey: Hashable, Sendable {
  /// First part: a month counted from year 0, a term's index or a text's number; -1 for 未填.
  public let a: Int32
  /// Second part; 0 where there is only one.
  public let b: Int32
  /// Creates a key of one part or two.
  public init(_ a: Int32, _ b: Int32 = 0) {
    self.a = a
    self.b = b
  }
}

/// How rows are grouped and groups are named.
public struct GroupBy: Sendable {
  let key: Breakdown.Key
  let label: @Sendable (GroupKey, Lexicon) -> [String]

  /// Groups by `key`, nil leaving the row out; `label` gives one text for each of the breakdown's key titles.
  public init(key: @escaping Breakdown.Key, label: @escaping @Sendable (GroupKey, Lexicon) -> [String]) {
    self.key = key
    self.label = label
  }

  /// By the month of the row's deciding date: `2023-03`.
  public static let month = GroupBy(
    key: { row, _ in row.date.map { GroupKey($0.monthNumber) } }, label: { key, _ in [Self.month(key.a)] })

  /// By a term of a vocabulary; empty cells are 未填.
  public static func term<V: Vocabulary>(_ column: Column<V>) -> GroupBy {
    GroupBy(
      key: { row, _ in GroupKey(row.stored(column).map { Int32(truncatingIfNeeded: $0) } ?? -1) },
      label: { key, _ in
        let cases = V.cases
        return [cases.indices.contains(Int(key.a)) ? cases[Int(key.a)].rawValue : "未填"]
      })
  }

  /// By a text as written; empty cells are 未填.
  public static func text(_ column: Column<Text>) -> GroupBy {
    GroupBy(key: { row, _ in GroupKey(row[column]?.id ?? -1) }, label: { key, lexicon in [key.a < 0 ? "未填" : lexicon.string(key.a)] })
  }

  /// The month a number stands for: `2023-03`.
  public static func month(_ number: Int32) -> String { Month(year: Int(number) / 12, month: Int(number) % 12 + 1).iso }

  /// By a text and the month.
  public static func textAndMonth(_ column: Column<Text>) -> GroupBy {
    GroupBy(
      key: { row, _ in row.date.map { GroupKey(row[column]?.id ?? -1, $0.monthNumber) } },
      label: { key, lexicon in [key.a < 0 ? "未填" : lexicon.string(key.a), month(key.b)] })
  }
}

/// A breakdown as computed.
public struct BreakdownValue: Sendable {
  /// One group.
  public struct Item: Sendable {
    /// One text for each of the breakdown's key titles.
    public let key: [String]
    /// A count, or millionths of a yuan where the unit is money.
    public let amount: Int128
    var isRest: Bool { key.first.map { $0.hasSameBytes(as: "未填") || $0.hasSameBytes(as: "其他") } ?? false }
  }

  /// What was computed.
  public let breakdown: Breakdown
  /// Where its rows are.
  public let ledger: Ledger
  /// Groups in the order they are shown.
  public let rows: [Item]
  /// Sum over all groups, the whole that shares are taken of.
  public var total: Int128 { rows.reduce(0) { $0 + $1.amount } }

  init(_ breakdown: Breakdown, ledger: Ledger, rows: [Item]) {
    self.breakdown = breakdown
    self.ledger = ledger
    self.rows = rows
  }

  /// `消防疏散2次、地震1次`
  public func inline(limit: Int = 6) -> String {
    rows.prefix(limit).map { $0.key.joined(separator: " ") + Exact($0.amount).text(in: breakdown.unit) }.joined(separator: "、")
      + (rows.count > limit ? "等" : "")
  }
}

extension BreakdownValue {
  /// `设备占32.8%、图书占5.9%`: the first groups with their shares of the whole; with their amounts where shares of it say nothing.
  public func shares(limit: Int) -> String {
    guard total > 0, rows.allSatisfy({ $0.amount >= 0 }) else { return inline(limit: limit) }
    let parts = rows.prefix(limit).map { $0.key.joined(separator: " ") + "占" + Format.percent($0.amount, of: total) + "%" }
    return parts.joined(separator: "、")
  }
}

/// Things shown one by one: the open hazards, the drills, the equipment bought.
public struct Listing: Sendable {
  /// Head of one column of a listing.
  public struct Column: Sendable {
    /// As printed above the column.
    public let title: String
    /// Set flush right.
    public let isNumber: Bool

    /// Creates a column, of text unless said otherwise.
    public init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  /// `ST-HAZ-08.list`
  public let id: String
  /// As the report heads it.
  public let title: String
  /// In the order of every line's cells.
  public let columns: [Column]
  let make: @Sendable (Table, Books) -> [[String]]

  /// Creates a listing; `lines` may come in any order, a cell for each column.
  public init(_ id: String, _ title: String, _ columns: [Column], lines: @escaping @Sendable (Table, Books) -> [[String]]) {
    self.id = id
    self.title = title
    self.columns = columns
    make = lines
  }

  /// The lines, sorted by their own text (a date in ISO form comes first), so that the order of files cannot show.
  /// nil where the ledger was not supplied.
  public func lines(in books: Books, ledger: Ledger) -> [[String]]? {
    guard let table = books.table(ledger) else { return nil }
    return make(table, books).sorted { $0.lexicographicallyPrecedes($1) }
  }
}
