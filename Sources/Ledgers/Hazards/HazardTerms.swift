import LedgerKit

/// How far a hazard has come. An empty cell means 未整改 (domain §1.2).
public enum HazardStatus: String, Vocabulary {
  /// A cell stores its index here.
  public static let cases = allCases
  case open = "未整改"
  case partial = "整改中"
  case escalated = "已上报"
  case closed = "已整改"

  /// Whole cells that mean the state.
  public var synonyms: [String] {
    switch self {
    case .open: ["未完成", "待整改", "×", "x", "否", "未", "未处理", "未解决", "空"]
    case .partial: ["正在整改", "部分整改", "处理中", "已报修", "限期整改", "联系维修中", "进行中", "维修中", "待采购", "已报维修"]
    case .closed: ["已完成", "完成", "整改到位", "整改完毕", "已处理", "已解决", "已修复", "已销号", "已消除", "闭环", "√", "✓", "v", "是", "正常"]
    case .escalated: ["移交", "需上级协调", "暂无法整改", "协调中"]
    }
  }

  /// In the order of doubt: what is said not to be done, or done in part, is found before what is said to be done.
  public static let phrases: [(term: HazardStatus, parts: [String])] = [
    (.open, ["未整改", "未完成", "未修", "未处理", "未更换", "没有整改", "待整改", "尚未", "需整改"]), (.partial, ["部分", "正在", "整改中", "待更换", "待维修"]),
    (.closed, ["完毕", "修好", "已全部", "已经整改", "已整改", "已完成", "整改完", "已更换", "已消除", "销号", "当场整改", "立即整改", "闭环"]),
    (.partial, ["报修", "维修中", "处理中", "联系", "待采购", "限期", "进行中"]), (.escalated, ["上报", "移交", "上级", "无法整改", "协调"]),
    (.closed, ["已于", "已修", "已处理", "已解决", "到位"]),
  ]

  /// 整改 alone: has it been, or must it be?
  public static func question(_ word: String) -> Question? { word == "整改" ? .rectify : nil }

  /// An unknown word never counts as done.
  public static var fallback: HazardStatus? { .open }
}

/// What a hazard is about.
public enum HazardCategory: String, Vocabulary {
  /// A cell stores its index here.
  public static let cases = allCases
  case fire = "消防", electricity = "用电", gas = "燃气", food = "食品卫生", building = "校舍建筑", facility = "设施设备"
  case playground = "大型玩具与体育器械", security = "三防", traffic = "交通校车", health = "卫生防疫", chemicals = "危化品"
  case surroundings = "周边环境", network = "网络信息", other = "其他"

  /// Whole cells that mean the category.
  public var synonyms: [String] {
    switch self {
    case .fire: ["消防安全", "消防设施", "火灾"]
    case .electricity: ["用电安全", "电气", "电", "电路"]
    case .gas: ["燃气安全", "煤气", "天然气"]
    case .food: ["食品安全", "食堂", "饮食卫生", "食品", "食堂安全"]
    case .building: ["校舍", "建筑", "房屋", "园舍", "校舍安全", "土建"]
    case .facility: ["设施", "设备", "设备设施", "公共设施", "门窗", "设施设备安全"]
    case .playground: ["大型玩具", "玩具器械", "体育器械", "大型器械", "户外玩具", "体育设施", "游戏器械"]
    case .security: ["三防设施", "人防", "物防", "技防", "安防", "人防/物防/技防", "门卫", "监控"]
    case .traffic: ["交通", "校车", "交通安全"]
    case .health: ["卫生", "防疫", "疾病防控", "卫生保健"]
    case .chemicals: ["危险化学品", "实验室安全", "危化品安全"]
    case .surroundings: ["周边", "校园周边", "园外", "周边安全"]
    case .network: ["网络", "信息", "网络安全"]
    case .other: ["其它", "综合"]
    }
  }

  /// An unknown category is counted as 其他 (GEN-008).
  public static var fallback: HazardCategory? { .other }
}

/// How grave a hazard is.
public enum HazardLevel: String, Vocabulary {
  /// A cell stores its index here.
  public static let cases = allCases
  case ordinary = "一般"
  case considerable = "较大"
  case major = "重大"
  case other = "其他"

  /// Whole cells that mean the level: grades, colours, letters.
  public var synonyms: [String] {
    switch self {
    case .ordinary: ["低", "ⅳ级", "iv级", "四级", "蓝", "蓝色", "c", "c级", "一般隐患", "轻微", "低风险"]
    case .considerable: ["中", "较大隐患", "ⅱ级", "ⅲ级", "ii级", "iii级", "二级", "三级", "橙", "黄", "橙色", "黄色", "b", "b级", "中风险"]
    case .other: ["其它"]
    case .major: ["高", "重大隐患", "ⅰ级", "i级", "一级", "红", "红色", "a", "a级", "高风险", "特大"]
    }
  }

  /// Unknown levels are kept as typed and counted as 其他, with a warning (GEN-008).
  public static var fallback: HazardLevel? { .other }
}
