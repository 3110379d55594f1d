/// A share in per cent: 98%, 0.98, 百分之百; domain §5.1, 64.
public struct Percent: CellValue, Hashable {
  /// In per cent: 98 for 98%.
  public let amount: Fixed
  /// A repeated share must be typed.
  public static let allowsDitto = false

  /// Restores a share from millionths of a per cent.
  public init(stored: Int64, in lexicon: Lexicon) { amount = Fixed(millionths: stored) }

  /// `98%`
  public var plainText: String { amount.plain + "%" }

  /// Reads 98%, 98, 合格率100%, 百分之百. Whether a bare number of one or less is a fraction only the whole column tells (GEN-017): it is
  /// read as the settings say, else as written.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    var body = Folding.compact(cell.text)
    let hasSign = body.hasSuffix("%")
    if hasSign {
      body = String(body.dropLast().drop { !($0.isASCII && ($0.isNumber || $0 == "-")) })
    } else if body.hasPrefix("百分之") {
      let words = String(body.dropFirst(3))
      guard let n = words == "百" ? 100 : SmallNumeral.value(words) else { return .unusable(.unreadableNumber) }
      context.repair = .capitals
      return checked(Int64(n) * Fixed.scale)
    }
    let isNegative = body.hasPrefix("-")
    guard let (value, _) = Digits.millionths(isNegative ? String(body.dropFirst()) : body) else { return .unusable(.unreadableNumber) }
    if !hasSign, !isNegative, value <= Fixed.scale, context.frame.answer(.smallShare) == "小数" {
      context.repair = .answered
      return checked(value * 100)
    }
    return checked(isNegative ? -value : value)
  }

  private static func checked(_ value: Int64) -> CellReading {
    (0...(100 * Fixed.scale)).contains(value) ? .value(value) : .unusable(.percentOutOfRange)
  }
}
