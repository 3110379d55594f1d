import LedgerKit

/// 物品采购台账（申购—审批—验收—入库）, domain §1.3.
public enum Purchases {
  // Columns of domain §1.3, in its order.
  public static let reqNo = Column<Text>("req_no", "申购单号", "采购单号", "单号", "编号", traits: [.identifier, .maybeSequence])
  public static let reqOn = Column<Day>("req_on", "申购日期", "申请日期", "请购日期", need: .expected)
  public static let requester = Column<Persons>("requester", "申购人", "申请人", "请购人", "申购部门", "使用部门", need: .expected)
  public static let approver = Column<Persons>(
    "approver", "审批人", "批准人", "园长签字", "校长签字", "审批", "领导签字", "批准", need: .required, traits: [.mayBeBlank])
  public static let approvedOn = Column<Day>("approved_on", "审批日期", "批准日期")
  public static let date = Column<Day>("date", "采购日期", "购买日期", "购置日期", "日期", need: .required)
  public static let item = Column<Text>(
    "item", "品名", "物品名称", "名称", "采购物品", "商品名称", "货物名称", "品名及规格", "品名规格", "物品名称及规格", "名称及规格", need: .required)
  public static let spec = Column<Text>("spec", "规格", "规格型号", "型号")
  public static let category = Column<PurchaseCategory>("category", "类别", "物品类别", "分类", "用途分类", need: .expected)
  public static let unit = Column<Text>("unit", "单位", "计量单位", need: .expected)
  public static let qty = Column<Quantity>("qty", "数量", "采购数量", need: .required)
  public static let price = Column<Money>("price", "单价", need: .expected)
  public static let amount = Column<Money>("amount", "金额", "总价", "合计", "小计", "总金额", need: .required, traits: [.isTotaled])
  public static let supplier = Column<Text>("supplier", "供应商", "供货商", "供货单位", "购买地点", "商家", "采购渠道", need: .expected)
  public static let buyer = Column<Persons>("buyer", "采购人", "经手人", "经办人", "采购员", "经手", "经办", need: .required)
  public static let method = Column<PurchaseMethod>("method", "采购方式")
  public static let fund = Column<Text>("fund", "资金来源", "经费来源")
  public static let invoiceNo = Column<Text>(
    "invoice_no", "发票号", "发票号码", "票据号", "凭证号", need: .expected, traits: [.identifier])
  public static let inspector = Column<Persons>("inspector", "验收人", "验收签字", "验收", need: .required)
  public static let acceptedOn = Column<Day>("accepted_on", "验收日期", "验收时间", need: .expected)
  public static let acceptQty = Column<Quantity>("accept_qty", "验收数量", "实收数量", "到货数量")
  public static let acceptResult = Column<AcceptanceResult>("accept_result", "验收结果", "验收情况", "验收结论", "质量", need: .expected)
  public static let keeper = Column<Persons>("keeper", "保管人", "入库人", "保管员", "仓库管理员", need: .expected)
  public static let stockedOn = Column<Day>("stocked_on", "入库日期", "入库时间", need: .expected)
  public static let stockNo = Column<Text>("stock_no", "入库单号", traits: [.identifier])
  public static let budgetItem = Column<Text>("budget_item", "预算项目", "预算科目")
  public static let remark = Column<Text>("remark", "备注", "用途")

  /// L03: one row an article bought.
  public static let ledger = Ledger(
    id: "purchases", number: "L03", title: "物品采购台账", keywords: ["采购台账", "物品采购", "采购明细", "采购登记", "采购记录", "采购"],
    columns: [
      reqNo, reqOn, requester, approver, approvedOn, date, item, spec, category, unit, qty, price, amount, supplier, buyer, method, fund,
      invoiceNo, inspector, acceptedOn, acceptQty, acceptResult, keeper, stockedOn, stockNo, budgetItem, remark,
    ],
    signature: [approver, reqOn, requester, approvedOn, keeper, stockedOn, invoiceNo, buyer, method], date: date,
    dateFallbacks: [acceptedOn, stockedOn],
    vagueHeaders: ["签字", "签名", "签章"].map { VagueHeader($0, [buyer, inspector, approver]) },
    responsible: [buyer, requester, inspector], rules: rules,
    figures: PurchaseFigures.all, breakdowns: PurchaseFigures.breakdowns,
    listings: [PurchaseFigures.equipment])

  private static let rules = PurchaseRules.all + PurchaseAcceptanceRules.all + PurchasePaperRules.all + PurchasePatternRules.all

  /// One order: its number, else the same day, supplier and buyer (ST-PUR-02).
  static func order(_ row: Row) -> OccasionKey? {
    row[reqNo].map { OccasionKey($0.id, -1) } ?? unnumberedOrder(row)
  }

  /// The rows of one order have one number.
  static let orders = RowNumbering(isShared: true, reqNo, else: unnumberedOrder)

  @Sendable private static func unnumberedOrder(_ row: Row) -> OccasionKey? {
    row.date.map { OccasionKey($0.number, row[supplier]?.id ?? -1, row[buyer]?.id ?? -1, 1) }
  }
}
