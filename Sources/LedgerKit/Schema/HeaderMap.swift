/// Which cell of a sheet's rows belongs to which column of a ledger.
public struct HeaderMap: Sendable {
  /// Cell index by column slot; nil where the sheet has no such column.
  public private(set) var cells: [Int?]
  /// Headers that belong to no column, with their cell index.
  public private(set) var unknown: [(index: Int, header: String)]
  /// Columns that the same header claims more than once.
  public let repeated: [(column: AnyColumn, header: String)]
  /// Cells that hold a running number and belong to no column.
  public private(set) var sequences: Set<Int> = []
  /// How many columns were found.
  public var count: Int { cells.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

  /// Headers that may mean several columns, with those of them the sheet lacks (FIL-005).
  public private(set) var ambiguous: [(header: String, columns: [AnyColumn])] = []

  /// The headers, folded.
  private let names: [String]

  /// Matches headers to columns: exact names first, the one a column lists first winning; then the longest name a header ends with.
  /// `written` are the headers as the user wrote them.
  public init(headers: [String], written: [String]? = nil, columns: [AnyColumn]) {
    let names = headers.map(Folding.header)
    let headers = written ?? headers
    var cells = [Int?](repeating: nil, count: columns.count)
    var taken = [Bool](repeating: false, count: names.count)
    var repeated: [(AnyColumn, String)] = []
    for (slot, column) in columns.enumerated() {
      for variant in column.normalizedHeaders where cells[slot] == nil {
        var isRepeated = false
        for place in names.indices where !taken[place] && names[place].hasSameBytes(as: variant) {
          taken[place] = true
          if cells[slot] == nil { cells[slot] = place } else { isRepeated = true }
        }
        if isRepeated, let first = cells[slot] { repeated.append((column, headers[first])) }
      }
    }
    for index in names.indices where !taken[index] && names[index].count > 2 {
      let best = columns.indices.filter { cells[$0] == nil }
        .compactMap { slot in Self.suffix(of: names[index], among: columns[slot].normalizedHeaders).map { (slot, $0) } }
        .max { ($0.1, $1.0) < ($1.1, $0.0) }
      guard let (slot, _) = best else { continue }
      cells[slot] = index
      taken[index] = true
    }
    self.cells = cells
    self.repeated = repeated
    self.names = names
    unknown = names.indices.filter { !taken[$0] && !names[$0].isEmpty && !Self.isSequence(names[$0]) }
      .map { ($0, headers[$0]) }
  }

  /// The same map with vague headers decided: each means the one of its columns that is still lacking.
  func deciding(_ vague: [VagueHeader]) -> HeaderMap {
    if vague.isEmpty { return self }
    var map = self
    map.unknown = unknown.filter { index, header in
      guard let choice = vague.first(where: { $0.header == names[index] }) else { return true }
      let lacking = choice.columns.filter { map.cells[$0.slot] == nil }
      if lacking.count == 1, let only = lacking.first { map.cells[only.slot] = index } else { map.ambiguous.append((header, lacking)) }
      return false
    }
    return map
  }

  /// The same map without a column whose cells are only a running number.
  func withoutSequence(_ slot: Int) -> HeaderMap {
    var map = self
    if let cell = cells[slot] { map.sequences.insert(cell) }
    map.cells[slot] = nil
    return map
  }

  /// The same map with the columns that share a cell with another one.
  func sharing(_ pairs: [(from: AnyColumn, to: AnyColumn, word: String)], headers: [String]) -> HeaderMap {
    var map = self
    for pair in pairs where cells[pair.to.slot] == nil {
      if let cell = cells[pair.from.slot], headers[cell].holds(pair.word) { map.cells[pair.to.slot] = cell }
    }
    return map
  }

  /// The same map with some columns reading given cells.
  func with(_ preset: [Int: Int]) -> HeaderMap {
    var map = self
    for (slot, cell) in preset { map.cells[slot] = cell }
    return map
  }

  private static func suffix(of name: String, among variants: [String]) -> Int? {
    // Both are folded: what ends in other bytes has no such ending, and that is told at a tenth of the cost.
    variants.lazy.filter { name.endsInBytes(of: $0) && $0.count >= 2 && name.hasSuffix($0) }.map { $0.count }.max()
  }

  /// Whether a folded header names a running number.
  public static func isSequence(_ name: String) -> Bool { sequenceNames.contains { $0.hasSameBytes(as: name) } }
  private static let sequenceNames = ["序号", "no.", "no", "编号序", "行号", "序", "id"]
}
