import LedgerKit

/// What a purchase is for; domain §1.3.
public enum PurchaseCategory: String, Vocabulary {
  /// A cell stores its index here.
  public static let cases = allCases
  case office = "办公用品", teaching = "教学用品/教玩具", living = "幼儿生活用品", cleaning = "清洁消毒用品", repair = "维修材料/五金"
  case security = "安防器材", medical = "医疗保健用品", equipment = "设备(固定资产)", furniture = "家具", books = "图书", green = "绿化"
  case event = "活动用品", printing = "印刷", service = "服务/工程", other = "其他"

  /// Whole cells that mean the category.
  public var synonyms: [String] {
    switch self {
    case .office: ["办公", "办公耗材", "文具"]
    case .teaching: ["教学用品", "教玩具", "教具", "玩教具", "教学"]
    case .living: ["幼儿用品", "生活用品", "学生生活用品", "学生用品"]
    case .cleaning: ["清洁用品", "消毒用品", "卫生用品", "清洁", "保洁用品", "清洁消毒"]
    case .repair: ["维修材料", "五金", "维修", "五金材料", "水电材料"]
    case .security: ["安防", "安全器材", "消防器材", "安保器材"]
    case .medical: ["医疗", "保健用品", "医疗用品", "药品"]
    case .equipment: ["设备", "固定资产", "设备购置", "设备类", "电器设备", "电器"]
    case .furniture: ["家具用具"]
    case .books: ["书籍", "图书绘本", "绘本"]
    case .green: ["绿化养护", "花木"]
    case .event: ["活动", "活动物资"]
    case .printing: ["文印", "印刷品", "宣传印刷"]
    case .service: ["服务", "工程", "维保", "服务费"]
    case .other: ["其它", "杂项"]
    }
  }

  /// An unknown category is counted as 其他 (GEN-008).
  public static var fallback: PurchaseCategory? { .other }
}

/// How something was bought; domain §1.3.
public enum PurchaseMethod: String, Vocabulary {
  /// A cell stores its index here.
  public static let cases = allCases
  case openTender = "公开招标", invitedTender = "邀请招标", negotiation = "竞争性谈判", consultation = "竞争性磋商", inquiry = "询价"
  case singleSource = "单一来源", online = "网上商城", designated = "定点采购", own = "自行采购", other = "其他"

  /// Whole cells that mean the method.
  public var synonyms: [String] {
    switch self {
    case .online: ["政采云", "网上商城/政采云", "网购", "电商"]
    case .own: ["零星采购", "自行采购/零星采购", "自购", "自采"]
    case .inquiry: ["询价采购", "三家比价", "比价"]
    case .openTender: ["招标"]
    case .designated: ["定点"]
    case .other: ["其它"]
    default: []
    }
  }

  /// An unknown method is counted as 其他 (GEN-008).
  public static var fallback: PurchaseMethod? { .other }
}

/// What an acceptance concluded.
public enum AcceptanceResult: String, Vocabulary {
  /// 不合格 and 部分合格 before the 合格 they contain.
  public static let cases = allCases
  case rejected = "不合格", partly = "部分合格", returned = "退货", exchanged = "换货", passed = "合格"

  /// Whole cells that mean the result.
  public var synonyms: [String] {
    switch self {
    case .passed: ["√", "✓", "v", "是", "验收合格", "良好", "符合", "完好", "通过", "正常", "已验收"]
    case .rejected: ["×", "x", "否", "不通过", "拒收"]
    case .returned: ["已退货", "退回"]
    case .exchanged: ["已换货", "调换"]
    case .partly: []
    }
  }

  /// Parts of a longer text: 经验收合格.
  public var contained: [String] {
    switch self {
    case .rejected: ["不合格"]
    case .partly: ["部分合格"]
    case .returned: ["退货", "退回"]
    case .exchanged: ["换货"]
    case .passed: ["合格"]
    }
  }
}
