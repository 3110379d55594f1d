import LedgerKit
import Ledgers

/// Every figure and breakdown of a term.
public struct Summary: Sendable {
  /// What was read and found.
  public let examination: Examination
  /// The tables and the scope the figures were computed over.
  public let books: Books
  /// Every figure of the catalogue, in its order, with or without a value.
  public let figures: [FigureValue]
  /// Every breakdown of the catalogue, in its order.
  public let breakdowns: [BreakdownValue]

  /// Computes every figure; nil where the semester is not known.
  init?(_ examination: Examination) {
    guard let books = examination.books else { return nil }
    self.init(examination, books, FigureValues(books))
  }

  init(_ examination: Examination, _ books: Books, _ values: FigureValues) {
    (self.examination, self.books, figures, breakdowns) = (examination, books, values.figures, values.breakdowns)
  }

  /// A figure by its code or id.
  public func figure(_ name: String) -> FigureValue? { CatalogPlaces.figures[name].map { figures[$0] } }
  /// A breakdown by its code or id.
  public func breakdown(_ name: String) -> BreakdownValue? { CatalogPlaces.breakdowns[name].map { breakdowns[$0] } }

  /// The breakdowns whose names `+` joins; nil where one is unknown.
  func breakdowns(joined names: String) -> [BreakdownValue]? {
    let parts = names.utf8.split(separator: UInt8(ascii: "+")).map { breakdown(Folding.compact(String(Substring($0)))) }
    let known = parts.compactMap { $0 }
    return known.count == parts.count ? known : nil
  }
}

/// The values of all figures and breakdowns of the catalogue, in its order.
struct FigureValues: Sendable {
  let figures: [FigureValue]
  let breakdowns: [BreakdownValue]

  /// Computes them over judged tables. `beside` is work of another kind that is done at the same time.
  init(_ books: Books, beside: @escaping @Sendable () -> Void = {}) {
    // Figures only look at what was read: any number of them at once.
    let (figures, breakdowns) = (Catalog.figures, Catalog.breakdowns)
    let order = Self.turns(of: breakdowns.map(\.ledger.id) + figures.map(\.ledger.id))
    let values = Parallel.map(1 + order.count) { turn -> (place: Int, value: Computed) in
      if turn == 0 {
        beside()
        return (-1, .nothing)
      }
      let place = order[turn - 1]
      if place < breakdowns.count {
        let (ledger, breakdown) = breakdowns[place]
        return (place, .breakdown(breakdown.value(in: books, ledger: ledger)))
      }
      let (ledger, figure) = figures[place - breakdowns.count]
      return (place, .figure(figure.value(in: books, ledger: ledger)))
    }.sorted { $0.place < $1.place }
    self.breakdowns = values.compactMap { if case .breakdown(let value) = $0.value { value } else { nil } }
    self.figures = values.compactMap { if case .figure(let value) = $0.value { value } else { nil } }
  }

  private enum Computed: Sendable {
    case nothing
    case breakdown(BreakdownValue)
    case figure(FigureValue)
  }

  /// The places of what is asked of ledgers, a turn of all ledgers after the other: what figures of one ledger have in common is found by
  /// the first of them, and a core that asked for the second right away would wait for it. So the second turn goes the other way.
  private static func turns(of ledgers: [String]) -> [Int] {
    var asked: [String: Int] = [:]
    let turns = ledgers.map { ledger in
      asked[ledger, default: 0] += 1
      return asked[ledger, default: 0]
    }
    return turns.indices.sorted { (turns[$0], turns[$0] == 2 ? -$0 : $0) < (turns[$1], turns[$1] == 2 ? -$1 : $1) }
  }
}
