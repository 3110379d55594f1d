import Foundation
import LedgerKit

/// A term of 40 rows a ledger, made by arithmetic rather than by chance, so that every total can be worked out by hand.
/// The sheets have the columns of the larger synthetic folders that performance is measured on.
enum TermFixture {
  static let files: [(name: String, text: String)] = [
    ("设置.csv", "项目,内容\n单位名称,春芽幼儿园\n学段,幼儿园\n学年,2022-2023\n学期,第二学期\n统计截止日,2023-06-30\n幼儿数,620\n教职工数,58\n"),
    ("安全检查及隐患整改记录.csv", sheet(inspectionHeader, inspection)), ("采购台账.csv", sheet(purchaseHeader, purchase)),
    ("食堂进货验收台账.csv", sheet(foodHeader, food)), ("应急演练记录.csv", sheet(drillHeader, drill, rows: 8)),
  ]

  private static func sheet(_ header: String, _ row: (Int) -> [String], rows: Int = 40) -> String {
    header + "\r\n" + (0..<rows).map { row($0).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func date(_ offset: Int) -> String { (Day(year: 2023, month: 2, day: 6)?.advanced(by: offset) ?? Day(number: 0)).iso }
  private static func yuan(_ fen: Int) -> String { "\(fen / 100)." + (fen % 100 < 10 ? "0" : "") + "\(fen % 100)" }

  // MARK: 40 points; every fifth a hazard, of eight three kinds of mending: same day, after 5 days, after 10 (late); two left open

  private static let inspectionHeader = "检查编号,检查日期,检查类型,检查部位,检查内容,检查人,检查结果,存在问题,隐患类别,隐患等级,整改措施,责任人,整改期限,完成日期,整改情况,复查人"

  private static func inspection(_ i: Int) -> [String] {
    let kind = ["日常检查", "月检查", "专项检查", "节前检查"][i % 4]
    let row = ["AQ\(i)", date(3 * i), kind, ["食堂", "门卫室", "配电房"][i % 3], "消防", "\"王建国、李秀英\""]
    guard i % 5 == 0 else { return row + ["正常"] + Array(repeating: "", count: 9) }
    let hazard = i / 5
    let fixed = hazard % 4 == 3 ? nil : date(3 * i + hazard % 3 * 5)
    return row + [
      "存在隐患", "灭火器压力不足", "消防", "一般", "立即更换", "吴海燕", date(3 * i + 7), fixed ?? "", fixed == nil ? "整改中" : "已整改", fixed == nil ? "" : "陈志强",
    ]
  }

  // MARK: Purchases of 1…7 pieces at 2.50 yuan and 13 fen more each row

  private static let purchaseHeader = "申购单号,申购日期,申购人,审批人,审批日期,采购日期,品名,类别,单位,数量,单价,金额,供应商,采购人,发票号,验收人,验收日期,验收结果,保管人,入库日期"

  private static func purchase(_ i: Int) -> [String] {
    let (quantity, price, day) = (i % 7 + 1, 250 + 13 * i, date(3 * i))
    let amount = quantity * price + (i == 10 ? 100 : 0)
    return [
      "CG\(i)", day, "张建国", i == 20 ? "张建国" : "王秀英", i == 30 ? date(3 * i + 3) : day, day, "A4纸\(i)", "办公用品", "件", "\(quantity)",
      yuan(price),
      yuan(amount), ["常新商贸有限公司", "绿源物资有限公司"][i % 2], "张建国", "230000\(i == 31 ? 30 : i + (i < 10 ? 100 : 0))", "刘海燕", day, "合格", "赵志强", day,
    ]
  }

  // MARK: Deliveries of 0.5 kg and 1.1 kg more each row, at 0.80 yuan and 37 fen more each row

  private static let foodHeader = "进货日期,食品名称,食品类别,单位,数量,单价,金额,生产日期,保质期,供货商,索证情况,合格证明,感官性状,验收结果,验收人,采购人,备注"

  private static func food(_ i: Int) -> [String] {
    let (tenths, price) = (5 + 11 * i, 80 + 37 * i)
    return [
      date(3 * i), "大米\(i)", "粮油", "公斤", "\(tenths / 10).\(tenths % 10)", yuan(price), yuan((tenths * price + 5) / 10), date(3 * i - 9),
      "12个月", "金穗食品有限公司",
      i == 12 ? "" : "齐全", "齐全", "正常", "合格", "\"杨建国、黄秀英\"", "周海燕", "PC\(i)",
    ]
  }

  // MARK: Eight drills of 500 people less one each; of the sixth five more came than should have

  private static let drillHeader = "演练日期,开始时间,演练类型,演练范围,应到人数,参加人数,疏散用时,总指挥,预案,演练总结,存在问题,改进措施"

  private static func drill(_ i: Int) -> [String] {
    [
      date(15 * i), "09:30", ["消防疏散", "地震", "反恐防暴", "防溺水"][i % 4], "全园", "500", "\(i == 5 ? 505 : 500 - i)", "2分0\(i)秒", "吴建国", "有", "疏散有序",
      "", "",
    ]
  }
}
