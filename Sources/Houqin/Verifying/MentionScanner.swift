/// Finds the numbers a sentence states: digits, 三次, 百分之百, 35.45万元, 3分20秒, dates. Numbers that name something are none: 第3周, 表2, A4,
/// ST-HAZ-03, 6S.
struct MentionScanner {
  private let text: [Unicode.Scalar]
  private var index = 0
  private(set) var mentions: [Mention] = []

  init(_ scalars: [Unicode.Scalar]) {
    text = scalars
    while index < text.count { step() }
  }

  private func at(_ i: Int) -> Unicode.Scalar? { i >= 0 && i < text.count ? text[i] : nil }
  private func has(_ word: String, at i: Int) -> Bool {
    var i = i
    for scalar in word.unicodeScalars {
      guard at(i) == scalar else { return false }
      i += 1
    }
    return true
  }

  private mutating func step() {
    let scalar = text[index]
    if scalar.isLetter {
      skipName()
    } else if scalar.isDigit {
      if namesSomething { skipDigits() } else if !takeDate() { takeNumber() }
    } else if has("百分之", at: index) {
      takePerHundred()
    } else if ChineseNumber.isDigit(scalar) {
      takeChinese()
    } else {
      index += 1
    }
  }

  // MARK: Names

  /// A4, ST-HAZ-03, b5dd.
  private mutating func skipName() {
    while let scalar = at(index), scalar.isWordlike || "-_./".unicodeScalars.contains(scalar) { index += 1 }
  }

  private mutating func skipDigits() {
    while let scalar = at(index), scalar.isDigit || scalar == "–" { index += 1 }
  }

  /// 第3, 表2, 图1 and 6S are names.
  private var namesSomething: Bool {
    if at(index - 1) == "第" { return true }
    if at(index - 1) == "表" || at(index - 1) == "图", at(index - 2).map({ !$0.isHan || "见如附".unicodeScalars.contains($0) }) ?? true {
      return true
    }
    var end = index
    while let scalar = at(end), scalar.isDigit { end += 1 }
    if at(end)?.isLetter ?? false { return true }
    // 三3班, 大2班.
    if at(end) == "班", let before = at(index - 1), ChineseNumber.isDigit(before) || "大中小".unicodeScalars.contains(before) { return true }
    // 1、 and （2） number what follows.
    guard end - index <= 2, let mark = at(end), "、.)）".unicodeScalars.contains(mark), !(at(end + 1)?.isDigit ?? false) else { return false }
    return at(index - 1).map { "（(，,。：\n ".unicodeScalars.contains($0) } ?? true
  }

  // MARK: Dates

  private func digits(at i: Int) -> (value: Int, count: Int) {
    var (value, count) = (0, 0)
    while let scalar = at(i + count), scalar.isDigit, count < 9 {
      value = value * 10 + Int(scalar.value - 0x30)
      count += 1
    }
    return (value, count)
  }

  private mutating func takeDate() -> Bool {
    guard let (end, value) = date() else { return false }
    mentions.append(
      Mention(
        range: index..<end, kind: .date, value: value, step: 1, isApproximate: false, text: FoldedText.string(text[index..<end])))
    index = end
    return true
  }

  /// Where a date beginning here ends, and its digits as one number.
  private func date() -> (Int, Int128)? {
    let first = digits(at: index)
    let next = index + first.count
    if first.count == 4, (1900...2199).contains(first.value) { return dateOfYear(first.value, next) }
    guard first.count <= 2 else { return nil }
    if at(next) == "月", at(next + 1) != "度" { return monthAndDay(Int128(first.value), next + 1) }
    if at(next) == ":" {
      let minutes = digits(at: next + 1)
      let hasSeconds = at(next + 3) == ":" && digits(at: next + 4).count == 2
      return minutes.count == 2 ? (next + (hasSeconds ? 6 : 3), Int128(first.value * 100 + minutes.value)) : nil
    }
    return at(next) == "日" || at(next) == "号" ? (next + 1, Int128(first.value)) : nil
  }

  private func monthAndDay(_ before: Int128, _ i: Int) -> (Int, Int128) {
    let day = digits(at: i)
    guard (1...2).contains(day.count), at(i + day.count) == "日" else { return (i, before * 100) }
    return (i + day.count + 1, before * 100 + Int128(day.value))
  }

  private func dateOfYear(_ year: Int, _ next: Int) -> (Int, Int128)? {
    guard let mark = at(next) else { return nil }
    if mark == "年" {
      let month = digits(at: next + 1)
      guard (1...2).contains(month.count), at(next + 1 + month.count) == "月" else { return (next + 1, Int128(year)) }
      return monthAndDay(Int128(year * 100 + month.value), next + 2 + month.count)
    }
    let second = digits(at: next + 1)
    if "—-~～至".unicodeScalars.contains(mark), second.count == 4 { return (next + 5, Int128(year * 10_000 + second.value)) }
    guard "-/.".unicodeScalars.contains(mark), (1...2).contains(second.count) else { return nil }
    let third = digits(at: next + 2 + second.count)
    if at(next + 1 + second.count) == mark, (1...2).contains(third.count) {
      return (next + 2 + second.count + third.count, Int128(year * 10_000 + second.value * 100 + third.value))
    }
    return mark == "-" ? (next + 1 + second.count, Int128(year * 100 + second.value)) : nil
  }

  // MARK: Numbers

