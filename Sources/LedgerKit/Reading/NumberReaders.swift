/// Reads sums of money as people write them; domain §5.1, 46–48, 52, 53, 96.
struct MoneyReader {
  private let text: String
  private let unit: Int64
  private(set) var repair: Repair?
  private(set) var precision: Precision?

  /// `unit` is how many yuan one of the header's unit is.
  init(_ raw: String, unit: Int64) {
    text = Folding.compact(raw)
    self.unit = unit
  }

  mutating func read() -> CellReading {
    var body = text
    let isApproximate = Approximation.strip(&body)
    let reading = exact(&body)
    guard isApproximate else { return reading }
    switch reading {
    case .value(let v), .noted(let v, _):
      (repair, precision) = (.vague, .about)
      return .noted(v, .approximate)
    default: return reading
    }
  }

  private mutating func exact(_ body: inout String) -> CellReading {
    let negative = MoneyReader.stripSign(&body)
    if let capitals = CapitalAmount.millionths(body) {
      repair = .capitals
      return .noted(negative ? -capitals : capitals, .converted(Format.yuan(Fixed(millionths: capitals)) + "元"))
    }
    let tax = MoneyReader.stripTax(&body)
    let perUnit = MoneyReader.stripUnitOfPrice(&body)
    guard let (scale, isTold) = stripScale(&body), let (value, isWellGrouped) = Digits.millionths(body),
      let scaled = Digits.times(value, scale)
    else { return .unusable(.unreadableNumber) }
    let signed = negative ? -scaled : scaled
    repair = scale != 1 || isTold ? .unit : negative && text.hasPrefix("(") ? .meaning : tax || perUnit || !isWellGrouped ? .trimmed : nil
    let plain = Fixed(millionths: signed).plain
    if tax || !isWellGrouped { return .noted(signed, .extraText(plain)) }
    return isTold ? .noted(signed, .converted(Format.yuan(Fixed(millionths: signed)) + "元")) : .value(signed)
  }

  /// `(50.00)`, `-50`, ¥; true where the sum is negative.
  private static func stripSign(_ body: inout String) -> Bool {
    var negative = body.hasPrefix("(") && body.hasSuffix(")")
    if negative { body = String(body.dropFirst().dropLast()) }
    for mark in ["人民币", "RMB", "¥", "$"] where body.hasPrefix(mark) { body = String(body.dropFirst(mark.count)) }
    if body.hasPrefix("-") {
      negative = true
      body = String(body.dropFirst())
      if body.hasPrefix("¥") { body = String(body.dropFirst()) }
    }
    return negative
  }

  /// 含税, 不含税, with or without brackets: the number is kept, the words are a remark.
  private static func stripTax(_ body: inout String) -> Bool {
    for word in ["(不含税)", "(含税)", "不含税价", "含税价", "不含税", "含税"] {
      guard let range = body.firstRange(of: word) else { continue }
      body.removeSubrange(range)
      return true
    }
    return false
  }

  /// `12.5元/斤`: a price for a unit.
  private static func stripUnitOfPrice(_ body: inout String) -> Bool {
    guard let slash = body.firstRange(of: "元/")?.lowerBound ?? body.firstIndex(of: "/"), !body[slash...].contains(where: \.isNumber) else {
      return false
    }
    body = String(body[..<slash])
    return true
  }

  /// How many yuan the unit is, and whether the cell itself says 万 or 千; 角 and 分 are added up. The cell's unit overrides the header's.
  private func stripScale(_ body: inout String) -> (scale: Int64, isTold: Bool)? {
    if let yuan = Self.yuanAndJiao(body) {
      body = yuan
      return (1, true)
    }
    let endings: [(String, Int64)] = [
      ("万元整", 10_000), ("万元", 10_000), ("万", 10_000), ("千元", 1000), ("元整", 1), ("圆整", 1), ("元", 1), ("圆", 1), (".-", 1), ("整", 1),
    ]
    guard let ending = endings.first(where: { body.hasSuffix($0.0) }) else { return (unit, false) }
    body = String(body.dropLast(ending.0.count))
    return (ending.1, ending.1 > 1)
  }

