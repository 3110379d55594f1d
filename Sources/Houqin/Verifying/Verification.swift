import LedgerKit
import Ledgers

/// What became of every number a document states.
public struct Verification: Sendable {
  /// The judgment of a statement.
  public enum Verdict: String, Sendable, CaseIterable {
    /// 一致.
    case confirmed
    /// 仅四舍五入一致.
    case rounded
    /// 与数据矛盾.
    case contradicted
    /// 无台账支持: of what it says no ledger speaks.
    case unsupported
    /// 无法核对.
    case unregistered

    /// As people read it.
    public var title: String {
      switch self {
      case .confirmed: "一致"
      case .rounded: "仅四舍五入一致"
      case .contradicted: "与数据矛盾"
      case .unsupported: "无台账支持"
      case .unregistered: "无法核对"
      }
    }
  }

  /// One statement.
  public struct Statement: Sendable {
    /// The document's line, from 1.
    public let line: Int
    /// The clause it stands in.
    public let text: String
    /// The number, or the words that say none or all.
    public let stated: String
    /// Code of the figure it is held against, or what else of the data; nil where there is nothing.
    public let figure: String?
    /// What the data say.
    public let actual: String?
    /// The judgment.
    public let verdict: Verdict
    /// Why, where the verdict alone does not tell.
    public let reason: String?
  }

  /// The document's file name.
  public let document: String
  /// The term the document says it is of, where the data are of another.
  public let otherTerm: String?
  /// In the order of lines.
  public let statements: [Statement]

  /// How many statements have a verdict.
  public func count(_ verdict: Verdict) -> Int { statements.count { $0.verdict == verdict } }
  /// Whether `verify` ends with 1.
  public var hasContradictions: Bool { statements.contains { $0.verdict == .contradicted } }
}

/// Holds documents against the data of a term.
struct Verifier: Sendable {
  let expectation: Expectation
  let yardstick: Yardstick
  let wordings: Wordings
  private let semester: Semester

  init(_ summary: Summary, template: String?) throws(HouqinError) {
    expectation = try Expectation(summary, outline: try Outline.named(template, for: summary.books.scope.profile.stage))
    yardstick = Yardstick(summary)
    wordings = Wordings(summary)
    semester = summary.books.scope.semester
  }

  /// Auditors take the wrong folder now and then; hundreds of contradictions would not say so.
  private func otherTerm(_ document: ReadDocument) -> String? {
    let told = document.titles.lazy.compactMap { Semester(parsing: $0) }.first
    return told.flatMap { $0 == semester || $0 == Semester(parsing: expectation.title) ? nil : $0.title }
  }

  func verify(_ document: ReadDocument, named name: String) -> Verification {
    var statements = TableAlignment(expectation, yardstick).statements(document.tables)
    let lines = document.passages.flatMap { passage in
      passage.text.sentences.map { SentenceAlignment.Line(passage: passage, sentence: Sentence($0)) }
    }
    let (aligned, rest) = SentenceAlignment(expectation, yardstick).align(lines)
    statements += aligned
    statements += rest.flatMap { wordings.statements($0, yardstick) }
    let order = statements.indices.sorted { (statements[$0].line, $0) < (statements[$1].line, $1) }
    return Verification(document: name, otherTerm: otherTerm(document), statements: order.map { statements[$0] })
  }
}
