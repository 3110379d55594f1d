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

  /// `beside` is work of another kind that is done at the same time.
  init?(_ examination: Examination, beside: @escaping @Sendable () -> Void = {}) {
    guard let books = examination.books else { return nil }
    self.examination = examination
    self.books = books
    // Figures only look at what was read: any number of them at once.
    let (figures, breakdowns) = (Catalog.figures, Catalog.breakdowns)
    let values = Parallel.map(1 + breakdowns.count + figures.count) { place -> Computed in
      if place == 0 {
        beside()
        return .nothing
      }
      if place <= breakdowns.count {
        let (ledger, breakdown) = breakdowns[place - 1]
        return .breakdown(breakdown.value(in: books, ledger: ledger))
      }
      let (ledger, figure) = figures[place - 1 - breakdowns.count]
      return .figure(figure.value(in: books, ledger: ledger))
    }
    self.breakdowns = values.compactMap { if case .breakdown(let value) = $0 { value } else { nil } }
    self.figures = values.compactMap { if case .figure(let value) = $0 { value } else { nil } }
  }

  private enum Computed: Sendable {
    case nothing
    case breakdown(BreakdownValue)
    case figure(FigureValue)
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
