/// A figure by month, category, place: a table.
public struct Breakdown: Sendable {
  public enum Order: Sendable { case byKey, byValue }
  /// A row's group: a month, a term, a text, packed into two numbers; -1 stands for 未填.
  public typealias Key = @Sendable (Row, Scope) -> GroupKey?

  public let code: String
  public let id: String
  public let title: String
  public let unit: Unit
  /// Titles of the key's parts, then of the value.
  public let keyTitles: [String]
  public let valueTitle: String
  /// Whether each row's share of the whole is shown.
  public let showsShare: Bool
  public let order: Order
  public let definition: String
  public let reads: [AnyColumn]
  /// The columns it groups by; without one of them on some sheet there is nothing to group.
  public let needs: [AnyColumn]
  let key: Key
  let value: @Sendable (Row, Scope) -> Int128?
  let label: @Sendable (GroupKey, Lexicon) -> [String]
  /// Occasions rather than rows are counted where two rows may be one.
  let occasion: (@Sendable (Row, Scope) -> OccasionKey?)?

  public init(
    _ code: String, _ id: String, _ title: String, _ unit: Unit, keys: [String], value valueTitle: String, showsShare: Bool = false,
    order: Order = .byValue, reads: [AnyColumn], needs: [AnyColumn] = [], _ definition: String, key: GroupBy,
    occasion: (@Sendable (Row, Scope) -> OccasionKey?)? = nil, of value: @escaping @Sendable (Row, Scope) -> Int128? = { _, _ in 1 }
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
    self.value = value
  }

  public func value(in books: Books, ledger: Ledger) -> BreakdownValue {
    guard let table = books.table(ledger) else { return BreakdownValue(self, ledger: ledger, rows: [], isSupplied: false) }
    guard needs.isEmpty || table.has(anyOf: needs) else { return BreakdownValue(self, ledger: ledger, rows: [], isSupplied: true) }
    var groups: [GroupKey: Int128] = [:]
    var seen = Set<OccasionKey>()
    for row in table.rows(for: reads) {
      guard let key = key(row, books.scope), let amount = value(row, books.scope) else { continue }
      if let occasion, let one = occasion(row, books.scope), !seen.insert(one).inserted { continue }
      groups[key, default: 0] += amount
    }
    let labelled = groups.map { BreakdownValue.Item(order: $0.key, key: label($0.key, table.lexicon), amount: $0.value) }
    return BreakdownValue(self, ledger: ledger, rows: labelled.sorted(by: precedes), isSupplied: true)
  }

  /// By size, or by key; equal ones by their names, 未填 and 其他 last: never by the order of reading.
  private func precedes(_ a: BreakdownValue.Item, _ b: BreakdownValue.Item) -> Bool {
    let (aLast, bLast) = (a.isRest, b.isRest)
    if aLast != bLast { return bLast }
    if order == .byValue, a.amount != b.amount { return a.amount > b.amount }
    return a.key.lexicographicallyPrecedes(b.key)
  }
}

/// The group of a row.
public struct GroupKey: Hashable, Sendable {
  public let a: Int32
  public let b: Int32
  public init(_ a: Int32, _ b: Int32 = 0) {
    self.a = a
    self.b = b
  }
}

/// How rows are grouped and groups are named.
public struct GroupBy: Sendable {
  let key: Breakdown.Key
  let label: @Sendable (GroupKey, Lexicon) -> [String]

  public init(key: @escaping Breakdown.Key, label: @escaping @Sendable (GroupKey, Lexicon) -> [String]) {
    self.key = key
    self.label = label
  }

  /// By the month of the row's deciding date: `2023-03`.
  public static let month = GroupBy(
    key: { row, _ in row.date.map { GroupKey(Self.number(of: $0.month)) } }, label: { key, _ in [Self.month(key.a)] })

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

  static func number(of month: Month) -> Int32 { Int32(month.year * 12 + month.month - 1) }
  static func month(_ number: Int32) -> String { Month(year: Int(number) / 12, month: Int(number) % 12 + 1).iso }

  /// By a text and the month.
  public static func textAndMonth(_ column: Column<Text>) -> GroupBy {
    GroupBy(
      key: { row, _ in row.date.map { GroupKey(row[column]?.id ?? -1, number(of: $0.month)) } },
      label: { key, lexicon in [key.a < 0 ? "未填" : lexicon.string(key.a), month(key.b)] })
  }
}

/// A breakdown as computed.
public struct BreakdownValue: Sendable {
  public struct Item: Sendable {
    let order: GroupKey
    public let key: [String]
    public let amount: Int128
    var isRest: Bool { key.first == "未填" || key.first == "其他" }
  }

  public let breakdown: Breakdown
  public let ledger: Ledger
  public let rows: [Item]
  public let isSupplied: Bool
  public var total: Int128 { rows.reduce(0) { $0 + $1.amount } }

  init(_ breakdown: Breakdown, ledger: Ledger, rows: [Item], isSupplied: Bool) {
    self.breakdown = breakdown
    self.ledger = ledger
    self.rows = rows
    self.isSupplied = isSupplied
  }

  /// `消防疏散2次、地震1次`
  public func inline(limit: Int = 6) -> String {
    rows.prefix(limit).map { $0.key.joined(separator: " ") + Exact($0.amount).text(in: breakdown.unit) }.joined(separator: "、")
      + (rows.count > limit ? "等" : "")
  }
}

/// Things shown one by one: the open hazards, the drills, the equipment bought.
public struct Listing: Sendable {
  public struct Column: Sendable {
    public let title: String
    public let isNumber: Bool

    public init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  /// `ST-HAZ-08.list`
  public let id: String
  public let title: String
  public let columns: [Column]
  let make: @Sendable (Table, Books) -> [[String]]

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
