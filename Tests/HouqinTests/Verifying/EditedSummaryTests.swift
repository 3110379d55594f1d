import Foundation
import Ledgers
import Testing

@testable import Houqin

@Suite("Honest edits contradict nothing")
struct EditedSummaryTests {
  private static func contradictions(_ text: String, _ sample: Sample = .kindergarten, isHTML: Bool = false) throws -> [String] {
    try WrittenSummary.of(sample).verify(text, isHTML: isHTML).statements.filter { $0.verdict == .contradicted }.map {
      "\($0.text) \($0.stated) \($0.figure ?? "")"
    }
  }

  @Test("Paragraphs in another order", arguments: Sample.allCases) func moved(_ sample: Sample) throws {
    let written = try WrittenSummary.of(sample)
    let paragraphs = written.body.components(separatedBy: "\n\n")
    #expect(try Self.contradictions(paragraphs.reversed().joined(separator: "\n\n"), sample) == [])
    #expect(try Self.contradictions((paragraphs.dropFirst(9) + paragraphs.prefix(9)).joined(separator: "\n\n"), sample) == [])
  }

  @Test("Half of the paragraphs cut out", arguments: Sample.allCases) func shortened(_ sample: Sample) throws {
    let paragraphs = try WrittenSummary.of(sample).body.components(separatedBy: "\n\n")
    for start in 0..<2 {
      let kept = paragraphs.enumerated().filter { $0.offset % 2 == start }.map(\.element)
      #expect(try Self.contradictions(kept.joined(separator: "\n\n"), sample) == [])
    }
  }

  @Test(
    "Other words around the same numbers",
    arguments: [
      ("隐患新登记17处，上学期结转2处", "一学期下来新发现隐患17处，加上上学期留下的2处"), ("完成整改14处，整改率73.7%", "共有14处整改到位，整改率达到73.7%"),
      ("从发现到改完平均用11.1天", "整改平均用时11.1天"), ("参加演练累计1,350人次", "全园师生累计1350人次参加了演练"),
      ("全园组织应急演练6次", "本学期我园精心组织了6次应急演练"), ("食堂有101天登记进货，共验收食材957批次", "101天里，食堂验收食材957批次"),
      ("没有完成整改的还有5处，其中2处已超过期限", "还有5处没有改完，2处超过期限"), ("本学期开展安全检查23次", "我园开展各类安全检查二十三次"),
      ("索证索票率99.5%，双人验收率99.8%", "双人验收率99.8%、索证索票率99.5%"), ("供货商9家", "供货商共有９家"), ("合计1,376.00元", "合计１３７６元"),
      ("整改率73.7%", "整改率约74%"), ("金额354,510.60元（35.45万元）", "金额35.45万元"), ("金额354,510.60元（35.45万元）", "金额约35万元"),
    ])
  func reworded(_ change: (from: String, to: String)) throws {
    let body = try WrittenSummary.of(.kindergarten).body
    #expect(body.contains(change.from))
    #expect(try Self.contradictions(body.replacing(change.from, with: change.to)) == [])
  }

  @Test(
    "A paragraph about something else",
    arguments: [
      "3月份组织了一次消防演练，大班120名幼儿参加，用时4分。", "食堂阿姨每天5点到岗，全年更换餐具300套，支出2,460元。", "安全检查领导小组12人，分成4个小组。",
      "上学期开展演练5次，整改隐患22处。", "下学期计划开展演练8次，整改率达到100%。", "我们更换灯管32支、水龙头7只，维修桌椅45把。", "家长开放日接待家长480人次，收到建议16条。",
      "2023年4月，区教育局检查组对我园进行了1次督查。", "大四班发现桌角破损2处，当天修好。", "购买绿植60盆，金额1,200元。", "每天2次消毒，每周1次大扫除。",
      "小班组织防拐演练1次，中班组织地震演练2次。",
    ])
  func foreign(_ paragraph: String) throws {
    let body = try WrittenSummary.of(.kindergarten).body
    #expect(try Self.contradictions(paragraph + "\n\n" + body) == [])
    #expect(try Self.contradictions(body + "\n\n" + paragraph) == [])
  }

