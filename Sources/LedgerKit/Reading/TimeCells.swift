/// A length of time in whole seconds.
public struct Seconds: CellValue, Hashable {
  /// Rounded half up.
  public let value: Int
  /// A repeated time must be typed.
  public static let allowsDitto = false

  /// Restores the seconds themselves.
  public init(stored: Int64, in lexicon: Lexicon) { value = Int(stored) }

  /// Reads 3分20秒, `3:20`, 3.5分钟; a bare number needs a unit in the header; domain §5.1, 43–44.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    let text = Folding.compact(cell.text)
    guard let seconds = DurationReader(unit: context.headerUnit).seconds(text) else {
      let isBare = text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
      return .unusable(isBare && context.headerUnit == nil ? .durationUnclear : .unreadableNumber)
    }
    guard let precision = seconds.precision else { return .value(Int64(seconds.value)) }
    (context.repair, context.precision) = (.vague, precision)
    return .noted(Int64(seconds.value), precision == .atMost ? .upperBound : .approximate)
  }

  /// `3分20秒`
  public var plainText: String { Format.duration(seconds: value) }
}

/// Reads `3分20秒`, `3′20″`, `3:20`, `00:03:20`, `200秒`, `3.5分钟`, `3分半`; domain §5.1, 43–44.
struct DurationReader {
  let unit: String?

  func seconds(_ raw: String) -> (value: Int, precision: Precision?)? {
    var text = raw
    var precision: Precision?
    for mark in ["大约", "约"] where text.hasPrefix(mark) {
      text = String(text.dropFirst(mark.count))
      precision = .about
    }
    for (mark, meaning) in [("左右", Precision.about), ("以内", .atMost), ("之内", .atMost), ("内", .atMost)] where text.hasSuffix(mark) {
      text = String(text.dropLast(mark.count))
      precision = meaning
    }
    for mark in ["不超过", "不到", "≤", "<"] where text.hasPrefix(mark) {
      text = String(text.dropFirst(mark.count))
      precision = .atMost
    }
    guard let value = clock(text) ?? worded(text) ?? bare(text) else { return nil }
    return (value, precision)
  }

  private func clock(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count <= 3 && $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers.dropFirst().allSatisfy({ (0..<60).contains($0) }) else { return nil }
    return numbers.reduce(0) { $0 * 60 + $1 }
  }

  private func worded(_ text: String) -> Int? {
    var rest = Substring(text)
    var tenths = 0
    var found = false
    for (words, weight) in [(["小时"], 36_000), (["分钟", "分", "′", "'", "min"], 600), (["秒钟", "秒", "″", "\"", "''", "′′", "s"], 10)] {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let tail = rest.dropFirst(number.count)
      // NFKC makes two primes of ″: they are seconds, not minutes.
      if weight > 10, tail.hasPrefix("′′") || tail.hasPrefix("''") { continue }
      guard !number.isEmpty, let word = words.first(where: tail.hasPrefix) else { continue }
      guard let value = Self.tenths(String(number), weight: weight) else { return nil }
      tenths += value
      rest = tail.dropFirst(word.count)
      found = true
      if rest == "半" {
        tenths += weight / 2
        rest = ""
      }
    }
    return found && rest.isEmpty ? (tenths + 5) / 10 : nil
  }

  /// A bare number means what the header's unit says; without a unit nobody can tell minutes from seconds.
  private func bare(_ text: String) -> Int? {
    guard let unit else { return nil }
    if unit.holds("秒") { return Self.tenths(text, weight: 10).map { ($0 + 5) / 10 } }
    if unit.holds("分") { return Self.tenths(text, weight: 600).map { ($0 + 5) / 10 } }
    return nil
  }

  /// `3.5` × weight, in tenths of a second.
  private static func tenths(_ number: String, weight: Int) -> Int? {
    let bytes = Array(number.utf8)
    guard let fixed = PlainNumber.read(bytes.span), fixed >= .zero, fixed < Fixed(100_000) else { return nil }
    return Int((fixed.millionths * Int64(weight) + Fixed.scale / 2) / Fixed.scale)
  }
}

/// A time of day in minutes after midnight; of a range (9:30-9:50) the beginning.
public struct TimeOfDay: CellValue, Hashable {
  /// 0…1439.
  public let minutes: Int
  /// Times repeat: classes drill together.
  public static let allowsDitto = true

  /// Restores the minutes after midnight.
  public init(stored: Int64, in lexicon: Lexicon) { minutes = Int(stored) }

  /// `9:30`
  public var plainText: String { "\(minutes / 60):\(Day.padded(minutes % 60, 2))" }

  /// Reads `9:30`, 下午3点半; unusable where there is no clock time.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    let text = Folding.compact(cell.text)
    guard let minutes = minutes(text) else { return .unusable(.unreadableDate) }
    return .value(Int64(minutes))
  }

  /// Minutes after midnight of a compact text such as 下午3点半; of a range its beginning.
  public static func minutes(_ text: String) -> Int? {
    guard let first = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
    let afternoon = text[..<first].holds("下午") || text[..<first].holds("晚")
    let digits = text[first...].prefix { $0.isASCII && $0.isNumber }
    var rest = text[first...].dropFirst(digits.count)
    guard digits.count <= 2, var hour = Int(digits), let mark = rest.first, ":点时.".contains(mark) else { return nil }
    rest = rest.dropFirst()
    let minuteDigits = rest.prefix { $0.isASCII && $0.isNumber }
    let minute = rest.hasPrefix("半") ? 30 : minuteDigits.isEmpty ? 0 : Int(minuteDigits) ?? 99
    if afternoon && hour < 12 || text[..<first].holds("中午") && hour < 10 { hour += 12 }
    return hour < 24 && minute < 60 ? hour * 60 + minute : nil
  }
}

/// The end of a range of times (9:30-9:50), in minutes after midnight; of a single time that time.
public struct EndOfTime: CellValue, Hashable {
  /// 0…1439.
  public let minutes: Int

  /// Restores the minutes after midnight.
  public init(stored: Int64, in lexicon: Lexicon) { minutes = Int(stored) }

  /// `9:50`
  public var plainText: String { "\(minutes / 60):\(Day.padded(minutes % 60, 2))" }

  /// Reads what stands behind -, —, ～ or 到; 下午 before the beginning holds for the end too. Under 起止时间 one time alone is the
  /// beginning.
  public static func read(_ cell: Span<UInt8>, _ context: inout ReadingContext) -> CellReading {
    let text = Folding.compact(cell.text)
    guard let sign = text.lastIndex(where: { "-–—~至到".contains($0) }) else {
      if context.header.holds("起") { return .empty }
      return TimeOfDay.minutes(text).map { .value(Int64($0)) } ?? .unusable(.unreadableDate)
    }
    let end = String(text[text.index(after: sign)...])
    guard let minutes = TimeOfDay.minutes(end) else { return .unusable(.unreadableDate) }
    let isLater = ["下午", "晚"].contains(where: text[..<sign].holds) && minutes < 720
    return .value(Int64(isLater ? minutes + 720 : minutes))
  }
}
