/// Adds up the people a cell names; domain §5.1, 39–42.
///
/// `幼儿580、教师46` are parts. A total (共626人) and a breakdown in brackets or behind 其中 must agree with them and are not added
/// again. Numbers of classes (大1班, 3个班) are no people. What contradicts itself cannot be read.
struct HeadCount {
  private var parts: [Int64] = []
  private var total: Int64?
  /// The last number outside of groups, which a group breaks down.
  private var last: Int64?
  /// The text in brackets, or behind 其中, so far; nil outside.
  private var group: String?
  private var members: [Int64] = []

  static func read(_ text: String) -> Int64? {
    var count = HeadCount()
    guard count.scan(Array(text)), count.closeGroup() else { return nil }
    let sum = count.parts.reduce(0, +)
    guard let value = count.total ?? (count.parts.isEmpty ? nil : sum), count.parts.isEmpty || sum == value, value <= 1_000_000_000
    else { return nil }
    return text.hasPrefix("-") ? -value : value
  }

  private mutating func scan(_ text: [Character]) -> Bool {
    var words = ""
    var i = 0
    while i < text.count {
      if let number = HeadCount.number(text, &i) {
        guard number <= 1_000_000_000, !joins(words) else { return false }
        if !HeadCount.namesClass(text[i...]) { take(number, words) }
        words = ""
        continue
      }
      let c = text[i]
      if ".+*/%×".contains(c) { return false }
      if c == ")", !closeGroup() { return false }
      words.append(c)
      if group == nil, last != nil, c == "(" || words.hasSuffix("其中") { group = words }
      group?.append(c)
      i += 1
    }
    return true
  }

  /// `15-20人`, `9:30`, `20+5`: a range, a time, a sum that nobody evaluates.
  private func joins(_ words: String) -> Bool {
    last != nil && (words == ":" || ["-", "~", "–", "—", "至", "到", "+"].contains(where: words.hasSuffix))
  }

  private mutating func take(_ number: Int64, _ words: String) {
    if group != nil { return members.append(number) }
    last = number
    if ["共", "合计", "总计", "总数"].contains(where: words.holds) {
      total = number
    } else {
      parts.append(number)
    }
  }

  /// Whether the numbers of a group fit the one before it: they are all of it, or with 其中 or 含 some of it.
  private mutating func closeGroup() -> Bool {
    defer { (group, members) = (nil, []) }
    guard let words = group, let last, !members.isEmpty else { return true }
    let sum = members.reduce(0, +)
    return words.holds("其中") || words.holds("含") ? sum <= last : sum == last
  }

  /// Digits, with commas only where they part thousands: `1,200` is one number, `580,教师46` are two.
  private static func number(_ text: [Character], _ i: inout Int) -> Int64? {
    func digits(at start: Int) -> ArraySlice<Character> { text[start...].prefix { $0.isASCII && $0.isNumber } }
    var found = String(digits(at: i))
    guard !found.isEmpty else { return nil }
    i += found.count
    guard found.count <= 3 else { return Int64(found) ?? .max }
    while i < text.count, text[i] == ",", digits(at: i + 1).count == 3 {
      found += digits(at: i + 1)
      i += 4
    }
    return Int64(found) ?? .max
  }

  /// 大1班, 三(3)班, 3个班, 2019级.
  private static func namesClass(_ rest: ArraySlice<Character>) -> Bool {
    ["班", ")班", "个班", "年级", "个年级", "级"].contains { rest.starts(with: $0) }
  }
}
