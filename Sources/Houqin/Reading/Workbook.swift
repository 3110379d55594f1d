import LedgerKit
import Ledgers

/// Everything read from a work folder, with the term it is about.
struct Workbook {
  let inputs: [Input]
  let passages: [String: String]
  /// nil where nothing says which semester it is.
  let books: Books?
  let issues: [String: [CellIssue]]
  let mismatches: [String: [TotalMismatch]]
  /// Tables left out as copies of others, by ledger.
  private(set) var repeats: [String: [RepeatedSource]] = [:]
  /// Every table, settings too.
  let tables: [String: Table]
  let semesterSource: TermFinder.Source
  /// The school's own words for columns.
  var ownHeaders: [OwnHeader] { tables[HeaderSheet.ledger.id].map { HeaderSheet.read($0).headers } ?? [] }
  /// What 规则.csv changes.
  let changes: [RuleChange]

  init(inputs: [Input], passages: [String: String], asOf override: Day?) {
    self.inputs = inputs
    self.passages = passages
    let lexicon = Lexicon()
    var settings = TableBuilder(lexicon: lexicon, window: nil, asOf: nil)
    for sheet in inputs.flatMap(\.sheets) where sheet.ledger.role == .setting { settings.append(sheet) }
    let profile = SettingsReader.profile(settings.tables[SettingTables.profile.id])
    changes = settings.tables[RuleSheet.ledger.id].map { RuleSheet.read($0).changes } ?? []
    let (semester, source) = TermFinder.semester(profile, inputs)
    semesterSource = source
    guard let semester else {
      books = nil
      issues = settings.issues
      mismatches = settings.mismatches
      tables = settings.tables
      return
    }
    let scope = Workbook.scope(semester, profile, settings.tables, changes, asOf: override)
    var builder = TableBuilder(lexicon: lexicon, frame: Workbook.frame(scope))
    for input in inputs {
      var isRepeated = false
      if case .repeated = input.understanding { isRepeated = true }
      for sheet in input.sheets where sheet.ledger.role == .record { builder.append(sheet, isRepeated: isRepeated) }
    }
    for table in builder.tables.values {
      table.settle(in: scope)
      repeats[table.ledger.id] = table.leaveOutRepeatedSources()
    }
    if let hazards = builder.tables[Hazards.ledger.id] { SharedHazards.merge(in: hazards) }
    books = Books(scope: scope, tables: builder.tables)
    issues = settings.issues.merging(builder.issues) { $0 + $1 }
    mismatches = settings.mismatches.merging(builder.mismatches) { $0 + $1 }
    tables = settings.tables.merging(builder.tables) { a, _ in a }
  }

  private static func frame(_ scope: Scope) -> ReadingFrame {
    let start = scope.profile.start ?? (scope.calendar.isEstimated ? nil : scope.calendar.teaching.first)
    return ReadingFrame(
      window: scope.window, asOf: scope.asOf, firstWeek: start.map { $0.advanced(by: 1 - $0.weekday) }, children: scope.profile.children,
      staff: scope.profile.staff, answers: scope.profile.answers)
  }

  private static func scope(
    _ semester: Semester, _ profile: Profile, _ tables: [String: Table], _ changes: [RuleChange], asOf override: Day?
  ) -> Scope {
    let standard = semester.window
    let window = DayRange(min(standard.first, profile.start ?? standard.first), max(standard.last, profile.end ?? standard.last))
    let calendarTable = tables[SettingTables.calendar.id]
    let days = calendarTable.map(SettingsReader.span) ?? nil
    let usual = semester.usualTeaching
    let teaching = DayRange(profile.start ?? days?.first ?? usual.first, profile.end ?? days?.last ?? usual.last)
    return Scope(
      semester: semester, asOf: override ?? profile.asOf ?? profile.end ?? window.last, window: window, profile: profile,
      calendar: SettingsReader.calendar(calendarTable, teaching: teaching), areas: SettingsReader.areas(tables[SettingTables.areas.id]),
      staff: SettingsReader.staff(tables[SettingTables.staff.id]), suppliers: SettingsReader.suppliers(tables[SettingTables.suppliers.id]),
      budget: SettingsReader.budget(tables[SettingTables.budget.id]), overrides: changes.overrides)
  }
}

extension Table {
  /// Decides for every row where it lies in time.
  func settle(in scope: Scope) {
    setPeriods(
      rows.map { row in
        guard let day = row.date else { return .undated }
        if day > scope.asOf { return .future }
        if scope.window.contains(day) { return .inTerm }
        if day < scope.window.first, let carries = ledger.isCarriedOver, carries(row, scope) { return .carriedOver }
        return .outside
      })
  }
}
