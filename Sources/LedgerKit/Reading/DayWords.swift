/// Dates and parts of dates written in words; domain §5.1, 32, 34–36, 89, 93.
enum DayWords {
  static let weekdays = ["一", "二", "三", "四", "五", "六", "日"]

  /// 1 = Monday … 7 = Sunday, where a text names a weekday: 星期一, 周五, 礼拜天.
  static func weekday(in text: String) -> Int? {
    for word in ["星期", "礼拜", "周"] {
      guard let range = text.firstRange(of: word), let name = text[range.upperBound...].first else { continue }
      if name == "天" { return 7 }
      return weekdays.firstIndex(of: String(name)).map { $0 + 1 }
    }
    return nil
  }

  /// 每周五, 每天, 周三 alone: a rule, not a day.
  static func isRecurring(_ text: String) -> Bool {
    let word = Folding.compact(text)
    return word.hasPrefix("每") || (word.count <= 3 && weekday(in: word) != nil && ["周", "星期", "礼拜"].contains(where: word.hasPrefix))
  }

  /// `3月份`, `2023年3月`, `2023.3`, `三月`, `5月中旬`; 上旬, 月初 and 月底 name no month's day and stay unread.
  /// Of a deadline the end of a month (3月底前) is the month too.
  static func month(_ text: String, isDeadline: Bool = false) -> (year: Int?, month: Int)? {
    var word = digits(for: text) ?? Folding.compact(text)
    if isDeadline { for ending in ["底前", "底", "内", "前"] where word.hasSuffix("月" + ending) { word = String(word.dropLast(ending.count)) } }
    let hasYear = word.prefix { $0.isASCII && $0.isNumber }.count == 4
    for ending in ["中旬", "份"] where word.hasSuffix("月" + ending) { word = String(word.dropLast(ending.count)) }
    guard word.hasSuffix("月") || hasYear else { return nil }
    if word.hasSuffix("月") { word.removeLast() }
    let parts = word.split(omittingEmptySubsequences: false) { "年.-/".contains($0) }
    let numbers = parts.compactMap { $0.count <= 4 && $0.allSatisfy { $0.isASCII && $0.isNumber } ? Int($0) : nil }
    guard numbers.count == parts.count, let month = numbers.last, (1...12).contains(month), parts.last?.count ?? 0 <= 2 else { return nil }
    switch numbers.count {
    case 1: return hasYear ? nil : (nil, month)
    case 2: return hasYear && (1900...2199).contains(numbers[0]) ? (numbers[0], month) : nil
    default: return nil
    }
  }

  /// `第5周`, `第五周周三`, `第12周星期一`.
  static func week(_ text: String) -> (week: Int, weekday: Int?)? {
    let word = Folding.compact(text)
    guard word.hasPrefix("第"), let end = word.firstIndex(of: "周") else { return nil }
    guard let week = SmallNumeral.value(String(word[word.index(after: word.startIndex)..<end])), (1...30).contains(week) else { return nil }
    let rest = word[word.index(after: end)...]
    if rest.isEmpty { return (week, nil) }
    return weekday(in: String(rest)).map { (week, $0) }
  }

  /// `2023年3月6日` for 二〇二三年三月六日; nil where there is no Chinese numeral before 年, 月 or 日.
  static func digits(for text: String) -> String? {
    let word = Folding.compact(text)
    var result = ""
    var numerals = ""
    var changed = false
    for c in word + "\n" {
      if numeral[c] != nil || c == "十" {
        numerals.append(c)
        continue
      }
      let namesPart = "年月日号".contains(c) || (c == "\n" && result.hasSuffix("月"))
      if !numerals.isEmpty, namesPart, let value = value(of: numerals) {
        result += value
        changed = true
      } else {
        result += numerals
      }
      numerals = ""
      if c != "\n" { result.append(c) }
    }
    return changed ? result : nil
  }

  /// Digits where a letter stood among them; nil where none did.
  static func withoutLetters(_ text: String) -> String? {
    guard text.contains(where: { "OolI".contains($0) }), text.contains(where: { $0.isASCII && $0.isNumber }) else { return nil }
    return String(text.map { "Oo".contains($0) ? "0" : "lI".contains($0) ? "1" : $0 })
  }

  /// The part of a text that looks like a date: 3.12 in 已整改(3.12), 3月12日 in 已于3月12日更换.
  static func embedded(in text: String) -> String? {
    let characters = Array(text)
    func isDigit(_ i: Int) -> Bool { characters.indices.contains(i) && characters[i].isASCII && characters[i].isNumber }
    var start = 0
    while start < characters.count {
      guard isDigit(start) else {
        start += 1
        continue
      }
      var end = start
      while end < characters.count, isDigit(end) || (".-/年月".contains(characters[end]) && isDigit(end + 1)) { end += 1 }
      if end < characters.count, "日号".contains(characters[end]) { end += 1 }
      let part = String(characters[start..<end])
      let numbers = part.split { !($0.isASCII && $0.isNumber) }
      if (2...3).contains(numbers.count), numbers.allSatisfy({ $0.count <= 4 }) { return part }
      start = max(end, start + 1)
    }
    return nil
  }

  private static let numeral: [Character: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// 二〇二三 digit by digit, 二十六 by tens.
  private static func value(of numerals: String) -> String? {
    if numerals.holds("十") { return SmallNumeral.value(numerals).map(String.init) }
    let digits = numerals.compactMap { numeral[$0] }
    return digits.count == numerals.count ? digits.map(String.init).joined() : nil
  }
}

/// Deadlines counted from another date; domain §5.1, 62–63.
enum DeadlineWords {
  /// 立即, 三天内, 一周, 月底前, 长期; nil for anything else.
  static func reading(of word: String) -> CellReading? {
    switch word {
    case "立即", "即时", "当日", "当天", "立即整改", "当场", "立刻", "马上", "即刻": return .relative(.days(0))
    case "本周内", "本周", "周末前": return .relative(.endOfWeek)
    case "月底前", "本月底", "月底", "本月内", "本月": return .relative(.endOfMonth)
    case "长期", "持续", "日常", "长期坚持", "常态化": return .noted(CellMark.empty, .noDeadline)
    default: break
    }
    for (unit, days) in [("天", 1), ("日", 1), ("个工作日", 1), ("周", 7), ("个星期", 7), ("星期", 7)] {
      for suffix in ["内", "之内", "以内", ""] where word.hasSuffix(unit + suffix) {
        if let n = SmallNumeral.value(String(word.dropLast((unit + suffix).count))) { return .relative(.days(n * days)) }
      }
    }
    return nil
  }
}

/// Small numbers as digits or Chinese numerals: 三, 十五, 两.
enum SmallNumeral {
  static func value(_ text: String) -> Int? {
    if let n = Int(text), n >= 0, n < 1000 { return n }
    let digits: [Character: Int] = [
      "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    let parts = text.split(separator: "十", omittingEmptySubsequences: false)
    func digit(_ part: Substring) -> Int? { part.count == 1 ? part.first.flatMap { digits[$0] } : nil }
    switch parts.count {
    case 1: return digit(parts[0])
    case 2:
      guard let tens = parts[0].isEmpty ? 1 : digit(parts[0]), let ones = parts[1].isEmpty ? 0 : digit(parts[1]) else { return nil }
      return tens * 10 + ones
    default: return nil
    }
  }
}
