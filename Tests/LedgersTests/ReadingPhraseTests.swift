import LedgerKit
import Ledgers
import Testing

/// Longer texts in columns of few terms: a denied problem is none, and what is not done is not done whatever else is said.
@Suite("Phrases for terms") struct ReadingPhraseTests {
  @Test(
    "检查结果",
    arguments: [
      ("不存在隐患", InspectionResult.clean), ("设施完好，无损坏", .clean), ("基本完好，无明显不足", .clean), ("未发现问题", .clean), ("没有发现问题", .clean),
      ("正常，但灭火器压力偏低", .problem), ("存在松动", .problem), ("不合格，限期整改", .problem), ("插座松动", .problem), ("各处正常", .clean),
    ])
  func result(text: String, expected: InspectionResult) { #expect(InspectionResult.term(for: text) == expected) }

  @Test(
    "整改情况",
    arguments: [
      ("已全部更换完毕", HazardStatus.closed), ("已经整改", .closed), ("已联系厂家维修好", .closed), ("已更换灯管，联系电工复查", .closed), ("已于3月12日更换", .closed),
      ("部分已更换", .partial), ("正在联系厂家", .partial), ("已报修", .partial), ("待更换", .partial), ("尚未更换", .open), ("未整改完", .open),
      ("已上报镇政府协调", .escalated),
    ])
  func status(text: String, expected: HazardStatus) { #expect(HazardStatus.term(for: text) == expected) }

  @Test("是否上报 that says no", arguments: [("未上报", "0"), ("不需要", "0"), ("无", "0"), ("已上报镇政府", "1")])
  func escalated(text: String, count: String) throws {
    let row = "2023-03-10,围墙外,电线下垂,吴建平,2023-03-20,,整改中,\(text)\n"
    let summary = try WorkFolderInMemory(("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,责任人,整改期限,完成日期,整改情况,上报情况\n" + row)).figures()
    #expect(summary.value("ST-HAZ-12") == count)
  }

  @Test("Junk between names is nobody", arguments: [("=1+1", 0), ("12345", 0), ("王建国、√", 1), ("王建国、李秀英", 2)])
  func persons(text: String, count: Int) {
    let bytes = Array(text.utf8)
    let lexicon = Lexicon()
    var context = ReadingContext(lexicon: lexicon)
    guard case .value(let stored) = Persons.read(bytes.span, &context) else {
      #expect(count == 0)
      return
    }
    #expect(Persons(stored: stored, in: lexicon).count == count)
  }
}
