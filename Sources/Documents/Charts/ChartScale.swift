/// The marks of a chart's axis: round numbers from 0 to at least the largest amount, at most four steps.
struct ChartScale: Equatable {
  /// From one mark to the next.
  let step: Int128
  /// The amount at the axis' end.
  let top: Int128
  private let measure: Chart.Measure

  /// The scale that holds `largest`, which is taken as one step if it is not above zero.
  init(upTo largest: Int128, _ measure: Chart.Measure) {
    let needed = max(largest, 1)
    step = Self.step(for: needed, measure)
    top = (needed + step - 1) / step * step
    self.measure = measure
  }

  /// The marks and their words, from 0 up.
  var marks: [(amount: Int128, text: String)] {
    (0...Int(top / step)).map { (Int128($0) * step, text(Int128($0) * step)) }
  }

  /// How far along a length an amount lies, rounded; at least 1 for what is above zero.
  func length(_ amount: Int128, of whole: Int) -> Int {
    amount <= 0 ? 0 : max(1, Int((amount * 2 * Int128(whole) + top) / (top * 2)))
  }

  /// The least step of which four hold an amount: 1, 2, 5, 10 …; of seconds, what clocks have. The amount itself where all are too small.
  private static func step(for needed: Int128, _ measure: Chart.Measure) -> Int128 {
    let (steps, unit): ([Int128], Int128) =
      switch measure {
      case .seconds: (clockSteps, 1)
      case .number(let one): (roundSteps, one)
      }
    return steps.first { $0 * unit * 4 >= needed }.map { $0 * unit } ?? needed
  }

  private static let clockSteps: [Int128] = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000]
  private static let roundSteps: [Int128] = (0..<14).flatMap { power in
    [1, 2, 5].map { $0 * (0..<power).reduce(1) { ten, _ in ten * 10 } }
  }

  private func text(_ amount: Int128) -> String {
    switch measure {
    case .seconds: Self.clock(Int(amount))
    case .number(let one): top / one >= 10_000 ? Self.tenThousands(amount / (one * 100)) : String(amount / one)
    }
  }

  /// 2万, 0.5万: from hundreds.
  private static func tenThousands(_ hundreds: Int128) -> String {
    if hundreds == 0 { return "0" }
    let (whole, rest) = hundreds.quotientAndRemainder(dividingBy: 100)
    let digits = String(100 + rest).dropFirst()
    return String(whole) + (rest == 0 ? "" : "." + (digits.hasSuffix("0") ? digits.dropLast() : digits)) + "万"
  }

  private static func clock(_ seconds: Int) -> String {
    let (minutes, rest) = seconds.quotientAndRemainder(dividingBy: 60)
    return (minutes > 0 ? "\(minutes)分" : "") + (rest > 0 ? "\(rest)秒" : "") + (seconds == 0 ? "0" : "")
  }
}
