import Foundation
import Tabular
import Testing

@testable import Houqin

/// Long lists are read part by part; nobody may be able to tell.
@Suite("A list read part by part is the list read as a whole") struct SheetBlocksTests {
  private static let mark = "\u{FEFF}"
  private static let rows = (1...40).map { "\($0),甲\($0),“乙”\r\n" }.joined()

  /// What programs and people make of a list.
  private static let texts = [
    mark + "号,名,话\r\n" + rows,
    mark + "号,名,话\r\n" + rows + "41,\"一行\r\n二行，\"\"引\"\"\",完\r\n" + rows,
    mark + "号,名,话\r\n" + rows + "41,甲,没有换行",
    mark + "号,名,话\n" + rows.replacing("\r\n", with: "\n"),
    mark + "号,名,话\r\n1,甲,\"\r\n\r\n\"\r\n" + rows,
    mark + "号,名,话\r\n",
    mark + "号,名,话",
    mark,
    "",
    "号,名,话\r\n" + rows,
    mark + "号;名;话\r\n" + rows.replacing(",", with: ";"),
    mark + "sep=,\r\n号,名,话\r\n" + rows,
    mark + "号,名,话\r\n" + rows + "\r\n" + rows,
    mark + "号,名,话\r\n" + rows + "41,甲\r\n" + rows,
    mark + "号,名,话\r\n" + rows + "41,甲,\"没有完\r\n" + rows,
    mark + "号,名,话\r\n" + rows + "41,\"甲\"乙,丙\r\n" + rows,
    mark + "号,名,话\r\n" + rows + "41,他说\"好,丙\r\n" + rows + "42,再\"说,丙\r\n" + rows,
    mark + "号,名,话\r\n" + rows + "注：以上已核\r\n",
    mark + "号,名,话\r" + rows.replacing("\r\n", with: "\r"),
    mark + "号,名,话\r\n" + rows + "41,甲\u{0},丙\r\n" + rows,
  ]

  private static func cells(_ path: String, block: Int) -> [[String]]? {
    SheetBlocks.reduce(path, atMost: .max, block: block, into: [[String]]()) { rows, block in
      guard let more = block.map({ [sheet = block.sheet] _, fields in fields.map(sheet.string) }) else { return false }
      rows += more
      return true
    }
  }

  @Test("However long the parts are", arguments: texts.indices) func same(_ text: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write([(path: "表.csv", bytes: Data(Self.texts[text].utf8))])
    let path = folder.path + "/表.csv"
    let whole = TextDecoder.decode(Array(Self.texts[text].utf8)).map { Sheet($0) }.flatMap { sheet in
      sheet.recordCount == 0 ? nil : (1..<sheet.recordCount).filter { !sheet.isBlank($0) }.map { sheet.cells(of: $0) }
    }
    for block in Array(20...60) + [200, 1 << 20] { #expect(Self.cells(path, block: block) == whole, "\(block)") }
  }

  @Test("A character, a damaged byte at the edge of a part", arguments: 20...40) func damaged(block: Int) throws {
    let folder = try TemporaryFolder()
    var bytes = Array((Self.texts[0]).utf8)
    bytes[bytes.count / 2] = 0xFF
    try folder.write([(path: "表.csv", bytes: Data(bytes))])
    let sheet = Sheet(try #require(TextDecoder.decode(bytes)))
    #expect(Self.cells(folder.path + "/表.csv", block: block) == (1..<sheet.recordCount).map { sheet.cells(of: $0) })
  }

  @Test("Some records alone are the records they were") func alone() throws {
    let folder = try TemporaryFolder()
    try folder.write([(path: "表.csv", bytes: Data(Self.texts[1].utf8))])
    let rows = SheetBlocks.reduce(folder.path + "/表.csv", atMost: .max, block: 64, into: [[String]]()) { rows, block in
      let some = block.records.filter { block.sheet.cells(of: $0)[0].hasSuffix("1") }
      guard let sheet = block.only(some) else { return false }
      rows += (1..<sheet.recordCount).map { sheet.cells(of: $0) }
      return true
    }
    let numbers = ["1", "11", "21", "31"]
    #expect(rows?.map { $0[0] } == numbers + ["41"] + numbers)
    #expect(rows?[4] == ["41", "一行\r\n二行，\"引\"", "完"])
  }

  @Test("What is no plain file, or too long, is none") func refused() throws {
    let folder = try TemporaryFolder()
    try folder.write([(path: "表.csv", bytes: Data(Self.texts[0].utf8))])
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/链接.csv", withDestinationPath: "表.csv")
    for name in ["没有.csv", "链接.csv", "."] { #expect(Self.cells(folder.path + "/" + name, block: 64) == nil) }
    #expect(SheetBlocks.reduce(folder.path + "/表.csv", atMost: 10, into: 0) { _, _ in true } == nil)
  }
}

@Suite("Keys of findings are read as they are written") struct IssueKeyTests {
  @Test("And nothing else is a key") func texts() {
    for digest in [0, 1, 0xFF_FFFF_FFFF, 0x12_3456_789A] as [UInt64] {
      for count in [1, 2, 10, 141_000, 0xFF_FFFF] {
        let key = IssueKey(digest: digest, count: count)
        #expect(IssueKey(key.text) == key)
      }
    }
    #expect(IssueKey(digest: 0x12_3456_789A, count: 2).text == "CDFGHJKLMN-2")
    let ten = "BBBBBBBBBB"
    for text in ["", "BBBBBBBBB", "BBBBBBBBBA", "bbbbbbbbbb", ten + "B", ten + "-", ten + "-1", ten + "-02", ten + "-2 "] {
      #expect(IssueKey(text) == nil, "\(text)")
    }
  }
}
