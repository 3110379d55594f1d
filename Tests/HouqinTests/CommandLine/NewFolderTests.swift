import Foundation
import LedgerKit
import Ledgers
import Testing

@testable import Houqin

@Suite("houqin init") struct NewFolderTests {
  /// A term filled in as the guide says: every column of every ledger, by its title.
  private static let settings = [
    "单位名称": "春芽幼儿园", "学段": "幼儿园", "单位性质": "事业单位", "学期开始": "2023-02-06", "学期结束": "2023-06-30", "统计截止日": "2023-06-30", "班级数": "6",
    "幼儿数": "180", "教职工数": "24", "供餐方式": "自营", "是否寄宿": "否", "是否使用校车": "否", "是否消防安全重点单位": "否", "楼层数": "3", "作者": "周慧兰", "落款日期": "2023-07-03",
  ]

  private static func rows(of ledger: Ledger) -> [[String: String]] {
    switch ledger.id {
    case "inspections":
      return ["02-10", "03-10", "04-14", "05-12", "06-09"].flatMap { day in
        [("月检查", "活动室", "桌椅、插座"), ("专项检查（消防）", "走廊楼梯", "灭火器、疏散指示")].map { what in
          [
            "检查日期": "2023-\(day)", "检查类型": what.0, "检查部位": what.1, "检查内容": what.2, "检查人": "陆明珠、顾晓燕",
            "检查结果": "正常",
          ]
        }
      }
    case "hazards":
      return [
        [
          "发现日期": "2023-03-10", "隐患部位": "走廊楼梯", "隐患类别": "用电", "隐患描述": "二楼东侧应急照明灯不亮", "隐患等级": "一般", "整改措施": "更换照明灯",
          "整改责任人": "范建军", "整改期限": "2023-03-15", "整改完成日期": "2023-03-14", "整改情况": "已整改", "复查人": "顾晓燕",
        ]
      ]
    case "purchases":
      return [
        [
          "申购日期": "2023-03-01", "申购人": "罗志强", "审批人": "沈佩芬", "采购日期": "2023-03-06", "品名": "彩色卡纸", "类别": "办公用品", "单位": "包", "数量": "12",
          "单价": "8.50", "金额": "102.00", "供应商": "文汇文具店", "采购人": "范建军", "发票号": "03117745", "验收人": "顾晓燕", "验收日期": "2023-03-07",
          "验收结果": "合格", "保管人": "何静怡", "入库日期": "2023-03-07",
        ]
      ]
    case "food_receipts":
      return [
        [
          "进货日期": "2023-03-06", "品名": "大米", "类别": "粮油", "数量": "50", "单价": "5.20", "金额": "260.00", "生产日期": "2023-02-10", "保质期": "12个月",
          "供货商": "鲜达农产品配送有限公司", "索证情况": "齐全", "合格证明": "齐全", "感官性状": "正常", "验收结果": "合格", "验收人": "邹小娟、何静怡", "采购人": "罗志强",
        ]
      ]
    default:
      return [("2023-03-17", "消防疏散", "1分55秒", "小班在转角停留", "增设引导员"), ("2023-05-12", "地震", "1分50秒", "个别幼儿忘了护头", "日常活动中多练习")].map {
        [
          "演练日期": $0.0, "演练类型": $0.1, "演练范围": "全园", "参加人数": "200", "应到人数": "204", "疏散用时": $0.2, "总指挥": "沈佩芬", "存在问题": $0.3,
          "改进措施": $0.4, "演练总结": "各班按路线撤离，点名及时。",
        ]
      }
    }
  }

