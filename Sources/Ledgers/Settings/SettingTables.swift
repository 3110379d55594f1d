import LedgerKit

/// The tables that say how to count, domain §1.8 (L50–L55), and those that say how to judge and to read (L56–L58).
public enum SettingTables {
  /// In the order of their numbers.
  public static let all: [Ledger] = facts + [RuleSheet.ledger, WaiverSheet.ledger, HeaderSheet.ledger]
  /// What they say of the school itself.
  static let facts: [Ledger] = [profile, calendar, areas, staff, suppliers, budget]

  // L50
  static let item = Column<Text>("item", "项目", "名称", "设置项", need: .required)
  static let content = Column<Text>("content", "内容", "值", "设置值", need: .required, traits: [.mayBeBlank])
  /// L50: one item and its content a row.
  public static let profile = Ledger(
    id: "profile", number: "L50", title: "设置", role: .setting, keywords: ["设置", "基本情况"],
    columns: [item, content, Column<Text>("note", "说明", "备注")])

  // L51
  static let day = Column<Day>("date", "日期", need: .required, traits: [.deadline])
  static let dayKind = Column<DayKind>("kind", "类型", "性质", need: .required)
  static let meals = Column<Tick>("meals", "是否供餐", "供餐")
  /// L51: one day a row.
  public static let calendar = Ledger(
    id: "calendar", number: "L51", title: "校历", role: .setting, keywords: ["校历"],
    columns: [day, dayKind, meals, Column<Text>("week", "周次", "周"), Column<Text>("weekday", "星期"), Column<Text>("note", "备注", "说明")])

  // L52
  static let area = Column<Text>("area", "检查区域", "区域", "部位", "名称", "检查部位", "区域名称", need: .required)
  static let critical = Column<Tick>("critical", "是否重点", "重点", "重点部位")
  /// L52: the places that must be inspected.
  public static let areas = Ledger(
    id: "areas", number: "L52", title: "检查区域清单", role: .setting, keywords: ["检查区域", "区域清单"],
    columns: [area, critical, Column<Text>("owner", "责任人", "负责人"), Column<Text>("note", "备注", "说明")])

  // L53
  static let name = Column<Text>("name", "姓名", need: .required)
  static let post = Column<Text>("post", "岗位", "职务", need: .expected)
  static let postFrom = Column<Day>("from", "在岗起", "入职日期", "到岗日期", traits: [.deadline])
  static let postTo = Column<Day>("to", "在岗止", "离职日期", "离岗日期", traits: [.deadline])
  /// L53: one person a row.
  public static let staff = Ledger(
    id: "staff", number: "L53", title: "人员花名册", role: .setting, keywords: ["花名册", "人员名单", "教职工名单"],
    columns: [
      name, post, Column<Text>("dept", "部门"), Column<Text>("certificate", "证书", "资格证"),
      postFrom, postTo, Column<Text>("note", "备注"),
    ])

  // L54
  static let supplier = Column<Text>("name", "名称", "供应商名称", "供货商名称", "供应商", "单位名称", need: .required)
  static let licensedTo = Column<Day>("valid_to", "有效期至", "许可证有效期至", traits: [.deadline, .lenient])
  static let contractFrom = Column<Day>("from", "合同起", "合同开始", "合同开始日期", traits: [.deadline, .lenient])
  static let contractTo = Column<Day>("to", "合同止", "合同结束", "合同结束日期", "合同到期", traits: [.deadline, .lenient])
  /// L54: one supplier a row.
  public static let suppliers = Ledger(
    id: "suppliers", number: "L54", title: "供应商名录", role: .setting, keywords: ["供应商名录", "供货商名录", "供应商名单", "供应商"],
    columns: [
      supplier, Column<Text>("code", "统一社会信用代码", "信用代码", traits: [.identifier]),
      Column<Text>("licence", "许可证号", "食品经营许可证号", traits: [.identifier]),
      licensedTo, Column<Text>("goods", "供应品类", "供应范围", "品类"), contractFrom, contractTo, Column<Text>("note", "备注"),
    ])

  // L55
  static let budgetItem = Column<Text>("item", "科目", "预算科目", "预算项目", "项目", need: .required)
  static let budgetAmount = Column<Money>("amount", "金额", "预算金额", "预算数", need: .required, traits: [.isTotaled])
  /// L55: what may be spent, one item a row.
  public static let budget = Ledger(
    id: "budget", number: "L55", title: "预算", role: .setting, keywords: ["预算"],
    columns: [budgetItem, budgetAmount, Column<Text>("note", "备注", "说明")])
}

