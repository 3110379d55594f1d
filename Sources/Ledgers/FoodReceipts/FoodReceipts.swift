import LedgerKit

/// Kinds of food; domain §1.4.
public enum FoodClass: String, Vocabulary {
  /// A cell stores its index here.
  public static let cases = allCases
  case grain = "粮油", vegetable = "蔬菜", fruit = "水果", meat = "畜禽肉", fish = "水产", egg = "蛋", dairy = "奶及奶制品", bean = "豆制品"
  case seasoning = "调味品", packaged = "预包装/干货", pastry = "点心糕点", prepared = "净菜", other = "其他"

  /// Whole cells that mean the class.
  public var synonyms: [String] {
    switch self {
    case .grain: ["米面", "米面油", "食用油", "油", "米", "粮食", "主食", "粮油类"]
    case .vegetable: ["蔬菜类", "菜", "鲜菜"]
    case .fruit: ["水果类", "鲜果"]
    case .meat: ["肉", "肉类", "鲜肉", "猪肉", "禽肉", "畜肉", "肉禽", "肉禽类"]
    case .fish: ["水产品", "鱼虾", "水产类"]
    case .egg: ["蛋类", "禽蛋", "鲜蛋"]
    case .dairy: ["奶", "奶类", "乳制品", "牛奶", "奶制品"]
    case .bean: ["豆类", "豆制品类"]
    case .seasoning: ["调料", "调味料", "调味品类"]
    case .packaged: ["预包装", "干货", "预包装食品", "定型包装", "干货类"]
    case .pastry: ["点心", "糕点", "面点"]
    case .prepared: ["净菜类"]
    case .other: ["其它"]
    }
  }

  /// An unknown class is food all the same, counted as 其他 (GEN-008).
  public static var fallback: FoodClass? { .other }

  /// Classes whose delivery must come with a certificate (domain §1.4).
  public var needsCertificate: Bool { self == .meat || self == .packaged || self == .grain }
}

/// How food looked and smelled.
public enum SensoryState: String, Vocabulary {
  /// Doubt first: 不新鲜 is found before 新鲜.
  public static let cases = allCases
  case abnormal = "异常"
  case normal = "正常"

  /// Whole cells that mean the state.
  public var synonyms: [String] {
    switch self {
    case .normal: ["新鲜", "良好", "合格", "√", "✓", "v", "好", "无异味", "完好"]
    case .abnormal: ["异味", "变质", "不新鲜", "腐烂", "×", "x", "发霉", "变色"]
    }
  }

  /// Parts of a longer text: 有异味, 外观良好.
  public var contained: [String] {
    switch self {
    case .abnormal: ["异常", "异味", "变质", "不新鲜", "腐", "霉"]
    case .normal: ["新鲜", "正常", "良好"]
    }
  }
}

/// 食堂进货验收台账（索证索票）, domain §1.4.
public enum FoodReceipts {
  // Columns of domain §1.4, in its order.
  public static let date = Column<Day>("date", "进货日期", "采购日期", "验收日期", "到货日期", "日期", "入库日期", need: .required)
  public static let time = Column<TimeOfDay>("time", "验收时间", "到货时间", traits: [.lenient])
  public static let item = Column<Text>("item", "品名", "食品名称", "名称", "食材名称", "原料名称", "货品", "品名及规格", "品名规格", need: .required)
  public static let foodClass = Column<FoodClass>("food_class", "类别", "食品类别", "品类", need: .expected)
  public static let spec = Column<Text>("spec", "规格", "包装规格")
  public static let brand = Column<Text>("brand", "品牌")
  public static let unit = Column<Text>("unit", "单位", "计量单位")
  public static let qty = Column<Quantity>("qty", "数量", "采购数量", "重量", need: .required)
  public static let price = Column<Money>("price", "单价", need: .expected)
  public static let amount = Column<Money>("amount", "金额", "总价", "合计", "小计", "总金额", need: .required, traits: [.isTotaled])
  public static let producedOn = Column<Day>(
    "produced_on", "生产日期", "生产批号", "批号", "生产日期或批号", need: .expected, traits: [.deadline, .past, .lenient])
  public static let shelfLife = Column<ShelfLife>("shelf_life", "保质期", "保质期限", "有效期", "到期日", need: .expected)
  public static let supplier = Column<Text>("supplier", "供货商", "供应商", "供货单位", "进货渠道", "配送公司", need: .required, traits: [.mayBeBlank])
  public static let supplierTel = Column<Text>("supplier_tel", "联系方式", "供货者联系方式", "电话", traits: [.isPrivate])
  public static let licence = Column<Voucher>(
    "licence", "索证情况", "许可证", "营业执照", "食品经营许可证", "索证", need: .required, traits: [.mayBeBlank])
  public static let cert = Column<Voucher>(
    "cert", "合格证明", "检验报告", "检疫证明", "动物检疫合格证", "票证", "索票情况", "票据", need: .expected)
  public static let sensory = Column<SensoryState>("sensory", "感官性状", "感官检查", "外观", "质量", "新鲜度", need: .expected)
  public static let result = Column<AcceptanceResult>("result", "验收结果", "验收结论", "是否合格", "验收情况", need: .required)
  public static let handling = Column<Text>("handling", "处理情况", "不合格处理", "处置")
  public static let inspectors = Column<Persons>(
    "inspectors", "验收人", "验收员", "收货人", "验收签名", "双人验收", need: .required)
  public static let buyer = Column<Persons>("buyer", "采购人", "经手人", "采购员", need: .expected)
  public static let deliverer = Column<Persons>("deliverer", "送货人", "配送员")
  public static let remark = Column<Text>("remark", "备注")

  /// L04: one row an article delivered.
  public static let ledger = Ledger(
    id: "food_receipts", number: "L04", title: "食堂进货验收台账",
    keywords: ["进货验收", "索证索票", "食堂进货", "食堂验收", "食材验收", "食品进货", "食材采购", "进货台账", "食堂采购", "食品采购", "食材进货", "食堂台账"],
    columns: [
      date, time, item, foodClass, spec, brand, unit, qty, price, amount, producedOn, shelfLife, supplier, supplierTel, licence, cert,
      sensory, result, handling, inspectors, buyer, deliverer, remark,
    ],
    signature: [licence, cert, sensory, producedOn, shelfLife], date: date, responsible: [inspectors, buyer],
    rules: FoodReceiptRules.all + FoodSafetyRules.all + FoodSupplierRules.all, figures: FoodReceiptFigures.all,
    breakdowns: FoodReceiptFigures.breakdowns, listings: [FoodReceiptFigures.rejected])

  // MARK: What a row means

  /// Licence seen, and the certificate where the class needs one; an empty cell is not met (ST-FOD-03, FOD-005).
  static let hasPapers: RowCondition = .is(licence, .seen) && (.is(cert, .seen) || !needsCertificate)
  static let needsCertificate: RowCondition = .is(foodClass, where: \.needsCertificate)
  static let isRejected: RowCondition = .filled(result) && !.is(result, .passed)
  static let isHandled: RowCondition = .filled(handling) || .is(result, .returned, .exchanged)
  /// The same of one row.
  static func isRejected(_ row: Row) -> Bool { row[result].map { $0 != .passed } ?? false }
}
