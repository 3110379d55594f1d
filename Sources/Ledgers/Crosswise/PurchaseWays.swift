import LedgerKit

/// Who bought from a supplier and who inspected what was bought: the ways that purchases went between two people.
struct PurchaseWays {
  private typealias P = Purchases

  /// From a supplier by a buyer to an inspector, by the numbers of their names.
  struct Way {
    let supplier: Int32
    let buyer: Int32, inspector: Int32
    /// Of the two ways between two people one has an even place, the other the next.
    fileprivate let place: Int

    /// The same with the two people's parts changed.
    var reverse: Way { Way(supplier: supplier, buyer: inspector, inspector: buyer, place: place ^ 1) }
  }

  /// In the order they were met.
  private(set) var ways: [Way] = []
  /// Two people and a supplier, whichever of them buys, and for either way its number; -1 where nothing went it.
  private var pairs = RowKeys()
  private var numbers: [Int32] = []
  private var orders: OccasionCounts

  /// What suppliers, buyers and inspectors rows name together: rows mostly repeat it, and are not asked for names again.
  private var suppliers = CellNumbers(), buyers = CellNumbers(), inspectors = CellNumbers()
  private var people = PairNumbers(width: 256), trades = PairNumbers(width: 4096)
  /// For each of these the number of the way, where it is one; else below nought, by the place of its ways among those of the others.
  private var only: [Int32] = []
  private var several: [Range<Int>] = []
  private var listed: [Int] = []

  /// The ways of a table of purchases.
  init(in table: Table) {
    orders = OccasionCounts(by: P.orders, in: table)
    for row in table.rows(for: [P.buyer, P.inspector, P.supplier]) where row[P.reqNo] != nil || row.date != nil { add(row) }
  }

  private mutating func add(_ row: Row) {
    guard let supplier = row[P.supplier], let buyer = row[P.buyer], let inspector = row[P.inspector] else { return }
    let pair = people.number(of: buyers.number(of: Int64(buyer.id)).number, inspectors.number(of: Int64(inspector.id)).number)
    let (trade, isNew) = trades.number(of: suppliers.number(of: Int64(supplier.id)).number, pair.number)
    if isNew { addWays(of: supplier, buyer, inspector) }
    let way = Int(only[trade])
    if way >= 0 { return orders.add(row, to: way) }
    for way in listed[several[~way]] { orders.add(row, to: way) }
  }

  private mutating func addWays(of supplier: Text, _ buyer: Persons, _ inspector: Persons) {
    let start = listed.count
    let arePlain = buyer.count == 1 && inspector.count == 1
    for a in buyer.names {
      for b in inspector.names where a != b && (arePlain || (!inspector.names.contains(a) && !buyer.names.contains(b))) {
        listed.append(number(of: supplier.id, a, b))
      }
    }
    if listed.count == start + 1 { return only.append(Int32(truncatingIfNeeded: listed.removeLast())) }
    only.append(Int32(truncatingIfNeeded: ~several.count))
    several.append(start..<listed.count)
  }

  private mutating func number(of supplier: Int32, _ buyer: Int32, _ inspector: Int32) -> Int {
    let (pair, isNew) = pairs.place(of: RowKey(supplier, min(buyer, inspector), max(buyer, inspector)))
    if isNew { for _ in 0..<2 { numbers.append(-1) } }
    let place = 2 * pair + (buyer < inspector ? 0 : 1)
    if numbers[place] < 0 {
      numbers[place] = Int32(truncatingIfNeeded: ways.count)
      ways.append(Way(supplier: supplier, buyer: buyer, inspector: inspector, place: place))
    }
    return Int(numbers[place])
  }

  /// The number of the way back; nil where nothing went it.
  func reverse(of way: Int) -> Int? {
    let number = numbers[ways[way].reverse.place]
    return number < 0 ? nil : Int(number)
  }
  /// Place of the first row of a way.
  func first(of way: Int) -> Int { orders.first(of: way) }
  /// How many orders went a way.
  func orderCount(of way: Int) -> Int { orders.count(of: way) }
}
