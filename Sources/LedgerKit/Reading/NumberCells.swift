/// A sum of money in yuan.
public struct Money: CellValue, Hashable {
  /// In yuan, whatever unit the cell or its header names; negative for a credit.
  public let amount: Fixed
  /// Millionths of a yuan.
  public static let width = 8
  /// A repeated amount must be typed.
  public static let allowsDitto = false

  /// Creates a sum from yuan.
  public init(_ amount: Fixed) { self.amount = amount }
  /// Restores a sum from millionths of a yuan.
  public init(stored: Int64, in lexicon: Lexicon) { amount = Fixed(millionths: stored) }

  /// Reads `1,234.50`, ¥45元, 1.2万元, `(45)`; a unit in the cell overrides the header's; domain §5.1, 46–53.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    let unit = context.headerUnit.map { $0.contains("万") ? 10_000 : $0.contains("千元") ? 1000 : 1 } ?? 1
    if unit == 1, let plain = PlainNumber.read(cell) { return .value(plain.millionths) }
    return NumberReader(cell.text).money(unit: unit)
  }
}

/// A quantity; its unit of measure is in a column of its own or behind the number.
public struct Quantity: CellValue, Hashable {
  /// In the row's own unit of measure.
  public let amount: Fixed
  /// Millionths.
  public static let width = 8
  /// A repeated quantity must be typed.
  public static let allowsDitto = false

  /// Restores a quantity from millionths.
  public init(stored: Int64, in lexicon: Lexicon) { amount = Fixed(millionths: stored) }

  /// Reads `3.5`, 3箱(36瓶), 半箱, 约20个; what is only about right is noted (GEN-009).
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    if let plain = PlainNumber.read(cell) { return .value(plain.millionths) }
    return NumberReader(cell.text).quantity()
  }
}

/// How many: people, copies, classes. Whole.
public struct Count: CellValue, Hashable {
  /// At most a thousand million either way.
  public let value: Int
  /// A repeated number must be typed.
  public static let allowsDitto = false

  /// Restores the number itself.
  public init(stored: Int64, in lexicon: Lexicon) { value = Int(stored) }

  /// Reads `580`, 幼儿580、教师46, 共626人; parts are added up; domain §5.1, 39–42.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    if let plain = PlainNumber.read(cell), plain.isWhole { return bounded(plain.millionths / Fixed.scale) }
    return NumberReader(cell.text).count()
  }

  static func bounded(_ n: Int64) -> CellReading {
    abs(n) <= 1_000_000_000 ? .value(n) : .unusable(.unreadableNumber)
  }
}

/// The fast path of every number: an optional sign, digits with well-placed commas or none, a point and up to six digits.
enum PlainNumber {
  static func read(_ c: Span<UInt8>) -> Fixed? {
    var i = 0
    let negative = c.count > 1 && c[0] == 0x2D
    if negative { i = 1 }
    var whole: Int64 = 0
    let start = i
    while i < c.count, i - start < 13, c[i] &- 0x30 <= 9 {
      whole = whole * 10 + Int64(c[i] &- 0x30)
      i += 1
    }
    guard i > start, i - start <= 12 else { return nil }
    var fraction: Int64 = 0
    if i < c.count {
      guard c[i] == 0x2E, c.count - i - 1 <= 6, c.count - i > 1 else { return nil }
      i += 1
      var weight = Fixed.scale / 10
      while i < c.count {
        let digit = c[i] &- 0x30
        guard digit <= 9 else { return nil }
        fraction += Int64(digit) * weight
        weight /= 10
        i += 1
      }
    }
    let value = whole * Fixed.scale + fraction
    return Fixed(millionths: negative ? -value : value)
  }
}

/// Reads numbers as people write them; domain §5.1, 39–41, 46–53.
struct NumberReader {
  private let text: String

  init(_ raw: String) { text = Folding.compact(raw) }

