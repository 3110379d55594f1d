import Documents
import Testing

@testable import Houqin

@Suite("What the chief statements leave out")
struct CompletenessTests {
  private static func table(_ folder: TemporaryFolder, _ edition: Edition) throws -> Documents.Table? {
    guard case .table(let table)? = Completeness(try Pipeline.figures(folder.path, Options()), edition).block else { return nil }
    return table
  }

  @Test("Rows in doubt, and what the figure would be with them") func doubtful() throws {
    let folder = try TemporaryFolder(
      ("采购台账.csv", "采购日期,品名,数量,单价,金额\n2023-03-17,灯管,2,5,10.00\n2023-03-17,灯管,2,5,10.00\n2023-03-18,纸,1,7,若干\n"),
      ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n2023-04-17,地震,很多\n"),
      ("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,整改情况\n2023-03-01,大门,门禁坏,已整改\n2023-03-32,教室,灯不亮,未整改\n"),
      ("食堂进货验收台账.csv", "进货日期,食品名称,数量,金额\n2023-03-17,大米,2,10.00\n"))
    let table = try #require(try Self.table(folder, .archive))
    #expect(
      table.rows.map { $0.map(\.plainText) } == [
        ["隐患整改率", "100.0%", "1行", "50.0%至100.0%"], ["采购总额", "10.00元", "2行", "20.00元（另有1行金额不明）"],
        ["参与人次", "560人次", "1行", "560人次（另有1行人数不明）"],
      ])
    #expect(table.note?.hasSuffix("逐行见问题清单.csv；不含不在本学期的行。进货金额没有存疑的行。") ?? false)
    #expect(try Self.table(folder, .public)?.note?.contains("存档版的问题清单") ?? false)
  }

  @Test("Nothing is said where nothing is left out") func whole() throws {
    let folder = try TemporaryFolder(("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"))
    #expect(try Self.table(folder, .archive) == nil)
  }
}
