/// A figure by month, category, place: a table.
public final class Breakdown: Sendable {
  /// How rows are sorted; 未填 and 其他 come last in either.
  public enum Order: Sendable { case byKey, byValue }
  /// What a row adds to its group.
  public enum Amount: Sendable {
    /// One.
    case one
    /// One where it satisfies a condition, else nothing: its group is there all the same.
    case oneWhere(RowCondition)
    /// What a column says; a row in which it says nothing is left out.
    case money(Column<Money>)
  }

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
  let key: GroupBy
  let condition: RowCondition
  let amount: Amount
  /// Occasions rather than rows are counted where two rows may be one; a row without one is one of its own.
  let occasion: RowNumbering?
  /// Groups that are no sums of rows, such as the time of a drill entered once a class; replaces `key` and `amount` where given.
  let gather: Gather?

  /// Creates a breakdown; only rows that satisfy `condition` count.
  public init(
    _ code: String, _ id: String, _ title: String, _ unit: Unit, keys: [String], value valueTitle: String, showsShare: Bool = false,
    order: Order = .byValue, reads: [AnyColumn], needs: [AnyColumn] = [], _ definition: String, key: GroupBy,
    where condition: RowCondition = .always, occasion: RowNumbering? = nil, gather: Gather? = nil,
    of amount: Amount = .one
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
    self.key = key
    self.condition = condition
    self.occasion = occasion
    self.gather = gather
    self.amount = amount
  }

  /// Its groups over the books; no rows where the ledger was not supplied or no sheet has a column of `needs`.
  public func value(in books: Books, ledger: Ledger) -> BreakdownValue {
    guard let table = books.table(ledger), needs.isEmpty || table.has(anyOf: needs) else {
      return BreakdownValue(self, ledger: ledger, rows: [])
    }
    let groups = gather.map { $0(table).map { (key: $0.key, amount: $0.value) } } ?? sums(table, books.scope)
    return BreakdownValue(self, ledger: ledger, rows: items(groups, table.lexicon))
  }

  private func sums(_ table: Table, _ scope: Scope) -> [(key: GroupKey, amount: Int128)] {
    var sums = GroupSums(key, occasion, in: table)
    for rows in table.rows(for: reads).words {
      let rows = rows.satisfying(condition, scope)
      switch amount {
      case .one: for row in rows { sums.add(1, of: row) }
      case .oneWhere(let condition):
        let counting = rows.satisfying(condition, scope)
        for row in rows { sums.add(counting.contains(row) ? 1 : 0, of: row) }
      case .money(let column): for row in rows { if let money = row[column] { sums.add(money.amount.millionths, of: row) } }
      }
    }
    return sums.groups
  }

  /// Groups in their order. What names a part of a key is made, and compared as text, once; groups are compared by the places of their names.
  private func items(_ groups: [(key: GroupKey, amount: Int128)], _ lexicon: Lexicon) -> [BreakdownValue.Item] {
    let parts = key.labels.enumerated().map { part, label in PartNames(groups.map { $0.key[part] }) { label($0, lexicon) } }
    // 未填 and 其他 stand behind all others.
    let rest = 1 << 62
    let places = groups.indices.map { group in
      parts.reduce(0) { $0 << 31 | $1.place(of: group) } | (parts[0].isRest(group) ? rest : 0)
    }
    return groups.indices.sorted { a, b in
      if order == .byKey || (places[a] ^ places[b]) & rest != 0 { return places[a] < places[b] }
      return groups[a].amount != groups[b].amount ? groups[a].amount > groups[b].amount : places[a] < places[b]
    }.map { group in BreakdownValue.Item(key: parts.map { $0.text(of: group) }, amount: groups[group].amount) }
  }
}

/// Amounts by group, added row by row: first by what cells say, a day or a text's number, for what group that is need not be asked of
/// each row.
struct GroupSums {
  private let key: GroupBy
  /// The column that says it, where it is one, and what rows say in which it has no value.
  private let slot: Int?
  private let others: @Sendable (Row) -> Int64?
  private var said = CellNumbers()
  private var amounts: [Int128] = []
  private var occasions: MetOccasions?

  init(_ key: GroupBy, _ occasion: RowNumbering? = nil, in table: Table) {
    self.key = key
    switch key.source {
    case .cell(let column, let other): (slot, others) = (column.slot, { _ in other })
    case .date: (slot, others) = (table.dateSlot < 0 ? nil : table.dateSlot, { $0.date.map { Int64($0.number) } })
    case .row(let cells): (slot, others) = (nil, cells)
    }
    occasions = occasion.map { MetOccasions($0, in: table) }
  }

  @inline(__always)
  mutating func add(_ amount: Int64, of row: Row) {
    guard let cells = cells(of: row) else { return }
    if occasions?.meet(row) == .again { return }
    let (place, isNew) = said.number(of: cells)
    if isNew { amounts.append(Int128(amount)) } else { amounts[place] += Int128(amount) }
  }

  @inline(__always)
  private func cells(of row: Row) -> Int64? {
    guard let slot, case let stored = row.cells[slot, row.index], stored > CellMark.unusable else { return others(row) }
    return stored
  }

