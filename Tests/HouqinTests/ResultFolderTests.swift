import Foundation
import Testing

@testable import Houqin

/// Results may lie inside the work folder; they are never read as ledgers (cli.md).
@Suite("Where results are written") struct ResultFolderTests {
  private static let drills = ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")

  @Test("inside the work folder, they are not inputs of the next run") func inside() throws {
    let folder = try TemporaryFolder(Self.drills)
    let options = Options(output: folder.url.appending(path: "总结").path)
    _ = try Pipeline.report(folder.path, options)
    #expect(try Pipeline.check(folder.path, Options()).inputs.map(\.file) == ["应急演练记录.csv", "设置.csv"])
    let first = try files(in: folder.url)
    _ = try Pipeline.report(folder.path, options)
    #expect(try files(in: folder.url).map(\.bytes) == first.map(\.bytes))
  }

  @Test("never among the ledgers themselves") func same() throws {
    let folder = try TemporaryFolder(Self.drills)
    #expect(throws: HouqinError.outputIsInput(folder.path)) { try Pipeline.report(folder.path, Options(output: folder.path)) }
    #expect(try files(in: folder.url).map(\.path) == ["应急演练记录.csv", "设置.csv"])
  }
}
