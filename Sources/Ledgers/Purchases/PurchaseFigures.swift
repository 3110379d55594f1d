import LedgerKit

/// ST-PUR-01…10, domain §4.1.
enum PurchaseFigures {
  private typealias P = Purchases
  private static let money: [AnyColumn] = [P.date, P.amount]

  static let all: [Figure] =
    [
      .sum("ST-PUR-01", "purchases.total", "采购总额", of: P.amount, reads: money, "金额之和，退货为负；数量×单价与金额不符的按金额计入并提示。"),
      .distinct(
        "ST-PUR-02", "purchases.orders", "采购单数", "单", reads: [P.date], "不同申购单号数；没有单号的按日期、供应商、采购人合并。",
        by: P.orders),
      .count("ST-PUR-02.rows", "purchases.rows", "采购项数", "项", reads: [P.date], "采购明细行数。"),
      concentration("ST-PUR-05", "purchases.topSupplierShare", "最大供应商占比", 1),
      concentration("ST-PUR-05.top3", "purchases.top3SupplierShare", "前三供应商占比", 3),
      .distinct(
        "ST-PUR-05.suppliers", "purchases.suppliers", "供应商数", "家", reads: [P.date], needs: [[P.supplier]], "填写的不同供应商数（按台账写法）。",
        by: RowNumbering(P.supplier)),
      Figure(
        "ST-PUR-05.unknown", "purchases.unknownSupplierShare", "供应商未填金额占比", .percent, reads: money, needs: [[P.supplier]],
        weighsMoney: true, "供应商未填的金额 ÷ 采购总额。"
      ) {
        tally, table, books in
        tally.expectDenominator()
        for rows in table.rows(for: money).pieces {
          let unknown = rows.satisfying(!.filled(P.supplier), books.scope)
          for rows in rows { tally.judge(rows, qualifying: unknown.word(of: rows), weighing: P.amount) }
        }
      },
      .rate(
        "ST-PUR-06", "purchases.completeRate", "采购流程齐全率", reads: [P.date], needs: Part.allCases.map(\.columns),
        "申购人、审批人、验收人、入库（保管人或入库日期）都有的行 ÷ 有这几列的行。",
        of: Part.allCases.map(\.isFilled).reduce(.always) { $0 && $1 }, among: Part.allCases.map(\.isAsked).reduce(.always) { $0 && $1 }),
    ]
    + Part.allCases.map { part in
      .rate(
        "ST-PUR-06.\(part.rawValue)", "purchases.\(part.rawValue)Rate", "\(part.title)齐全率", reads: [P.date], needs: [part.columns],
        "填有\(part.title)的行 ÷ 有这一列的行，未填计为没有。",
        of: part.isFilled, among: part.isAsked)
    } + [
      .rate(
        "ST-PUR-07", "purchases.acceptanceRate", "采购验收合格率", reads: [P.date, P.acceptResult], needs: [[P.acceptResult]],
        "验收结果为合格 ÷ 验收结果为合格、不合格、部分合格、退货的行；未填的不计。",
        of: .is(P.acceptResult, .passed), among: .filled(P.acceptResult) && !.is(P.acceptResult, .exchanged)),
      Figure(
        "ST-PUR-08", "purchases.equipmentCount", "设备购置数量", .count("台（套）"), reads: [P.date, P.category, P.qty], needs: [[P.category]],
        "类别为设备（固定资产）的行，数量之和。"
      ) {
        tally, table, books in
        let bought = RowCondition.is(P.category, .equipment) && .filled(P.qty)
        for row in table.rows(for: [P.date, P.category, P.qty]).words(satisfying: bought, books.scope).joined() {
          if let qty = row[P.qty] { tally.add(row, Int128(qty.amount.millionths / Fixed.scale)) }
        }
      },
      .sum(
        "ST-PUR-08.amount", "purchases.equipmentAmount", "设备购置金额", of: P.amount, reads: money + [P.category], needs: [[P.category]],
        "类别为设备（固定资产）的行，金额之和。",
        where: .is(P.category, .equipment)),
      Figure(
        "ST-PUR-09", "purchases.budgetRate", "预算执行率", .percent, reads: money, weighsMoney: true, "列入预算科目的采购金额 ÷ 预算合计；科目按预算项目，未填时按类别对应。"
      ) { tally, table, books in
        guard let budget = books.scope.budget, !budget.isEmpty else {
          tally.lacksTable("未提供预算")
          return
        }
        var spent = Int128(0)
        for row in table.rows(for: money) {
          guard let amount = row[P.amount], PurchaseBudget.item(of: row, in: budget) != nil else { continue }
          spent += Int128(amount.amount.millionths)
          tally.support(row, as: .sum, giving: Int128(amount.amount.millionths))
        }
        tally.divides(by: "预算合计")
        tally.set(spent, over: budget.reduce(0) { $0 + Int128($1.amount.millionths) })
      },
    ]

