import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// A drill as a form: items beside their contents, one drill a file; domain §5.1, 83.
@Suite("Mess: forms") struct MessFormTests {
  private static let file = "3月消防演练.csv"

  private static let onePair = """
    春芽幼儿园应急演练记录表,
    演练时间,2023年3月17日上午9:30
    演练内容,消防疏散
    演练范围,全园
    应到人数,640
    参加人数,幼儿580、教师46
    疏散用时,1分50秒
    总指挥,王建国
    存在问题,个别班级下楼偏慢
    改进措施,再练一次
    演练总结,秩序较好

    """

  private static let twoPairs = """
    春芽幼儿园应急演练记录表,,,
    演练时间,2023年3月17日上午9:30,演练内容,消防疏散
    演练范围,全园,总指挥,王建国
    应到人数,640,参加人数,幼儿580、教师46
    疏散用时,1分50秒,存在问题,个别班级下楼偏慢
    改进措施,再练一次,演练总结,秩序较好

    """

  @Test("case 83: with one and with two pairs a line", arguments: [(onePair, 10, 6), (twoPairs, 5, 4)])
  func form(text: String, lines: Int, peopleLine: Int) throws {
    let mess = Mess((Self.file, text))
    let row = try #require(mess.rows("drills").first)
    #expect(mess.rows("drills").count == 1)
    #expect(row[Drills.date] == day(2023, 3, 17))
    #expect(row[Drills.kind] == .fire)
    #expect(row[Drills.scope]?.string == "全园")
    #expect([row[Drills.expected]?.value, row[Drills.people]?.value] == [640, 626])
    #expect(row[Drills.evacTime]?.value == 110)
    #expect(row[Drills.commander]?.strings == ["王建国"])
    #expect(row[Drills.review]?.string == "秩序较好")
    #expect(mess.findings == [])
    #expect(mess.repairs("drills") == ["sum \(peopleLine) 参加人数 “幼儿580、教师46” → “626”"])
    #expect(mess.classes(Self.file) == "title" + String(repeating: " data", count: lines))
    #expect(mess.examination.accounts[Self.file] == .init(data: lines, excluded: 0))
    #expect(try mess.summary().fraction("ST-DRL-04") == "626/640 = 97.8")
  }

  @Test("case 83: a finding names the line of its item", arguments: [(onePair, 6), (twoPairs, 4)])
  func place(text: String, line: Int) throws {
    let mess = Mess((Self.file, text.replacing("幼儿580、教师46", with: "若干")))
    #expect(mess.findings == ["GEN-007 error \(Self.file) \(line) 参加人数"])
    #expect(try #require(mess.rows("drills").first)[Drills.people] == nil)
  }

  @Test("case 83: a form of another term is left out whole", arguments: [(onePair, 10), (twoPairs, 5)])
  func outside(text: String, lines: Int) {
    let mess = Mess((Self.file, text.replacing("2023年3月17日", with: "2022年12月16日")))
    #expect(mess.findings.contains("GEN-005 warning \(Self.file) 2 演练时间"))
    #expect(mess.examination.accounts[Self.file] == .init(data: lines, excluded: lines))
  }

  @Test("case 83: without its title, with blank lines and a footnote") func notes() throws {
    let body = Self.onePair.split(separator: "\n").dropFirst().joined(separator: "\n")
    let mess = Mess((Self.file, body.replacing("总指挥", with: ",\n总指挥") + "\n记录人：何静怡,\n"))
    #expect(try #require(mess.rows("drills").first)[Drills.people]?.value == 626)
    #expect(mess.input(Self.file)?.counts?[.blank] == 1)
    #expect(mess.input(Self.file)?.counts?[.data] == 10)
    #expect(mess.findings == [])
  }

  @Test("case 83: several forms are several drills") func several() throws {
    let other = Self.twoPairs.replacing("2023年3月17日上午9:30", with: "2023-05-12").replacing("消防疏散", with: "地震")
    let mess = Mess((Self.file, Self.onePair), ("5月地震演练.csv", other), (MessSheet.drills.file, MessSheet.drills.text([])))
    #expect(try mess.summary().value("ST-DRL-01") == "3")
    #expect(mess.findings == [])
  }
}
