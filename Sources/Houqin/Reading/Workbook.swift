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
    let families = Family.all(in: inputs)
    let frame = Workbook.frame(scope)
    let border = Family.border(in: families)
    let built = Parallel.map(families.count) { BuiltFamily(families[$0], dividedAt: $0 == 0 ? border : nil, frame, scope) }
    let recordTables = built.reduce(into: [:]) { $0.merge($1.tables) { a, _ in a } }
    for family in built { repeats.merge(family.repeats) { a, _ in a } }
    books = Books(scope: scope, tables: recordTables)
    issues = built.reduce(into: settings.issues) { $0.merge($1.issues) { $0 + $1 } }
    mismatches = built.reduce(into: settings.mismatches) { $0.merge($1.mismatches) { $0 + $1 } }
    tables = settings.tables.merging(recordTables) { a, _ in a }
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
    let (asOf, window, carries) = (scope.asOf, scope.window, ledger.isCarriedOver)
    setPeriods(inTermFrom: window.first, to: min(window.last, asOf)) { row in
      guard let day = row.date else { return .undated }
      if day > asOf { return .future }
      if window.contains(day) { return .inTerm }
      if day < window.first, let carries, carries(row, scope) { return .carriedOver }
      return .outside
    }
  }
}

/// Sheets of ledgers whose rows may belong to each other: inspections and hazards. Families share no text numbers and no rows, so each is
/// read and judged by itself, several at once.
struct Family: Sendable {
  /// Id of the ledger that may receive rows of the others.
  let id: String
  fileprivate(set) var sheets: [(sheet: LedgerSheet, isRepeated: Bool)] = []

  /// The family a ledger belongs to.
  static func id(of ledger: Ledger) -> String { ledger.derivation?.target.id ?? ledger.id }

  /// The families of the record sheets, the largest first.
  static func all(in inputs: [Input]) -> [Family] {
    var families: [String: Family] = [:]
    for input in inputs {
      var isRepeated = false
      if case .repeated = input.understanding { isRepeated = true }
      for sheet in input.sheets where sheet.ledger.role == .record {
        families[id(of: sheet.ledger), default: Family(id: id(of: sheet.ledger))].sheets.append((sheet, isRepeated))
      }
    }
    return families.values.sorted { ($1.size, $0.id) < ($0.size, $1.id) }
  }

  private var records: Int { sheets.reduce(0) { $0 + $1.sheet.records.count } }
  /// In bytes: a row of many cells takes longer to read.
  private var size: Int { sheets.reduce(0) { $0 + $1.sheet.byteCount } }

  /// How many of the first family's bytes one core should read while another reads the rest of it and all other families; nil where one
  /// core has enough to do with the others, or all takes less time than joining what two have read.
  static func border(in families: [Family]) -> Int? {
    // The other core begins later, for it still hashes the files; measured on two cores.
    let border = families.reduce(0) { $0 + $1.size } / 100 * 57
    guard let largest = families.first, largest.records >= 131_072, largest.size > border else { return nil }
    return border
  }

  /// The sheets in order, or the parts of them, up to a number of bytes and behind it. Where the sheet between them cannot be parted, it
  /// belongs to the first.
  fileprivate func parts(dividedAt border: Int) -> (above: [Part], below: [Part]) {
    var parts: (above: [Part], below: [Part]) = ([], [])
    var passed = 0
    for (sheet, isRepeated) in sheets {
      let (records, size) = (sheet.records, sheet.byteCount)
      let isInside = !isRepeated && (passed..<passed + size).contains(border)
      let inside = isInside ? records.lowerBound + records.count * (border - passed) / size : nil
      if let middle = inside.flatMap({ TableBuilder.border(in: sheet, near: $0) }) {
        parts.above.append(Part(sheet: sheet, records: records.lowerBound..<middle, isRepeated: false))
        parts.below.append(Part(sheet: sheet, records: middle..<records.upperBound, isRepeated: false, continues: true))
      } else if passed < border {
        parts.above.append(Part(sheet: sheet, records: records, isRepeated: isRepeated))
      } else {
        parts.below.append(Part(sheet: sheet, records: records, isRepeated: isRepeated))
      }
      passed += size
    }
    return parts
  }

  /// Some records of a sheet, mostly all.
  fileprivate struct Part: Sendable {
    let sheet: LedgerSheet
    let records: Range<Int>
    let isRepeated: Bool
    /// Whether records of the same sheet precede.
    var continues = false
  }
}

/// The tables of a family with what was met while they were read.
private struct BuiltFamily: Sendable {
  let tables: [String: Table]
  let issues: [String: [CellIssue]]
  let mismatches: [String: [TotalMismatch]]
  let repeats: [String: [RepeatedSource]]

  init(_ family: Family, dividedAt border: Int?, _ frame: ReadingFrame, _ scope: Scope) {
    let builder = Self.read(family.parts(dividedAt: border ?? .max), frame)
    var repeats: [String: [RepeatedSource]] = [:]
    for table in builder.tables.values {
      table.settle(in: scope)
      repeats[table.ledger.id] = table.leaveOutRepeatedSources()
    }
    if let hazards = builder.tables[Hazards.ledger.id] { SharedHazards.merge(in: hazards) }
    (tables, issues, mismatches, self.repeats) = (builder.tables, builder.issues, builder.mismatches, repeats)
  }

  private static func read(_ parts: (above: [Family.Part], below: [Family.Part]), _ frame: ReadingFrame) -> TableBuilder {
    if parts.below.isEmpty { return read(parts.above, frame) }
    var (builder, rest) = Parallel.both({ read(parts.above, frame) }, { read(parts.below, frame) })
    builder.join(rest, continuing: parts.below.first.flatMap { $0.continues ? $0.sheet.ledger : nil })
    return builder
  }

  private static func read(_ parts: [Family.Part], _ frame: ReadingFrame) -> TableBuilder {
    var builder = TableBuilder(lexicon: Lexicon(), frame: frame)
    for part in parts { builder.append(part.sheet, records: part.records, isRepeated: part.isRepeated) }
    return builder
  }
}

extension LedgerSheet {
  /// Of its records, as they lie in the file.
  fileprivate var byteCount: Int { sheet.byteCount(of: records) }
}
