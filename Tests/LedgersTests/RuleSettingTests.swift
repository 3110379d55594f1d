import LedgerKit
import Testing

@testable import Houqin
@testable import Ledgers

/// 规则.csv with one purchase without approval (PUR-004, error) and one bad count in a drill (GEN-002, error).
@Suite("Rules switched and changed")
struct RuleSettingTests {
  private static func folder(_ rows: String, header: String = "规则,启用,级别,参数,值,说明") -> WorkFolderInMemory {
    WorkFolderInMemory(
      ("规则.csv", "\(header)\n\(rows)\n"),
      ("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,10,12,120,,李秀英,赵海燕\n"),
      ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n2023-05-12,地震,-5\n"))
  }

  private static func level(_ id: String, in examination: Examination) -> Rule.Severity? {
    examination.findings.first { $0.rule == id }?.severity
  }

  @Test(
    "A row holds as far as it can be understood",
    arguments: [
      ("PUR-004,否,,,,小额采购另有登记", nil, []), ("PUR-004,停用,,,,小额采购另有登记", nil, []), ("pur004,0,,,,小额采购另有登记", nil, []),
      ("ＰＵＲ－００４,×,,,,小额采购另有登记", nil, []), ("PUR-004,,提示,,,小额采购另有登记", .info, []), ("PUR-004,是,警告,,,小额采购另有登记", .warning, []),
      ("PUR-004,,错误,,,", .error, []), ("PUR-004,是,,,,", .error, []), ("PUR-004,,,,,", .error, []),
      // What cannot be understood changes nothing and is said.
      ("PUR-004,否,,,,", .error, ["SET-008"]), ("PUR-004,,提示,,,", .error, ["SET-008"]), ("PUR-004,否,,,,无", .error, ["SET-008"]),
      ("PUR-04,否,,,,小额采购另有登记", .error, ["SET-005"]), (",否,,,,小额采购另有登记", .error, ["SET-005"]),
      ("PUR-004,也许,,,,小额采购另有登记", .error, ["SET-007"]), ("PUR-004,,轻微,,,小额采购另有登记", .error, ["SET-007"]),
      ("PUR-004,,提示,,,甲\nPUR-004,,警告,,,乙", .info, ["SET-007"]), ("PUR-004,,,限额,500,", .error, ["SET-006"]),
      ("PUR-004,,,,500,", .error, ["SET-006"]), ("SET-008,否,,,,不想看\nPUR-004,否,,,,", .error, ["SET-007", "SET-008"]),
    ] as [(String, Rule.Severity?, [String])])
  func rows(rows: String, level: Rule.Severity?, told: [String]) {
    let examination = Self.folder(rows).examination()
    #expect(Self.level("PUR-004", in: examination) == level)
    #expect(examination.findings.map(\.rule).filter { $0.hasPrefix("SET") } == told)
  }

  @Test("A mistake is told at its cell with what was probably meant") func remedies() throws {
    let found = Self.folder("PUR-0004,否,,,,另有登记\nPUR-004,,一般,,,另有登记").examination().findings.filter { $0.file == "规则.csv" }
    #expect(found.map(\.place) == ["规则.csv 第2行〔规则〕“PUR-0004”", "规则.csv 第3行〔级别〕“一般”"])
    #expect(try #require(found.first).fix.contains("打错了？是不是 PUR-004？"))
    #expect(try #require(found.last).fix.contains("错误"))
  }

  @Test("Other headers and other columns' order") func headers() {
    let examination = Self.folder("小额采购另有登记,PUR-004,停用", header: "理由,规则编号,是否启用").examination()
    #expect(Self.level("PUR-004", in: examination) == nil)
    #expect(examination.changes.map(\.text) == ["停用"])
  }

  @Test("It is a settings table, never data") func isSetting() {
    let examination = Self.folder("PUR-004,否,,,,另有登记").examination()
    #expect(examination.inputs.first { $0.file == "规则.csv" }?.ledgerID == "rules")
    #expect(!examination.ledgerFiles.contains { $0.file == "规则.csv" })
  }

  @Test("An error lowered no longer keeps its cell out of the figures") func lowered() throws {
    #expect(try Self.folder("").figures().rows("ST-DRL-03") != (try Self.folder("GEN-010,,警告,,,退场人数").figures().rows("ST-DRL-03")))
  }

  @Test("What does not speak to a school says nothing there", arguments: [("幼儿园", false), ("小学", true)])
  func schools(stage: String, speaks: Bool) {
    let settings = WorkFolderInMemory.settings.replacing("学段,幼儿园", with: "学段,\(stage)")
    let folder = WorkFolderInMemory(("设置.csv", settings), ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防疏散,560\n"))
    #expect(folder.examination().findings.contains { $0.rule == "COV-004" } == speaks)
    #expect(folder.examination().findings.contains { $0.rule == "COV-005" } == !speaks)
  }

  @Test("A parameter reaches its rule", arguments: Catalog.rules.filter { !$0.parameters.isEmpty }.map(\.id))
  func parameter(_ id: String) throws {
    let rule = try #require(Catalog.rule(id))
    for parameter in rule.parameters {
      let folder = Self.folder("\(id),,,\(parameter.name),\(parameter.text(parameter.standard + Fixed(1))),本园规定")
      let scope = try #require(folder.examination().books).scope
      #expect(scope[parameter] == parameter.standard + Fixed(1))
      #expect(Self.folder("\(id),,,\(parameter.name),若干,").examination().findings.contains { $0.rule == "SET-006" })
    }
  }
}
