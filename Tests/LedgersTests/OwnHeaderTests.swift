import LedgerKit
import Testing

@testable import Houqin

@Suite("The school's own words for columns")
struct OwnHeaderTests {
  private static func folder(_ rows: String, _ sheet: (String, String)) -> WorkFolderInMemory {
    WorkFolderInMemory(("列名.csv", "台账,标准列名,本单位列名\n\(rows)\n"), sheet)
  }

  private static let drills = ("演练.csv", "哪天,练什么,来了几个\n2023-03-17,消防,560\n")

  @Test("A sheet nobody would know is read") func recognized() throws {
    let rows = "应急演练记录,演练日期,哪天\n应急演练,演练类型,练什么\ndrills,参加人数,来了几个"
    #expect(WorkFolderInMemory(Self.drills).examination().inputs.first { $0.file == "演练.csv" }?.ledgerID == nil)
    let summary = try Self.folder(rows, Self.drills).figures()
    #expect(summary.examination.inputs.first { $0.file == "演练.csv" }?.ledgerID == "drills")
    #expect(summary.value("ST-DRL-01") == "1")
    #expect(!summary.examination.findings.contains { $0.file == "列名.csv" || $0.rule == "FIL-006" })
  }

  @Test("Findings name the header as it is written") func written() throws {
    let sheet = ("演练.csv", "演练日期,演练类型,来了几个\n2023-03-17,消防,若干\n")
    let finding = try #require(
      Self.folder("应急演练记录,参加人数,来了几个", sheet).examination().findings.first { $0.rule == "GEN-007" })
    #expect(finding.column == "来了几个")
  }

  @Test("The school's word goes before the program's: 签字 stands for who approved, not for whoever is lacking") func precedence() throws {
    let sheet = ("采购台账.csv", "采购日期,品名,数量,单价,金额,签字,采购人\n2023-03-08,胶带,10,12,120,王建国,李秀英\n")
    func lacking(_ examination: Examination) -> [String] {
      examination.findings.filter { $0.file == sheet.0 && $0.rule.hasPrefix("FIL") }.compactMap(\.message)
    }
    #expect(lacking(WorkFolderInMemory(sheet).examination()) != [])
    let own = lacking(Self.folder("物品采购台账,审批人,签字", sheet).examination())
    #expect(own.count == 1 && own.allSatisfy { $0.contains("验收人") })
  }

  @Test("On a combined sheet too") func combined() throws {
    let sheet = (
      "检查及隐患.csv", "检查日期,检查类型,检查部位,检查人,检查结果,存在问题,谁来改,整改期限,啥时改完,整改情况\n2023-03-06,月检查,大门,王建国、李秀英,存在隐患,门锁坏,吴建平,2023-03-10,2023-03-09,已整改\n"
    )
    let summary = try Self.folder("隐患整改台账,整改责任人,谁来改\n隐患整改台账,整改完成日期,啥时改完", sheet).figures()
    #expect(summary.fraction("ST-HAZ-04") == "1/1 = 100.0")
    #expect(!summary.examination.findings.contains { $0.rule == "FIL-006" || $0.rule == "HAZ-003" || $0.rule == "HAZ-005" })
  }

  @Test(
    "Mistakes are told and not adopted",
    arguments: [
      ("采够台账,采购日期,进货时间", "台账", "物品采购台账"), ("应急演练记录,演练日起,哪天", "标准列名", "演练日期"), ("应急演练记录,演练日期,", "本单位列名", "补填"),
      ("应急演练记录,演练日期,演练类型", "本单位列名", "另一列"), ("应急演练记录,演练日期,哪天\n应急演练记录,演练类型,哪天", "本单位列名", "前面已经说是"), (",演练日期,哪天", "台账", "补填"),
    ])
  func mistakes(rows: String, column: String, words: String) throws {
    let found = Self.folder(rows, Self.drills).examination().findings.filter { $0.rule == "SET-012" }
    #expect(found.map(\.column) == [column])
    #expect((try #require(found.first).message + (try #require(found.first).fix)).contains(words))
  }
}
