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
    for rows in table.rows(for: reads).pieces {
      let rows = rows.satisfying(condition, scope)
      let counting = if case .oneWhere(let condition) = amount { rows.satisfying(condition, scope) } else { rows }
      for rows in rows {
        if case .money(let column) = amount { sums.add(rows, summing: column) } else { sums.add(rows, counting: counting.word(of: rows)) }
      }
    }
    return sums.groups
  }

  /// Groups in their order. What names a part of a key is made, and compared as text, once; groups are compared by the places of their names.
  private func items(_ groups: [(key: GroupKey, amount: Int128)], _ lexicon: Lexicon) -> [BreakdownValue.Item] {
    let parts = key.parts.enumerated().map { place, part in PartNames(groups.map { $0.key[place] }) { part.label($0, lexicon) } }
    let order = order == .byKey ? inOrder(groups.count, parts) : inOrder(groups, parts)
    return order.map { group in BreakdownValue.Item(key: parts.map { $0.text(of: group) }, amount: groups[group].amount) }
  }

  /// So many groups in the order of the parts' names; 未填 and 其他 stand behind all others. They are put in order by the last part first: of
  /// each it is known which name has which place, and nothing is compared.
  private func inOrder(_ count: Int, _ parts: [PartNames]) -> [Int] {
    let order = parts.reversed().reduce(Array(0..<count)) { $1.sort($0) }
    return order.filter { !parts[0].isRest($0) } + order.filter(parts[0].isRest)
  }

  /// The largest groups first, those of one size by the parts' names.
  private func inOrder(_ groups: [(key: GroupKey, amount: Int128)], _ parts: [PartNames]) -> [Int] {
    // 未填 and 其他 stand behind all others.
    let rest = 1 << 62
    let places = groups.indices.map { group in
      parts.reduce(0) { $0 << 31 | $1.place(of: group) } | (parts[0].isRest(group) ? rest : 0)
    }
    return groups.indices.sorted { a, b in
      if (places[a] ^ places[b]) & rest != 0 { return places[a] < places[b] }
      return groups[a].amount != groups[b].amount ? groups[a].amount > groups[b].amount : places[a] < places[b]
    }
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
  /// Groups in the order of the names; those of one name stay as they stand.
  func sort(_ groups: [Int]) -> [Int] {
    var starts = [Int](repeating: 0, count: places.count + 1)
    for group in groups { starts[place(of: group) + 1] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var sorted = groups
    for group in groups {
      sorted[starts[place(of: group)]] = group
      starts[place(of: group)] += 1
    }
    return sorted
  }
  /// 未填 and 其他 come last.
  func isRest(_ group: Int) -> Bool { areRest[numbers[group]] }
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
