import Foundation
import Testing

@testable import Houqin

@Suite("houqin watch", .enabled(if: HouqinProcess.isBuilt)) struct WatchCommandTests {
  /// A watch that is running, with what it has said so far.
  private final class Watch {
    let process: Process
    private let log: URL

    init(_ term: TwoStates) throws {
      log = try TemporaryFolder().url.appending(path: "log")
      #expect(FileManager.default.createFile(atPath: log.path, contents: nil))
      let handle = try FileHandle(forWritingTo: log)
      process = try HouqinProcess.start(["watch", term.folder.path, "--output", term.folder.path + "/总结"], output: handle, errors: handle)
    }

    var said: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }
    var reports: Int { said.matches(of: /已生成/).count }

    /// Until something is so; a minute is far more than it takes.
    func wait(_ isSo: () -> Bool) -> Bool {
      for _ in 0..<1200 {
        if isSo() { return true }
        usleep(50_000)
      }
      return false
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
  }

  @Test("Reports at the start and after a drop, says what changed, and ends cleanly", arguments: [SIGINT, SIGTERM]) func drop(end: Int32)
    throws
  {
    let term = try TwoStates()
    let watch = try Watch(term)
    #expect(watch.wait { watch.reports == 1 }, "\(watch.said)")
    #expect(term.results.isWhole)
    try term.folder.write([(path: "~$采购台账.xlsx", bytes: Data("lock".utf8))])
    try term.set(1)
    #expect(watch.wait { watch.said.contains("~$采购台账.xlsx") }, "\(watch.said)")
    #expect(watch.reports == 1)
    try FileManager.default.removeItem(atPath: term.folder.path + "/~$采购台账.xlsx")
    #expect(watch.wait { watch.reports == 2 }, "\(watch.said)")
    #expect(watch.said.contains("改动 \(TwoStates.ledger)"))
    let read = try Pipeline.check(term.folder.path, Options()).inputs.map(\.sha256)
    #expect(term.results.isWhole && term.results.inputs == read)
    kill(watch.process.processIdentifier, end)
    watch.process.waitUntilExit()
    #expect(watch.process.terminationReason == .exit && watch.process.terminationStatus == 0)
    #expect(try term.names.allSatisfy { !$0.contains(".houqin") })
  }

  @Test("The folder goes away and comes back; files vanish and cannot be read") func survives() throws {
    let term = try TwoStates()
    let watch = try Watch(term)
    #expect(watch.wait { watch.reports == 1 }, "\(watch.said)")
    let away = term.folder.path + "-away"
    #expect(rename(term.folder.path, away) == 0)
    #expect(watch.wait { watch.said.contains("不见了") }, "\(watch.said)")
    #expect(rename(away, term.folder.path) == 0)
    #expect(watch.wait { watch.said.contains("回来了") }, "\(watch.said)")
    try FileManager.default.removeItem(atPath: term.folder.path + "/" + TwoStates.ledger)
    #expect(mkfifo(term.folder.path + "/管道.csv", 0o600) == 0)
    #expect(watch.wait { watch.reports == 2 }, "\(watch.said)")
    try FileManager.default.removeItem(atPath: term.folder.path + "/设置.csv")
    #expect(watch.wait { watch.said.contains("无法确定是哪个学期") }, "\(watch.said)")
    #expect(watch.process.isRunning)
    try term.folder.write([(path: "设置.csv", bytes: Data(TemporaryFolder.settings.utf8))])
    #expect(watch.wait { watch.reports == 3 }, "\(watch.said)")
  }

  @Test("A folder that is not there is told at once") func missing() throws {
    let run = try HouqinProcess.run(["watch", "没有这个文件夹"], in: Repository.root)
    #expect(run.status == 2 && run.notes.contains("找不到工作夹"))
  }
}
