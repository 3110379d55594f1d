import LedgerKit

/// PUR-003 and PUR-007…011: requisition, acceptance and stock of a purchase; domain §2.3.
enum PurchaseAcceptanceRules {
  private typealias P = Purchases

  static let all: [Rule] = [noRequisition, selfStocked, stockedUnaccepted, stockedRejected, otherQuantity]

  private static let noRequisition = Rule(
    "PUR-003", "无申购先采购", .warning, .compliance, ledger: "purchases", citation: .own("物品申购"),
    rationale: "采购前应先申购。零碎物品最容易疏忽，急用先买的要在备注说明并补手续。",
    triggers: [
      sheet("↓,,2023-03-08,胶带,3,36.00,王建国,李秀英,赵海燕,周海燕,合格,2023-03-09,3"),
      sheet("↓2023-03-10,孙志强,2023-03-08,胶带,3,36.00,王建国,李秀英,赵海燕,周海燕,合格,2023-03-09,3"),
    ],
    passes: [
      sheet("2023-03-06,孙志强,2023-03-08,胶带,3,36.00,王建国,李秀英,赵海燕,周海燕,合格,2023-03-09,3"),
      sheet(",大一班,2023-03-08,胶带,3,36.00,王建国,李秀英,赵海燕,周海燕,合格,2023-03-09,3"),
    ],
    check: .row(where: (.empty(P.reqOn) && .empty(P.requester)) || .misordered(P.reqOn, P.date)) { row, _ in
      if row.isEmpty(P.reqOn), row.isEmpty(P.requester), row.has(P.reqOn) || row.has(P.requester) {
        let column: AnyColumn = row.has(P.reqOn) ? P.reqOn : P.requester
        return Offense(row, at: column, "没有申购日期和申购人", fix: "请补填申购的日期和人；急用先买的请在备注说明。")
      }
      guard let asked = row[P.reqOn], let bought = row[P.date], asked > bought else { return nil }
      return Offense(row, at: P.reqOn, "申购日期在采购日期（\(bought.iso)）之后", fix: "日期写错的请改正；先买后补手续的请在备注说明。")
    })

  private static let selfStocked = Rule(
    "PUR-007", "验收人与保管人相同", .warning, .compliance, ledger: "purchases", citation: Laws.separation,
    rationale: "一人既验收又保管，东西少了、坏了难以查清。",
    triggers: [sheet("2023-03-06,孙志强,2023-03-08,胶带,3,36.00,王建国,李秀英,↓赵海燕,赵海燕,合格,2023-03-09,3")],
    passes: [sheet("2023-03-06,孙志强,2023-03-08,胶带,3,36.00,王建国,李秀英,赵海燕、王建国,赵海燕,合格,2023-03-09,3")],
    check: .row(where: .persons(P.inspector, 1...1) && .sharePerson(P.inspector, P.keeper)) { row, scope in
      guard let name = row[P.inspector]?.shared(with: row[P.keeper]).first else { return nil }
      return Offense(
        row, at: P.inspector, "验收人与保管人均为“\(name)”", fix: "建议验收和保管由两人担任；填错的请改正。" + Separation.remedy(scope),
        severity: scope.profile.isSmallUnit ? .info : nil)
    })

  private static let stockedUnaccepted = Rule(
    "PUR-009", "未验收先入库", .error, .compliance, ledger: "purchases", citation: .own("物品验收入库"),
    rationale: "物品验收合格后才能入库。有入库日期却没有验收人或验收结果，说明漏验或漏填。",
    triggers: [
      sheet("2023-03-06,孙志强,2023-03-08,胶带,3,36.00,王建国,李秀英,赵海燕,周海燕,↓,2023-03-09,3"),
      sheet("2023-03-06,孙志强,2023-03-08,胶带,3,36.00,王建国,李秀英,↓,周海燕,合格,2023-03-09,3"),
    ],
    passes: [
      sheet("2023-03-06,孙志强,2023-03-08,胶带,3,36.00,王建国,李秀英,赵海燕,周海燕,合格,2023-03-09,3"),
      sheet("2023-03-06,孙志强,2023-03-08,胶带,3,36.00,王建国,李秀英,赵海燕,周海燕,,,3"),
    ],
    check: .row(where: .filled(P.stockedOn) && !(.filled(P.inspector) && .filled(P.acceptResult))) { row, _ in
      guard let stocked = row[P.stockedOn] else { return nil }
      let lacksInspector = row.isLeftOpen(P.inspector)
      guard lacksInspector || row.isLeftOpen(P.acceptResult) else { return nil }
      let (column, name): (AnyColumn, String) = lacksInspector ? (P.inspector, "验收人") : (P.acceptResult, "验收结果")
      return Offense(row, at: column, "\(stocked.iso)已入库，没有\(name)", fix: "请补办验收并填写；没有验收的应先验收再入库。")
    })

  private static let stockedRejected = Rule(
    "PUR-010", "验收不合格却入库", .error, .compliance, ledger: "purchases", citation: .own("物品验收入库"),
    rationale: "不合格的物品应退货或换货，不能入库。",
    triggers: [sheet("2023-03-06,孙志强,2023-03-08,胶带,3,36.00,王建国,李秀英,赵海燕,周海燕,↓不合格,2023-03-09,3")],
    passes: [
      .sheet("采购台账.csv", "采购日期,品名,数量,金额,审批人,采购人,验收人,验收结果,入库日期,备注\n2023-03-08,胶带,3,36.00,王建国,李秀英,赵海燕,不合格,2023-03-12,换货后入库\n")
    ],
    check: .row(where: .is(P.acceptResult, .rejected)) { row, _ in
      guard let stocked = row[P.stockedOn], !row.mentions(["退货", "换货", "退回", "调换", "更换"]) else {
        return nil
      }
      return Offense(row, at: P.acceptResult, "验收结果为“不合格”，\(stocked.iso)却已入库", fix: "退货、换货的请在备注写明；填错的请改正。")
    })

  private static let otherQuantity = Rule(
    "PUR-011", "实收与采购数量不符", .warning, .data, ledger: "purchases", citation: .own("物品验收入库"),
    rationale: "实收的数量与采购的数量不同，可能少送、补送，也可能写错；金额按采购的计。",
    onlyTells: true,
    triggers: [sheet("2023-03-06,孙志强,2023-03-08,胶带,20,36.00,王建国,李秀英,赵海燕,周海燕,合格,2023-03-09,↓18")],
    passes: [sheet("2023-03-06,孙志强,2023-03-08,胶带,20,36.00,王建国,李秀英,赵海燕,周海燕,合格,2023-03-09,20")],
    check: .row(where: .filled(P.acceptQty)) { row, _ in
      guard let bought = row[P.qty]?.amount, let got = row[P.acceptQty]?.amount, bought != got else { return nil }
      return Offense(row, at: P.acceptQty, "采购\(bought.plain)，实收\(got.plain)", fix: "请核对数量；少送的请在备注写明补送或退款。")
    })

  private static func sheet(_ row: String) -> Example {
    .sheet("采购台账.csv", "申购日期,申购人,采购日期,品名,数量,金额,审批人,采购人,验收人,保管人,验收结果,入库日期,实收数量\n\(row)\n")
  }
}

/// Duties that one person must not hold together (domain §6, 17).
enum Separation {
  /// What a school too small to part them does instead.
  static func remedy(_ scope: Scope) -> String {
    scope.profile.isSmallUnit ? "人手少、分不开的，请由园长（校长）定期抽查并留下记录。" : ""
  }
}