  private func new(_ name: String = "2022-2023-2") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try NewFolder.make(at: folder.path + "/" + name)
    return folder
  }

  private func lines(_ folder: TemporaryFolder, _ path: String) throws -> [String] {
    try String(contentsOf: folder.url.appending(path: path), encoding: .utf8).replacing("\u{FEFF}", with: "").split(separator: "\r\n").map(
      String.init)
  }

  @Test("The folder of the contract, with the term its name says") func folder() throws {
    let folder = try new()
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/2022-2023-2").sorted()
    #expect(names == (Catalog.ledgers.map { $0.title + ".csv" } + ["设置.csv", "填写说明.txt", "文字", "文字/前言.md"]).sorted())
    let settings = try lines(folder, "2022-2023-2/设置.csv")
    #expect(settings.contains { $0.hasPrefix("学年,2022-2023,") } && settings.contains { $0.hasPrefix("学期,第二学期,") })
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["2022-2023-2"])
  }

  @Test("Filled in, every ledger is read without any finding") func filled() throws {
    let folder = try new()
    let place = folder.path + "/2022-2023-2/"
    for ledger in Catalog.ledgers {
      let header = try #require(try lines(folder, "2022-2023-2/\(ledger.title).csv").first).split(
        separator: ",", omittingEmptySubsequences: false
      ).map(String.init)
      let rows = Self.rows(of: ledger)
      #expect(rows.allSatisfy { $0.keys.allSatisfy(header.contains) }, "\(ledger.title): \(header)")
      let text = ([header] + rows.map { row in header.map { row[$0] ?? "" } }).map { $0.joined(separator: ",") }.joined(separator: "\r\n")
      try Data(("\u{FEFF}" + text + "\r\n").utf8).write(to: URL(filePath: place + ledger.title + ".csv"))
    }
    let settings = try lines(folder, "2022-2023-2/设置.csv").map { line -> String in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells[1].isEmpty, let content = Self.settings[cells[0]] else { return line }
      return ([cells[0], content] + cells[2...]).joined(separator: ",")
    }
    try Data(("\u{FEFF}" + settings.joined(separator: "\r\n")).utf8).write(to: URL(filePath: place + "设置.csv"))
    let examination = try Pipeline.check(folder.path + "/2022-2023-2", Options())
    #expect(examination.findings.map { "\($0.rule) \($0.message)" } == [])
    #expect(examination.rowsUsed == Catalog.ledgers.reduce(0) { $0 + Self.rows(of: $1).count } && examination.rowsExcluded == 0)
    #expect(Set(examination.ledgerFiles.flatMap(\.sheets).map(\.ledger.id)).isSuperset(of: Catalog.ledgers.map(\.id)))
  }

  @Test("The guide names every header of every ledger, and each is read as that column", arguments: Catalog.ledgers.map(\.title))
  func guide(title: String) throws {
    let folder = try new()
    let ledger = try #require(Catalog.ledgers.first { $0.title == title })
    let header = try #require(try lines(folder, "2022-2023-2/\(title).csv").first).split(separator: ",").map(String.init)
    let guide = try lines(folder, "2022-2023-2/填写说明.txt")
    let start = try #require(guide.firstIndex(of: title + ".csv"))
    let documented = guide[(start + 1)...].prefix { $0.hasPrefix("  ") }.map { String($0.dropFirst(2).prefix { $0 != "（" }) }
    #expect(header == documented)
    let sheet = try #require(try Pipeline.check(folder.path + "/2022-2023-2", Options()).inputs.first { $0.file == title + ".csv" }?.sheet)
    #expect(sheet.ledger.id == ledger.id && sheet.map.unknown.isEmpty && sheet.map.ambiguous.isEmpty)
    for column in ledger.columns where column.need != .optional { #expect(sheet.map.cells[column.slot] != nil, "\(column.title)") }
  }

  @Test("A passage that is still to be written is still a gap") func stub() throws {
    let folder = try new()
    #expect(try Pipeline.check(folder.path + "/2022-2023-2", Options()).passages.isEmpty)
  }

  @Test("What is there is not touched") func occupied() throws {
    let folder = try TemporaryFolder(("a.txt", "mine"))
    #expect(throws: HouqinError.folderNotEmpty(folder.path)) { try NewFolder.make(at: folder.path) }
    #expect(try files(in: folder.url).map(\.path) == ["a.txt", "设置.csv"])
  }
}
