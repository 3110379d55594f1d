#if os(Linux)
  import Foundation
  import Tabular
  import Testing

  @Suite("Files looked at where they lie")
  struct MappedFileTests {
    /// A file of its own, gone with the test.
    private final class File {
      let path = FileManager.default.temporaryDirectory.appending(path: "houqin-mapped-" + UUID().uuidString).path

      init(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

      func append(_ bytes: [UInt8]) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
      }

      deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    /// What stays of a file after it was closed.
    private static func map(_ path: String, size: Int, skipping skipped: Int) -> MappedFile? {
      let file = open(path, O_RDONLY)
      defer { close(file) }
      return MappedFile(file, size: size, skipping: skipped)
    }

    /// Some pages and a bit.
    private static let content = (0..<20_003).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }

    @Test("The bytes are the file's, but for those skipped", arguments: [0, 3, 5000]) func bytes(skipped: Int) throws {
      let file = try File(Self.content)
      let mapped = try #require(Self.map(file.path, size: 20_003, skipping: skipped))
      let bytes = TextBytes(mapped)
      #expect(bytes.count == 20_003 - skipped)
      #expect(Array(bytes) == Array(Self.content[skipped...]))
      #expect(bytes == TextBytes(Array(Self.content[skipped...])))
      #expect(bytes.withSpan(of: 4000..<4003) { [$0[0], $0[1], $0[2]] } == Array(Self.content[skipped + 4000..<skipped + 4003]))
    }

    @Test("What was let go is there again", arguments: [nil, 0..<20_000, 5000..<15_000, 17..<18, 0..<0])
    func letGo(range: Range<Int>?) throws {
      let file = try File(Self.content)
      let bytes = TextBytes(try #require(Self.map(file.path, size: 20_003, skipping: 3)))
      #expect(Array(bytes) == Array(Self.content[3...]))
      bytes.letGo(range)
      #expect(Array(bytes) == Array(Self.content[3...]))
    }

    @Test("A file of another size, or none at all, is not taken", arguments: [0, 3, 20_002, 20_004]) func otherSize(size: Int) throws {
      let file = try File(Self.content)
      #expect(Self.map(file.path, size: size, skipping: 3) == nil)
      #expect(Self.map(file.path + "-", size: 20_003, skipping: 3) == nil)
    }

    @Test("A file that was written to is told from one that was not") func changes() throws {
      let file = try File(Self.content)
      let bytes = TextBytes(try #require(Self.map(file.path, size: 20_003, skipping: 0)))
      #expect(bytes.areUnchanged)
      try file.append([65])
      #expect(!bytes.areUnchanged)
      #expect(bytes.count == 20_003)
    }

    @Test("A file that another one takes the place of stays as it was read") func replaced() throws {
      let file = try File(Self.content)
      let bytes = TextBytes(try #require(Self.map(file.path, size: 20_003, skipping: 0)))
      try Data([65]).write(to: URL(fileURLWithPath: file.path), options: .atomic)
      #expect(Array(bytes) == Self.content && bytes.areUnchanged)
    }

    @Test("Text in a file is decoded as text in memory", arguments: ["采购日期,物品名称\n2023-03-01,“大米”\n", "日期,内容\r\n", "a,b\n\"x\"\"y\",3\n"])
    func decoded(text: String) throws {
      let file = try File([0xEF, 0xBB, 0xBF] + Array(text.utf8))
      let mapped = try #require(Self.map(file.path, size: text.utf8.count + 3, skipping: 3))
      let (there, here) = (TextDecoder.decode(afterMark: TextBytes(mapped)), TextDecoder.decode(afterMark: TextBytes(Array(text.utf8))))
      let sheets = (Sheet(try #require(there)), Sheet(try #require(here)))
      #expect(there?.encoding == .utf8BOM && here?.encoding == .utf8BOM)
      #expect(sheets.0.recordCount == sheets.1.recordCount)
      for record in 0..<sheets.1.recordCount { #expect(sheets.0.cells(of: record) == sheets.1.cells(of: record)) }
    }

    /// Characters of every length, quotes across lines, damage, NULs, GB18030 and nothing but the middles of characters.
    private static let texts: [[UInt8]] = [
      Array("采购日期,物品名称\n2023-03-01,“大米”é😀\n\"多\n行\",甲\"乙\r\n".utf8), Array("a,b,c\n1,2,3\n\"4,5,6\n7,8,9\n".utf8),
      Array("日期,内容\n".utf8) + [0xE9, 0x87, 0x2C, 0xF0, 0x9F, 0x98, 0x0A] + Array(String(repeating: "采购,台账\n", count: 40).utf8),
      Array("日\0期,内\0容\n".utf8), [0xB2, 0xC9, 0xB9, 0xBA, 0x2C, 0xC8, 0xD5, 0xC6, 0xDA, 0x0A], Array(repeating: 0x80, count: 300), content,
    ]

    @Test("In pieces of any size, text is decoded and divided as it is whole", arguments: [1, 2, 3, 4, 7, 64, 4096], texts.indices)
    func pieces(size: Int, text: Int) throws {
      let bytes = Self.texts[text]
      let file = try File(bytes)
      let mapped = try #require(Self.map(file.path, size: bytes.count, skipping: 0))
      let (there, here) = (TextDecoder.decode(TextBytes(mapped, pieceSize: size)), TextDecoder.decode(bytes))
      #expect(there?.encoding == here?.encoding && there?.utf8 == here?.utf8 && there?.damage == here?.damage)
      guard let there, let here else { return }
      let sheets = (Sheet(there), Sheet(here))
      #expect(sheets.0.anomalies == sheets.1.anomalies && sheets.0.recordCount == sheets.1.recordCount)
      for record in 0..<sheets.1.recordCount { #expect(sheets.0.cells(of: record) == sheets.1.cells(of: record)) }
    }
  }
#endif
