import Foundation
import Testing

@testable import Houqin

@Suite("The edited summary of samples/")
struct EditedSampleTests {
  private static func verification() throws -> Verification {
    let document = Repository.root.appending(path: "samples/青禾小学/核对示例.md").path
    return try Pipeline.verify(document, data: Sample.school.url.path, Options())
  }

  /// The rows of 核对示例的预期结论.md: line, stated, verdict, figure, actual.
  private static func expected() throws -> [[String]] {
    try Repository.text("samples/青禾小学/核对示例的预期结论.md").split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2).map { line in
      Array(line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.prefix(5))
    }
  }

  @Test("Three wrong numbers, one statement without a ledger, the rest right") func verdicts() throws {
    let verification = try Self.verification()
    let found = verification.statements.filter { $0.verdict != .confirmed }.map { s in
      ["\(s.line)", s.stated, s.verdict.title, s.figure ?? "-", s.actual ?? "-"]
    }
    #expect(found == (try Self.expected()))
    #expect(found.count { $0[2] == Verification.Verdict.contradicted.title } == 3)
    #expect(verification.count(.confirmed) > 25)
  }

  @Test("JSON as the contract has it (cli.md)") func json() throws {
    let text = VerifyReport(try Self.verification()).json
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["schema"] as? String == "houqin.verify/1")
    #expect(json["document"] as? String == "核对示例.md")
    let counts = try #require(json["counts"] as? [String: Int])
    let claims = try #require(json["claims"] as? [[String: Any]])
    #expect(Set(counts.keys) == ["confirmed", "rounded", "contradicted", "unsupported", "unregistered"])
    for claim in claims {
      #expect(claim["line"] is Int && claim["text"] is String && claim["stated"] is String)
      #expect(counts[claim["verdict"] as? String ?? ""] != nil)
    }
    for (verdict, count) in counts { #expect(claims.count { $0["verdict"] as? String == verdict } == count) }
  }

  @Test("Exit code 1 on contradictions, 0 without, 2 where it cannot be done", .enabled(if: HouqinProcess.isBuilt)) func exitCodes() throws
  {
    let folder = try TemporaryFolder()
    try folder.write([(path: "好.md", bytes: Data("组织演练5次。".utf8))])
    let run = { (words: [String]) in try HouqinProcess.run(["verify"] + words, in: Repository.root).status }
    #expect(try run(["samples/青禾小学/核对示例.md", "--data", Sample.school.rawValue]) == 1)
    #expect(try run([folder.path + "/好.md", "--data", Sample.school.rawValue]) == 0)
    #expect(try run(["没有.md", "--data", Sample.school.rawValue]) == 2)
    #expect(try run(["samples/青禾小学/核对示例.md"]) == 2)
  }
}
