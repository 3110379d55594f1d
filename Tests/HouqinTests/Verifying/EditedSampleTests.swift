import Foundation
import Testing

@testable import Houqin

@Suite("The edited summary of samples/")
struct EditedSampleTests {
  private static func verification() throws -> Verification {
    let document = Repository.root.appending(path: "samples/青禾小学/核对示例.md").path
    return try Pipeline.verify(document, data: Sample.school.url.path, Options())
  }

  @Test("Three wrong numbers, one statement without a ledger, the rest right") func verdicts() throws {
    let verification = try Self.verification()
    func stated(_ verdict: Verification.Verdict) -> [String] {
      verification.statements.filter { $0.verdict == verdict }.map { "\($0.line) \($0.stated) \($0.figure ?? "-") \($0.actual ?? "-")" }
    }
    #expect(
      stated(.contradicted) == [
        "11 6 ST-INS-03.monthly 5", "13 83.3% ST-HAZ-03 75.0%", "29 4,420.00 ST-PUR-08.amount 4,240.00",
      ])
    #expect(stated(.unsupported) == ["15 无安全责任事故 - -"])
    #expect(stated(.rounded) == ["23 12.8万 ST-FOD-02 12.78万"])
    #expect(stated(.unregistered) == ["31 40 - -"])
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
