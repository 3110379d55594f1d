import LedgerKit

/// PUR-001…, domain §2.3 and §2.4.
enum PurchaseRules {
  private typealias P = Purchases

  static let all: [Rule] = [arithmetic, order, approval, selfApproval, selfAcceptance, repeatedInvoice]

  private static let arithmetic = Rule(
    "PUR-001", "数量×单价≠金额", .error, .data, ledger: "purchases", citation: Citation("《会计法》第十七条", .V1),
    rationale: "数量乘单价与金额不符，可能是数量、单价或金额写错。合计仍按金额计入，便于与发票核对。",
    onlyTells: true,
    triggers: [sheet("2023-03-08,胶带,12,3.50,↓45.00,王建国,李秀英,赵海燕"), sheet("2023-03-08,空调,5,3280,↓1.2万元,王建国,李秀英,赵海燕")],
    passes: [
      sheet("2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕"), sheet("2023-03-08,大米,3,33.33,100.00,王建国,李秀英,赵海燕"),
      sheet("2023-03-08,地垫,-2,63.00,-126.00,王建国,李秀英,赵海燕"),
    ],
    check: .row(where: disagree) { row, _ in
      guard let qty = row[P.qty]?.amount, let price = row[P.price]?.amount else { return nil }
      let product = Int128(qty.millionths) * Int128(price.millionths) / Int128(Fixed.scale)
      return Offense(
        row, at: P.amount, "数量\(Format.grouped(qty.plain))×单价\(Format.grouped(price.plain))＝\(Format.grouped(Format.yuan(product)))元，与金额不符",
        fix: "请对照发票核对数量、单价和金额；有折扣的在备注写明。")
    })

  private static let disagree = RowCondition.cells(P.qty, P.price, P.amount) { qty, price, amount in
    guard let qty, let price, let amount else { return false }
    return !agrees(Fixed(millionths: qty), Fixed(millionths: price), Fixed(millionths: amount))
  }

  /// Within a fen, or half a fen a piece: prices are rounded to fen.
  private static func agrees(_ qty: Fixed, _ price: Fixed, _ amount: Fixed) -> Bool {
    let difference = Int128(qty.millionths) * Int128(price.millionths) - Int128(amount.millionths) * Int128(Fixed.scale)
    let fen = Int128(Fixed.scale / 100) * Int128(Fixed.scale)
    let perPiece = Int128(qty.millionths.magnitude) * Int128(Fixed.scale) / 200
    return difference.magnitude <= max(fen, perPiece).magnitude
  }

  private static let order = Rule(
    "PUR-002", "流程日期倒置", .error, .compliance, ledger: "purchases", citation: .own("物品申购、审批、验收、入库"),
    rationale: "采购应当先申购、再审批、后采购、验收、入库。日期倒置说明手续后补，或日期写错。金额照计。",
    triggers: [
      .sheet("采购台账.csv", "申购日期,审批日期,采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-06,↓2023-03-10,2023-03-08,地垫,1,60,60,王建国,李秀英,赵海燕\n")
    ],
    passes: [
      .sheet("采购台账.csv", "申购日期,审批日期,采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-06,,2023-03-06,地垫,1,60,60,王建国,李秀英,赵海燕\n")
    ],
    check: .row(where: .misordered(P.reqOn, P.approvedOn, P.date, P.acceptedOn, P.stockedOn)) { row, _ in
      let days: InlineArray<5, Day?> = [row[P.reqOn], row[P.approvedOn], row[P.date], row[P.acceptedOn], row[P.stockedOn]]
      var before: (day: Day, step: Int)?
      for step in days.indices {
        guard let day = days[step] else { continue }
        if let before, day < before.day {
          let (earlier, later) = (steps[before.step], steps[step])
          return Offense(row, at: earlier.column, "\(earlier.name)晚于\(later.name)（\(day.iso)）", fix: "日期写错的请改正；确属后补手续的请在备注说明。")
        }
        before = (day, step)
      }
      return nil
    })

  /// In the order in which they should be done.
  private static let steps: [(column: Column<Day>, name: String)] = [
    (P.reqOn, "申购日期"), (P.approvedOn, "审批日期"), (P.date, "采购日期"), (P.acceptedOn, "验收日期"), (P.stockedOn, "入库日期"),
  ]

  private static let approval = Rule(
    "PUR-004", "缺审批", .error, .compliance, ledger: "purchases", citation: .own("采购审批"),
    rationale: "每笔采购应有审批人签字。没有审批的采购，金额照计，但手续不全。",
    triggers: [sheet("2023-04-03,地垫,20,63.00,1260.00,↓,李秀英,赵海燕")], passes: [sheet("2023-04-03,地垫,20,63.00,1260.00,王建国,李秀英,赵海燕")],
    check: .row(where: .lacks(P.approver)) { row, _ in
      guard let amount = row[P.amount], amount.amount >= .zero else { return nil }
      return Offense(row, at: P.approver, "没有审批人（金额\(Format.grouped(Format.yuan(amount.amount)))元）", fix: "请补办审批并填写审批人。")
    })

