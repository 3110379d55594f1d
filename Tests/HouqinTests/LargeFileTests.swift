import Foundation
import Testing

@testable import Houqin

/// Files above a size are looked at where the system keeps them (FileBytes.mappedSize); here every file is, however small.
@Suite("Large files") struct LargeFileTests {
  private static func examination(_ folder: String, mappedFrom: Int) throws -> Examination {
    let workFolder = try WorkFolder(at: folder, excluding: URL(fileURLWithPath: folder + "/output"), followsLinks: false)
    let inputs = InputReader.inputs(of: workFolder, mappedFrom: mappedFrom)
    return Examination(Workbook(inputs: inputs, passages: workFolder.passages, asOf: nil))
  }

  @Test(
    "Every sample says the same, wherever its bytes lie",
    arguments: ["春芽幼儿园/2022-2023-2", "青禾小学/2023-2024-1", "疑难表格", "审计演示/青苗小学"])
  func same(sample: String) throws {
    let folder = Repository.root.appending(path: "samples/" + sample).path
    let (mapped, read) = (try Self.examination(folder, mappedFrom: 1), try Self.examination(folder, mappedFrom: .max))
    #expect(mapped.inputs.count == read.inputs.count && !read.inputs.isEmpty)
    #expect(CheckReport(mapped).json == CheckReport(read).json)
    #expect(Summary(mapped).map { FiguresReport($0).json } == Summary(read).map { FiguresReport($0).json })
  }

  @Test("A ledger that is written to after it was read is named, and there is no result") func changed() throws {
    let name = "应急演练记录.csv"
    let folder = try TemporaryFolder((name, "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"))
    let examination = try Self.examination(folder.path, mappedFrom: 1)
    #expect(throws: Never.self) { try examination.confirmUnchanged() }
    let handle = try FileHandle(forWritingTo: folder.url.appending(path: name))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("2023-04-14,地震,560\n".utf8))
    try handle.close()
    #expect(throws: HouqinError.changedMeanwhile(name)) { try examination.confirmUnchanged() }
    #expect("\(HouqinError.changedMeanwhile(name))".contains("再运行一次"))
  }

  @Test("A file that is written to while it is hashed has no digest; only where its rows are known there is no result")
  func changedWhileHashed() throws {
    let ledger = InputReader.input("应急演练记录.csv", Array("演练日期,演练类型,参加人数\n2023-03-17,消防,560\n".utf8))
    func examination(_ understanding: Input.Understanding, isCertain: Bool) -> Examination {
      let digest = FileDigest(ledger.sha256, isCertain: isCertain)
      let input = Input(file: ledger.file, size: ledger.size, digest: digest, understanding: understanding)
      return Examination(Workbook(inputs: [input], passages: [:], asOf: nil))
    }
    let unread = examination(.unreadable(.undecodable), isCertain: false)
    #expect(throws: Never.self) { try unread.confirmUnchanged() }
    #expect(unread.inputs[0].sha256.isEmpty)
    #expect(throws: Never.self) { try examination(ledger.understanding, isCertain: true).confirmUnchanged() }
    #expect(throws: HouqinError.changedMeanwhile(ledger.file)) {
      try examination(ledger.understanding, isCertain: false).confirmUnchanged()
    }
  }

  @Test("A ledger that is cut short while it is read ends the program with a word", .enabled(if: HouqinProcess.isBuilt))
  func cutShort() throws {
    let term = try TwoStates()
    let log = try TemporaryFolder().url.appending(path: "log")
    #expect(FileManager.default.createFile(atPath: log.path, contents: nil))
    let errors = try FileHandle(forWritingTo: log)
    let arguments = ["watch", term.folder.path, "--output", term.folder.path + "/总结"]
    let process = try HouqinProcess.start(arguments, output: errors, errors: errors)
    func said() throws -> String { try String(contentsOf: log, encoding: .utf8) }
    // A minute is far more than the first report takes.
    for _ in 0..<1200 where try !said().contains("已生成") { usleep(50_000) }
    // What the system sends a program that looks at bytes a file no longer has.
    kill(process.processIdentifier, SIGBUS)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 2)
    #expect(try said().contains("被截短"))
    #expect(term.results.isWhole)
  }
}
