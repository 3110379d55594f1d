/// How several statements are said as one.
enum Wording {
  /// `甲`, `甲和乙`, `甲、乙和丙`; where a name itself holds 和, 与 or 及 the last is joined with 以及.
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    let joint = names.contains { $0.unicodeScalars.contains { $0 == "和" || $0 == "与" || $0 == "及" } } ? "以及" : "和"
    return names.dropLast().joined(separator: "、") + joint + last
  }

  /// `未找到2023年2、4、5月的月检查记录`: statements that differ in one place only are said once.
  static func merged(_ statements: [String]) -> String {
    guard let first = statements.first, statements.count > 1 else { return statements.first ?? "" }
    let rows = statements.map(Array.init)
    let start = Array(first)
    var head = rows.map { sharedPrefix(start, $0) }.min() ?? 0
    // A number is never cut in two: 1月 and 11月 differ in the whole number.
    while head > 0, start[head - 1].isNumber { head -= 1 }
    let room = (rows.map(\.count).min() ?? 0) - head
    var tail = min(room, rows.map { sharedPrefix(start.reversed(), $0.reversed()) }.min() ?? 0)
    while tail > 0, start[start.count - tail].isNumber { tail -= 1 }
    let middles = rows.map { String($0[head..<($0.count - tail)]) }
    return String(start[..<head]) + middles.joined(separator: "、") + String(start[(start.count - tail)...])
  }

  private static func sharedPrefix(_ a: [Character], _ b: [Character]) -> Int { zip(a, b).prefix { $0 == $1 }.count }
}