  private static let selfApproval = Rule(
    "PUR-005", "审批人与经办人相同", .error, .compliance, ledger: "purchases", citation: Laws.separation,
    rationale: "审批和经办由同一人担任，失去相互制约。",
    triggers: [sheet("2023-03-08,A4纸,10,22.00,220.00,↓李秀英,李秀英,赵海燕")], passes: [sheet("2023-03-08,A4纸,10,22.00,220.00,后勤处,后勤处,赵海燕")],
    check: .row(where: .sharePerson(P.approver, P.buyer) || .sharePerson(P.approver, P.requester)) { row, _ in
      guard let approver = row[P.approver] else { return nil }
      guard let name = approver.shared(with: row[P.buyer]).first ?? approver.shared(with: row[P.requester]).first else { return nil }
      return Offense(row, at: P.approver, "审批人与采购（申购）人均为“\(name)”", fix: "建议由其他负责人审批并补签；填错的请改正。")
    })

  private static let selfAcceptance = Rule(
    "PUR-006", "采购人与验收人相同", .error, .compliance, ledger: "purchases", citation: Laws.separation,
    rationale: "自己采购、自己验收，数量和质量无人把关。另有他人一同验收的，只作提醒。",
    triggers: [sheet("2023-03-08,A4纸,10,22.00,220.00,王建国,李秀英,↓李秀英"), sheet("2023-03-08,A4纸,10,22.00,220.00,王建国,李秀英,↓李秀英、赵海燕")],
    passes: [sheet("2023-03-08,A4纸,10,22.00,220.00,王建国,李秀英,赵海燕")],
    check: .row(where: .sharePerson(P.inspector, P.buyer)) { row, scope in
      guard let buyer = row[P.buyer], let inspector = row[P.inspector] else { return nil }
      let shared = inspector.shared(with: buyer)
      guard let name = shared.first else { return nil }
      let isAlone = inspector.count == shared.count
      return Offense(
        row, at: P.inspector, "采购人与验收人均为“\(name)”" + (isAlone ? "" : "，另有他人一同验收"), fix: "建议由他人验收并补签；填错的请改正。" + Separation.remedy(scope),
        severity: scope.profile.isSmallUnit ? .info : isAlone ? nil : .warning)
    })

  private static let repeatedInvoice = Rule(
    "PUR-103", "票据号重复", .error, .compliance, ledger: "purchases", citation: .own("票据报销"),
    rationale: "同一张发票出现在两单采购里，可能重复报销，也可能号码写错。同一单分行登记的不算。",
    triggers: [
      invoices("CG001,2023-03-08,00123456", "CG002,2023-04-03,↓00123456"),
      invoices("CG001,2023-03-08,00123456", "CG002,2023-04-03,↓123456"),
    ],
    passes: [
      invoices("CG001,2023-03-08,00123456", "CG001,2023-03-08,00123456"),
      invoices("CG001,2023-03-08,00123456", "CG002,2023-04-03,00123457"),
    ],
    check: .table { table, _ in
      // Where no number has zeros before it, equal texts are equal numbers.
      let rows = table.rows(for: [P.invoiceNo], in: [.inTerm, .carriedOver, .future, .undated])
      if !table.hasPadded(P.invoiceNo) {
        return offenses(rows.repeated(sharing: [P.invoiceNo]) { row in row[P.invoiceNo].map { RowKey($0.id, 0) } })
      }
      var numbers = NumberedTexts()
      return offenses(
        rows.repeated { row in
          row[P.invoiceNo].map { RowKey(Int32(truncatingIfNeeded: numbers.number(of: String($0.string.drop { $0 == "0" }))), 0) }
        })
    })

  private static func offenses(_ repeated: [(row: Row, first: Row)]) -> [Offense] {
    repeated.compactMap { row, other -> Offense? in
      guard let invoice = row[P.invoiceNo], areTwoOrders(row, other),
        isOneInvoice(String(invoice.string.drop { $0 == "0" }), row, other)
      else { return nil }
      return Offense(row, at: P.invoiceNo, "与\(other.place(from: row))的另一单票据号相同", fix: "请核对发票；确为同一单分次付款的请填相同的申购单号。")
    }
  }

  /// Receipts by hand are numbered anew by every shop: a short number means one paper only with one supplier.
  private static func isOneInvoice(_ number: String, _ a: Row, _ b: Row) -> Bool {
    guard number.count < 6, let x = a[P.supplier], let y = b[P.supplier] else { return true }
    return x == y
  }

  private static func areTwoOrders(_ a: Row, _ b: Row) -> Bool {
    if let x = a[P.reqNo], let y = b[P.reqNo] { return x != y }
    return a.date != b.date
  }

  private static func sheet(_ row: String) -> Example { .sheet("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n\(row)\n") }

  private static func invoices(_ rows: String...) -> Example {
    let lines = rows.enumerated().map { "\($1),物品\($0 + 1),1,60,60,王建国,李秀英,赵海燕" }
    return .sheet("采购台账.csv", "申购单号,采购日期,发票号,品名,数量,单价,金额,审批人,采购人,验收人\n" + lines.joined(separator: "\n") + "\n")
  }
}
