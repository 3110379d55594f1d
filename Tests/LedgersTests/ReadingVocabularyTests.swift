import LedgerKit
import Ledgers
import Testing

@Suite("Terms of the ledgers, domain §1 and §5.1")
struct ReadingVocabularyTests {
  private func read<Term: Vocabulary>(_ text: String, as type: Term.Type, header: String = "") -> Term? {
    let lexicon = Lexicon()
    var context = ReadingContext(lexicon: lexicon)
    context.header = header
    let bytes = Array(text.utf8)
    switch Term.read(bytes.span, &context) {
    case .value(let stored), .noted(let stored, _): return Term(stored: stored, in: lexicon)
    default: return nil
    }
  }

  @Test(
    "Results of an inspection, domain §1.1",
    arguments: [
      ("正常", .clean), ("合格", .clean), ("良好", .clean), ("无隐患", .clean), ("无", .clean), ("√", .clean), ("存在隐患", .problem), ("有", .problem),
      ("不合格", .problem), ("×", .problem), ("需整改", .problem), ("未检", .notInspected), ("基本正常", .clean),
      ("正常，但灭火器压力偏低", .problem),
    ] as [(String, InspectionResult)])
  func results(text: String, result: InspectionResult) {
    let header = ["无", "有"].contains(text) ? "是否存在隐患" : "检查结果"
    #expect(read(text, as: InspectionResult.self, header: header) == result)
  }

  @Test(
    "case 24: yes means trouble under 有无隐患 and none under 是否合格",
    arguments: [
      ("是", "是否存在隐患", .problem), ("否", "是否存在隐患", .clean), ("有", "有无隐患", .problem), ("无", "有无隐患", .clean), ("没有", "有无隐患", .clean),
      ("是", "是否合格", .clean), ("否", "是否合格", .problem), ("是", "是否正常", .clean), ("否", "是否正常", .problem),
    ] as [(String, String, InspectionResult)])
  func yesAndNo(text: String, header: String, result: InspectionResult) {
    #expect(read(text, as: InspectionResult.self, header: header) == result)
  }

  @Test("case 99: 一般 must be asked", arguments: ["一般", "/", "—"])
  func noResult(text: String) {
    #expect(read(text, as: InspectionResult.self, header: "检查结果") == nil)
  }

  @Test(
    "How far a hazard has come, domain §1.2, cases 59, 60",
    arguments: [
      ("已整改", .closed), ("已完成", .closed), ("整改到位", .closed), ("整改完毕", .closed), ("已处理", .closed), ("已解决", .closed), ("已修复", .closed),
      ("已销号", .closed), ("已消除", .closed), ("闭环", .closed), ("√", .closed), ("是", .closed), ("已整改（3.12）", .closed),
      ("当场整改", .closed), ("立即整改到位", .closed), ("整改中", .partial), ("正在整改", .partial), ("部分整改", .partial), ("处理中", .partial),
      ("已报修", .partial), ("限期整改", .partial), ("联系维修中", .partial), ("已报维修", .partial), ("联系厂家中", .partial), ("待采购", .partial),
      ("未整改", .open), ("未完成", .open), ("待整改", .open), ("×", .open), ("否", .open), ("已上报", .escalated), ("移交", .escalated),
      ("需上级协调", .escalated), ("暂无法整改", .escalated), ("协调中", .escalated),
    ] as [(String, HazardStatus)])
  func statuses(text: String, status: HazardStatus) {
    #expect(read(text, as: HazardStatus.self) == status)
  }

  @Test("case 59: done, with the date in between") func doneWithDate() {
    #expect(read("已于3月12日更换", as: HazardStatus.self) == .closed)
    #expect(read("尚未更换", as: HazardStatus.self) == .open)
    #expect(read("待更换", as: HazardStatus.self) == .partial)
  }

  @Test(
    "Levels of a hazard, domain §1.2",
    arguments: [
      ("一般", .ordinary), ("较大", .considerable), ("重大", .major), ("低", .ordinary), ("中", .considerable), ("高", .major), ("Ⅰ级", .major),
      ("Ⅳ级", .ordinary), ("红", .major), ("蓝", .ordinary), ("A", .major), ("C", .ordinary), ("重大隐患", .major), ("很大", .other),
    ] as [(String, HazardLevel)])
  func levels(text: String, level: HazardLevel) {
    #expect(read(text, as: HazardLevel.self) == level)
  }

  @Test(
    "Kinds of drill, domain §1.5",
    arguments: [
      ("消防疏散演练", .fire), ("消防", .fire), ("火灾逃生", .fire), ("地震应急演练", .earthquake), ("防暴恐", .terror), ("反恐防暴演练", .terror), ("防踩踏", .stampede),
      ("校车应急演练", .bus), ("防溺水", .drowning), ("灭火器实操", .extinguisher), ("学生寝室火灾逃生疏散演练", .fire), ("应急疏散演练", .general),
      ("食物中毒应急演练", .poisoning), ("防走失", .lost), ("防汛", .weather), ("心肺复苏", .other),
    ] as [(String, DrillKind)])
  func drills(text: String, kind: DrillKind) {
    #expect(read(text, as: DrillKind.self) == kind)
  }

  @Test(
    "Results of an acceptance, domain §1.3",
    arguments: [
      ("合格", .passed), ("√", .passed), ("验收合格", .passed), ("不合格", .rejected), ("部分合格", .partly), ("退货", .returned), ("换货", .exchanged),
      ("不合格，已退货", .rejected), ("×", .rejected),
    ] as [(String, AcceptanceResult)])
  func acceptance(text: String, result: AcceptanceResult) {
    #expect(read(text, as: AcceptanceResult.self) == result)
  }

  @Test(
    "A kind of inspection with its topic, domain §1.1",
    arguments: [
      ("专项检查（燃气）", .special, "燃气"), ("消防专项检查", .special, "消防"), ("月检查", .monthly, ""), ("月重点排查", .monthly, ""), ("日巡查", .daily, ""),
      ("安全放找茬", .hunt, ""), ("节前检查", .beforeHoliday, ""), ("期初检查", .opening, ""), ("放假前检查", .closing, ""), ("上级督查", .superior, ""),
      ("班级自查", .classroom, ""), ("家长巡视", .parents, ""), ("专项排查(用电)", .special, "用电"),
    ] as [(String, InspectionKind, String)])
  func kinds(text: String, kind: InspectionKind, topic: String) throws {
    let lexicon = Lexicon()
    var context = ReadingContext(lexicon: lexicon)
    let bytes = Array(text.utf8)
    guard case .value(let stored) = InspectionType.read(bytes.span, &context) else {
      Issue.record("\(text) is no kind of inspection")
      return
    }
    let type = InspectionType(stored: stored, in: lexicon)
    #expect(type.kind == kind)
    #expect(lexicon.string(type.topic) == topic)
  }
}