  @Test("As plain text, without any mark", arguments: Sample.allCases) func plain(_ sample: Sample) throws {
    let written = try WrittenSummary.of(sample)
    let text = written.body.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line.filter { !"#*>\\`".contains($0) }
      if line.hasPrefix("|") {
        line = line.dropFirst().dropLast().split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\t")
      }
      return line
    }
    let verification = written.verify(text.joined(separator: "\r\n"))
    #expect(verification.statements.filter { $0.verdict == .contradicted }.map(\.text) == [])
    #expect(verification.count(.confirmed) > 200)
  }

  @Test("The line is the number's own, not its paragraph's") func lines() throws {
    let text = "后勤工作总结\n一、隐患\n发现隐患18处，\n演练\n5次。\n\n\n采购总额\n1元。"
    let found = try WrittenSummary.of(.kindergarten).verify(text).statements
    #expect(found.map { "\($0.line) \($0.stated)" } == ["3 18", "5 5", "9 1"])
    #expect(found.allSatisfy { $0.verdict == .contradicted })
  }

  @Test("GB18030 is read as well as UTF-8") func encoded() throws {
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let bytes = try #require("本学期整改率75.0%，演练6次。".data(using: encoding))
    let document = try ReadDocument([UInt8](bytes), named: "总结.txt")
    let verdicts = try WrittenSummary.of(.kindergarten).verifier.verify(document, named: "总结.txt").statements.map(\.verdict)
    #expect(verdicts == [.contradicted, .confirmed])
  }

  @Test(
    "What is no summary is refused with the remedy",
    arguments: [
      ("总结.docx", [0x50, 0x4B, 0x03, 0x04, 0, 0], "Word或WPS文档", "另存为"), ("总结.pdf", Array("%PDF-1.4".utf8), "PDF", "另存为"),
      ("总结.md", [], "没有文字", "空文件"), ("总结.txt", Array("\r\n \r\n".utf8), "没有文字", "空文件"),
      ("指标.csv", Array("编号,数值\n1,2\n".utf8), "表格", ".md"), ("manifest.json", Array("{}".utf8), "不是总结", "--manifest"),
    ] as [(String, [UInt8], String, String)])
  func refused(_ it: (name: String, bytes: [UInt8], what: String, remedy: String)) throws {
    let error = #expect(throws: HouqinError.self) { try ReadDocument(it.bytes, named: it.name) }
    #expect(error?.description.contains(it.what) ?? false)
    #expect(error?.description.contains(it.remedy) ?? false)
  }

  @Test(
    "A summary of another term says so first",
    arguments: [
      ("# 2023—2024学年度第一学期后勤工作总结\n\n演练6次。", "2023—2024学年度第一学期"),
      ("# 2022—2023学年度第二学期后勤工作总结\n\n演练6次。", nil), ("演练6次。", nil),
    ] as [(String, String?)])
  func otherTerm(_ it: (text: String, term: String?)) throws {
    let verification = try WrittenSummary.of(.kindergarten).verify(it.text)
    #expect(verification.otherTerm == it.term)
    #expect(VerifyReport(verification).text.contains("与工作夹的学期不同") == (it.term != nil))
  }
}

@Suite("Statements in a person's own words")
struct OwnWordsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let verdict: Verification.Verdict
    let figure: String?
    init(_ text: String, _ verdict: Verification.Verdict, _ figure: String? = nil) {
      (self.text, self.verdict, self.figure) = (text, verdict, figure)
    }
    var testDescription: String { text }
  }

  @Test(
    "One statement, one verdict",
    arguments: [
      Case("我园共组织应急演练六次。", .confirmed, "ST-DRL-01"), Case("全年开展演练8次。", .contradicted, "ST-DRL-01"),
      Case("共发现隐患17处。", .confirmed, "ST-HAZ-01"), Case("排查出隐患19处。", .contradicted, "ST-HAZ-01"),
      Case("整改率达百分之百。", .contradicted, "ST-HAZ-03"), Case("隐患整改率为７３．７％。", .confirmed, "ST-HAZ-03"),
      Case("隐患整改率约74%。", .rounded, "ST-HAZ-03"), Case("物品采购总额96462元。", .confirmed, "ST-PUR-01"),
      Case("食材验收合格率99.8%。", .confirmed, "ST-FOD-04"), Case("食材验收合格率100%。", .contradicted, "ST-FOD-04"),
      Case("食材验收合格率约100%。", .rounded, "ST-FOD-04"),
      Case("物品采购总额9.6万元。", .rounded, "ST-PUR-01"), Case("物品采购总额9.8万元。", .contradicted, "ST-PUR-01"),
      Case("我园设17个班。", .confirmed, "班级数"), Case("我园设18个班。", .contradicted, "班级数"), Case("消防演练2次。", .confirmed, "ST-DRL-01.kind"),
      Case("组织培训3次。", .unsupported, "trainings"), Case("入园体检率100%。", .unsupported, "health_screenings"),
      Case("满意率100%。", .unsupported), Case("本学期无安全事故。", .unsupported), Case("全学期未发生食物中毒事件。", .unsupported),
      Case("发现的隐患均已整改。", .contradicted, "ST-HAZ-08"), Case("每月均开展安全检查。", .confirmed, "ST-INS-04.rate"),
      Case("种植月季30棵。", .unregistered),
      Case("力争把盈亏控制在2%之内。", .unregistered),
      Case("演练中参加师生1350余人次。", .confirmed, "ST-DRL-03"), Case("演练时疏散平均用时3分4秒。", .confirmed, "ST-DRL-05"),
      Case("参加培训120人次。", .unregistered), Case("家长会参加480人次。", .unregistered), Case("目前暂无安全隐患。", .contradicted, "ST-HAZ-08"),
      Case("坚持每月一次对校园安全进行全面检查。", .confirmed, "ST-INS-04.rate"),
    ])
  func verdict(_ test: Case) throws {
    let found = try WrittenSummary.of(.kindergarten).verify(test.text).statements
    #expect(found.map(\.verdict) == [test.verdict], "\(found)")
    #expect(found.first?.figure == test.figure)
  }

  @Test(
    "Intentions and denials state nothing", arguments: ["杜绝一切安全事故的发生。", "没有登记不等于没有发生事故。", "预防溺水事故，避免无序。", "确保不发生事故。", "落实“四个一”活动，三3班参加。"])
  func intention(_ text: String) throws {
    #expect(try WrittenSummary.of(.kindergarten).verify(text).statements.isEmpty)
  }

  @Test("Every pattern of a claim about a figure names a figure of the catalogue") func known() throws {
    let summary = try Sample.kindergarten.summary
    for claim in Catalog.claims {
      #expect(!claim.patterns.isEmpty && claim.patterns.allSatisfy { $0.contains("N") })
      switch claim.subject {
      case .figure(let code): #expect(summary.figure(code) != nil, "\(code)")
      case .group(let code): #expect(summary.breakdown(code) != nil, "\(code)")
      case .setting(let name): #expect(SummarySource.settingNames.contains(name), "\(name)")
      case .ledger(let id): #expect(Knowledge.isLedger(id), "\(id)")
      }
    }
  }
}