  static let breakdowns: [Breakdown] = [
    Breakdown(
      "ST-PUR-03", "purchases.byCategory", "采购金额（按类别）", .money, keys: ["类别"], value: "金额（元）", showsShare: true, reads: money + [P.category],
      needs: [P.category],
      "采购金额按类别，占比的分母为各类合计。", key: .term(P.category), of: .money(P.amount)),
    Breakdown(
      "ST-PUR-04", "purchases.byMonth", "采购金额（按月）", .money, keys: ["月份"], value: "金额（元）", order: .byKey, reads: money, "采购金额按采购日期的月份。",
      key: .month, of: .money(P.amount)),
    Breakdown(
      "ST-PUR-04.rows", "purchases.rowsByMonth", "采购项数（按月）", .count("项"), keys: ["月份"], value: "项数", order: .byKey, reads: [P.date],
      "采购项数按月。",
      key: .month),
    Breakdown(
      "ST-PUR-05.list", "purchases.bySupplier", "采购金额（按供应商）", .money, keys: ["供应商"], value: "金额（元）", showsShare: true, reads: money,
      needs: [P.supplier],
      "采购金额按供应商（按台账写法）。", key: .text(P.supplier), of: .money(P.amount)),
    Breakdown(
      "ST-PUR-10", "purchases.byMethod", "采购金额（按采购方式）", .money, keys: ["采购方式"], value: "金额（元）", showsShare: true, reads: money + [P.method],
      needs: [P.method],
      "采购金额按采购方式。", key: .term(P.method), of: .money(P.amount)),
  ]

  static let equipment = Listing(
    "ST-PUR-08.list", "设备购置清单",
    [
      Listing.Column("采购日期"), Listing.Column("品名"), Listing.Column("规格"), Listing.Column("数量", isNumber: true),
      Listing.Column("金额（元）", isNumber: true),
    ]
  ) { table, books in
    table.rows(for: money + [P.category]).words(satisfying: .is(P.category, .equipment), books.scope).joined().map { row in
      [
        row.date?.iso ?? "", row[P.item]?.string ?? "", row[P.spec]?.string ?? "",
        (row[P.qty]?.amount.plain ?? "—") + (row[P.unit]?.string ?? ""),
        row[P.amount].map { Format.grouped(Format.yuan($0.amount)) } ?? "—",
      ]
    }
  }

  /// What a complete purchase leaves on paper.
  private enum Part: String, CaseIterable, Sendable {
    case requester, approver, inspector, stockIn

    var title: String {
      switch self {
      case .requester: "申购人"
      case .approver: "审批人"
      case .inspector: "验收人"
      case .stockIn: "入库"
      }
    }

    /// Any of these columns can show it.
    var columns: [AnyColumn] {
      switch self {
      case .requester: [P.requester]
      case .approver: [P.approver]
      case .inspector: [P.inspector]
      case .stockIn: [P.keeper, P.stockedOn]
      }
    }

    /// The row's sheet has a place for it at all: a missing column is not a "no".
    var isAsked: RowCondition { columns.map(RowCondition.has).reduce(.never) { $0 || $1 } }
    var isFilled: RowCondition { columns.map(RowCondition.filled).reduce(.never) { $0 || $1 } }
  }

  /// The share of the largest suppliers in the amounts with a supplier.
  private static func concentration(_ code: String, _ id: String, _ title: String, _ top: Int) -> Figure {
    .largestShare(
      code, id, title, of: P.supplier, weighing: P.amount, top, reads: money, needs: [[P.supplier]],
      "金额最大的\(top == 1 ? "一" : "三")家供应商的金额 ÷ 填有供应商的金额（供应商按台账写法）。")
  }
}

/// Which item of the budget a purchase belongs to.
enum PurchaseBudget {
  static func item(of row: Row, in budget: [Scope.BudgetItem]) -> Int? {
    if let written = row[Purchases.budgetItem] {
      let name = Folding.compact(written.string)
      return budget.firstIndex { Folding.compact($0.name) == name }
    }
    guard let category = row[Purchases.category] else { return nil }
    return budget.firstIndex { PurchaseCategory.term(for: $0.name) == category }
  }
}
