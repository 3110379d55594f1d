import LedgerKit

/// X-002, X-004 and X-021: what should have a counterpart elsewhere, and pairs that always meet; domain §2.5.
enum CounterpartRules {
  private typealias P = Purchases
  private typealias H = Hazards

  static let all: [Rule] = [noSource, noStock, mutual]

  private static let days = Parameter("X-002", "天数", 3, "天")

  private static let noSource = Rule(
    "X-002", "隐患无来源检查", .info, .data, ledger: "hazards", citation: .own("隐患排查登记"),
    rationale: "隐患台账里的隐患，前后几天应有检查记录；教师、家长报告的和日常巡查发现的请写明来源。", parameters: [days],
    onlyTells: true,
    triggers: [folder("2023-04-12,月检查,大型玩具,螺丝松动")],
    passes: [folder("2023-03-08,月检查,大型玩具,螺丝松动", marked: false), folder("2023-04-12,家长反映,大型玩具,螺丝松动", marked: false)],
    check: .books { books in
      guard let hazards = books.table(H.ledger), let inspections = books.table(Inspections.ledger) else { return [] }
      let inspected = Set(inspections.distinct(Inspections.date).map { Int32(truncatingIfNeeded: $0) })
      let reach = Int32(clamping: books.scope.whole(days))
      return hazards.rows(for: [H.foundOn]).compactMap { row -> Offense? in
        guard !row.isDerived, let found = row[H.foundOn], row.precision(H.foundOn) != .month, !hasOwnSource(row) else { return nil }
        if ((found.number - reach)...(found.number + reach)).contains(where: inspected.contains) { return nil }
        return Offense(row, at: H.foundOn, "前后\(reach)天没有检查记录，也没有写明隐患是谁报告的", fix: "请补交检查记录，或在隐患来源写明（如教师报告、家长反映、日巡查）。")
      }
    })

  /// Reported by someone, or met on a patrol, whose ledger is not read yet.
  private static func hasOwnSource(_ row: Row) -> Bool {
    guard let source = row[H.source]?.string else { return false }
    return ["报告", "反映", "反馈", "家长", "教师", "老师", "上级", "巡", "举报", "找茬", "自查", "发现"].contains(where: source.holds)
  }

  private static let noStock = Rule(
    "X-004", "采购与入库不对应", .warning, .compliance, ledger: "purchases", citation: .own("物品验收入库"),
    rationale: "买来的物品要先入库、再领用。没有入库记录的，或有入库没有采购日期的，账物对不上。服务、工程和印刷不在此列。",
    triggers: [stocked("2023-03-08,地垫,20,活动用品,↓,"), stocked("↓,地垫,20,活动用品,周海燕,2023-03-09")],
    passes: [stocked("2023-03-08,地垫,20,活动用品,周海燕,2023-03-09"), stocked("2023-03-08,空调清洗,1,服务,,")],
    check: .row(where: (.filled(P.stockedOn) && .lacks(P.date)) || hasNoStock) { row, _ in
      if row[P.stockedOn] != nil { return Offense(row, at: P.date, "有入库日期，没有采购日期", fix: "请补填采购日期。") }
      guard ![.service, .printing].contains(row[P.category]), row[P.amount].map({ !$0.amount.isNegative }) ?? true, row[P.item] != nil
      else { return nil }
      return Offense(row, at: row.has(P.keeper) ? P.keeper : P.stockedOn, "没有入库记录（保管人、入库日期都没有填）", fix: "请补办入库；直接领用的请在备注说明。")
    })

  private static let hasNoStock: RowCondition =
    .empty(P.keeper) && .empty(P.stockedOn) && .empty(P.stockNo) && (.has(P.keeper) || .has(P.stockedOn))

  private static let mutual = Rule(
    "X-021", "互相采购、互相验收", .warning, .hint, ledger: "purchases", citation: Laws.separation,
    rationale: "同一家供应商的采购里，甲采购由乙验收，乙采购又由甲验收，相互制约容易流于形式。",
    triggers: [pairs("2023-03-08,胶带,甲商行,李秀英,赵海燕\n2023-04-08,胶水,甲商行,赵海燕,↓李秀英")],
    passes: [
      pairs("2023-03-08,胶带,甲商行,李秀英,赵海燕\n2023-04-08,胶水,乙商行,赵海燕,李秀英"), pairs("2023-03-08,胶带,甲商行,李秀英,赵海燕\n2023-04-08,胶水,甲商行,李秀英,周海燕"),
    ],
    check: .telling { table, scope, tell in
      let found = PurchaseWays(in: table, scope)
      var names = SaidNames(found)
      // Told once, at the way that was gone later.
      for pair in found.returns {
        let way = found.ways[Int(pair.way)]
        let (back, forth) = (names.trade(way.reverse), names.trade(way))
        // Room for all at once: a text that grows part by part is copied each time.
        var message = names.supplier(way)
        message.reserveCapacity(message.utf8.count + back.utf8.count + forth.utf8.count + 40)
        message += back
        message += String(pair.ordersBack)
        message += "单，"
        message += forth
        message += String(pair.orders)
        message += "单"
        tell(Offense(table.row(Int(pair.first)), at: P.inspector, message, fix: "建议核对分工，采购和验收由固定的不同人员担任。"))
      }
    })

  /// Parts of messages that name suppliers and people, each put together once: many pairs share them.
  private struct SaidNames {
    private let found: PurchaseWays
    private var suppliers = CellNumbers(), trades = PairNumbers(width: 256)
    private var ofSuppliers: [String] = []
    private var ofTrades: [String] = []

    init(_ found: PurchaseWays) { self.found = found }

    mutating func supplier(_ way: PurchaseWays.Way) -> String {
      let (place, isNew) = suppliers.number(of: Int64(way.supplier))
      if isNew { ofSuppliers.append("“\(found.supplier(way.supplier))”的采购，") }
      return ofSuppliers[place]
    }

    mutating func trade(_ way: PurchaseWays.Way) -> String {
      let (place, isNew) = trades.number(of: way.buyer, way.inspector)
      if isNew { ofTrades.append("“\(found.person(way.buyer))”采购、“\(found.person(way.inspector))”验收") }
      return ofTrades[place]
    }
  }

  // MARK: Examples

  private static func folder(_ row: String, marked: Bool = true) -> Example {
    Example(
      ("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果\n2023-03-06,月检查,大门,王建国、李秀英,正常\n"),
      ("隐患整改台账.csv", "发现日期,隐患来源,隐患部位,隐患描述,整改责任人,整改期限,整改完成日期,整改情况\n\(marked ? "↓" : "")\(row),吴建平,2023-04-15,2023-04-14,已整改\n"))
  }

  private static func stocked(_ row: String) -> Example {
    let cells = row.split(separator: ",", omittingEmptySubsequences: false)
    return .sheet(
      "采购台账.csv", "采购日期,品名,数量,类别,保管人,入库日期,金额,审批人,采购人,验收人\n\(cells.joined(separator: ",")),1260,王建国,李秀英,赵海燕\n")
  }

  private static func pairs(_ rows: String) -> Example {
    .sheet("采购台账.csv", "采购日期,品名,供应商,采购人,验收人,审批人,数量,金额\n" + rows.split(separator: "\n").map { "\($0),王建国,1,36\n" }.joined())
  }
}
