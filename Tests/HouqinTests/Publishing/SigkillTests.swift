import Foundation
import Testing

@testable import Houqin

/// The built program, killed at random moments: a promise about processes is tested with processes.
@Suite("Killed while it reports", .enabled(if: HouqinProcess.isBuilt)) struct SigkillTests {
  /// Half of the kills come at any moment of a run, half within the moments after it has begun to write.
  @Test("Either the old set or the new one whole, the user's files there, and no litter after the next run")
  func kills() throws {
    let term = try TwoStates()
    let run = { try HouqinProcess.run(["report", term.folder.path, "--output", term.folder.path + "/总结"], in: term.folder.url) }
    #expect(try run().status == 0)
    try term.folder.write([(path: "总结/我的相片/一.txt", bytes: Data("own".utf8))])
    let clean = try term.names
    let states = try (0...1).map { state in
      try term.set(state)
      return try Pipeline.check(term.folder.path, Options()).inputs.map(\.sha256)
    }
    var (killed, seen): (Int, Set<[String]>) = (0, [])
    for round in 0..<80 {
      try term.set(round)
      let process = try HouqinProcess.start(["report", term.folder.path, "--output", term.folder.path + "/总结"])
      if round % 2 == 0 { usleep(UInt32.random(in: 0...60_000)) } else { waitForWriting(term, process) }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }
      #expect(term.results.isWhole, "round \(round)")
      #expect(states.contains(term.results.inputs), "round \(round)")
      #expect(FileManager.default.fileExists(atPath: term.folder.path + "/总结/我的相片/一.txt"), "round \(round)")
      seen.insert(term.results.inputs)
      if round % 8 == 7 {
        #expect(try run().status == 0)
        #expect(try term.names == clean, "round \(round)")
      }
    }
    #expect(killed > 20, "most runs end before they are killed")
    #expect(seen.count == 2)
  }

  /// Until the folder aside is there, then up to four milliseconds: writing, syncing and the exchange fall into them.
  private func waitForWriting(_ term: TwoStates, _ process: Process) {
    let aside = term.folder.path + "/.总结.houqin-new"
    while process.isRunning, access(aside, F_OK) != 0 { usleep(100) }
    usleep(UInt32.random(in: 0...4_000))
  }
}