/// What kind of day the calendar calls a day.
enum DayKind: String, Vocabulary {
  static let cases = allCases
  case school = "上课"
  case off = "放假"
  case makeUp = "调休上课"
  case event = "活动"

  var synonyms: [String] {
    switch self {
    case .school: ["教学日", "上学", "工作日", "正常上课", "在园"]
    case .off: ["休息", "周末", "节假日", "假日", "休", "放假休息", "寒假", "暑假"]
    case .makeUp: ["调休", "补课", "调休上班", "调课"]
    case .event: ["活动日", "运动会", "春游", "秋游"]
    }
  }

  var contained: [String] {
    switch self {
    case .makeUp: ["调休"]
    case .off: ["放假", "假期", "节"]
    case .school: ["上课"]
    case .event: ["活动"]
    }
  }

  var isSchoolDay: Bool { self != .off }
}

/// The settings as read from their tables.
public enum SettingsReader {
  /// The school as 设置 describes it; an empty profile without the table.
  public static func profile(_ table: Table?) -> Profile {
    let items = table.map { $0.rows.map { ($0[SettingTables.item]?.string ?? "", content(of: $0)) } }
    return Profile(items: items ?? [])
  }

  /// 无 is a way to feed children (供餐方式), and no content of anything else.
  private static func content(of row: Row) -> String {
    if let content = row[SettingTables.content] { return content.string }
    let isNone = row[SettingTables.item]?.string == "供餐方式" && Folding.compact(row.raw(SettingTables.content)) == "无"
    return isNone ? "无" : ""
  }

  /// The calendar as supplied, else Monday to Friday of the teaching window.
  public static func calendar(_ table: Table?, teaching: DayRange) -> SchoolCalendar {
    var school = Set<Day>()
    var meals = Set<Day>()
    for row in table.map({ Array($0.rows) }) ?? [] {
      guard let day = row[SettingTables.day], let kind = row[SettingTables.dayKind] else { continue }
      if kind.isSchoolDay { school.insert(day) }
      let served = row[SettingTables.meals].map { $0 == .yes } ?? kind.isSchoolDay
      if served { meals.insert(day) }
    }
    return school.isEmpty ? SchoolCalendar(estimated: teaching) : SchoolCalendar(teaching: teaching, schoolDays: school, mealDays: meals)
  }

  /// The areas that are named; nil without the table.
  public static func areas(_ table: Table?) -> [Scope.Area]? {
    table.map {
      $0.rows.compactMap { row in
        row[SettingTables.area].map { Scope.Area(name: $0.string, isCritical: row[SettingTables.critical] == .yes) }
      }
    }
  }

  /// Those who are named; nil without the table.
  public static func staff(_ table: Table?) -> [Scope.Person]? {
    table.map {
      $0.rows.compactMap { row in
        row[SettingTables.name].map { name in
          Scope.Person(
            name: Folding.compact(name.string), post: row[SettingTables.post]?.string ?? "", from: row[SettingTables.postFrom],
            to: row[SettingTables.postTo])
        }
      }
    }
  }

  /// Those who are named; nil without the table.
  public static func suppliers(_ table: Table?) -> [Scope.Supplier]? {
    table.map {
      $0.rows.compactMap { row in
        row[SettingTables.supplier].map { name in
          Scope.Supplier(
            name: Folding.compact(name.string), licensedTo: row[SettingTables.licensedTo], from: row[SettingTables.contractFrom],
            to: row[SettingTables.contractTo])
        }
      }
    }
  }

  /// The items whose amount can be read; nil without the table.
  public static func budget(_ table: Table?) -> [Scope.BudgetItem]? {
    table.map {
      $0.rows.compactMap { row in
        guard let item = row[SettingTables.budgetItem], let money = row[SettingTables.budgetAmount] else { return nil }
        return Scope.BudgetItem(name: item.string, amount: money.amount)
      }
    }
  }
}

extension SettingsReader {
  /// The first and last day of the calendar on which school is held.
  public static func span(_ table: Table) -> DayRange? {
    let days = table.rows.filter { $0[SettingTables.dayKind]?.isSchoolDay ?? false }.compactMap { $0[SettingTables.day] }
    guard let first = days.min(), let last = days.max() else { return nil }
    return DayRange(first, last)
  }
}
