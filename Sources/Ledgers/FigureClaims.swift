import LedgerKit

/// How summaries state the figures of the catalogue: the words that real ones use (domain §0.4), not only the outlines' own.
extension Catalog {
  /// Numbers, ledger by ledger.
  public static let claims: [Claim] = FigureClaims.all.flatMap { $0 }
  /// Statements of none or all.
  public static let absoluteClaims: [AbsoluteClaim] = FigureClaims.absolute
}

/// The lists behind `Catalog.claims`.
private enum FigureClaims {
  static let all: [[Claim]] = [inspections, hazards, purchases, food, drills, settings, others]

  private static let inspections: [Claim] = [
    .figure("ST-INS-01", "(开展/组织/进行/完成)…安全检查N次", "(开展/组织/进行/完成)…N次…安全检查", "安全检查…共N次", "安全检查N次", unless: ["专项", "月检查", "节前", "日常"]),
    .figure("ST-INS-02", "检查…N点次", "检查点…N个次"),
    .figure("ST-INS-03.monthly", "月检查N次", "月检查…共N次"),
    .figure("ST-INS-03.special", "专项检查N次", "N次专项检查"),
    .figure("ST-INS-03.beforeHoliday", "节前…检查N次"),
    .figure("ST-INS-01.daily", "日常(巡查/检查)…N次"),
    .figure("ST-INS-05", "区域…覆盖率(达/达到/为)N%", "区域…覆盖率N%"),
    .figure("ST-INS-05.count", "涉及N个部位", "覆盖N个部位"),
    .figure("ST-INS-07", "检出率(达/达到/为)N%", "检出率N%"),
    Claim(.group("ST-INS-03"), "KN次", "N次K"),
    Claim(.group("ST-INS-03.topic"), "K专项检查N次", "K检查N次"),
  ]

  private static let hazards: [Claim] = [
    .figure(
      "ST-HAZ-01", "(发现/排查/登记/查出/新增)…隐患N(处/个/条/项)", "隐患新登记N处", "(发现/排查出/查出/新增)N(处/个/条/项)…隐患", "隐患N处", unless: ["重大", "尚有", "未整改", "逾期"]),
    .figure("ST-HAZ-02", "(结转/遗留)…N处"),
    .figure("ST-HAZ-03", "整改率(达/达到/为)N%", "整改率N%", "整改完成率N%", unless: ["按期", "重大", "当日", "新增"]),
    .figure("ST-HAZ-03.closed", "(完成整改/已整改/整改完成)…N(处/个/条/项)", "N处…(完成整改/已整改/整改到位)", unless: ["没有完成", "未完成", "未整改"]),
    .figure("ST-HAZ-04", "按期整改率(达/达到/为)N%", "按期整改率N%", "按时整改率N%"),
    .figure("ST-HAZ-05", "(当天/当日/当场)…(整改/改完)…N处"),
    .figure("ST-HAZ-06", "平均…(整改/用/用时)N天"),
    .figure("ST-HAZ-06.max", "最长N天"),
    .figure("ST-HAZ-07", "(逾期/超过期限/超期)…N处", "N处…(逾期/超过期限/超期)"),
    .figure("ST-HAZ-08", "(尚有/还有/仍有)N处…(未整改/没有完成整改/未完成整改/正在整改)", "(未完成整改/未整改)…N处"),
    .figure("ST-HAZ-11", "重大隐患N(处/个)"),
    .figure("ST-HAZ-13", "整改资金…N元"),
    Claim(.group("ST-HAZ-10"), "K…隐患N处", "K类N处"),
  ]

  private static let purchases: [Claim] = [
    .figure(
      "ST-PUR-01", "采购(总额/总金额/金额/支出)…N元", "采购…合计N元", "采购…共计N元", "(采购/购置)…物品…N元", unless: ["食材", "食堂", "设备", "预算", "进货", "最大"]),
    .figure("ST-PUR-02", "采购…N单"),
    .figure("ST-PUR-02.rows", "采购…N项", "采购明细N项"),
    .figure("ST-PUR-05.suppliers", "供应商…N家", unless: ["前三", "最大"]),
    .figure("ST-PUR-06", "手续…齐全…N%", "采购流程齐全率N%"),
    .figure("ST-PUR-08", "(购置/购买/添置)设备N(台/套)"),
    .figure("ST-PUR-08.amount", "设备…(用款/金额)…N元"),
    .figure("ST-PUR-09", "预算执行率(达/达到/为)N%", "预算执行率N%"),
    Claim(.group("ST-PUR-03"), "KN元", "K…金额N元"),
  ]

  private static let food: [Claim] = [
    .figure("ST-FOD-01", "(食材/进货/验收)…N批次", unless: ["不合格"]),
    .figure("ST-FOD-02", "(食材/进货/食堂)…金额N元", "(食材/食堂采购)…(合计/共计)N元"),
    .figure("ST-FOD-03", "索证索票率(达/达到/为)N%", "索证索票率N%", "索证率N%"),
    .figure("ST-FOD-04", "食材…合格率(达/达到/为)N%", "食材…合格率N%"),
    .figure("ST-FOD-05", "不合格…N批次"),
    .figure("ST-FOD-06", "双人验收率(达/达到/为)N%", "双人验收率N%"),
    .figure("ST-FOD-07", "供货商N家"),
    Claim(.group("ST-FOD-02.class"), "KN元"),
  ]

