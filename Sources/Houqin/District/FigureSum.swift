import LedgerKit

/// A figure added up over schools. Adding is associative and does not depend on the order; a school without a value adds nothing, not
/// zero, and is told.
struct FigureSum {
  let figure: Figure
  private(set) var numerator: Int128 = 0
  private(set) var denominator: Int128?
  private(set) var isApproximate = false
  /// How many schools have a value, or why not.
  private(set) var states: [FigureValue.State: Int] = [:]
  /// Remarks that belong to the schools' values, each with the number of schools.
  private(set) var notes: [String: Int] = [:]

  init(_ figure: Figure) { self.figure = figure }

  mutating func add(_ value: SchoolFigure) {
    states[value.state, default: 0] += 1
    guard value.state == .value else { return }
    numerator += value.numerator
    if let below = value.denominator { denominator = (denominator ?? 0) + below }
    isApproximate = isApproximate || value.isApproximate
    if let note = value.note { notes[note, default: 0] += 1 }
  }

  var schoolsWithValue: Int { states[.value] ?? 0 }

  /// Unrounded; nil where no school has a value.
  var exact: Exact? { SchoolFigure.exact(figure.unit, schoolsWithValue > 0 ? .value : .noLedger, numerator, denominator) }

  /// As a table's cell: the value, or why there is none.
  var text: String {
    if let exact { return (isApproximate ? "约" : "") + exact.inline(in: figure.unit) }
    let reasons: [FigureValue.State] = [.noDenominator, .noRows, .noLedger]
    return reasons.first { states[$0] != nil }?.absence ?? "—"
  }

  /// `3所有数据，1所未提供`, and the remarks.
  var basis: String {
    let parts: [(FigureValue.State, String)] = [(.value, "有数据"), (.noLedger, "未提供"), (.noRows, "无数据"), (.noDenominator, "分母为0")]
    let told = parts.compactMap { state, words in states[state].map { "\($0)所\(words)" } }
    return (told + notes.sorted { $0.key < $1.key }.map { "其中\($0.value)所\($0.key)" }).joined(separator: "，")
  }
}

extension SchoolFigure {
  static func exact(_ unit: Unit, _ state: FigureValue.State, _ numerator: Int128, _ denominator: Int128?) -> Exact? {
    guard state == .value else { return nil }
    if unit.isPlain { return Exact(numerator) }
    return denominator.flatMap { $0 > 0 ? Exact(numerator, over: $0) : nil }
  }

  /// Unrounded; nil where there is no value.
  func exact(in unit: Unit) -> Exact? { Self.exact(unit, state, numerator, denominator) }

  /// As a table's cell: the value, or why there is none. Missing is not zero.
  func text(in unit: Unit) -> String {
    exact(in: unit).map { (isApproximate ? "约" : "") + $0.inline(in: unit) } ?? state.absence
  }
}

extension FigureValue.State {
  /// What stands in the place of a value.
  var absence: String {
    switch self {
    case .noLedger: "未提供"
    case .noRows: "无数据"
    case .value, .noDenominator: "—"
    }
  }
}
