import LedgerKit
import Ledgers
import Testing

@testable import Houqin

@Suite("Drill figures, small cases")
struct DrillFigureTests {
  @Test("A drill entered class by class is one drill: people summed, the longest time (DRL-101)") func perClass() throws {
    let text = """
      演练日期,演练类型,演练范围,开始时间,应到人数,参加人数,疏散用时
      2023-03-17,消防,大一班,9:30,30,28,2分10秒
      2023-03-17,消防,大二班,9:30,30,30,2分40秒
      2023-03-17,消防,中一班,9:30,28,27,1分50秒
      2023-05-12,地震,全园,10:00,560,540,3分20秒

      """
    let summary = try WorkFolderInMemory(("应急演练记录.csv", text)).figures()
    #expect(summary.value("ST-DRL-01") == "2")
    #expect(summary.groups("ST-DRL-01.kind") == ["地震 1", "消防疏散 1"] || summary.groups("ST-DRL-01.kind") == ["消防疏散 1", "地震 1"])
    #expect(summary.value("ST-DRL-02") == "2")
    #expect(summary.value("ST-DRL-03") == "625")
    // (28 + 30 + 27 + 540) ÷ (30 + 30 + 28 + 560)
    #expect(summary.fraction("ST-DRL-04") == "625/648 = 96.5")
    #expect(summary.rows("ST-DRL-01") == [4, 0])
  }

  @Test("Another start or another kind is another drill") func starts() throws {
    let text = """
      演练日期,演练类型,演练范围,开始时间,参加人数
      2023-03-17,消防,全园,9:30,560
      2023-03-17,消防,全园,15:00,550
      2023-03-17,地震,全园,9:30,555

      """
    let summary = try WorkFolderInMemory(("应急演练记录.csv", text)).figures()
    #expect(summary.value("ST-DRL-01") == "3")
    #expect(summary.value("ST-DRL-03") == "1665")
  }

  @Test("反恐防暴, 食物中毒 and 灭火器实操 are drills, but not evacuations", arguments: ["反恐防暴", "食物中毒", "灭火器实操", "防溺水"])
  func notEvacuation(kind: String) throws {
    let summary = try WorkFolderInMemory(("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,\(kind),560\n")).figures()
    #expect([summary.value("ST-DRL-01"), summary.value("ST-DRL-02")] == ["1", "0"])
  }

  @Test("Times of the whole school, first and last of a kind, without causal words") func times() throws {
    let text = """
      演练日期,演练类型,演练范围,参加人数,疏散用时
      2023-03-17,消防,全园,560,3分20秒
      2023-05-12,地震,大班,190,1分52秒
      2023-06-09,消防,全园,550,168秒

      """
    let summary = try WorkFolderInMemory(("应急演练记录.csv", text)).figures()
    // (200 + 168) ÷ 2; the drill of the upper classes alone is not compared with those of everyone.
    #expect(summary.fraction("ST-DRL-05") == "368/2 = 184")
    #expect(summary.figure("ST-DRL-05")?.text == "3分4秒")
    #expect([summary.value("ST-DRL-05.min"), summary.value("ST-DRL-05.max"), summary.value("ST-DRL-05.n")] == ["168", "200", "2"])
    #expect(summary.value("ST-DRL-06") == "-32")
    #expect(summary.figure("ST-DRL-06")?.text == "减少32秒（消防疏散）")
  }

  @Test("One drill of a kind cannot be compared") func single() throws {
    let text = "演练日期,演练类型,演练范围,参加人数,疏散用时\n2023-03-17,消防,全园,560,3分20秒\n2023-05-12,地震,全园,550,2分\n"
    let summary = try WorkFolderInMemory(("应急演练记录.csv", text)).figures()
    #expect(summary.figure("ST-DRL-06")?.state == .noDenominator)
    #expect(summary.figure("ST-DRL-06")?.text == "—")
  }

  @Test("More came than should have: the drill counts, its people do not (DRL-003)") func tooMany() throws {
    let text = "演练日期,演练类型,应到人数,参加人数\n2023-03-17,消防,620,668\n2023-05-12,地震,620,600\n"
    let summary = try WorkFolderInMemory(("应急演练记录.csv", text)).figures()
    #expect(summary.value("ST-DRL-01") == "2")
    #expect(summary.value("ST-DRL-03") == "600")
    #expect(summary.fraction("ST-DRL-04") == "600/620 = 96.8")
    #expect(summary.rows("ST-DRL-03") == [1, 1])
  }

  @Test("Who should have come to a drill of the whole school is in the settings, if not on the sheet") func expected() throws {
    let settings = WorkFolderInMemory.settings + "幼儿数,500\n教职工数,60\n"
    let text = "演练日期,演练类型,演练范围,参加人数\n2023-03-17,消防,全园,546\n2023-05-12,地震,大班,90\n"
    let summary = try WorkFolderInMemory(("设置.csv", settings), ("应急演练记录.csv", text)).figures()
    #expect(summary.fraction("ST-DRL-04") == "546/560 = 97.5")
  }

  @Test("Reviewed, or problems met with improvements (ST-DRL-07)") func reviewed() throws {
    let text = """
      演练日期,演练类型,参加人数,存在问题,改进措施,演练总结
      2023-03-17,消防,560,,,疏散有序
      2023-04-13,反恐防暴,560,个别班级拥挤,错峰下楼,
      2023-05-12,地震,560,个别班级拥挤,,
      2023-06-09,消防,560,,,

      """
    let summary = try WorkFolderInMemory(("应急演练记录.csv", text)).figures()
    #expect(summary.fraction("ST-DRL-07") == "2/4 = 50.0")
  }
}
