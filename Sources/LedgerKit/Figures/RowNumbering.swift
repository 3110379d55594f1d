import Synchronization

/// Numbers rows by what they speak of: those of one occasion have one number.
public final class RowNumbering: Sendable {
  private let source: Source
  /// Whether several figures ask for the numbers, so that a table keeps them.
  let isShared: Bool

  private enum Source: Sendable {
    case key(@Sendable (Row) -> OccasionKey?)
    /// Texts have numbers already.
    case text(Column<Text>)
  }

  /// Creates a numbering; rows without a key have no number.
  public init(isShared: Bool = false, _ key: @escaping @Sendable (Row) -> OccasionKey?) {
    self.isShared = isShared
    source = .key(key)
  }

  /// Creates a numbering by what is written in a column.
  public init(_ column: Column<Text>) {
    isShared = false
    source = .text(column)
  }

  /// For each row of a table its number, from 0, or -1.
  fileprivate func numbers(of table: Table) -> [Int32] {
    switch source {
    case .key(let key):
      var keys = KeyTable<OccasionKey>()
      return table.rows.map { row in key(row).map { Int32(truncatingIfNeeded: keys.place(of: $0).number) } ?? -1 }
    case .text(let column): return table.rows.map { Int32(truncatingIfNeeded: $0.stored(column) ?? -1) }
    }
  }
}

/// The numbers of a table's rows that several figures ask for.
final class KeptNumbers: Sendable {
  private let numbers = Mutex<[ObjectIdentifier: [Int32]]>([:])

  /// What was numbered holds no more.
  func forget() { numbers.withLock { if !$0.isEmpty { $0 = [:] } } }

  fileprivate func numbers(by numbering: RowNumbering, _ make: () -> [Int32]) -> [Int32] {
    let id = ObjectIdentifier(numbering)
    if let known = numbers.withLock({ $0[id] }) { return known }
    let result = make()
    numbers.withLock { $0[id] = result }
    return result
  }
}

extension Table {
  /// For each row its number, from 0, or -1 where it has none.
  func numbers(by numbering: RowNumbering) -> [Int32] {
    numbering.isShared ? keptNumbers.numbers(by: numbering) { numbering.numbers(of: self) } : numbering.numbers(of: self)
  }
}

/// The occasions that were met while walking along rows.
struct MetOccasions {
  /// Whether a row is the first of its occasion, another one, or of none.
  enum Meeting { case first, again, none }

  private let numbers: [Int32]
  private var isMet: [Bool]

  init(_ numbers: [Int32]) {
    self.numbers = numbers
    isMet = [Bool](repeating: false, count: Int(numbers.max() ?? -1) + 1)
  }

  @inline(__always)
  mutating func meet(_ row: Row) -> Meeting {
    let number = Int(numbers[row.index])
    if number < 0 { return .none }
    if isMet[number] { return .again }
    isMet[number] = true
    return .first
  }
}