  private static let partOfDrills = ["灭火器", "家长", "年级", "小班", "中班", "大班", "班级", "桌面"]
  private static let kindsOfDrills = [
    "消防", "地震", "防震", "反恐", "防暴", "踩踏", "溺水", "中毒", "校车", "传染病", "疫情", "停电", "防汛", "燃气", "灭火", "走失", "拐", "触电",
    "电梯", "逃生",
  ]
  private static let drills: [Claim] = [
    .figure("ST-DRL-01", "演练…N次", "N次…演练", "(开展/组织/进行)…演练…N(次/场)", unless: ["疏散", "参加", "参演", "记下", "用时"] + partOfDrills + kindsOfDrills),
    .figure("ST-DRL-02", "应急疏散…N次", "N次…疏散演练", "疏散演练N次", unless: partOfDrills + kindsOfDrills),
    .figure("ST-DRL-03", "(参加/参与/参演)…N人次", "演练…N人次", given: "演练", unless: ["培训", "学习", "讲座", "会议", "家长", "比赛"]),
    .figure("ST-DRL-04", "参与率(达/达到/为)N%", "参与率N%", "参演率N%", given: "演练"),
    .figure("ST-DRL-05", "疏散…平均N秒", "疏散…平均用时N秒", "平均疏散用时N秒"),
    Claim(.group("ST-DRL-01.kind"), "KN次", "K演练N次", "N次K演练", unless: partOfDrills),
  ]

  private static let settings: [Claim] = [
    Claim(.setting("班级数"), "(设/开设/共有/现有)N个(班/教学班/班级)", "N个教学班"),
    Claim(.setting("大班数"), "大班N个", "大班N班"),
    Claim(.setting("中班数"), "中班N个", "中班N班"),
    Claim(.setting("小班数"), "小班N个", "小班N班", unless: ["扩班"]),
    Claim(.setting("幼儿数"), "(在园/入园)幼儿N", "幼儿N人", "N名(在园)幼儿"),
    Claim(.setting("学生数"), "(在校/在籍)学生N", "学生N人"),
    Claim(.setting("教职工数"), "教职工N", "教职员工N"),
    Claim(.setting("供餐天数"), "供餐N天"),
  ]

  /// What ledgers would tell that this version does not read yet, or that were not handed in.
  private static let others: [Claim] = [
    Claim(.ledger("trainings"), "培训…N(次/场/期)", "N(次/场/期)…培训", "N(次/场)…(讲座/学习)"),
    Claim(.ledger("meetings"), "(会议/例会)…N次", "N次…(会议/例会)"),
    Claim(.ledger("health_screenings"), "体检率…N%", "复查率…N%", "体弱儿…N", "肥胖儿…N"),
    Claim(.ledger("vaccination_checks"), "查验率…N%"),
    Claim(.ledger("child_checks"), "晨检…N%"),
    Claim(.ledger("canteen_staff"), "持证…率…N%", "健康证…N%"),
    Claim(.ledger("responsibility_letters"), "(责任书/责任状)…N(份/人)", "签订率…N%"),
    Claim(.ledger("meal_accounts"), "盈亏…N%"),
    Claim(.ledger("repairs"), "(维修/报修)…N(件/次/处)"),
    Claim(.ledger("incidents"), "(事故/事件)…N(起/次)", "N(起/次)…(事故/事件)"),
    Claim(.ledger("platform_tasks"), "完成率…N%"),
    Claim(.ledger("infections"), "N个班级…关班"),
  ]

  private static let intentions = [
    "不等于", "杜绝", "预防", "防止", "避免", "减少", "力争", "争取", "要求", "目标", "确保不", "如有", "应急能力", "遇到", "若", "继续", "将", "处置", "报告制度",
  ]

  static let absolute: [AbsoluteClaim] = [
    AbsoluteClaim(
      .ledger("incidents"), "(无/没有/未)…(发生/出现)…(事故/故事/事件)", "(无/零)…(事故/故事)", "无一…事故", "(无/没有)…(失窃/失火/中毒)", unless: intentions),
    AbsoluteClaim(
      .none("ST-HAZ-08"), "隐患…(全部/均已/都已/已经全部)…(整改/消除/处理/解决/销号)", "(全部/均已/都已/已全部)(整改/完成整改/得到整改/整改到位/销号)", "无未整改…隐患",
      unless: intentions + ["没有全部", "未全部", "安排", "有的", "暂时", "部分"]),
    AbsoluteClaim(.none("ST-HAZ-08"), "暂无…隐患", "(无/没有)安全隐患", "零隐患", unless: intentions + ["重大", "重点"]),
    AbsoluteClaim(.none("ST-HAZ-07"), "(无/没有)…逾期…(隐患/整改)", unless: intentions),
    AbsoluteClaim(.none("ST-HAZ-11"), "(无/没有/未发现)…(重大/重点)…隐患", unless: intentions),
    AbsoluteClaim(.all("ST-INS-04.rate"), "(每月/每个月/逐月/按月)(均/都)…(检查/排查)", "每月一次…(检查/排查)", "(检查/排查)…每月(均/都)", unless: intentions),
    AbsoluteClaim(.ledger("trainings"), "(每月/每周/每两周)…(培训/学习)", unless: intentions),
    AbsoluteClaim(.ledger("meetings"), "(每月/每周)…(例会/会议)", unless: intentions),
    AbsoluteClaim(.all("ST-FOD-03"), "(索证索票/票证/证票/索证)…(齐全/齐备)", unless: intentions),
    AbsoluteClaim(.none("ST-FOD-05"), "(无/没有/未发现)…不合格…(食材/食品/批次)", "(食材/食品)…(全部/均)…合格", unless: intentions),
    AbsoluteClaim(.all("ST-PUR-06"), "(采购/申购)…手续…(齐全/完备)", unless: intentions + ["的占"]),
    AbsoluteClaim(.within("ST-PUR-09"), "(未/没有)(突破/超出/超)…预算", unless: intentions),
    AbsoluteClaim(.all("ST-DRL-07"), "(每次/历次)演练…(总结/点评)", unless: intentions),
  ]
}