  func money(unit: Int) -> CellReading {
    var body = text
    var negative = body.hasPrefix("(") && body.hasSuffix(")")
    if negative { body = String(body.dropFirst().dropLast()) }
    for mark in ["人民币", "RMB", "¥", "$"] where body.hasPrefix(mark) { body = String(body.dropFirst(mark.count)) }
    if body.hasPrefix("-") {
      negative = true
      body = String(body.dropFirst())
      if body.hasPrefix("¥") { body = String(body.dropFirst()) }
    }
    var scale = Int64(unit)
    let endings: [(String, Int64)] = [
      ("万元整", 10_000), ("万元", 10_000), ("万", 10_000), ("千元", 1000), ("元整", 1), ("圆整", 1), ("元", 1), ("圆", 1), (".-", 1), ("整", 1),
    ]
    if let ending = endings.first(where: { body.hasSuffix($0.0) }) {
      body = String(body.dropLast(ending.0.count))
      scale = ending.1 > 1 ? ending.1 : unit > 1 ? 1 : scale
    }
    if let perUnit = body.range(of: "元/")?.lowerBound ?? body.firstIndex(of: "/"), !body[perUnit...].contains(where: \.isNumber) {
      body = String(body[..<perUnit])
    }
    guard let value = digits(body), let scaled = times(value, scale) else { return .unusable(.unreadableNumber) }
    return .value(negative ? -scaled : scaled)
  }

  func quantity() -> CellReading {
    var body = text
    let approximate = stripApproximation(&body)
    for half in ["半", "1⁄2"] where body.hasPrefix(half) && !body.dropFirst(half.count).contains(where: \.isNumber) {
      return reading(Fixed.scale / 2, approximate)
    }
    if let first = body.first, body.count <= 3, !first.isNumber || !first.isASCII,
      let n = SmallNumeral.value(String(first)), !body.dropFirst().contains(where: { $0.isNumber || $0 == "半" })
    {
      return reading(Int64(n) * Fixed.scale, approximate)
    }
    // `3箱(36瓶)`: what stands in brackets is a remark.
    if let bracket = body.firstIndex(of: "("), bracket != body.startIndex { body = String(body[..<bracket]) }
    let sign = body.hasPrefix("-") ? "-" : ""
    let number = body.dropFirst(sign.count).prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    let unit = body.dropFirst(sign.count + number.count)
    guard let value = digits(String(number)), !unit.contains(where: { $0.isNumber || "+*/×半".contains($0) }) else {
      return .unusable(.unreadableNumber)
    }
    return reading(sign.isEmpty ? value : -value, approximate)
  }

  func count() -> CellReading {
    var body = text
    let approximate = stripApproximation(&body)
    return HeadCount.read(body).map { reading($0, approximate) } ?? .unusable(.unreadableNumber)
  }

  private func reading(_ value: Int64, _ approximate: Bool) -> CellReading { approximate ? .noted(value, .approximate) : .value(value) }

  /// 约, 近, 余, 多, 左右, 上下, 以上: the number is used and marked (GEN-009).
  private func stripApproximation(_ body: inout String) -> Bool {
    var found = false
    for mark in ["大约", "约", "将近", "近", "~"] {
      guard let range = body.firstRange(of: mark),
        range.lowerBound == body.startIndex || mark != "~" && body[range.upperBound...].first?.isNumber ?? false
      else { continue }
      body.removeSubrange(range)
      found = true
    }
    for mark in ["左右", "上下", "以上", "余", "多"] {
      guard let range = body.range(of: mark), range.lowerBound > body.startIndex,
        body[body.index(before: range.lowerBound)].isNumber || range.upperBound == body.endIndex
      else { continue }
      body.removeSubrange(range)
      found = true
    }
    return found
  }

  /// Digits with or without separators, up to six decimals kept (half-up beyond), in millionths.
  private func digits(_ s: String) -> Int64? {
    if s == "½" || s == "1⁄2" { return Fixed.scale / 2 }
    let parts = s.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first else { return nil }
    let whole = first.filter { $0 != "," }
    guard !whole.isEmpty, whole.count <= 12, whole.allSatisfy({ $0.isASCII && $0.isNumber }), let head = Int64(whole) else { return nil }
    var millionths = head * Fixed.scale
    guard parts.count == 2 else { return millionths }
    guard !parts[1].isEmpty, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    var weight = Fixed.scale / 10
    for (i, c) in parts[1].enumerated() {
      let digit = Int64(c.wholeNumberValue ?? 0)
      if i == 6 { return digit >= 5 ? millionths + 1 : millionths }
      millionths += digit * weight
      weight /= 10
    }
    return millionths
  }

  private func times(_ value: Int64, _ scale: Int64) -> Int64? {
    let product = value.multipliedReportingOverflow(by: scale)
    return product.overflow || product.partialValue >= Int64.max / 2 ? nil : product.partialValue
  }
}
