/// What rules and figures judge by besides the rows: the semester, the as-of date and the school's own tables. Never the clock.
public struct Scope: Sendable {
  public let semester: Semester
  /// 统计截止日.
  public let asOf: Day
  /// The days whose rows count.
  public let window: DayRange
  public let profile: Profile
  public let calendar: SchoolCalendar
  /// 检查区域.csv; nil where it was not supplied.
  public let areas: [Area]?
  public let staff: [String]?
  public let suppliers: [String]?
  public let budget: [BudgetItem]?

  /// A place that must be inspected.
  public struct Area: Sendable {
    public let name: String
    public let isCritical: Bool
    public init(name: String, isCritical: Bool) {
      self.name = name
      self.isCritical = isCritical
    }
  }

  /// What may be spent on something.
  public struct BudgetItem: Sendable {
    public let name: String
    public let amount: Fixed
    public init(name: String, amount: Fixed) {
      self.name = name
      self.amount = amount
    }
  }

  public init(
    semester: Semester, asOf: Day, window: DayRange, profile: Profile, calendar: SchoolCalendar, areas: [Area]? = nil,
    staff: [String]? = nil, suppliers: [String]? = nil, budget: [BudgetItem]? = nil
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
  }

  /// The months and quarters that must hold something: no obligation is judged before its time (domain §0.5, 14).
  public var schoolMonths: [Month] { calendar.schoolMonths(until: asOf) }

  /// What a statement adds where school days are estimated.
  public var estimateNote: String {
    calendar.isEstimated ? "（未提供校历，按周一至周五估算，未扣除法定节假日和调休）" : ""
  }
}

/// Everything that was read and settled: what rules and figures look at.
public struct Books: Sendable {
  public let scope: Scope
  private let tables: [String: Table]

  public init(scope: Scope, tables: [String: Table]) {
    self.scope = scope
    self.tables = tables
  }

  /// The table of a ledger; nil where no file of it was supplied.
  public func table(_ ledger: Ledger) -> Table? { tables[ledger.id] }
  public func table(_ id: String) -> Table? { tables[id] }
  public var all: [Table] { tables.values.sorted { $0.ledger.number < $1.ledger.number } }
}
