import Tabular

/// Tells what each record of a table is, once its header is known; domain §5.1, 1–13.
struct RowClassifier {
  let sheet: Sheet
  /// One record, or two or three where the header stands in as many.
  let headerRecords: Range<Int>
  /// As each header record has them, without empty ones at the end.
  let headers: [[String]]
  /// Cell of the deciding date: a row that has a date is data whatever its words.
  let dateCell: Int?
  /// The first record that may belong to the table: what stands between it and the header is its title.
  var first = 0
  /// Whether a record is the header of another table below this one.
  var startsTable: ((Int, [Field], Int?) -> Bool)?

  /// The classes of the records from `first` to the end or to the header of another table, which is told.
  func classes() -> (classes: [RowClass], next: Int?) { sheet.text.utf8.withUnsafeBytes { classes(in: $0) } }

  private func classes(in bytes: UnsafeRawBufferPointer) -> (classes: [RowClass], next: Int?) {
    var fields: [Field] = []
    var result: [RowClass] = []
    result.reserveCapacity(sheet.recordCount - first)
    for record in first..<sheet.recordCount {
      // Nearly every record has a date, and is data whatever else it has.
      if record >= headerRecords.upperBound, result.last != .note, let dateCell, isDated(record, dateCell, bytes) {
        result.append(.data)
        continue
      }
      sheet.readFields(of: record, into: &fields)
      var rowClass = rowClass(record, fields)
      if rowClass == .data, result.last == .note, continuesNote(fields) { rowClass = .note }
      if rowClass == .data, record >= headerRecords.upperBound, let startsTable, !isDated(fields), startsTable(record, fields, dateCell) {
        titleAbove(&result)
        return (result, record)
      }
      result.append(rowClass)
    }
    return (result, nil)
  }

  /// The last rows above another header, where a blank or total row parts them from the table: they are its title.
  private func titleAbove(_ classes: inout [RowClass]) {
    var start = classes.count
    while start > headerRecords.upperBound - first, classes.count - start < 3, classes[start - 1] == .data,
      sheet.fields(of: first + start - 1).count(where: { !isBlank($0) }) <= 2
    { start -= 1 }
    guard start > 0, start < classes.count, [.blank, .total, .note].contains(classes[start - 1]) else { return }
    for i in start..<classes.count { classes[i] = .title }
  }

  /// Where dates come first, the sheet knows as much since it was divided into records: of 700,000 none is looked at again.
  private func isDated(_ record: Int, _ dateCell: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    if dateCell == 0, sheet.opensWithNumber(record) { return true }
    return sheet.field(dateCell, of: record, in: bytes).map { looksLikeDate($0, bytes) } ?? false
  }

  private func isDated(_ fields: [Field]) -> Bool {
    guard let dateCell, dateCell < fields.count else { return false }
    return looksLikeDate(fields[dateCell])
  }

  private func rowClass(_ record: Int, _ fields: [Field]) -> RowClass {
    if isBlank(fields) { return .blank }
    if record < headerRecords.lowerBound { return .title }
    if headerRecords.contains(record) { return .header }
    if let dateCell, dateCell < fields.count, looksLikeDate(fields[dateCell]) { return .data }
    return undated(fields)
  }

  /// What stands in the date cell begins like a date, and is not 3月合计.
  private func looksLikeDate(_ field: Field) -> Bool { sheet.text.utf8.withUnsafeBytes { looksLikeDate(field, $0) } }

  private func looksLikeDate(_ field: Field, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard field.start < field.end, bytes[field.start] &- 0x30 <= 9 else { return false }
    return bytes[field.end - 1] < 0x80 || !RowWords.isTotal(sheet.string(field))
  }

  /// No date at first sight: a total, a repeated header, a note, or a row whose date is missing or odd.
  private func undated(_ fields: [Field]) -> RowClass {
    var filled = 0
    var first = ""
    for (i, field) in fields.enumerated() where !isBlank(field) {
      filled += 1
      if i < 4, filled <= 3, RowWords.isTotal(sheet.string(field)) { return .total }
      if filled == 1 { first = sheet.string(field) }
    }
    if isHeader(fields) { return .header }
    if filled <= 3, repeatsTitle(fields) { return .title }
    return RowWords.isNote(first, filled: filled) ? .note : .data
  }

  /// A title printed again at the head of the next page.
  private func repeatsTitle(_ fields: [Field]) -> Bool {
    let cells = fields.map(sheet.string)
    return (first..<headerRecords.lowerBound).contains { sheet.cells(of: $0) == cells }
  }

  /// A header printed again at the head of the next page.
  private func isHeader(_ fields: [Field]) -> Bool { headers.contains { repeats($0, fields) } }

  private func repeats(_ headers: [String], _ fields: [Field]) -> Bool {
    guard let known = headers.firstIndex(where: { !$0.isEmpty }), known < fields.count else { return false }
    guard sheet.string(fields[known]) == headers[known] else { return false }
    return headers.indices.allSatisfy { $0 < fields.count ? sheet.string(fields[$0]) == headers[$0] : headers[$0].isEmpty }
  }

