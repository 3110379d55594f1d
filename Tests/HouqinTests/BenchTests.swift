import Foundation
import Testing

@testable import Houqin

/// What the bench measures must be what schools have. Times are printed by the bench and judged nowhere.
@Suite("The bench's data", .enabled(if: HouqinProcess.isBuilt))
struct BenchTests {
  private static let executable = HouqinProcess.executable?.deletingLastPathComponent().appending(path: "houqin-bench")

  private static func generate(_ rows: Int, seed: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = executable
    process.arguments = ["--generate", folder.path, "--rows", "\(rows)", "--seed", "\(seed)"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return folder
  }

  @Test("The same seed gives the same bytes, another one others") func seeds() throws {
    let folders = try [1, 1, 2].map { seed in try files(in: Self.generate(300, seed: seed).url).map { [$0.path: $0.bytes] } }
    #expect(folders[0] == folders[1])
    #expect(folders[0] != folders[2])
  }

  @Test("All five ledgers are read, every row is used, and a few slips are found") func term() throws {
    let folder = try Self.generate(2748, seed: 1)
    let examination = try Pipeline.check(folder.path, Options())
    let ledgers = Set(examination.ledgerFiles.flatMap(\.sheets).map(\.ledger.id))
    #expect(ledgers == ["inspections", "hazards", "purchases", "food_receipts", "drills"])
    #expect(examination.rowsUsed == 2748)
    #expect(examination.rowsExcluded == 0)
    let rules = Set(examination.findings.map(\.rule))
    #expect(rules.isSuperset(of: ["PUR-001", "FOD-005", "HAZ-012"]), "\(rules.sorted())")
    // Days, places and articles are drawn at random, and the same article may come twice a day: remarks and FOD-101 are no slips.
    let slips = examination.findings.filter { $0.severity != .info && $0.rule != "FOD-101" }
    #expect(slips.count < 200, "\(Dictionary(grouping: slips, by: \.rule).mapValues(\.count))")
  }

  @Test("Every stage of a run is told once, in order") func stages() throws {
    let output = try TemporaryFolder()
    var told: [Stage] = []
    _ = try Pipeline.report(Sample.school.url.path, Options(output: output.path)) { told.append($0) }
    #expect(told == Stage.allCases)
  }
}
