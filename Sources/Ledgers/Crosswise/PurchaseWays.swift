import LedgerKit

/// Who bought from a supplier and who inspected what was bought: the ways that purchases went between two people.
///
/// Suppliers, and people as cells name them, one or several, have small numbers, and so have the trades between them. A trade between one and
/// one is a way; of the others each says which ways it is, and is not asked again.
struct PurchaseWays {
  private typealias P = Purchases

  /// From a supplier by a buyer to an inspector, by their numbers here.
  struct Way {
    let supplier: Int
    let buyer: Int, inspector: Int

    /// The same with the two people's parts changed.
    var reverse: Way { Way(supplier: supplier, buyer: inspector, inspector: buyer) }
  }

  /// In the order they were met.
  private(set) var ways: [Way] = []
  private var orders: OccasionCounts
  private let lexicon: Lexicon
  private var suppliers = CellNumbers(), people = CellNumbers()
  private var couples = PairNumbers(width: 256), trades = PairNumbers(width: 4096)
  /// For each trade the number of its way plus one, where it is one; below nought the place of its ways among those of the others, counted
  /// from -1; 0 where it was not asked.
  private var answers: [Int32] = []
  private var several: [[Int]] = []

  /// The ways of a table of purchases.
  init(in table: Table, _ scope: Scope) {
    orders = OccasionCounts(by: P.orders, in: table)
    lexicon = table.lexicon
    let names: [AnyColumn] = [P.buyer, P.inspector, P.supplier]
    let isTold = names.reduce(.filled(P.reqNo) || .row { row, _ in row.date != nil }) { $0 && .filled($1) }
    for rows in table.rows(for: names).words(satisfying: isTold, scope) { add(rows) }
  }

  private mutating func add(_ rows: RowWord) {
    let (supplier, buyer) = (suppliers.number(rows, P.supplier), people.number(rows, P.buyer))
    let inspector = people.number(rows, P.inspector)
    let trade = trades.number(supplier, couples.number(buyer, inspector, of: rows.bits).numbers, of: rows.bits).numbers
    let (a, b, c, d) = (supplier.span, buyer.span, inspector.span, trade.span)
    for row in rows {
      let place = row.index - rows.first
      let way = Way(supplier: Int(a[place]), buyer: Int(b[place]), inspector: Int(c[place]))
      let answer = answer(of: Int(d[place]), way)
      if answer > 0 { orders.add(row, to: answer - 1) } else { for way in several[-answer - 1] { orders.add(row, to: way) } }
    }
  }

  private mutating func answer(of trade: Int, _ way: Way) -> Int {
    if trade < answers.count, answers[trade] != 0 { return Int(answers[trade]) }
    let (buyer, inspector) = (persons(way.buyer), persons(way.inspector))
    if buyer.count == 1, inspector.count == 1, way.buyer != way.inspector { return number(of: way, trade) + 1 }
    let ways = buyer.count == 1 && inspector.count == 1 ? [] : ways(of: way.supplier, buyer, inspector)
    several.append(ways)
    set(-several.count, of: trade)
    return -several.count
  }

  /// The ways of a trade of several people, who are not both buyers and inspectors of it.
  private mutating func ways(of supplier: Int, _ buyer: Persons, _ inspector: Persons) -> [Int] {
    var found: [Int] = []
    for a in buyer.names where !inspector.names.contains(a) {
      for b in inspector.names where !buyer.names.contains(b) {
        let way = Way(supplier: supplier, buyer: people.number(of: Int64(a)).number, inspector: people.number(of: Int64(b)).number)
        let trade = trades.number(of: supplier, couples.number(of: way.buyer, way.inspector).number).number
        found.append(trade < answers.count && answers[trade] > 0 ? Int(answers[trade]) - 1 : number(of: way, trade))
      }
    }
    return found
  }

  private mutating func number(of way: Way, _ trade: Int) -> Int {
    ways.append(way)
    set(ways.count, of: trade)
    return ways.count - 1
  }

  private mutating func set(_ answer: Int, of trade: Int) {
    while answers.count <= trade { answers.append(0) }
    answers[trade] = Int32(truncatingIfNeeded: answer)
  }

  private func persons(_ number: Int) -> Persons { Persons(stored: people.values[number], in: lexicon) }

  /// A way whose way back was gone earlier.
  struct Return {
    /// Its number, and the place of its first row.
    let way: Int32, first: Int32
    /// How many orders went it, and how many the way back.
    let orders: Int32, ordersBack: Int32
  }

  /// The ways whose way back was gone earlier, in the order they were met. All of them are sought before anything is said of one: each waits
  /// for memory, and then many wait together. Which of two was gone earlier is a toss: no branch depends on it.
  var returns: [Return] {
    [Return](unsafeUninitializedCapacity: ways.count) { found, count in
      for way in ways.indices {
        guard let back = back(of: way) else { continue }
        let (here, there) = (orders[way], orders[back])
        found[count] = Return(way: Int32(truncatingIfNeeded: way), first: here.first, orders: here.count, ordersBack: there.count)
        count &+= there.first < here.first ? 1 : 0
      }
    }
  }

  /// The number of the way back; nil where nothing went it.
  private func back(of way: Int) -> Int? {
    let back = ways[way].reverse
    guard let couple = couples.known(back.buyer, back.inspector), let trade = trades.known(back.supplier, couple), trade < answers.count,
      answers[trade] > 0
    else { return nil }
    return Int(answers[trade]) - 1
  }
  /// The name of a supplier.
  func supplier(_ number: Int) -> String { lexicon.string(Int32(truncatingIfNeeded: suppliers.values[number])) }
  /// The name of a person.
  func person(_ number: Int) -> String { lexicon.string(Int32(truncatingIfNeeded: people.values[number])) }
}
