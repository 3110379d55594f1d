/// What rules and figures judge by besides the rows: the semester, the as-of date and the school's own tables. Never the clock.
public struct Scope: Sendable {
  /// The term under report.
  public let semester: Semester
  /// 统计截止日.
  public let asOf: Day
  /// The days whose rows count.
  public let window: DayRange
  /// 设置.csv; empty where it was not supplied.
  public let profile: Profile
  /// 校历.csv, or the estimate that stands in.
  public let calendar: SchoolCalendar
  /// 检查区域.csv; nil where it was not supplied.
  public let areas: [Area]?
  /// 花名册; nil where it was not supplied.
  public let staff: [Person]?
  /// 供应商名录; nil where it was not supplied.
  public let suppliers: [Supplier]?
  /// 预算; nil where it was not supplied.
  public let budget: [BudgetItem]?
  /// Numbers of rules that the school set for itself, by rule and name.
  public let overrides: [String: [String: Fixed]]

  /// A place that must be inspected.
  public struct Area: Sendable {
    /// As typed.
    public let name: String
    /// 重点部位.
    public let isCritical: Bool
    /// Creates an area.
    public init(name: String, isCritical: Bool) {
      self.name = name
      self.isCritical = isCritical
    }
  }

  /// Someone who works at the school.
  public struct Person: Sendable {
    /// 姓名
    public let name: String
    /// 岗位; empty where it is not known.
    public let post: String
    /// 在岗起; nil where it is not known.
    public let from: Day?
    /// 在岗止; nil for those who stay.
    public let to: Day?
    /// Creates a person.
    public init(name: String, post: String = "", from: Day? = nil, to: Day? = nil) {
      self.name = name
      self.post = post
      self.from = from
      self.to = to
    }

    /// Whether the person worked there on a day.
    public func isInPost(on day: Day) -> Bool { from.map { $0 <= day } ?? true && to.map { day <= $0 } ?? true }
  }

  /// Someone the school buys from.
  public struct Supplier: Sendable {
    /// As typed.
    public let name: String
    /// The last day of its licence.
    public let licensedTo: Day?
    /// The first day of its contract.
    public let from: Day?
    /// The last day of its contract.
    public let to: Day?
    /// Creates a supplier.
    public init(name: String, licensedTo: Day? = nil, from: Day? = nil, to: Day? = nil) {
      self.name = name
      self.licensedTo = licensedTo
      self.from = from
      self.to = to
    }
  }

  /// What may be spent on something.
  public struct BudgetItem: Sendable {
    /// 预算科目 as typed.
    public let name: String
    /// In yuan.
    public let amount: Fixed
    /// Creates an item of the budget.
    public init(name: String, amount: Fixed) {
      self.name = name
      self.amount = amount
    }
  }

  /// Creates a scope; tables left out count as not supplied.
  public init(
    semester: Semester, asOf: Day, window: DayRange, profile: Profile, calendar: SchoolCalendar, areas: [Area]? = nil,
    staff: [Person]? = nil, suppliers: [Supplier]? = nil, budget: [BudgetItem]? = nil, overrides: [String: [String: Fixed]] = [:]
  ) {
    self.semester = semester
    self.asOf = asOf
    self.window = window
    self.profile = profile
    self.calendar = calendar
    self.areas = areas
    self.staff = staff
    self.suppliers = suppliers
    self.budget = budget
    self.overrides = overrides
    schoolMonths = calendar.schoolMonths(until: asOf)
  }

  /// Whether teaching is over at the as-of date: what is due once a term can be judged (domain §0.5, 14).
  public var isTeachingOver: Bool { asOf >= calendar.teaching.last }
  /// The months and quarters that must hold something: no obligation is judged before its time (domain §0.5, 14).
  public let schoolMonths: [Month]

  /// What a statement adds where school days are estimated.
  public var estimateNote: String {
    calendar.isEstimated ? "（未提供校历，按周一至周五估算，未扣除法定节假日和调休）" : ""
  }
}

/// Everything that was read and settled: what rules and figures look at.
public struct Books: Sendable {
  /// What the tables are judged by.
  public let scope: Scope
  private let tables: [String: Table]

  /// Creates books; tables are keyed by ledger id.
  public init(scope: Scope, tables: [String: Table]) {
    self.scope = scope
    self.tables = tables
  }

  /// The table of a ledger; nil where no file of it was supplied.
  public func table(_ ledger: Ledger) -> Table? { tables[ledger.id] }
  /// The table of the ledger with an id; nil where no file of it was supplied.
  public func table(_ id: String) -> Table? { tables[id] }
  /// Every table, settings included, in the order of domain §1.
  public var all: [Table] { tables.values.sorted { $0.ledger.number < $1.ledger.number } }
}