  /// The groups in the order they were met.
  var groups: [(key: GroupKey, amount: Int128)] {
    var keys = KeyTable<GroupKey>()
    var sums: [Int128] = []
    for (cells, amount) in zip(said.values, amounts) {
      let (group, isNew) = keys.place(of: key.group(cells))
      if isNew { sums.append(amount) } else { sums[group] += amount }
    }
    return zip(keys.keys, sums).map { (key: $0, amount: $1) }
  }
}

/// The names of one part of some groups' keys, with their places in order.
private struct PartNames {
  /// For each group the number of its name.
  private let numbers: [Int]
  private let texts: [String]
  /// Equal names have one place, whatever they stand for.
  private var places: [Int]
  private let areRest: [Bool]

  init(_ parts: [Int32], _ label: (Int32) -> String) {
    var distinct = KeyTable<GroupKey>()
    numbers = parts.map { distinct.place(of: GroupKey($0)).number }
    let texts = distinct.keys.map { label($0.a) }
    self.texts = texts
    areRest = texts.map { $0.hasSameBytes(as: "未填") || $0.hasSameBytes(as: "其他") }
    places = [Int](repeating: 0, count: texts.count)
    let order = texts.indices.sorted { texts[$0].precedesByBytes(texts[$1]) }
    for (before, name) in zip(order, order.dropFirst()) {
      places[name] = places[before] + (texts[name].hasSameBytes(as: texts[before]) ? 0 : 1)
    }
  }

  func text(of group: Int) -> String { texts[numbers[group]] }
  func place(of group: Int) -> Int { places[numbers[group]] }
  /// 未填 and 其他 come last.
  func isRest(_ group: Int) -> Bool { areRest[numbers[group]] }
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

extension GroupKey {
  /// One of the two parts, the first being 0.
  fileprivate subscript(part: Int) -> Int32 { part == 0 ? a : b }
}

/// How rows are grouped and groups are named.
public struct GroupBy: Sendable {
  /// Names a part of a group's key.
  public typealias Label = @Sendable (Int32, Lexicon) -> String

  let source: Source
  /// The group of rows that say so.
  let group: @Sendable (Int64) -> GroupKey
  let labels: [Label]

  /// What says of which group a row is. Rows of which it says the same are of one; of which it says nothing, of none.
  enum Source: Sendable {
    /// What a cell holds, as it is stored; where it holds nothing, some other number.
    case cell(AnyColumn, else: Int64?)
    /// The row's deciding date.
    case date
    case row(@Sendable (Row) -> Int64?)
  }

  private init(_ source: Source, group: @escaping @Sendable (Int64) -> GroupKey, labels: [Label]) {
    self.source = source
    self.group = group
    self.labels = labels
  }

  /// Groups by what `cells` says of a row; `labels` has one for each of the breakdown's key titles.
  public init(
    cells: @escaping @Sendable (Row) -> Int64?, group: @escaping @Sendable (Int64) -> GroupKey, labels: [Label]
  ) { self.init(.row(cells), group: group, labels: labels) }

  /// Groups by what a cell holds, as it is stored; empty cells are -1.
  public init(_ column: AnyColumn, group: @escaping @Sendable (Int64) -> GroupKey, label: @escaping Label) {
    self.init(.cell(column, else: -1), group: group, labels: [label])
  }

  /// By the month of the row's deciding date: `2023-03`.
  public static let month = GroupBy(.date, group: monthKey, labels: [monthName])

  /// By the month of a day; rows without one are left out.
  public static func month(of day: Column<Day>) -> GroupBy { GroupBy(.cell(day, else: nil), group: monthKey, labels: [monthName]) }

  @Sendable private static func monthKey(_ day: Int64) -> GroupKey { GroupKey(Day(number: Int32(truncatingIfNeeded: day)).monthNumber) }

  /// By a term of a vocabulary; empty cells are 未填.
  public static func term<V: Vocabulary>(_ column: Column<V>) -> GroupBy {
    GroupBy(column, group: { GroupKey(Int32(truncatingIfNeeded: $0)) }) { term, _ in
      V.cases.indices.contains(Int(term)) ? V.cases[Int(term)].rawValue : "未填"
    }
  }

  /// By a text as written; empty cells are 未填.
  public static func text(_ column: Column<Text>) -> GroupBy {
    GroupBy(column, group: { GroupKey(Int32(truncatingIfNeeded: $0)) }, label: textName)
  }

  /// By a text and the month.
  public static func textAndMonth(_ column: Column<Text>) -> GroupBy {
    GroupBy(
      cells: { row in row.date.map { pair(Int32(truncatingIfNeeded: row.stored(column) ?? -1), $0.monthNumber) } },
      group: { GroupKey(Int32(truncatingIfNeeded: $0 >> 32), Int32(truncatingIfNeeded: $0)) },
      labels: [textName, monthName])
  }

  /// Two numbers in one.
  public static func pair(_ a: Int32, _ b: Int32) -> Int64 { Int64(a) << 32 | Int64(UInt32(bitPattern: b)) }

  /// Names a month by its number: `2023-03`.
  public static let monthName: Label = { number, _ in Month(number: number).iso }
  private static let textName: Label = { text, lexicon in text < 0 ? "未填" : lexicon.string(text) }
}

/// A breakdown as computed.
public struct BreakdownValue: Sendable {
  /// One group.
  public struct Item: Sendable {
    /// One text for each of the breakdown's key titles.
    public let key: [String]
    /// A count, or millionths of a yuan where the unit is money.
    public let amount: Int128
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
