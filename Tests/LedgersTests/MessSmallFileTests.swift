import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// The annotated file of domain §5.2, all ordinary defects at once.
@Suite("Mess: the small typical file of domain §5.2") struct MessSmallFileTests {
  private static let file = "安全检查及隐患整改记录.csv"

  private static let text = """
    春芽幼儿园安全检查及隐患整改记录表,,,,,,,,
    检查组：安全领导小组,,,,,,填表人：王某,,2023.3
    序号,检查日期,检查类型,检查部位,存在问题,整改措施,责任人,整改期限,整改情况,复查人
    1,2023.3.6,月检查,食堂,"1.灭火器压力不足
    2.留样冰箱温度计损坏",更换,吴某,一周内,已整改（3.10）,陈某
    2,,,户外大型玩具,无,/,/,/,/,〃
    3,3月8日,专项检查（燃气）,燃气间,无,—,—,—,正常,陈某、李某
    4,２０２３－０３－１４,月检查,走廊,应急灯不亮,报修,同上,3.20,整改中,
    合计,,,发现隐患3处,,,,,,
    注：3月未发生安全事故,,,,,,,,

    """

  private static let split = Mess((file, text))
  private static let whole = Mess((file, text), settings: ["编号的多个问题分开计,否"])

  @Test("Four rows, Excel's 4 to 7") func rows() throws {
    let mess = Self.split
    #expect(mess.classes(Self.file) == "title title header data data data data total note")
    let rows = mess.rows("inspections")
    #expect(rows.map(\.number) == [4, 5, 6, 7])
    #expect(rows.map { $0[Inspections.date] } == [6, 6, 8, 14].map { day(2023, 3, $0) })
    #expect(rows.map { $0[Inspections.type]?.kind } == [.monthly, .monthly, .special, .monthly])
    #expect(rows.map { $0[Inspections.area]?.string } == ["食堂", "户外大型玩具", "燃气间", "走廊"])
    #expect(rows.map { $0.isEmpty(Inspections.problem) } == [false, true, true, false])
    #expect(mess.examination.accounts[Self.file] == .init(data: 4, excluded: 0))
  }

  @Test("The group above the header inspected, which an info says") func group() throws {
    #expect(Self.split.rows("inspections").map { $0[Inspections.inspectors]?.strings } == Array(repeating: ["安全领导小组"], count: 4))
    #expect(Self.split.examination.findings.contains { $0.severity == .info && $0.message.contains("安全领导小组") })
  }

  @Test("Two monthly inspections and one of the gas") func inspections() throws {
    let summary = try Self.split.summary()
    #expect(summary.value("ST-INS-01") == "3")
    #expect(summary.value("ST-INS-02") == "4")
    let rows = Self.split.rows("inspections").filter { $0[Inspections.type]?.kind == .special }
    #expect(rows.map { Self.split.rows("inspections").first?.table.lexicon.string(Inspections.topicID(of: $0)) } == ["燃气"])
  }

  @Test("Three hazards, the numbered ones apart") func hazards() throws {
    let rows = Self.split.rows("hazards")
    #expect(rows.map(\.number) == [4, 4, 7])
    #expect(rows.map { $0[Hazards.desc]?.string } == ["灭火器压力不足", "留样冰箱温度计损坏", "应急灯不亮"])
    #expect(rows.map { $0[Hazards.foundOn] } == [6, 6, 14].map { day(2023, 3, $0) })
    #expect(rows.map { $0[Hazards.due] } == [13, 13, 20].map { day(2023, 3, $0) })
    #expect(rows.map { $0[Hazards.fixedOn] } == [day(2023, 3, 10), day(2023, 3, 10), nil])
    #expect(rows.map { $0[Hazards.status] } == [.closed, .closed, .partial])
    #expect(rows.map { $0[Hazards.reviewer]?.strings } == [["陈某"], ["陈某"], nil])
    #expect(rows.map { $0[Hazards.owner]?.strings } == [["吴某"], ["吴某"], nil])
    #expect(try Self.split.summary().fraction("ST-HAZ-03") == "2/3 = 66.7")
    #expect(try Self.split.summary().value("ST-HAZ-07") == "1")
  }

  @Test("What is told, place by place") func findings() {
    let told = Self.split.findings.filter { !$0.contains("FIL-003 info") }
    #expect(
      told == [
        "GEN-021 info \(Self.file) 4 存在问题", "GEN-003 info \(Self.file) 6 检查日期", "GEN-003 info \(Self.file) 7 整改期限",
        "GEN-013 error \(Self.file) 7 责任人", "GEN-020 info \(Self.file) 7 检查日期", "HAZ-012 error \(Self.file) 7 整改期限",
      ])
  }

  @Test("What was repaired") func repairs() {
    let inspections = [
      "merged 5 检查日期 “” → “2023-03-06”", "merged 5 检查类型 “” → “月检查”", "year 6 检查日期 “3月8日” → “2023-03-08”",
      "width 7 检查日期 “２０２３－０３－１４” → “2023-03-14”",
    ]
    #expect(Set(Self.split.repairs("inspections")) == Set(inspections))
    let hazards = [
      "deadline 4 整改期限 “一周内” → “2023-03-13”", "found 4 ", "split 4 存在问题", "year 7 整改期限 “3.20” → “2023-03-20”",
    ]
    for start in hazards { #expect(Self.split.repairs("hazards").contains { $0.hasPrefix(start) }, "\(start)") }
  }

  @Test("The total of three agrees only with the problems apart") func total() throws {
    #expect(!Self.split.findings.contains { $0.hasPrefix("FIL-011") })
    #expect(Self.whole.rows("hazards").map(\.number) == [4, 7])
    #expect(try Self.whole.summary().value("ST-HAZ-01") == "2")
    #expect(Self.whole.findings.contains { $0.hasPrefix("FIL-011 error \(Self.file) 8") })
  }

  @Test("The note is no evidence of anything") func note() {
    #expect(!Self.split.examination.findings.contains { $0.row == 9 })
  }
}