  private mutating func takeNumber() {
    let start = index
    var (value, decimals) = decimal()
    if takeDuration(from: start, value, decimals) { return }
    var kind = Mention.Kind.number
    var step = Mention.one
    for _ in 0..<decimals { step /= 10 }
    if at(index) == "%" {
      kind = .percent
      index += 1
    } else if at(index) == "万" {
      (value, step) = (value * 10_000, step * 10_000)
      index += 1
    }
    if at(start - 1) == "-", at(start - 2).map({ !$0.isWordlike }) ?? true { value = -value }
    add(from: start, kind, value, step)
  }

  /// Digits with separators and decimals, in millionths, and how many decimals.
  private mutating func decimal() -> (Int128, Int) {
    var value = Int128(0)
    var decimals = 0
    func thousands(_ i: Int) -> Bool {
      at(i) == "," && (1...3).allSatisfy { at(i + $0)?.isDigit ?? false } && !(at(i + 4)?.isDigit ?? false)
    }
    while let scalar = at(index), scalar.isDigit || thousands(index) {
      if scalar.isDigit, value < 1 << 80 { value = value * 10 + Int128(scalar.value - 0x30) }
      index += 1
    }
    value *= Mention.one
    if at(index) == ".", at(index + 1)?.isDigit ?? false {
      index += 1
      var place = Mention.one
      while let scalar = at(index), scalar.isDigit {
        place /= 10
        value += Int128(scalar.value - 0x30) * place
        decimals += 1
        index += 1
      }
    }
    return (value, decimals)
  }

  /// 3分20秒, 2分钟, 45秒.
  private mutating func takeDuration(from start: Int, _ value: Int128, _ decimals: Int) -> Bool {
    guard decimals == 0 else { return false }
    if at(index) == "秒" {
      index += 1
      add(from: start, .duration, value, Mention.one)
      return true
    }
    guard at(index) == "分", at(index + 1) != "之", at(index + 1) != "项" else { return false }
    var i = index + (at(index + 1) == "钟" ? 2 : 1)
    let seconds = digits(at: i)
    let hasSeconds = (1...2).contains(seconds.count) && at(i + seconds.count) == "秒"
    if hasSeconds { i += seconds.count + 1 }
    index = i
    add(from: start, .duration, value * 60 + Int128(hasSeconds ? seconds.value : 0) * Mention.one, Mention.one * (hasSeconds ? 1 : 60))
    return true
  }

  private mutating func takePerHundred() {
    let start = index
    index += 3
    if let scalar = at(index), scalar.isDigit {
      let (value, decimals) = decimal()
      add(from: start, .percent, value, (0..<decimals).reduce(Mention.one) { step, _ in step / 10 })
    } else if let (value, step, count) = ChineseNumber.value(text[index...]) {
      index += count
      add(from: start, .percent, value, step)
    }
  }

  /// 三次, 两处: only before a word that counts things; 一 mostly counts nothing.
  private mutating func takeChinese() {
    let start = index
    guard let (value, step, count) = ChineseNumber.value(text[index...]) else {
      index += 1
      return
    }
    index += count
    // “三个一”, “四个一流”: names in quotation marks.
    let isName = at(start - 1).map { "第每周初星期其之统唯万专同“‘「『\"".unicodeScalars.contains($0) } ?? false
    let units = value == Mention.one ? ["次", "处", "场"] : ChineseNumber.units
    guard !isName, units.contains(where: { has($0, at: index) }), !has("次性", at: index) else { return }
    add(from: start, .number, value, step)
  }

  private mutating func add(from start: Int, _ kind: Mention.Kind, _ value: Int128, _ step: Int128) {
    let before = FoldedText.string(text[max(0, start - 2)..<start])
    let after = FoldedText.string(text[index..<min(text.count, index + 4)])
    let isAbout = ["约", "近"].contains(where: before.hasSuffix)
    let isApproximate = isAbout || ["多", "余"].contains(where: after.hasPrefix) || after.holds("左右")
    mentions.append(
      Mention(
        range: start..<index, kind: kind, value: value, step: step, isApproximate: isApproximate,
        text: FoldedText.string(text[start..<index])))
  }
}

/// Numbers in Chinese characters: 三, 十二, 二十五, 一百零三, 九十八点五.
enum ChineseNumber {
  static let units = ["次", "处", "场", "批次", "单", "项", "家", "人", "个班", "个月", "个", "名", "天", "台", "套", "份", "篇", "件", "起", "条"]
  private static let digits: [Unicode.Scalar: Int128] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let powers: [Unicode.Scalar: Int128] = ["十": 10, "百": 100, "千": 1000]

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { digits[scalar] != nil || scalar == "十" || scalar == "百" }

  /// The number a text begins with, in millionths, the worth of its last digit, and its length; nil where it begins with none.
  static func value(_ text: ArraySlice<Unicode.Scalar>) -> (value: Int128, step: Int128, count: Int)? {
    var (total, digit) = (Int128(0), Int128?.none)
    var count = 0
    for scalar in text {
      if let n = digits[scalar] {
        if let before = digit, before > 0 { return nil }
        digit = n
      } else if let power = powers[scalar] {
        total += (digit ?? 1) * power
        digit = nil
      } else {
        break
      }
      count += 1
    }
    guard count > 0 else { return nil }
    var value = (total + (digit ?? 0)) * Mention.one
    let rest = text.dropFirst(count)
    guard rest.first == "点", let tenth = rest.dropFirst().first.flatMap({ digits[$0] }) else { return (value, Mention.one, count) }
    value += tenth * Mention.one / 10
    return (value, Mention.one / 10, count + 2)
  }
}
