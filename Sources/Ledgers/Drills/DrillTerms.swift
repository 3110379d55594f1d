import LedgerKit

/// The kinds of drill of domain §1.5.
public enum DrillKind: String, Vocabulary {
  /// In the order `contained` is tried: what is particular before fire, 综合疏散 and 其他.
  public static let cases = allCases
  case earthquake = "地震", terror = "反恐防暴", stampede = "防踩踏", poisoning = "食物中毒", bus = "校车", drowning = "防溺水"
  case epidemic = "传染病", power = "停电", weather = "极端天气", gas = "燃气泄漏", extinguisher = "灭火器实操", lost = "防走失"
  case fire = "消防疏散", general = "综合疏散", other = "其他"

  /// Whole cells that mean the kind.
  public var synonyms: [String] {
    switch self {
    case .fire: ["消防", "消防演练", "火灾", "火灾疏散", "消防逃生", "消防应急疏散", "火灾逃生疏散"]
    case .earthquake: ["地震演练", "防震", "防震减灾", "地震避险", "地震疏散"]
    case .terror: ["防暴恐", "反恐", "防暴", "防恐防暴", "反恐防爆", "防暴演练"]
    case .stampede: ["踩踏"]
    case .poisoning: ["食品安全", "食物中毒应急"]
    case .bus: ["校车应急", "校车逃生"]
    case .drowning: ["溺水"]
    case .epidemic: ["疫情", "传染病/疫情", "疫情防控"]
    case .power: ["停水停电"]
    case .weather: ["防汛", "极端天气/防汛", "台风", "暴雨"]
    case .gas: ["燃气"]
    case .extinguisher: ["灭火实操", "灭火器使用", "灭火演练", "灭火"]
    case .lost: ["防拐骗", "防走失/防拐骗", "防拐", "走失"]
    case .general: ["应急疏散", "综合", "紧急疏散", "疏散演练", "应急疏散演练", "综合演练"]
    case .other: ["其它"]
    }
  }

  /// Parts of a longer text: 防震减灾应急演练.
  public var contained: [String] {
    switch self {
    case .fire: ["消防", "火灾", "火警"]
    case .earthquake: ["地震", "防震"]
    case .terror: ["反恐", "防暴", "防恐", "暴恐"]
    case .stampede: ["踩踏"]
    case .poisoning: ["食物中毒", "食品安全"]
    case .bus: ["校车"]
    case .drowning: ["溺水"]
    case .epidemic: ["传染病", "疫情", "诺如", "手足口"]
    case .power: ["停电"]
    case .weather: ["防汛", "暴雨", "台风", "极端天气", "大雪"]
    case .gas: ["燃气"]
    case .extinguisher: ["灭火器"]
    case .lost: ["走失", "拐骗", "防拐"]
    case .general: ["疏散"]
    case .other: []
    }
  }

  /// An unknown kind is a drill all the same, counted as 其他 (GEN-008).
  public static var fallback: DrillKind? { .other }

  /// An evacuation drill, the kind the frequency rules speak of. 反恐防暴, 食物中毒 and 灭火器实操 are drills, but not these.
  public var isEvacuation: Bool { [.fire, .earthquake, .general, .stampede, .bus].contains(self) }
}