  /// `12.56` for 12元5角6分, 5角, 12元5角; nil where there is no 角 or 分.
  private static func yuanAndJiao(_ body: String) -> String? {
    guard body.hasSuffix("角") || body.hasSuffix("分") else { return nil }
    var rest = Substring(body)
    var digits: [Substring] = []
    for mark: Character in ["元", "角", "分"] {
      guard let end = rest.firstIndex(of: mark) else {
        digits.append("0")
        continue
      }
      let number = rest[..<end]
      guard !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }), mark == "元" || number.count == 1 else { return nil }
      digits.append(number)
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? "\(digits[0]).\(digits[1])\(digits[2])" : nil
  }
}

/// Reads quantities as people write them; domain §5.1, 39, 40, 49–51, 69.
struct QuantityReader {
  private let text: String
  private let unit: String?
  private(set) var repair: Repair?
  private(set) var precision: Precision?

  /// `unit` is the header's.
  init(_ raw: String, unit: String?) {
    text = Folding.compact(raw)
    self.unit = unit
  }

  mutating func read() -> CellReading {
    var body = text
    if Approximation.strip(&body) { (repair, precision) = (.vague, .about) }
    if let (value, rest) = Self.worded(body) {
      repair = repair ?? .capitals
      return reading(value, unit: rest, hasBracket: false)
    }
    // `3箱(36瓶)`: what stands in brackets is a remark.
    var hasBracket = false
    if let bracket = body.firstIndex(of: "("), bracket != body.startIndex {
      body = String(body[..<bracket])
      hasBracket = true
      repair = repair ?? .trimmed
    }
    let sign = body.hasPrefix("-") ? "-" : ""
    let number = body.dropFirst(sign.count).prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    let rest = body.dropFirst(sign.count + number.count)
    guard let (value, isWellGrouped) = Digits.millionths(String(number)), !rest.contains(where: { $0.isNumber || "+*/×半、,;".contains($0) })
    else { return .unusable(isSeveral(body) ? .severalValues : .unreadableNumber) }
    if !isWellGrouped {
      repair = .trimmed
      return .noted(sign.isEmpty ? value : -value, .extraText(Fixed(millionths: value).plain))
    }
    return reading(sign.isEmpty ? value : -value, unit: String(rest), hasBracket: hasBracket)
  }

  /// `3、5`: two numbers, of which none can be chosen.
  private func isSeveral(_ body: String) -> Bool {
    let parts = body.split(omittingEmptySubsequences: false) { "、;和".contains($0) }
    return parts.count > 1 && parts.allSatisfy { part in part.contains { $0.isASCII && $0.isNumber } }
  }

  /// 半箱, 两包, 一批, ½: the number and what follows it.
  private static func worded(_ body: String) -> (value: Int64, rest: String)? {
    for half in ["半", "1⁄2", "½"] where body.hasPrefix(half) && !body.dropFirst(half.count).contains(where: \.isNumber) {
      return (Fixed.scale / 2, String(body.dropFirst(half.count)))
    }
    guard let first = body.first, body.count <= 3, !first.isNumber || !first.isASCII, let n = SmallNumeral.value(String(first)),
      !body.dropFirst().contains(where: { $0.isNumber || $0 == "半" })
    else { return nil }
    return (Int64(n) * Fixed.scale, String(body.dropFirst()))
  }

  /// Words around the number that are no unit, as in 2大包.
  private static func isUsualUnit(_ unit: String) -> Bool { unit.isEmpty || unit.count == 1 || MeasureUnit.isUnit(unit) }

  /// A number whose unit is the header's, can be converted to it, or is not told by the header.
  private mutating func reading(_ value: Int64, unit own: String, hasBracket: Bool) -> CellReading {
    let plain: CellReading = precision == .about ? .noted(value, .approximate) : .value(value)
    if !Self.isUsualUnit(own) { repair = repair ?? .trimmed }
    guard let unit, !own.isEmpty, own != unit, MeasureUnit.isUnit(unit) else { return plain }
    guard let (up, down) = MeasureUnit.ratio(from: own, to: unit), let product = Digits.times(value, up) else {
      // 3箱(36瓶) under 数量（瓶）: nobody can choose for the clerk.
      return hasBracket || MeasureUnit.isUnit(own) ? .unusable(.unitUnclear) : plain
    }
    if up == down { return plain }
    repair = .unit
    let converted = product / down
    return .noted(converted, .converted(Fixed(millionths: converted).plain + unit))
  }
}

