import LedgerKit

/// ST-FOD-01…07, domain §4.1.
enum FoodReceiptFigures {
  private typealias F = FoodReceipts
  private static let money: [AnyColumn] = [F.date, F.amount]

  static let all: [Figure] = [
    .count("ST-FOD-01", "food.batches", "进货批次", "批次", reads: [F.date], "进货验收记录行数；一行为一个品种的一次进货。"),
    .sum("ST-FOD-02", "food.amount", "进货金额", of: F.amount, reads: money, "金额之和。"),
    .rate(
      "ST-FOD-03", "food.papersRate", "索证索票率", reads: [F.date, F.licence, F.cert], needs: [[F.licence], [F.cert]],
      "已索证且（有合格证明，或该类别不要求）的批次 ÷ 全部批次；未填计为没有。",
      of: F.hasPapers),
    .rate(
      "ST-FOD-04", "food.acceptanceRate", "食材验收合格率", reads: [F.date, F.result], "验收结果为合格的批次 ÷ 有验收结果的批次。",
      of: .is(F.result, .passed), among: .filled(F.result)),
    .count(
      "ST-FOD-05", "food.rejected", "不合格批次", "批次", reads: [F.date, F.result], "验收结果不是合格的批次。", where: F.isRejected),
    .rate(
      "ST-FOD-05.rate", "food.handledRate", "不合格处置率", reads: [F.date, F.result], "填有处理情况（或结果为退货、换货）的不合格批次 ÷ 不合格批次。",
      of: F.isHandled, among: F.isRejected),
    .rate(
      "ST-FOD-06", "food.twoInspectorsRate", "双人验收率", reads: [F.date, F.inspectors], "验收人不少于两人的批次 ÷ 全部批次。",
      of: .persons(F.inspectors, 2...)),
    .distinct(
      "ST-FOD-07", "food.suppliers", "供货商数", "家", reads: [F.date, F.supplier], "填写的不同供货商数（按台账写法）。",
      by: RowNumbering(F.supplier)),
    .largestShare(
      "ST-FOD-07.top", "food.topSupplierShare", "最大供货商占比", of: F.supplier, weighing: F.amount, 1, reads: money + [F.supplier],
      "金额最大的一家供货商的金额 ÷ 填有供货商的金额。"),
    .distinct(
      "ST-FOD-01.days", "food.days", "进货天数", "天", reads: [F.date], "有进货验收记录的不同日期数。",
      by: RowNumbering(F.date)),
  ]

  static let breakdowns: [Breakdown] = [
    Breakdown(
      "ST-FOD-02.class", "food.byClass", "进货金额（按类别）", .money, keys: ["类别"], value: "金额（元）", showsShare: true, reads: money + [F.foodClass],
      needs: [F.foodClass],
      "进货金额按食品类别。", key: .term(F.foodClass), of: .money(F.amount)),
    Breakdown(
      "ST-FOD-02.month", "food.byMonth", "进货金额（按月）", .money, keys: ["月份"], value: "金额（元）", order: .byKey, reads: money, "进货金额按月。",
      key: .month, of: .money(F.amount)),
    Breakdown(
      "ST-FOD-01.month", "food.batchesByMonth", "进货批次（按月）", .count("批次"), keys: ["月份"], value: "批次", order: .byKey, reads: [F.date],
      "进货批次按月。", key: .month),
    Breakdown(
      "ST-FOD-03.month", "food.papersByMonth", "索证索票齐全批次（按月）", .count("批次"), keys: ["月份"], value: "索证索票齐全", order: .byKey,
      reads: [F.date, F.licence, F.cert], needs: [F.cert], "索证索票齐全的批次按月。", key: .month, of: .oneWhere(F.hasPapers)),
    Breakdown(
      "ST-FOD-04.month", "food.passedByMonth", "验收合格批次（按月）", .count("批次"), keys: ["月份"], value: "验收合格", order: .byKey,
      reads: [F.date, F.result], needs: [F.result], "验收合格的批次按月。", key: .month, of: .oneWhere(.is(F.result, .passed))),
  ]

  static let rejected = Listing(
    "ST-FOD-05.list", "验收不合格的食材",
    [
      Listing.Column("进货日期"), Listing.Column("品名"), Listing.Column("数量", isNumber: true), Listing.Column("验收结果"), Listing.Column("处理情况"),
    ]
  ) { table, _ in
    table.rows(for: [F.date, F.result]).filter { F.isRejected($0) }.map { row in
      [
        row[F.date]?.iso ?? "", row[F.item]?.string ?? "", (row[F.qty]?.amount.plain ?? "—") + (row[F.unit]?.string ?? ""),
        row[F.result]?.rawValue ?? "", row[F.handling]?.string ?? "未填",
      ]
    }
  }
}
