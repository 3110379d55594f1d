/// A sum of money in yuan.
public struct Money: CellValue, Hashable {
  /// In yuan, whatever unit the cell or its header names; negative for a credit.
  public let amount: Fixed
  /// A repeated amount must be typed.
  public static let allowsDitto = false

  /// Creates a sum from yuan.
  @inlinable
  public init(_ amount: Fixed) { self.amount = amount }
  /// Restores a sum from millionths of a yuan.
  @inlinable
  public init(stored: Int64, in lexicon: Lexicon) { amount = Fixed(millionths: stored) }

  /// `1234.5`
  public var plainText: String { amount.plain }

  /// How many yuan one of the header's unit is.
  static func unit(_ headerUnit: String?) -> Int { headerUnit.map { $0.holds("万") ? 10_000 : $0.holds("千元") ? 1000 : 1 } ?? 1 }

  /// Reads `1,234.50`, ¥45元, 1.2万元, `(45)`, 壹仟贰佰元整; a unit in the cell overrides the header's; domain §5.1, 46–53, 96.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    let unit = unit(context.headerUnit)
    if unit == 1, let plain = PlainNumber.read(cell) {
      context.isPlain = true
      return .value(plain.millionths)
    }
    var reader = MoneyReader(cell.text, unit: Int64(unit))
    let reading = reader.read()
    (context.repair, context.precision) = (reader.repair, reader.precision)
    return reading
  }
}

/// A quantity; its unit of measure is in a column of its own or behind the number.
public struct Quantity: CellValue, Hashable {
  /// In the row's own unit of measure.
  public let amount: Fixed
  /// A repeated quantity must be typed.
  public static let allowsDitto = false

  /// Restores a quantity from millionths.
  @inlinable
  public init(stored: Int64, in lexicon: Lexicon) { amount = Fixed(millionths: stored) }

  /// As typed, without unit.
  public var plainText: String { amount.plain }

  /// Reads `3.5`, 3箱(36瓶), 半箱, 约20个; what is only about right is noted (GEN-009), and so is another unit than the header's (GEN-015).
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    if let plain = PlainNumber.read(cell) {
      context.isPlain = true
      return .value(plain.millionths)
    }
    var reader = QuantityReader(cell.text, unit: context.headerUnit)
    let reading = reader.read()
    (context.repair, context.precision) = (reader.repair, reader.precision)
    return reading
  }
}

/// How many: people, copies, classes. Whole.
public struct Count: CellValue, Hashable {
  /// At most a thousand million either way.
  public let value: Int
  /// A repeated number must be typed.
  public static let allowsDitto = false

  /// Restores the number itself.
  @inlinable
  public init(stored: Int64, in lexicon: Lexicon) { value = Int(stored) }

  /// Digits.
  public var plainText: String { String(value) }

  /// Reads `580`, 幼儿580、教师46, 共626人; parts are added up; domain §5.1, 39–42.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    if let plain = PlainNumber.read(cell), plain.isWhole {
      context.isPlain = true
      return whole(plain).map { .value($0) } ?? .unusable(.unreadableNumber)
    }
    var body = Folding.compact(cell.text)
    if let roll = WholeRoll.reading(of: body, &context) { return roll }
    let isApproximate = Approximation.strip(&body)
    guard let value = HeadCount.read(body) else { return .unusable(.unreadableNumber) }
    let numbers = body.split { !($0.isASCII && $0.isNumber || $0 == ",") }.count
    let words = body.filter { !($0.isASCII && $0.isNumber) }
    context.repair = isApproximate ? .vague : numbers > 1 ? .sum : ["", "人", "名", "位", "人次", "-"].contains(words) ? nil : .trimmed
    context.precision = isApproximate ? .about : nil
    return isApproximate ? .noted(value, .approximate) : .value(value)
  }

  /// A whole number that can be a count.
  static func whole(_ plain: Fixed) -> Int64? {
    let (n, rest) = plain.millionths.quotientAndRemainder(dividingBy: Fixed.scale)
    return rest == 0 && abs(n) <= 1_000_000_000 ? n : nil
  }
}
