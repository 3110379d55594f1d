import LedgerKit
import Ledgers
import Testing

@Suite("Which ledger a sheet is, domain §1.0")
struct ReadingRecognitionTests {
  private static let inspections = "检查日期,检查类型,检查部位,检查内容,检查人,检查结果,存在问题"
  private static let hazards = "排查日期,隐患部位,隐患描述,隐患等级,整改措施,责任人,整改期限,整改完成日期,整改情况,复查人"
  private static let purchases = "申购日期,申购人,审批人,采购日期,品名,数量,单价,金额,供应商,采购人,发票号,验收人,入库日期"
  private static let receipts = "进货日期,食品名称,数量,单价,金额,生产日期,保质期,供货商,索证情况,检疫证明,感官性状,验收结果,验收人"
  private static let drills = "演练时间,演练内容,参加对象,参加人数,疏散用时,总指挥,存在问题,改进措施"

  @Test(
    "By its headers alone",
    arguments: [
      (inspections, "inspections"), (hazards, "hazards"), (purchases, "purchases"), (receipts, "food_receipts"), (drills, "drills"),
    ])
  func headersAlone(header: String, id: String) {
    #expect(recognize([header]).summary == id)
  }

  @Test(
    "The combined form is an inspection sheet, decision 12",
    arguments: [
      "序号,检查日期,检查类型,检查部位,存在问题,整改措施,责任人,整改期限,整改情况,复查人", "检查日期,检查部位,检查人,检查结果,存在问题,隐患等级,整改措施,责任人,完成日期,整改情况",
    ])
  func combined(header: String) {
    #expect(recognize([header]).summary == "inspections")
    #expect(recognize([header], file: "3月安全检查及隐患整改记录.csv").summary == "inspections")
  }

  @Test("A sheet of hazards alone is no inspection sheet", arguments: ["工作簿1.csv", "隐患台账.csv", "2023年春季隐患排查整改台账(1).csv"])
  func pureHazards(file: String) {
    #expect(recognize([Self.hazards], file: file).summary == "hazards")
    #expect(recognize(["发现日期,部位,隐患内容,整改措施,整改人,完成时间,整改结果"], file: file).summary == "hazards")
  }

  @Test(
    "Purchases and deliveries of food share many headers",
    arguments: [
      ("采购日期,品名,数量,单位,单价,金额,供应商,采购人,验收人,审批人,申购人", "purchases"), ("采购日期,物品名称,规格,数量,单价,金额,经手人,验收人,园长签字", "purchases"),
      ("采购日期,验收日期,品名,数量,金额,供货商,索证情况,生产日期,保质期,验收结果,验收人", "food_receipts"),
      ("日期,品名,数量,单价,金额,供应商,索证,检验报告,感官检查,验收人", "food_receipts"),
    ])
  func purchasesOrFood(header: String, id: String) {
    #expect(recognize([header]).summary == id)
  }

  @Test(
    "By its name where headers fit both; the headers win where they do not",
    arguments: [
      ("食堂进货验收台账.csv", receipts, "food_receipts"), ("物品采购台账.csv", purchases, "purchases"), ("3月份安全检查.csv", inspections, "inspections"),
      ("隐患台账.csv", drills, "drills, named as hazards"), ("演练记录.csv", hazards, "hazards, named as drills"),
    ])
  func names(file: String, header: String, summary: String) {
    #expect(recognize([header], file: file).summary == summary)
  }

  @Test(
    "Settings are recognized by name and their required columns",
    arguments: [
      ("设置.csv", "项目,内容", "profile"), ("检查区域.csv", "区域,是否重点", "areas"), ("校历.csv", "日期,类型,是否供餐", "calendar"),
      ("人员花名册.csv", "姓名,岗位", "staff"), ("供应商名录.csv", "供应商名称,许可证号", "suppliers"), ("预算.csv", "科目,金额", "budget"),
      ("无名.csv", "项目,内容", "unknown"),
    ])
  func settings(file: String, header: String, summary: String) {
    #expect(recognize([header, "甲,乙"], file: file).summary == summary)
  }

  @Test(
    "A ledger of §1 that is not read yet, decision 5",
    arguments: [
      ("食品留样记录.csv", "留样日期,餐次,菜品名称,留样量,留样时间,留样人", "暂不支持：食品留样记录"), ("陪餐记录.csv", "日期,餐次,陪餐人,身份,评价", "暂不支持：陪餐记录"),
      ("报修登记.csv", "报修日期,报修人,报修项目,维修人,维修日期", "暂不支持：报修维修记录"),
    ])
  func unsupported(file: String, header: String, summary: String) {
    #expect(recognize([header], file: file).summary == summary)
  }

  @Test("Neither name nor headers say anything (FIL-002)", arguments: ["列1,列2,列3", "领导批示,附件", "", "1,2,3"])
  func unknown(header: String) {
    #expect(recognize([header]).summary == "unknown")
  }

  @Test("case 4: the header is sought in the first fifteen lines", arguments: [(0, true), (3, true), (14, true), (15, false)])
  func depth(titles: Int, isFound: Bool) {
    let above = (0..<titles).map { $0 == 0 ? "春芽幼儿园2022-2023学年第二学期,,," : "检查组：安全领导小组,,," }
    let sheet = recognize(above + [Self.inspections]).sheet
    #expect((sheet != nil) == isFound)
    #expect(!isFound || sheet?.headerRecords.lowerBound == titles)
  }

  @Test("Trailing empty columns are trimmed, case 13") func trailingColumns() throws {
    let sheet = try #require(recognize([Self.drills + ",,,,", "2023-03-17,消防,全园,626人,3分20秒,李园长,无,无,,,,"]).sheet)
    #expect(sheet.headers.count == 8)
    #expect(sheet.map.unknown.isEmpty)
  }
}
