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

  init?(_ examination: Examination) {
    guard let books = examination.books else { return nil }
    self.examination = examination
    self.books = books
    // Figures only look at what was read: any number of them at once.
    let (figures, breakdowns) = (Catalog.figures, Catalog.breakdowns)
    self.figures = Parallel.map(figures.count) { figures[$0].figure.value(in: books, ledger: figures[$0].ledger) }
    self.breakdowns = Parallel.map(breakdowns.count) { breakdowns[$0].breakdown.value(in: books, ledger: breakdowns[$0].ledger) }
  }

  /// A figure by its code or id.
  public func figure(_ name: String) -> FigureValue? { figures.first { $0.figure.code == name || $0.figure.id == name } }
  /// A breakdown by its code or id.
  public func breakdown(_ name: String) -> BreakdownValue? {
    breakdowns.first { $0.breakdown.code == name || $0.breakdown.id == name }
  }
}