/// Units of weight and volume and how they convert; pieces (箱, 瓶, 包) do not.
enum MeasureUnit {
  private static let weights: [String: Int64] = [
    "g": 1, "克": 1, "kg": 1000, "公斤": 1000, "千克": 1000, "斤": 500, "市斤": 500, "两": 50, "吨": 1_000_000, "t": 1_000_000,
  ]
  private static let volumes: [String: Int64] = ["ml": 1, "毫升": 1, "l": 1000, "升": 1000]
  private static let pieces: Set<String> = [
    "个", "只", "件", "箱", "瓶", "包", "袋", "盒", "桶", "台", "套", "把", "支", "张", "本", "条", "双", "份", "卷", "块", "片", "罐", "筐", "捆",
  ]

  static func isUnit(_ text: String) -> Bool {
    let word = text.lowercased()
    return weights[word] != nil || volumes[word] != nil || pieces.contains(word)
  }

  /// Multiply by the first and divide by the second; nil where one is not the other's kind.
  static func ratio(from own: String, to unit: String) -> (Int64, Int64)? {
    for table in [weights, volumes] {
      if let a = table[own.lowercased()], let b = table[unit.lowercased()] { return (a, b) }
    }
    return nil
  }
}

/// 约, 近, 余, 多, 左右, 上下, 以上: the number is used and marked (GEN-009).
enum Approximation {
  /// Takes the words off; true where there was one.
  static func strip(_ body: inout String) -> Bool {
    var found = false
    for mark in ["大约", "约", "将近", "近", "~", "≥", "不少于"] {
      guard let range = body.firstRange(of: mark),
        range.lowerBound == body.startIndex || mark != "~" && body[range.upperBound...].first?.isNumber ?? false
      else { continue }
      body.removeSubrange(range)
      found = true
    }
    for mark in ["左右", "上下", "以上", "余", "多"] {
      guard let range = body.firstRange(of: mark), range.lowerBound > body.startIndex,
        body[body.index(before: range.lowerBound)].isNumber || range.upperBound == body.endIndex
      else { continue }
      body.removeSubrange(range)
      found = true
    }
    return found
  }
}

/// Strings of digits.
enum Digits {
  /// Digits with or without commas, up to six decimals kept (half-up beyond), in millionths; and whether the commas part thousands.
  static func millionths(_ s: String) -> (value: Int64, isWellGrouped: Bool)? {
    let parts = s.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first else { return nil }
    let whole = first.filter { $0 != "," }
    guard !whole.isEmpty, whole.count <= 12, whole.allSatisfy({ $0.isASCII && $0.isNumber }), let head = Int64(whole) else { return nil }
    let isWellGrouped = isGrouped(first)
    // 12,5 may be twelve and a half.
    if !isWellGrouped, first.split(separator: ",").last?.count ?? 0 < 3 { return nil }
    var millionths = head * Fixed.scale
    guard parts.count == 2 else { return (millionths, isWellGrouped) }
    guard !parts[1].isEmpty, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    var weight = Fixed.scale / 10
    for (i, c) in parts[1].enumerated() {
      let digit = Int64(c.wholeNumberValue ?? 0)
      if i == 6 { return (digit >= 5 ? millionths + 1 : millionths, isWellGrouped) }
      millionths += digit * weight
      weight /= 10
    }
    return (millionths, isWellGrouped)
  }

  private static func isGrouped(_ whole: Substring) -> Bool {
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first else { return true }
    return (1...3).contains(first.count) && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// The product; nil where it does not fit.
  static func times(_ value: Int64, _ scale: Int64) -> Int64? {
    let product = value.multipliedReportingOverflow(by: scale)
    return product.overflow || product.partialValue >= Int64.max / 2 ? nil : product.partialValue
  }
}
