import Foundation
import Testing

@testable import Houqin

/// A work folder may have been filled by anyone: nothing in it leads elsewhere, and none of it makes a run go on and on.
@Suite("Hostile work folders") struct HostileFolderTests {
  private static let drills = "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"
  private static let secret = "演练日期,演练类型,参加人数\n2023-05-12,地震,111\n"

  /// A folder with one good ledger, and something made beside it.
  private func folder(_ make: (URL) throws -> Void) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(("应急演练记录.csv", Self.drills))
    try make(folder.url)
    return folder
  }

  /// What is told of a file that is not read; the good ledger must be read all the same.
  private func told(_ folder: TemporaryFolder, _ file: String, _ options: Options = Options()) throws -> String? {
    let examination = try Pipeline.check(folder.path, options)
    #expect(examination.accounts["应急演练记录.csv"] == Examination.Account(data: 1, excluded: 0))
    let findings = examination.findings.filter { $0.file == file && $0.rule == "FIL-001" }
    #expect(findings.count <= 1)
    return findings.first.map { $0.message + $0.fix }
  }

  // MARK: Links

  private enum Target: String, CaseIterable, Sendable { case file, folder, passage, passageFolder }

  @Test("A link that leads out of the folder is told, and followed only where that is asked for", arguments: Target.allCases)
  private func leadsOut(_ target: Target) throws {
    let elsewhere = try TemporaryFolder(("演练.csv", Self.secret), ("文字/前言.md", "外面的话"))
    let places: [Target: (name: String, to: String)] = [
      .file: ("外面.csv", "演练.csv"), .folder: ("外面", ""), .passage: ("文字/前言.md", "文字/前言.md"), .passageFolder: ("文字", "文字"),
    ]
    let (name, to) = try #require(places[target])
    let folder = try folder { url in
      if target == .passage { try FileManager.default.createDirectory(at: url.appending(path: "文字"), withIntermediateDirectories: true) }
      try FileManager.default.createSymbolicLink(at: url.appending(path: name), withDestinationURL: elsewhere.url.appending(path: to))
    }
    #expect(try told(folder, name)?.contains("--follow-links") == true)
    let closed = try Pipeline.check(folder.path, Options())
    #expect(closed.rowsUsed == 1 && closed.passages.isEmpty)
    var options = Options()
    options.followsLinks = true
    let open = try Pipeline.check(folder.path, options)
    let isPassage = target == .passage || target == .passageFolder
    #expect(isPassage ? open.passages["前言"] == "外面的话" : open.rowsUsed == 2)
  }

  @Test("Links within the folder, broken ones and those that go round in circles do no harm") func circles() throws {
    let folder = try folder { url in
      try FileManager.default.createDirectory(atPath: url.path + "/子", withIntermediateDirectories: true)
      for (name, to) in [
        ("自己", "."), ("子/上级", ".."), ("甲.csv", "乙.csv"), ("乙.csv", "甲.csv"), ("断.csv", "没有"), ("应急演练记录又名.csv", "应急演练记录.csv"),
      ] {
        try FileManager.default.createSymbolicLink(atPath: url.path + "/" + name, withDestinationPath: to)
      }
    }
    #expect(try told(folder, "断.csv")?.contains("已不在") == true)
    #expect(try told(folder, "甲.csv") != nil)
    var options = Options()
    options.followsLinks = true
    let names = ["乙.csv", "应急演练记录.csv", "应急演练记录又名.csv", "断.csv", "甲.csv", "设置.csv"]
    for options in [Options(), options] { #expect(try Pipeline.check(folder.path, options).inputs.map(\.file).sorted() == names.sorted()) }
  }

  @Test("A device behind a link is not read") func device() throws {
    let folder = try folder { try FileManager.default.createSymbolicLink(atPath: $0.path + "/零.csv", withDestinationPath: "/dev/zero") }
    var options = Options()
    options.followsLinks = true
    #expect(try told(folder, "零.csv", options)?.contains("不是普通文件") == true)
  }

  @Test("A school's folder that is a link is named and not counted") func district() throws {
    let elsewhere = try TemporaryFolder(("应急演练记录.csv", Self.secret))
    let district = try TemporaryFolder()
    try district.write([
      (path: "甲/设置.csv", bytes: Data(TemporaryFolder.settings.utf8)), (path: "甲/应急演练记录.csv", bytes: Data(Self.drills.utf8)),
    ])
    try FileManager.default.createSymbolicLink(atPath: district.path + "/乙", withDestinationPath: elsewhere.path)
    let output = try TemporaryFolder()
    var options = Options(output: output.path)
    let closed = try Pipeline.district(district.path, options)
    #expect(closed.parts.compactMap(\.failure).count == 1 && closed.text.contains("--follow-links"))
    options.followsLinks = true
    #expect(try Pipeline.district(district.path, options).parts.allSatisfy { $0.failure == nil })
  }

  // MARK: Files that are none

  @Test(
    "Pipes are waited for nowhere", .timeLimit(.minutes(1)),
    arguments: ["a.csv", "文字/前言.md", "子/manifest.json", "问题清单.csv", "设置.txt"])
  func pipe(name: String) throws {
    let folder = try folder { url in
      let place = url.appending(path: name)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      #expect(mkfifo(place.path, 0o600) == 0)
    }
    let output = try TemporaryFolder()
    #expect(mkfifo(output.path + "/manifest.json", 0o600) == 0)
    #expect(try Pipeline.report(folder.path, Options(output: output.path)).summary.examination.rowsUsed == 1)
  }

  // MARK: Limits

  /// What is beyond a limit: a ledger with it in its last cell, or behind its header.
  private enum Excess: String, CaseIterable, Sendable {
    case longCell, longQuotedCell, wideRow, wideHeader

    var text: String {
      let head = "演练日期,演练类型,参加人数"
      let row = "\n2023-03-17,消防,"
      return switch self {
      case .longCell: head + row + String(repeating: "5", count: 300_000)
      case .longQuotedCell: head + row + "\"" + String(repeating: "五\n", count: 90_000) + "\""
      case .wideRow: head + row + "5" + String(repeating: ",", count: 20_000)
      case .wideHeader: head + String(repeating: ",", count: 2_000_000) + row + "5"
      }
    }

    var told: String {
      switch self {
      case .longCell, .longQuotedCell: "第2行有一格超过32767个字"
      case .wideRow: "第2行超过16384列"
      case .wideHeader: "第1行超过16384列"
      }
    }
  }

  @Test("Cells and rows that no spreadsheet program has", arguments: Excess.allCases) private func limits(_ excess: Excess) throws {
    let folder = try folder { try Data((excess.text + "\n").utf8).write(to: $0.appending(path: "演练二.csv")) }
    #expect(try told(folder, "演练二.csv")?.contains(excess.told) == true)
  }

  @Test("The longest cell Excel has is read") func longest() throws {
    let text = "演练日期,演练类型,参加人数,存在问题\n2023-05-12,地震,560,\(String(repeating: "长", count: 32_767))\n"
    let folder = try folder { try Data(text.utf8).write(to: $0.appending(path: "演练二.csv")) }
    #expect(try Pipeline.check(folder.path, Options()).rowsUsed == 2)
  }

  @Test("A passage of megabytes, or in no known encoding, is told") func passages() throws {
    let folder = try folder { url in
      let texts = url.appending(path: "文字")
      try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
      try Data(repeating: 0x61, count: 2_100_000).write(to: texts.appending(path: "前言.md"))
      try Data((0..<80).map { $0 % 2 }).write(to: texts.appending(path: "今后方向.md"))
    }
    #expect(try told(folder, "文字/前言.md")?.contains("2MB") == true)
    #expect(try told(folder, "文字/今后方向.md")?.contains("UTF-8") == true)
  }

  @Test("Folders in folders in folders") func deep() throws {
    let folder = try folder { url in
      let start = FileManager.default.currentDirectoryPath
      defer { #expect(chdir(start) == 0) }
      try FileManager.default.createDirectory(
        atPath: url.path + "/" + Array(repeating: "层", count: 60).joined(separator: "/"), withIntermediateDirectories: true)
    }
    let examination = try Pipeline.check(folder.path, Options())
    #expect(examination.findings.contains { $0.message.contains("超过24层") })
  }

  @Test("More files than any term has: the wrong folder was given") func many() throws {
    let folder = try folder { url in
      for number in 0...FolderWalk.most { #expect(FileManager.default.createFile(atPath: "\(url.path)/\(number).csv", contents: nil)) }
    }
    #expect(throws: HouqinError.tooManyFiles(folder.path, most: 20_000)) { try Pipeline.check(folder.path, Options()) }
  }

  @Test("Names of 255 bytes and names that are no text") func names() throws {
    let long = String(repeating: "演", count: 83) + ".csv"
    let folder = try folder { url in
      try Data(Self.secret.utf8).write(to: url.appending(path: long))
      #if os(Linux)
        let bytes = Array(url.path.utf8) + [0x2F, 0xB2, 0xC9, 0x2E, 0x63, 0x73, 0x76, 0]
        let file = bytes.withUnsafeBufferPointer { name in
          name.withMemoryRebound(to: CChar.self) { $0.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1 }
        }
        #expect(file >= 0)
        close(file)
      #endif
    }
    let examination = try Pipeline.check(folder.path, Options())
    #expect(examination.rowsUsed == 2)
    #if os(Linux)
      #expect(examination.findings.contains { $0.message.contains("名字的文字编码认不出来") })
    #endif
  }

  // MARK: Text that hides something

  @Test("Characters that turn text round or command a terminal stand in no list and on no terminal") func hidden() throws {
    let name = "演练\u{1B}[31m\u{202E}二.csv"
    let folder = try folder { url in
      let text = "演练日期,演练类型,参加人数\n2023-03-1\u{202E}7,消防\u{2066},五\u{1B}]0;题\u{7}\n"
      try Data(text.utf8).write(to: url.appending(path: name))
    }
    let output = try TemporaryFolder()
    let report = try Pipeline.report(folder.path, Options(output: output.path))
    #expect(report.summary.examination.findings.contains { $0.file == name && $0.row == 2 })
    for file in try files(in: output.url) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.unicodeScalars.contains { "\u{1B}\u{202E}\u{2066}\u{7}".unicodeScalars.contains($0) }, "\(file.path)")
    }
    let list = CheckReport(report.summary.examination).csv
    #expect(!list.contains("\u{202E}") && list.contains("\u{FFFD}"))
    let again = try Pipeline.report(folder.path, Options(output: output.path))
    #expect(again.kept == [] && again.comparison.count(.new) == 0)
    if HouqinProcess.isBuilt {
      for words in [["check", folder.path], ["report", folder.path, "--output", output.path], ["figures", folder.path]] {
        let run = try HouqinProcess.run(words, in: folder.url)
        #expect(!run.output.contains(0x1B) && !run.errors.contains(0x1B), "\(words)")
      }
    }
  }
}
