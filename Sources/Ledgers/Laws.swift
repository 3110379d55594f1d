import LedgerKit

/// Laws that several rules cite, or that were not always in force as they are now; domain §7.
enum Laws {
  /// Renumbered in 2024; the former number was not verified and is not printed (domain §7.1).
  static let separation = Citation(
    "《会计法》第二十五条第一项（审批、经办、财物保管相互分离）", .V1, from: Day(year: 2024, month: 7, day: 1),
    before: Citation("《会计法》（2024年修正前，审批、经办、财物保管相互分离）", .M))

  static let personalData = Citation(
    "《个人信息保护法》第二十八条", .V1, from: Day(year: 2021, month: 11, day: 1), before: .own("个人信息保护"))

  static let workSafety = Citation(
    "《安全生产法》第四十一条（对生产经营单位的要求，学校参照）", .V1, from: Day(year: 2021, month: 9, day: 1), before: .own("重大隐患报告"))

  static let schoolFood = Citation(
    "《学校食品安全与营养健康管理规定》（教育部等令第45号）", .V2, from: Day(year: 2019, month: 4, day: 1), before: .own("食堂食品安全"))

  static let jointAcceptance = Citation(
    "《中小学校园食品安全和膳食经费管理工作指引》（2024年，双人或多人联检）", .V2, from: Day(year: 2024, month: 11, day: 1), before: .own("食堂双人验收"))

  static let fixedAssets = Citation(
    "《事业单位财务规则》（财政部令第108号）", .V2, from: Day(year: 2022, month: 3, day: 1), before: .own("固定资产管理"))
}
