/// The days of the term the generated rows lie in, counted from its first Monday.
enum Term {
  /// 2023-02-06 is day 0, 2023-06-30 the last.
  static let last = 144

  private static let months = [(2, 28), (3, 31), (4, 30), (5, 31), (6, 30)]

  /// `2023-02-06`; a day before the term or after it is written too.
  static func text(_ day: Int) -> String {
    var (month, rest) = (1, day + 5 + 31)
    for length in [31] + months.map(\.1) where rest >= length && month < 7 {
      rest -= length
      month += 1
    }
    return "2023-" + two(month) + "-" + two(rest + 1)
  }

  /// A day on which there is school.
  static func workday(_ draw: inout Draw) -> Int {
    let day = draw.below(last + 1)
    return day % 7 < 5 ? day : day - 2
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
