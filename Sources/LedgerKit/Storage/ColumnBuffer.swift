/// The cells of one column, flat and untyped, four or eight bytes a cell: the one unsafe type of the program.
///
/// Measured on a million rows: behind a class holding Swift arrays a rule's read costs tens of nanoseconds (retain, release and
/// exclusivity at each read), behind this buffer two to eleven. Appended to while sheets are read, read-only afterwards. Every access
/// is bounds-checked.
final class ColumnBuffer: @unchecked Sendable {
  private var base: UnsafeMutableRawPointer
  private let width: Int
  private var capacity: Int
  private(set) var count = 0

  init(width: Int) {
    self.width = width
    capacity = 64
    base = .allocate(byteCount: capacity * width, alignment: 8)
  }

  deinit { base.deallocate() }

  func append(_ value: Int64) {
    if count == capacity { grow() }
    count += 1
    self[count - 1] = value
  }

  /// The cell as a wide integer; a narrow cell's two least values stand for the two least wide ones (`CellMark`).
  @inline(__always)
  subscript(index: Int) -> Int64 {
    get {
      precondition(index >= 0 && index < count, "a row outside its table")
      if width == 8 { return base.load(fromByteOffset: index &* 8, as: Int64.self) }
      let narrow = base.load(fromByteOffset: index &* 4, as: Int32.self)
      return narrow <= Int32.min + 1 ? Int64.min &+ Int64(narrow &- Int32.min) : Int64(narrow)
    }
    set {
      precondition(index >= 0 && index < count, "a row outside its table")
      if width == 8 { return base.storeBytes(of: newValue, toByteOffset: index &* 8, as: Int64.self) }
      let narrow =
        newValue <= Int64.min + 1 ? Int32.min &+ Int32(truncatingIfNeeded: newValue &- Int64.min) : Int32(clamping: newValue)
      base.storeBytes(of: narrow, toByteOffset: index &* 4, as: Int32.self)
    }
  }

  private func grow() {
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity * 2 * width, alignment: 8)
    larger.copyMemory(from: base, byteCount: capacity * width)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}

/// The two cell contents that are not values.
enum CellMark {
  /// The cell is empty, or its sheet has no such column.
  static let empty = Int64.min
  /// The cell is filled but cannot be read; a finding says so.
  static let unusable = Int64.min + 1
}
