import Foundation
import Testing

@testable import Houqin

@Suite("Not CSV at all: named with the remedy, the rest of the folder is read")
struct OddFilesTests {
  private static let drills = "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"

  /// What the one finding of FIL-001, FIL-002 or FIL-007 about a file says, beside a ledger that must be read all the same.
  private static func told(_ name: String, _ make: (URL) throws -> Void) throws -> (
    rule: String, severity: String, message: String, fix: String
  )? {
    let folder = try TemporaryFolder(("应急演练记录.csv", drills))
    try make(folder.url.appending(path: name))
    let examination = try Pipeline.check(folder.path, Options())
    #expect(examination.accounts["应急演练记录.csv"] == Examination.Account(data: 1, excluded: 0))
    let findings = examination.findings.filter { $0.file == name && $0.rule.hasPrefix("FIL") }
    #expect(findings.count == 1, "\(findings.map(\.message))")
    return findings.first.map { ($0.rule, $0.severity.rawValue, $0.message, $0.fix) }
  }

  private static func bytes(_ name: String, _ content: [UInt8]) throws -> (rule: String, severity: String, message: String, fix: String)? {
    try told(name) { try Data(content).write(to: $0) }
  }

  @Test(
    "By content or name",
    arguments: [
      ("采购台账.xlsx", [0x50, 0x4B, 0x03, 0x04, 20, 0, 6, 0], "FIL-001", "error", "另存为"),
      ("采购台账.csv", [0x50, 0x4B, 0x03, 0x04, 20, 0, 6, 0], "FIL-001", "error", "另存为"),
      ("采购台账.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "FIL-001", "error", "另存为"),
      ("采购台账.et", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "FIL-001", "error", "另存为"),
      ("采购导出.xls", Array("<html><table><tr><td>采购日期</td></tr></table></html>".utf8), "FIL-001", "error", "另存为"),
      ("采购导出.csv", Array("  <TABLE><tr><td>采购日期</td></tr></TABLE>".utf8), "FIL-001", "error", "另存为"),
      ("通知.pdf", Array("%PDF-1.7\n".utf8), "FIL-001", "warning", "移走"), ("照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0], "FIL-001", "warning", "移走"),
      ("压缩.zip", [0x50, 0x4B, 0x03, 0x04, 20, 0], "FIL-001", "warning", "另存为"),
      ("隐患台账.csv.bak", Array(drills.utf8), "FIL-001", "warning", "移走"),
      ("采购.csv.crdownload", Array(drills.utf8), "FIL-001", "warning", "移走"), ("空.csv", [], "FIL-007", "warning", "重新导出"),
      ("全角.csv", Array("采购日期，品名，数量，金额\n2023-03-08，胶带，12，42\n2023-03-09，纸，4，80\n".utf8), "FIL-002", "error", "半角"),
    ] as [(String, [UInt8], String, String, String)])
  func named(name: String, content: [UInt8], rule: String, severity: String, remedy: String) throws {
    let told = try #require(try Self.bytes(name, content))
    #expect(told.rule == rule && told.severity == severity, "\(told)")
    #expect(told.fix.contains(remedy))
  }

  @Test("A pipe is not opened") func pipe() throws {
    let told = try #require(try Self.told("管道.csv") { #expect(mkfifo($0.path, 0o600) == 0) })
    #expect(told.rule == "FIL-001" && told.message.contains("不是普通文件"))
  }

  @Test("A folder named like a file is told, and what lies in it is read") func folder() throws {
    let folder = try TemporaryFolder()
    try folder.write([(path: "演练.csv/应急演练记录.csv", bytes: Data(Self.drills.utf8))])
    let examination = try Pipeline.check(folder.path, Options())
    #expect(examination.findings.contains { $0.file == "演练.csv" && $0.rule == "FIL-001" && $0.severity == .warning })
    #expect(examination.accounts["演练.csv/应急演练记录.csv"] == Examination.Account(data: 1, excluded: 0))
  }

  @Test("A file of four gigabytes is not read", .timeLimit(.minutes(1))) func huge() throws {
    let told = try #require(
      try Self.told("巨大.csv") { url in
        #expect(FileManager.default.createFile(atPath: url.path, contents: nil))
        // Sparse: it takes no room on the disk.
        #expect(truncate(url.path, 4_294_967_296) == 0)
      })
    #expect(told.rule == "FIL-001" && told.message.contains("太大"))
  }

  @Test("A file nobody may read is named", .enabled(if: getuid() != 0, "the superuser may read everything")) func forbidden() throws {
    let told = try #require(
      try Self.told("保密.csv") { url in
        try Data(Self.drills.utf8).write(to: url)
        #expect(chmod(url.path, 0) == 0)
      })
    #expect(told.rule == "FIL-001" && told.message.contains("没有权限"))
  }

  @Test(
    "Lock and system files are ignored silently", arguments: ["~$采购台账.xlsx", ".~lock.采购台账.csv#", ".DS_Store", "desktop.ini", "Thumbs.db"])
  func ignored(name: String) throws {
    let folder = try TemporaryFolder(("应急演练记录.csv", Self.drills))
    try Data([1, 2, 3]).write(to: folder.url.appending(path: name))
    #expect(try Pipeline.check(folder.path, Options()).inputs.map(\.file) == ["应急演练记录.csv", "设置.csv"])
  }

  @Test(
    "Text of another script's encoding is not read as Chinese nonsense without a warning",
    arguments: [
      (
        String.Encoding(rawValue: 0x8000_0A03), "Big5",
        "檢查日期,檢查類型,檢查部位,檢查人,檢查結果\n2023-03-06,月檢查,廚房與餐廳,陳建國、林秀英,正常\n2023-03-13,月檢查,樓梯走廊,陳建國、林秀英,燈具損壞\n"
      ),
      (String.Encoding.shiftJIS, "Shift-JIS", "点検日,点検場所,点検者,結果\n2023-03-06,調理室とホール,さとう、すずき,いじょうなし\n2023-03-13,ろうか,たなか,あんぜんかくにん\n"),
    ])
  func otherEncodings(encoding: String.Encoding, title: String, text: String) throws {
    let bytes = try #require(text.data(using: encoding))
    let told = try #require(try Self.bytes("點檢.csv", [UInt8](bytes)))
    #expect(told.rule == "FIL-001" && told.message.contains(title), "\(told)")
  }
}
