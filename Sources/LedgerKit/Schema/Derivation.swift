/// How rows of one ledger are rows of another too: the problem rows of a combined inspection sheet are hazards (domain §0.5, 12).
public final class Derivation: Sendable {
  /// The ledger that receives the rows.
  public let target: Ledger
  /// A sheet is of the combined form if it has any of these columns of the target.
  public let decisive: [AnyColumn]
  /// Columns that mean the same in both, and are of the same type.
  public let shared: [(from: AnyColumn, to: AnyColumn)]
  /// Columns of the target that read the cell of a column of the source, of another type.
  public let alsoRead: [(from: AnyColumn, to: AnyColumn)]
  /// Which rows are handed on.
  public let selects: @Sendable (Row) -> Bool

  /// Creates a derivation; columns are paired by `from` in the source and `to` in the target.
  public init(
    target: Ledger, decisive: [AnyColumn], shared: [(from: AnyColumn, to: AnyColumn)],
    alsoRead: [(from: AnyColumn, to: AnyColumn)] = [], selects: @escaping @Sendable (Row) -> Bool
  ) {
    self.target = target
    self.decisive = decisive
    self.shared = shared
    self.alsoRead = alsoRead
    self.selects = selects
  }

  /// The target's columns in a sheet of the source ledger; nil where the sheet is not of the combined form.
  public func map(headers: [String], source: HeaderMap) -> HeaderMap? {
    var preset: [Int: Int] = [:]
    for (from, to) in shared + alsoRead {
      if let cell = source.cells[from.slot] { preset[to.slot] = cell }
    }
    let own = Set(source.cells.compactMap { $0 }).union(source.sequences)
    let remaining = headers.indices.map { own.contains($0) ? "" : headers[$0] }
    let map = HeaderMap(headers: remaining, columns: target.columns).with(preset)
    return decisive.contains { map.cells[$0.slot] != nil } ? map : nil
  }
}
