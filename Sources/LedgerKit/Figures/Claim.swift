/// How people state a figure in their own words, so that a document can be held against it.
///
/// A pattern is words with `N` for the number, `…` for up to ten characters without a number, and `甲/乙` in brackets for either word:
/// `(发现/排查)…隐患N处`.
public struct Claim: Sendable {
  /// What is stated.
  public enum Subject: Sendable, Hashable {
    /// A figure by its code.
    case figure(String)
    /// A group of a breakdown by its code; `K` in the pattern is the group's name.
    case group(String)
    /// An item of 设置.csv by the name slots know it by.
    case setting(String)
    /// Something a ledger of domain §1 would tell; its id.
    case ledger(String)
  }

  /// What the number is of.
  public let subject: Subject
  /// Any of them states it.
  public let patterns: [String]
  /// Words of the sentence that mean something else is spoken of.
  public let unless: [String]
  /// A word that the sentence must hold somewhere: 演练.
  public let given: String?

  /// Creates a claim.
  public init(_ subject: Subject, _ patterns: String..., unless: [String] = []) {
    self.init(subject, all: patterns, given: nil, unless: unless)
  }

  /// A claim about a figure.
  public static func figure(_ code: String, _ patterns: String..., given: String? = nil, unless: [String] = []) -> Claim {
    Claim(.figure(code), all: patterns, given: given, unless: unless)
  }

  private init(_ subject: Subject, all patterns: [String], given: String?, unless: [String]) {
    self.subject = subject
    self.given = given
    self.patterns = patterns
    self.unless = unless
  }
}

/// A statement without a number that says none or all: 无事故, 全部整改, 每月均. The absence of rows is no evidence for it (domain §0.3).
public struct AbsoluteClaim: Sendable {
  /// What bears it out.
  public enum Evidence: Sendable {
    /// The figure is nought.
    case none(String)
    /// The figure, a rate, is full.
    case all(String)
    /// The figure, a rate, is not above 100 %.
    case within(String)
    /// The ledger of domain §1 that would speak of it.
    case ledger(String)
  }

  /// As `Claim`'s patterns, without a number.
  public let patterns: [String]
  /// What bears it out.
  public let evidence: Evidence
  /// Words of the sentence that mean it is no statement of fact: 杜绝, 不等于.
  public let unless: [String]

  /// Creates a claim.
  public init(_ evidence: Evidence, _ patterns: String..., unless: [String] = []) {
    self.evidence = evidence
    self.patterns = patterns
    self.unless = unless
  }
}
