/// The running state of a figure. The same path counts and, when evidence is wanted, lists the rows that were counted, so that
/// what `trace` shows is what was computed.
public struct Tally: Sendable {
  /// The part a row plays in a figure.
  public enum Role: String, Sendable { case numerator, denominator, sum, excluded }

  /// A row behind a figure.
  public struct Evidence: Sendable {
    public let row: Row
    public let role: Role
  }

  public private(set) var numerator: Int128 = 0
  public private(set) var denominator: Int128?
  public private(set) var rowsUsed = 0
  public private(set) var rowsExcluded = 0
  /// A remark that belongs to the value: 约, 未提供上期遗留.
  public var note: String?
  /// The figure cannot be given, and why.
  public var unavailable: String?
  public private(set) var evidence: [Evidence]?

  public init(keepingEvidence: Bool = false) { evidence = keepingEvidence ? [] : nil }

  /// Adds a row to a count or sum.
  @inline(__always)
  public mutating func add(_ row: Row, _ value: Int128 = 1, as role: Role = .sum) {
    numerator += value
    rowsUsed += 1
    evidence?.append(Evidence(row: row, role: role))
  }

  /// Adds a row to the denominator and, where it qualifies, to the numerator.
  @inline(__always)
  public mutating func judge(_ row: Row, _ qualifies: Bool, weight: Int128 = 1) {
    denominator = (denominator ?? 0) + weight
    if qualifies { numerator += weight }
    rowsUsed += 1
    evidence?.append(Evidence(row: row, role: qualifies ? .numerator : .denominator))
  }

  /// Adds a value to the numerator and one to the denominator: a mean.
  public mutating func average(_ row: Row, _ value: Int128) {
    numerator += value
    denominator = (denominator ?? 0) + 1
    rowsUsed += 1
    evidence?.append(Evidence(row: row, role: .sum))
  }

  /// A row that supports the figure without adding to it: the second row of one occasion.
  public mutating func support(_ row: Row, as role: Role = .numerator) {
    rowsUsed += 1
    evidence?.append(Evidence(row: row, role: role))
  }

  public mutating func exclude(_ row: Row) {
    rowsExcluded += 1
    evidence?.append(Evidence(row: row, role: .excluded))
  }

  public mutating func exclude(records count: Int) { rowsExcluded += count }

  /// Sets the value outright, for figures that are not sums of rows.
  public mutating func set(_ numerator: Int128, over denominator: Int128? = nil) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Declares that there is a denominator, even if no row ever adds to it.
  public mutating func expectDenominator() { denominator = denominator ?? 0 }
}
