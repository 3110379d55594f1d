/// A cell as it lies in a column whose cells have two, four or eight bytes each. The two least numbers stand for the two marks
/// (``CellMark``), all others for themselves.
@usableFromInline
protocol StoredCell: FixedWidthInteger & SignedInteger {}

extension Int16: StoredCell {}
extension Int32: StoredCell {}
extension Int64: StoredCell {}

extension StoredCell {
  /// Below all values, as the marks are.
  static var unusable: Self { .min + 1 }

  /// What the cell holds, as a number that has room for everything.
  @inlinable
  @inline(__always)
  var stored: Int64 { self <= Self.min + 1 ? Int64.min &+ (Int64(self) &- Int64(Self.min)) : Int64(self) }

  /// The cell that holds a value or a mark; nil where a value needs more room.
  @inline(__always)
  init?(stored: Int64) {
    if stored <= CellMark.unusable {
      self = Self.min &+ Self(truncatingIfNeeded: stored & 1)
    } else {
      guard let cell = Self(exactly: stored), cell > .unusable else { return nil }
      self = cell
    }
  }

  /// The cells that hold something within bounds; nil where none can.
  static func cells(in bounds: ClosedRange<Int64>) -> ClosedRange<Self>? {
    guard let least = least(from: bounds.lowerBound), least <= greatest(to: bounds.upperBound) else { return nil }
    return least...greatest(to: bounds.upperBound)
  }

  private static func least(from bound: Int64) -> Self? {
    bound > Int64(Self.max) ? nil : Self(stored: bound) ?? .unusable + 1
  }

  private static func greatest(to bound: Int64) -> Self {
    bound > Int64(Self.max) ? .max : Self(stored: bound) ?? .unusable
  }
}

/// The two cell contents that are not values, below all that are.
@usableFromInline
enum CellMark {
  /// The cells that hold a value.
  static let values = (unusable + 1)...Int64.max
  /// The cell is empty, or its sheet has no such column.
  @usableFromInline static let empty = Int64.min
  /// The cell is filled but cannot be read; a finding says so.
  @usableFromInline static let unusable = Int64.min + 1
}
