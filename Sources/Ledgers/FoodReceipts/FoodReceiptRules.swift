import LedgerKit

/// FOD-003…, domain §2.3.
enum FoodReceiptRules {
  private typealias F = FoodReceipts

  static let all: [Rule] = [
    Rule(
      "FOD-003", "生产日期晚于进货日期", .error, .data, ledger: "food_receipts", citation: .logic,
      rationale: "还没有生产的食品不可能进货，两个日期至少有一个写错。",
      triggers: [sheet("2023-05-03,牛奶,奶及奶制品,10,5,50,↓2023-05-10,7天,绿源食品有限公司,齐全,齐全,合格,,孙志强、周海燕")],
      passes: [sheet("2023-05-03,猪肉,畜禽肉,10,25,250,当日,—,绿源食品有限公司,齐全,齐全,合格,,孙志强、周海燕")],
      check: .row(where: .misordered(F.producedOn, F.date)) { row, _ in
        guard let day = row[F.date] else { return nil }
        return Offense(row, at: F.producedOn, "生产日期晚于进货日期（\(day.iso)）", fix: "请对照包装核对生产日期和进货日期。", spoils: [F.producedOn])
      }),
    Rule(
      "FOD-005", "缺索证", .error, .compliance, ledger: "food_receipts", citation: Citation("《食品安全法》第五十条、第五十三条", .V1),
      rationale: "进货要查验供货者的许可证和食品合格证明；肉类、粮油、预包装食品还要留存检疫或检验证明。空白按没有计算。",
      triggers: [
        sheet("2023-05-03,青菜,蔬菜,10,3,30,,,绿源食品有限公司,↓,齐全,合格,,孙志强、周海燕"),
        sheet("2023-05-03,猪肉,畜禽肉,10,25,250,,,绿源食品有限公司,齐全,↓,合格,,孙志强、周海燕"),
      ],
      passes: [sheet("2023-05-03,青菜,蔬菜,10,3,30,,,绿源食品有限公司,√,,合格,,孙志强、周海燕")],
      check: .row(where: lacksLicence || lacksCertificate) { row, _ in
        if row[F.licence] != .seen, row.has(F.licence) {
          return Offense(row, at: F.licence, "没有供货者许可证（索证）记录", fix: "请补索供货者许可证并填“齐全”；确实没有的，应停止从该供货者进货。")
        }
        guard let kind = row[F.foodClass] else { return nil }
        return Offense(row, at: F.cert, "\(kind.rawValue)没有合格证明（检疫、检验）记录", fix: "请向供货者补要该批次的合格证明。")
      }),
    Rule(
      "FOD-008", "验收不足两人", .warning, .compliance, ledger: "food_receipts",
      citation: Laws.jointAcceptance,
      rationale: "食材验收应由两人以上共同进行，一人验收无法相互监督。",
      triggers: [sheet("2023-05-03,青菜,蔬菜,10,3,30,,,绿源食品有限公司,√,,合格,,↓孙志强")],
      passes: [sheet("2023-05-03,青菜,蔬菜,10,3,30,,,绿源食品有限公司,√,,合格,,孙志强、周海燕")],
      check: .row(where: .persons(F.inspectors, ..<2)) { row, _ in
        guard let inspectors = row[F.inspectors] else { return nil }
        return Offense(row, at: F.inspectors, "验收人只有“\(inspectors.text)”一人", fix: "请由两人以上共同验收并签名；漏填的请补上。")
      }),
    Rule(
      "FOD-009", "不合格未处置", .error, .compliance, ledger: "food_receipts", citation: .own("食材验收处置"),
      rationale: "验收不合格的食材要写明退货、换货或销毁，否则说不清去向。",
      triggers: [sheet("2023-05-03,青菜,蔬菜,10,3,30,,,绿源食品有限公司,√,,不合格,↓,孙志强、周海燕")],
      passes: [sheet("2023-05-03,青菜,蔬菜,10,3,30,,,绿源食品有限公司,√,,不合格,当场退货,孙志强、周海燕")],
      check: .row(where: F.isRejected && !F.isHandled) { row, _ in
        let column: AnyColumn = row.has(F.handling) ? F.handling : F.result
        return Offense(row, at: column, "验收结果为“\(row[F.result]?.rawValue ?? "")”，没有写明怎样处理", fix: "请填写退货、换货或销毁等处理情况。")
      }),
  ]

  private static let lacksLicence: RowCondition = !.is(F.licence, .seen) && .has(F.licence)
  private static let lacksCertificate: RowCondition = !.is(F.cert, .seen) && .has(F.cert) && F.needsCertificate

  private static func sheet(_ row: String) -> Example {
    .sheet("食堂进货验收台账.csv", "进货日期,食品名称,食品类别,数量,单价,金额,生产日期,保质期,供货商,索证情况,合格证明,验收结果,处理情况,验收人\n\(row)\n")
  }
}
