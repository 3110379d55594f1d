/// For each of some groups of rows how many different occasions they speak of, and the first row.
public struct OccasionCounts {
  /// What is known of a group: eight bytes, for rows of a hundred thousand groups come in any order.
  public struct Group {
    /// Place of its first row.
    public let first: Int32
    /// How many occasions its rows speak of.
    public fileprivate(set) var count: Int32 = 0
  }

  private let numbers: RowNumbers
  /// The occasions of several rows, with the groups in which they were met.
  private var met = KeyTable<Int64>()
  private var groups: [Group] = []

  /// Creates counts of nought.
  public init(by numbering: RowNumbering, in table: Table) { numbers = table.numbers(by: numbering) }

  /// How many groups there are.
  public var count: Int { groups.count }
  /// A group by its number.
  public subscript(group: Int) -> Group { groups[group] }

  /// Adds a row of the table to a group; a new group has the next number.
  @inline(__always)
  public mutating func add(_ row: Row, to group: Int) {
    if group == groups.count { groups.append(Group(first: Int32(truncatingIfNeeded: row.index))) }
    let number = numbers[row.index]
    if number == RowNumbers.alone || (number >= 0 && isNew(number, in: group)) { groups[group].count &+= 1 }
  }

  private mutating func isNew(_ number: Int32, in group: Int) -> Bool { met.place(of: Int64(group) << 32 | Int64(number)).isNew }
}