  /// The next point of a numbered note, alone in its row.
  private func continuesNote(_ fields: [Field]) -> Bool {
    let filled = fields.filter { !isBlank($0) }
    return filled.count == 1 && RowWords.isPoint(sheet.string(filled[0]))
  }

  private func isBlank(_ fields: [Field]) -> Bool { fields.allSatisfy { isBlank($0) } }

  private func isBlank(_ field: Field) -> Bool {
    let (start, end) = (field.start, field.end)
    if start == end { return true }
    let first = sheet.text.utf8[start]
    // Letters, digits and most Chinese characters begin like this: not blank without a closer look.
    if first > 0x20, first != 0xC2, first != 0xE2, first != 0xE3, first != 0xEF { return false }
    return sheet.text.utf8.withSpan(of: start..<end) { CellText.trimmed($0).isEmpty }
  }
}

/// Words that mark a row as a total or a note.
enum RowWords {
  enum Total { case overall, partial, cumulative }

  static func total(_ cell: String) -> Total? {
    // 合计：605.00元, 合计（元）: what follows a colon or bracket is not of the word.
    let plain = Folding.compact(cell)
    // Every word for a total has one of them; nearly no cell has.
    guard plain.holds("计") || plain.holds("额") else { return nil }
    let word = String(plain.drop { $0 == "(" }.prefix { !":()".contains($0) })
    guard (2...8).contains(word.count) else { return nil }
    if ["累计", "本学期累计", "累计金额"].contains(word) { return .cumulative }
    if ["小计", "本页合计", "本页小计", "月计", "本月合计", "本月小计", "本月计"].contains(word) || word.hasSuffix("月合计") || word.hasSuffix("月小计") {
      return .partial
    }
    if ["合计", "总计", "共计", "总合计", "合计金额", "金额合计", "总金额", "本学期合计", "学期合计", "全部合计"].contains(word) { return .overall }
    if word.hasSuffix("小计") { return .partial }
    return word.hasSuffix("合计") || word.hasSuffix("总计") || word.hasPrefix("合计人民币") || word.hasPrefix("合计大写") ? .overall : nil
  }

  /// The amount in capitals a total row states: 大写：壹万贰仟元整.
  static func capitals(_ cell: String) -> Fixed? {
    var word = Folding.compact(cell)
    guard let range = word.firstRange(of: "大写") ?? word.firstRange(of: "人民币") else { return nil }
    word = String(word[range.upperBound...].drop { ":()".contains($0) || "人民币".contains($0) })
    return CapitalAmount.millionths(word.replacing(")", with: "")).map { Fixed(millionths: $0) }
  }

  /// The number of problems a total row states: 发现隐患3处, 共3处隐患.
  static func problems(_ cell: String) -> Int? {
    let word = Folding.compact(cell)
    guard word.holds("隐患") || word.holds("问题"), word.count <= 16 else { return nil }
    let numbers = word.split { !($0.isASCII && $0.isNumber) }
    return numbers.count == 1 && (word.holds("处") || word.holds("个") || word.holds("项")) ? Int(numbers[0]) : nil
  }

  static func isTotal(_ cell: String) -> Bool { total(cell) != nil }

  /// 2.存在隐患的，当天报告: a point of a list, not the date 2.5.
  static func isPoint(_ cell: String) -> Bool {
    let word = Folding.compact(cell).drop { $0 == "(" }
    let rest = word.drop { $0.isASCII && $0.isNumber }
    return (1...2).contains(word.count - rest.count) && rest.first.map { ".、)".contains($0) } ?? false
      && rest.dropFirst().first?.isLetter ?? false
  }

  /// 第1页 共2页.
  private static func isPageNumber(_ word: String) -> Bool {
    word.hasPrefix("第") && word.holds("页") && word.allSatisfy { "第共页/,、-()".contains($0) || $0.isASCII && $0.isNumber }
  }

  /// 其中：食堂20元, 其中,食堂,20: how much of the total above is what. The rows it speaks of are counted already.
  private static func isPartOfTotal(_ word: String) -> Bool { word.hasPrefix("其中") && word.count <= 40 }

  /// A remark below the table: few cells, and it begins like one.
  static func isNote(_ first: String, filled: Int) -> Bool {
    let word = Folding.compact(first)
    if filled <= 4, isPartOfTotal(word) { return true }
    guard filled <= 3 else { return false }
    // The bytes settle it for nearly all; characters are compared at twenty times the cost.
    return isPageNumber(word) || noteOpenings.contains { word.utf8.starts(with: $0.utf8) && word.hasPrefix($0) }
      || (filled == 1 && word.hasPrefix("注") && word.count > 4)
  }

  /// In normal form, as compact texts are.
  private static let noteOpenings = [
    "注:", "注1", "备注:", "说明:", "填表说明", "填写说明", "审核人:", "审核:", "制表人:", "制表:", "填表人:", "填报人:", "负责人签字", "负责人:",
    "园长签字:", "校长签字:", "签字:", "经办人:", "主管:", "记录人:", "单位盖章", "以上", "本表",
  ]
}
