/// An exact decimal number with six decimals: money in yuan, quantities, durations in seconds. Never binary floating point.
public struct Fixed: Hashable, Comparable, Sendable {
  /// One is a million millionths.
  public static let scale: Int64 = 1_000_000
  /// The exact number times a million.
  public let millionths: Int64

  /// Creates a number from its millionths.
  @inlinable
  public init(millionths: Int64) { self.millionths = millionths }
  /// Creates a whole number.
  public init(_ whole: Int) { millionths = Int64(whole) * Fixed.scale }
  /// A sum of money given in fen.
  public init(fen: Int) { millionths = Int64(fen) * (Fixed.scale / 100) }

  /// Nothing spent, nothing counted.
  public static let zero = Fixed(millionths: 0)
  /// Whether it is below zero; zero is not.
  public var isNegative: Bool { millionths < 0 }
  /// Whether it has no decimals.
  public var isWhole: Bool { millionths % Fixed.scale == 0 }

  @inlinable
  public static func < (a: Fixed, b: Fixed) -> Bool { a.millionths < b.millionths }
  /// Wraps on overflow; amounts as read stay far below it.
  @inlinable
  public static func + (a: Fixed, b: Fixed) -> Fixed { Fixed(millionths: a.millionths &+ b.millionths) }
  /// Wraps on overflow; amounts as read stay far below it.
  @inlinable
  public static func - (a: Fixed, b: Fixed) -> Fixed { Fixed(millionths: a.millionths &- b.millionths) }

  /// As typed, without needless zeros: `12`, `3.5`, `0.125`.
  public var plain: String {
    guard !isWhole else { return String(millionths / Fixed.scale) }
    let magnitude = millionths.magnitude
    var fraction = String(magnitude % UInt64(Fixed.scale))
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (isNegative ? "-" : "") + "\(magnitude / UInt64(Fixed.scale)).\(fraction)"
  }
}
