/// Where a requirement comes from, and how surely that is known (domain §0.2, §7).
public struct Citation: Sendable, Hashable {
  /// How surely a source is known (domain §0.2).
  public enum Certainty: String, Sendable, CaseIterable {
    /// Article and text read in the national law database.
    case V1
    /// Seen in a public page that reproduces the instrument.
    case V2
    /// From memory: never printed with an article number.
    case M
    /// The school's own rule, not law.
    case P
    /// Logic or arithmetic; nothing to cite.
    case none = "-"
  }

  /// As printed: 《会计法》第二十五条第一项.
  public let text: String
  /// Decides whether an article number may be printed.
  public let certainty: Certainty
  /// The first day the requirement is in force; nil where it always was, for the terms this program judges.
  public let from: Day?
  private let earlier: Earlier?

  private struct Earlier: Hashable {
    let text: String
    let certainty: Certainty
  }

  /// Creates a citation.
  public init(_ text: String, _ certainty: Certainty) { self.init(text, certainty, from: nil, earlier: nil) }

  /// Creates a citation in force from a day; `before` is what stands in until then: a former version, or the school's own rule.
  public init(_ text: String, _ certainty: Certainty, from: Day?, before: Citation) {
    self.init(text, certainty, from: from, earlier: Earlier(text: before.text, certainty: before.certainty))
  }

  private init(_ text: String, _ certainty: Certainty, from: Day?, earlier: Earlier?) {
    self.text = text
    self.certainty = certainty
    self.from = from
    self.earlier = earlier
  }

  /// What is cited before it is in force; nil where it always was.
  public var before: Citation? { earlier.map { Citation($0.text, $0.certainty) } }

  /// The source as it binds on a day: a guideline of 2024 does not judge a term of 2023.
  public func inForce(on day: Day) -> Citation {
    guard let from, day < from else { return self }
    return before ?? self
  }

  /// A check of the sheet itself.
  public static let sheet = Citation("台账填写要求", .none)
  /// Arithmetic or the order of time.
  public static let logic = Citation("数据逻辑", .none)
  /// 本单位制度 [P].
  public static func own(_ what: String) -> Citation { Citation("本单位\(what)制度", .P) }
}
