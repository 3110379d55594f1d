import LedgerKit
import Ledgers

/// Titles that name another school or semester than 设置.csv (domain §5.1, 1).
enum TitleTroubles {
  static func all(in workbook: Workbook) -> [FileTrouble] {
    guard let scope = workbook.books?.scope else { return [] }
    return workbook.inputs.flatMap(\.sheets).filter { $0.ledger.role == .record }.flatMap { sheet in
      [semester(sheet, scope), school(sheet, scope)].compactMap { $0 }.map {
        FileTrouble($0, file: sheet.file, record: sheet.titleRecords.first, ledger: sheet.ledger)
      }
    }
  }

  private static func semester(_ sheet: LedgerSheet, _ scope: Scope) -> FileTrouble.What? {
    guard !sheet.ledger.carryOverWords.contains(where: sheet.name.holds), let titled = Semester(parsing: sheet.titleText),
      titled != scope.semester
    else { return nil }
    return .titleDisagrees(title: titled.title, setting: scope.semester.title)
  }

  private static func school(_ sheet: LedgerSheet, _ scope: Scope) -> FileTrouble.What? {
    guard let name = scope.profile.schoolName.map(Folding.compact), let record = sheet.titleRecords.first else { return nil }
    let title = sheet.sheet.cells(of: record).map(Folding.compact).first { !$0.isEmpty } ?? ""
    for word in ["幼儿园", "小学", "中学", "学校"] {
      guard let range = title.firstRange(of: word) else { continue }
      let titled = String(title[..<range.upperBound])
      return titled.count <= 4 || name.holds(titled) || titled.holds(name) ? nil : .titleDisagrees(title: titled, setting: name)
    }
    return nil
  }
}

/// The month a file's name says: 3月份安全检查, 安全检查（3月）, 2023.3安全检查; domain §5.0, 3 and §5.1, 79–80.
enum FileMonth {
  /// nil where it says none, or several (3-5月).
  static func month(in name: String) -> Int? {
    let text = DayText.plain(name)
    var found = Set<Int>()
    for (i, c) in text.enumerated() where c == "月" {
      let digits = text[..<i].reversed().prefix { $0.isASCII && $0.isNumber }
      guard (1...2).contains(digits.count), let month = Int(String(digits.reversed())), (1...12).contains(month) else { continue }
      let before = text[..<(i - digits.count)].last
      if let before, "-~—至到、".contains(before), text[..<(i - digits.count)].dropLast().last?.isNumber ?? false { return nil }
      found.insert(month)
    }
    if found.isEmpty, let dotted = dotted(text) { found.insert(dotted) }
    return found.count == 1 ? found.first : nil
  }

  /// 2023.3安全检查; a number alone means nothing.
  private static func dotted(_ text: [Character]) -> Int? {
    guard let start = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
    let year = text[start...].prefix { $0.isASCII && $0.isNumber }
    guard year.count == 4, year.first == "2", text.indices.contains(start + 4), ".-_年".contains(text[start + 4]) else { return nil }
    let month = text[(start + 5)...].prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(month.count), let number = Int(String(month)), (1...12).contains(number) else { return nil }
    let next = text.indices.contains(start + 5 + month.count) ? text[start + 5 + month.count] : " "
    return ".-_".contains(next) ? nil : number
  }
}

/// Names with months in Chinese numerals as digits.
private enum DayText {
  static func plain(_ name: String) -> [Character] {
    var text = Folding.compact(name)
    // To seek twelve words by characters is dear, and few names have one.
    guard text.holds("月") else { return Array(text) }
    for (word, digits) in [
      ("十二月", "12月"), ("十一月", "11月"), ("十月", "10月"), ("一月", "1月"), ("二月", "2月"), ("三月", "3月"), ("四月", "4月"), ("五月", "5月"),
      ("六月", "6月"), ("七月", "7月"), ("八月", "8月"), ("九月", "9月"),
    ] { text = text.replacing(word, with: digits) }
    return Array(text)
  }
}

/// Sheets of one ledger that count money in different units (FIL-014).
enum UnitTroubles {
  static func all(in workbook: Workbook) -> [FileTrouble] {
    let sheets = workbook.inputs.flatMap(\.sheets).filter { $0.ledger.role == .record }
    return sheets.compactMap(within) + Dictionary(grouping: sheets, by: \.ledger.id).sorted { $0.key < $1.key }.flatMap { across($0.value) }
  }

  private static func units(_ sheet: LedgerSheet) -> [(column: AnyColumn, unit: String)] {
    sheet.ledger.columns.compactMap { column in
      guard column is Column<Money>, let cell = sheet.map.cells[column.slot], let unit = Folding.headerUnit(sheet.headers[cell]) else {
        return nil
      }
      return ["万元", "千元", "元"].first(where: unit.hasSuffix).map { (column, $0) }
    }
  }

  private static func within(_ sheet: LedgerSheet) -> FileTrouble? {
    guard let titled = sheet.titleUnit, let other = units(sheet).first(where: { $0.unit != titled }) else { return nil }
    return FileTrouble(
      .mixedUnits(here: titled, other: other.unit, place: "表头“\(sheet.header(of: other.column))”"), file: sheet.file,
      record: sheet.titleRecords.first, ledger: sheet.ledger)
  }

  private static func across(_ sheets: [LedgerSheet]) -> [FileTrouble] {
    let told = sheets.compactMap { sheet in (units(sheet).first?.unit ?? sheet.titleUnit).map { (sheet, $0) } }
    guard let first = told.first else { return [] }
    return told.dropFirst().filter { $0.1 != first.1 && $0.0.file != first.0.file }.map { sheet, unit in
      FileTrouble(.mixedUnits(here: unit, other: first.1, place: first.0.file), file: sheet.file, ledger: sheet.ledger)
    }
  }
}
