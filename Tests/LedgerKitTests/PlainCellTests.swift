import Testing

@testable import LedgerKit

@Suite("Cells read at a glance")
struct PlainCellTests {
  /// A day that stands in a text, with what stands before and behind it.
  private func read(_ text: String, _ days: inout PlainDays) -> Int64? {
    let bytes = Array("安全,\(text),月检查,户外场地".utf8)
    return bytes.withUnsafeBytes { days.read($0, 7..<7 + text.utf8.count) }
  }

  @Test(
    "Days as most are written",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2023-03-06", 19_422), ("2024-02-29", 19_782), ("2024-10-31", 20_027), ("2000-02-29", 11_016),
      ("9999-12-31", 2_932_896),
    ] as [(String, Int64)])
  func days(text: String, number: Int64) {
    var days = PlainDays()
    #expect(read(text, &days) == number)
    #expect(read(text, &days) == number)
  }

  @Test(
    "Everything else needs a closer look",
    arguments: [
      "2023-02-29", "1900-02-29", "2023-00-10", "2023-13-01", "2023-04-31", "2023-04-00", "2023-04-32", "0000-01-01", "2023/03/06",
      "2023.03.06", "2023-03/06", "2023-3-06x", "2023-3-6", "２023-03", "2023-03-0", "2023-03-060", "2023-03-0a", "2023-03-a1", "20a3-03-01",
      "食食食x",
    ])
  func notDays(text: String) {
    var days = PlainDays()
    #expect(read(text, &days) == nil)
    #expect(read("2023-03-06", &days) == 19_422)
    #expect(read(text, &days) == nil)
  }

  @Test("Months that share a place are told apart")
  func places() {
    var days = PlainDays()
    for _ in 0..<2 {
      // The years differ, or the first digit of the month is not one.
      #expect(read("2023-02-28", &days) == 19_416)
      #expect(read("2024-02-28", &days) == 19_781)
      #expect(read("2023-12-01", &days) == 19_692)
      #expect(read("2022-12-01", &days) == 19_327)
      #expect(read("2023-32-01", &days) == nil)
    }
  }

  private func names(_ cell: String) -> (names: [String], wereSorted: Bool)? {
    Array(cell.utf8).withUnsafeBytes { bytes in
      guard var plain = PlainNames(in: bytes) else { return nil }
      let wereSorted = plain.sort(in: bytes)
      return ((0..<plain.count).map { String(decoding: bytes[plain[$0]], as: UTF8.self) }, wereSorted)
    }
  }

  /// 孙 is E5 AD 99, 李 E6 9D 8E, 王 E7 8E 8B, 赵 E8 B5 B5.
  @Test(
    "Names parted by 、, sorted by their bytes and each once",
    arguments: [
      ("王建国", ["王建国"], true), ("李明、王建国", ["李明", "王建国"], true), ("王建国、李明", ["李明", "王建国"], false), ("李明、李明", ["李明"], false),
      ("李明、李明明", ["李明", "李明明"], true), ("李明明、李明", ["李明", "李明明"], false),
      ("赵海燕、王建国、李明、孙志强、王建国、李明", ["孙志强", "李明", "王建国", "赵海燕"], false),
      ("欧阳志强、赵海燕", ["欧阳志强", "赵海燕"], true),
      ("甲一、甲七、甲三、甲九、甲二、甲五、甲八、甲六", ["甲一", "甲七", "甲三", "甲九", "甲二", "甲五", "甲八", "甲六"], true),
    ] as [(String, [String], Bool)])
  func plainNames(cell: String, expected: [String], wereSorted: Bool) {
    let found = names(cell)
    #expect(found?.names == expected)
    #expect(found?.wereSorted == wereSorted)
  }

  @Test(
    "Cells of persons that need a closer look",
    arguments: [
      "", "王", "王建国、", "、王建国", "王建国、、李明", "王建国,李明", "王建国 李明", "王建国和李明", "王建国(代)", "王建国代李明", "已签", "见原件", "安全领导小组成员", "Wang", "王a国",
      "甲一、甲二、甲三、甲四、甲五、甲六、甲七、甲八、甲九",
    ])
  func notPlain(cell: String) { #expect(names(cell) == nil) }

  @Test("A cell is found by its bytes, short and long ones, as long as no other takes its place")
  func memory() {
    let cells = ["合格", "12个月", "户外场地、大型玩具", "常新文化用品有限公司", "大型玩具与体育器械、食堂、门厅", String(repeating: "食", count: 40)]
    let text = Array((cells + cells).joined(separator: ",").utf8)
    text.withUnsafeBytes { text in
      let memory = CellMemory(columns: 2, rows: 600)
      let ranges = text.split(separator: 0x2C).map { $0.startIndex..<$0.endIndex }
      for (number, range) in ranges.enumerated() {
        let place = memory[1].place(text, range)
        let known = memory[1].entry(at: place, text, range)
        #expect(known?.value == (number < cells.count ? nil : Int64(number - cells.count)))
        #expect(known?.repair == (number < cells.count ? nil : .width))
        #expect(memory[0].entry(at: memory[0].place(text, range), text, range) == nil)
        memory[1].remember(Int64(number), .width, at: place, text, range)
      }
    }
  }

  private func near<Answer>(_ cell: String, _ ask: (NearCell) -> Answer) -> Answer? {
    let text = Array((cell + "," + String(repeating: "食", count: 20)).utf8)
    return text.withUnsafeBytes { text in text.baseAddress.map { ask(NearCell(start: $0, count: cell.utf8.count)) } }
  }

  @Test(
    "Numbers of up to eight bytes, in millionths",
    arguments: [
      ("0", 0), ("7", 7_000_000), ("15", 15_000_000), ("12345678", 12_345_678_000_000), ("00000009", 9_000_000), ("9.91", 9_910_000),
      ("148.65", 148_650_000), ("0.5", 500_000), ("1.234567", 1_234_567), ("99999.99", 99_999_990_000), ("00012.50", 12_500_000),
      ("123456.7", 123_456_700_000), ("53.20", 53_200_000),
    ] as [(String, Int64)])
  func shortNumbers(cell: String, millionths: Int64) {
    #expect(near(cell, PlainNumber.short) == .some(Fixed(millionths: millionths)))
    #expect(PlainNumber.read(Array(cell.utf8).span) == Fixed(millionths: millionths))
  }

  @Test(
    "No such numbers",
    arguments: [
      "123456789", "1234567.5", "-5", "+5", ".5", "5.", ".", "1.2.3", "1..2", "1,234", "12元", "１２", " 5", "5 ", "1/2", "1:2", "1e5", "0x1F",
      "a", "1\u{0}",
      "1.\u{0}",
    ])
  func noShortNumbers(cell: String) { #expect(near(cell, PlainNumber.short) == .some(nil)) }

  @Test("A short cell is found at a glance if it was read as it is typed, and so is another that shares its place")
  func glances() {
    let cells = (0..<40).map { "食堂\($0)号仓库" } + ["合格", "大型玩具与体育器械及ab", "大型玩具与体育器械及其"]
    let text = Array((cells.joined(separator: ",") + "," + String(repeating: "食", count: 20)).utf8)
    text.withUnsafeBytes { text in
      // Sixteen places for forty cells.
      let (narrow, wide) = (CellMemory(columns: 1, rows: 8), CellMemory(columns: 1, rows: 600))
      let ranges = text.split(separator: 0x2C).dropLast().map { $0.startIndex..<$0.endIndex }
      let glance = { (memory: CellMemory, range: Range<Int>) -> Int64? in
        text.baseAddress.flatMap { memory[0].value(NearCell(start: $0 + range.lowerBound, count: range.count)) }
      }
      for (number, range) in ranges.enumerated() {
        for memory in [narrow, wide] {
          #expect(glance(memory, range) == nil)
          memory[0].remember(Int64(number), number == 40 ? .meaning : nil, at: memory[0].place(text, range), text, range)
        }
        // 合格 is owed to a repair; the last cell has 33 bytes.
        #expect(glance(narrow, range) == (number < 40 || number == 41 ? Int64(number) : nil))
      }
      let known = ranges.indices.filter { glance(narrow, ranges[$0]) != nil }
      #expect(known.count <= 16 && known.allSatisfy { glance(narrow, ranges[$0]) == Int64($0) })
      #expect(ranges.indices.count { glance(wide, ranges[$0]) == Int64($0) } >= 38)
    }
  }
}
