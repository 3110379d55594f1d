import LedgerKit

/// What `verify` prints of a document.
public struct VerifyReport: Sendable {
  private let verification: Verification

  /// Creates a report of a verification.
  public init(_ verification: Verification) { self.verification = verification }

  /// `houqin.verify/1`
  public var json: String {
    JSON.object([
      ("schema", .string("houqin.verify/1")), ("document", .string(verification.document)),
      ("otherTerm", .optional(verification.otherTerm)),
      ("claims", .array(verification.statements.map(claim))),
      ("counts", .object(Verification.Verdict.allCases.map { ($0.rawValue, .number(verification.count($0))) })),
    ]).serialized() + "\n"
  }

  private func claim(_ s: Verification.Statement) -> JSON {
    .object([
      ("line", .number(s.line)), ("text", .string(PersonalData.masked(s.text))), ("stated", .string(PersonalData.masked(s.stated))),
      ("figure", .optional(s.figure)), ("actual", .optional(s.actual.map(PersonalData.masked))), ("verdict", .string(s.verdict.rawValue)),
      ("reason", .optional(s.reason)),
    ])
  }

  /// For people: what is wrong first, what is right only counted.
  public var text: String {
    let counts = Verification.Verdict.allCases.map { "\($0.title)\(verification.count($0))处" }.joined(separator: "，")
    var lines = ["\(verification.document)　共核对\(verification.statements.count)处：\(counts)。"]
    if let term = verification.otherTerm { lines += ["", "注意：文中写的是\(term)，与工作夹的学期不同。请核对 --data 给的是不是那个学期的工作夹。"] }
    if verification.statements.isEmpty { return (lines + ["", "文中没有可以核对的数字。"]).joined(separator: "\n") + "\n" }
    for verdict in [Verification.Verdict.contradicted, .unsupported, .rounded, .unregistered] {
      let found = verification.statements.filter { $0.verdict == verdict }
      guard !found.isEmpty else { continue }
      lines += ["", "【\(verdict.title)】"] + found.map { "  " + Self.line($0) }
    }
    if !verification.hasContradictions { lines += ["", "没有与数据矛盾的数字。"] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ s: Verification.Statement) -> String {
    let held = s.figure.map { "\($0)" } ?? ""
    let actual = s.actual.map { "，数据为 \($0)" } ?? ""
    let told = held + actual + (s.reason.map { (held.isEmpty ? "" : "，") + $0 } ?? "")
    let text = Shortened.text(s.text, to: 60)
    return PersonalData.masked("第\(s.line)行　\(text)　文中“\(s.stated)”" + (told.isEmpty ? "" : "（\(told)）"))
  }
}
