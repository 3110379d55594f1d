import Houqin

/// Times the stages of one run: told when each is done, it notes how long it took since the one before.
final class Stopwatch {
  private var last = ContinuousClock.now
  private(set) var laps: [(stage: Stage, time: Duration)] = []

  func done(_ stage: Stage) {
    let now = ContinuousClock.now
    laps.append((stage, last.duration(to: now)))
    last = now
  }
}

extension Duration {
  /// `12.3`
  var milliseconds: Double { Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15 }
}

/// The middle, the least and the largest of some measurements.
struct Spread {
  let (median, least, largest): (Double, Double, Double)

  init(_ values: [Double]) {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    median = sorted.isEmpty ? 0 : sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    (least, largest) = (sorted.first ?? 0, sorted.last ?? 0)
  }

  var text: String { "\(Self.short(median))（\(Self.short(least))–\(Self.short(largest))）" }

  /// Three figures are enough: 12.3, 123.
  static func short(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths < 1000 ? "\(tenths / 10).\(tenths % 10)" : "\(Int(number.rounded()))"
  }
}
