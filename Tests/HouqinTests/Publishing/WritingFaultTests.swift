import Foundation
import Testing

@testable import Houqin

/// What disks, permissions and other programs do to a run that writes.
@Suite("Faults while writing", .enabled(if: HouqinProcess.isBuilt)) struct WritingFaultTests {
  private func report(_ term: TwoStates, to output: String? = nil, _ more: String...) throws -> HouqinProcess.Result {
    try HouqinProcess.run(["report", term.folder.path, "--output", output ?? term.folder.path + "/总结"] + more, in: term.folder.url)
  }

  /// A work folder reported once, then changed.
  private func changed() throws -> TwoStates {
    let term = try TwoStates()
    #expect(try report(term).status == 0)
    try term.set(1)
    return term
  }

  /// What a run that failed must leave: exit code 2, the old set, nothing else.
  private func expectUntouched(_ term: TwoStates, _ before: [[String: Data]], _ run: HouqinProcess.Result, says words: String) throws {
    #expect(run.status == 2, "\(run.text)\(run.notes)")
    #expect(run.notes.contains(words), "\(run.notes)")
    #expect(try files(in: term.folder.url).map { [$0.path: $0.bytes] } == before)
  }

  private func content(_ term: TwoStates) throws -> [[String: Data]] { try files(in: term.folder.url).map { [$0.path: $0.bytes] } }

  @Test("A file that may not grow: as on a full disk, nothing is changed") func limitedSize() throws {
    let term = try changed()
    let before = try content(term)
    let program = try #require(HouqinProcess.executable?.path)
    let run = try HouqinProcess.run(
      program: "/bin/sh",
      ["-c", "ulimit -f 16; exec \"$@\"", "sh", program, "report", term.folder.path, "--output", term.folder.path + "/总结"],
      in: term.folder.url)
    try expectUntouched(term, before, run, says: "文件过大")
  }

  @Test("A disk that is full", .enabled(if: SmallDisk.isAllowed, "only the superuser may mount one")) func fullDisk() throws {
    let term = try changed()
    try SmallDisk.with(kilobytes: 400, at: term.folder.url.appending(path: "盘")) { disk in
      let output = disk.appending(path: "结果").path
      try term.folder.write([(path: "盘/结果/我的.txt", bytes: Data(repeating: 65, count: 380_000))])
      let before = try content(term)
      try expectUntouched(term, before, try report(term, to: output), says: "磁盘已满")
    }
  }

  @Test(
    "The output folder is itself on another file system: a set is moved in, whole",
    .enabled(if: SmallDisk.isAllowed, "only the superuser may mount one"))
  func mounted() throws {
    let term = try changed()
    try SmallDisk.with(kilobytes: 4000, at: term.folder.url.appending(path: "盘")) { disk in
      for state in 0...1 {
        try term.set(state)
        let run = try report(term, to: disk.path)
        #expect(run.status == 0, "\(run.notes)")
        #expect(ResultSet(url: disk).isWhole)
        #expect(try files(in: disk).count == 5)
      }
    }
    #expect(try term.names.allSatisfy { !$0.contains(".houqin") })
  }

  @Test("A disk that is read-only", .enabled(if: SmallDisk.isAllowed, "only the superuser may mount one")) func readOnlyDisk() throws {
    let term = try changed()
    try SmallDisk.with(kilobytes: 400, at: term.folder.url.appending(path: "盘"), isReadOnly: true) { disk in
      let before = try content(term)
      try expectUntouched(term, before, try report(term, to: disk.path), says: "只读")
      try expectUntouched(term, before, try report(term, to: disk.appending(path: "结果").path), says: "只读")
    }
  }

  @Test("A folder nobody may write to", .enabled(if: getuid() != 0, "the superuser may write everywhere")) func forbidden() throws {
    let term = try changed()
    let before = try content(term)
    #expect(chmod(term.folder.path + "/总结", 0o555) == 0)
    defer { chmod(term.folder.path + "/总结", 0o755) }
    try expectUntouched(term, before, try report(term), says: "没有权限")
  }

  @Test("A file stands where the folder should be") func file() throws {
    let term = try changed()
    let before = try content(term)
    try expectUntouched(term, before, try report(term, to: term.folder.path + "/设置.csv"), says: "不是文件夹")
    try expectUntouched(term, before, try report(term, to: term.folder.path + "/设置.csv/结果"), says: "不是文件夹")
  }

  @Test(
    "Another file system than the work folder's",
    .enabled(if: FileManager.default.isWritableFile(atPath: "/dev/shm"), "no second file system"))
  func elsewhere() throws {
    let term = try changed()
    let place = URL(filePath: "/dev/shm/houqin-test-\(getpid())")
    defer { try? FileManager.default.removeItem(at: place) }
    for _ in 0...1 {
      #expect(try report(term, to: place.appending(path: "结果").path).status == 0)
      #expect(ResultSet(url: place.appending(path: "结果")).isWhole)
      #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["结果"])
    }
  }

  @Test("The output is a link to a folder: the link stays, and the folder it names gets the results") func link() throws {
    let (term, place) = (try changed(), try TemporaryFolder())
    try place.write([(path: "真/我的.txt", bytes: Data("own".utf8))])
    try FileManager.default.createSymbolicLink(atPath: place.path + "/链接", withDestinationPath: "真")
    for state in 0...1 {
      try term.set(state)
      #expect(try report(term, to: place.path + "/链接").status == 0)
      #expect(ResultSet(url: place.url.appending(path: "真")).isWhole)
    }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place.path + "/链接") == "真")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() == ["真", "链接"].sorted())
    #expect(try files(in: place.url.appending(path: "真")).count == 6)
  }

  @Test("The current folder as output stays the current folder") func current() throws {
    let (term, place) = (try changed(), try TemporaryFolder())
    for state in 0...1 {
      try term.set(state)
      let run = try HouqinProcess.run(
        program: "/bin/sh",
        ["-c", "\"$0\" report \"$1\" --output . >/dev/null && ls", try #require(HouqinProcess.executable?.path), term.folder.path],
        in: place.url)
      #expect(run.text.split(separator: "\n").count == 5, "\(run.text)\(run.notes)")
    }
  }

  @Test("Two runs at once: one after the other, and never a mixture") func together() throws {
    let term = try changed()
    for _ in 0..<4 {
      let runs = try (0..<4).map { _ in try HouqinProcess.start(["report", term.folder.path, "--output", term.folder.path + "/总结"]) }
      runs.forEach { $0.waitUntilExit() }
      #expect(runs.map(\.terminationStatus) == [0, 0, 0, 0])
      #expect(term.results.isWhole)
    }
    #expect(try term.names.allSatisfy { !$0.contains(".houqin") })
  }

  @Test("A run that goes on and on is told of, and the second one ends with 2") func locked() throws {
    let term = try changed()
    let before = try content(term)
    let staging = try StagedFiles(for: term.folder.path + "/总结")
    let run = try report(term)
    staging.discard()
    try expectUntouched(term, before, run, says: "另一个 houqin 正在往")
  }

  @Test("Output that nobody takes is told of") func fullPipe() throws {
    guard access("/dev/full", W_OK) == 0 else { return }
    let term = try TwoStates()
    let program = try #require(HouqinProcess.executable?.path)
    let run = try HouqinProcess.run(
      program: "/bin/sh", ["-c", "\"$0\" check \"$1\" > /dev/full", program, term.folder.path], in: term.folder.url)
    #expect(run.status == 2)
    #expect(run.notes.contains("磁盘已满"))
  }
}

/// A file system of a few kilobytes, mounted for a test.
enum SmallDisk {
  static var isAllowed: Bool {
    #if os(Linux)
      getuid() == 0 && (try? with(kilobytes: 16, at: TemporaryFolder().url.appending(path: "盘")) { _ in }) != nil
    #else
      false
    #endif
  }

  static func with(kilobytes: Int, at url: URL, isReadOnly: Bool = false, _ body: (URL) throws -> Void) throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try call("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k" + (isReadOnly ? ",ro" : ""), "none", url.path)
    defer { try? call("umount", "-l", url.path) }
    try body(url)
  }

  private static func call(_ words: String...) throws {
    let run = try HouqinProcess.run(program: "/usr/bin/env", words, in: URL(filePath: "/"))
    guard run.status == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
