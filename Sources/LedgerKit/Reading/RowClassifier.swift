import Tabular

/// Tells what each record of a sheet is, once the header is known; domain §5.1, 1–13.
struct RowClassifier {
  let sheet: Sheet
  let headerRecord: Int
  let headers: [String]
  /// Cell of the deciding date: a row that has a date is data whatever its words.
  let dateCell: Int?

  func classes() -> [RowClass] {
    var fields: [Field] = []
    var result: [RowClass] = []
    result.reserveCapacity(sheet.recordCount)
    for record in 0..<sheet.recordCount {
      sheet.readFields(of: record, into: &fields)
      result.append(rowClass(record, fields))
    }
    return result
  }

  private func rowClass(_ record: Int, _ fields: [Field]) -> RowClass {
    if isBlank(fields) { return .blank }
    if record < headerRecord { return .title }
    if record == headerRecord { return .header }
    if let dateCell, dateCell < fields.count, looksLikeDate(fields[dateCell]) { return .data }
    return undated(fields)
  }

  /// What stands in the date cell begins like a date, and is not 3月合计.
  private func looksLikeDate(_ field: Field) -> Bool {
    guard field.start < field.end, sheet.text.utf8[field.start] &- 0x30 <= 9 else { return false }
    return sheet.text.utf8[field.end - 1] < 0x80 || !RowWords.isTotal(sheet.string(field))
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
    return (0..<headerRecord).contains { sheet.cells(of: $0) == cells }
  }

  private func isHeader(_ fields: [Field]) -> Bool {
    guard let known = headers.firstIndex(where: { !$0.isEmpty }), known < fields.count else { return false }
    guard sheet.string(fields[known]) == headers[known] else { return false }
    return headers.indices.allSatisfy { $0 < fields.count ? sheet.string(fields[$0]) == headers[$0] : headers[$0].isEmpty }
  }

  private func isBlank(_ fields: [Field]) -> Bool { fields.allSatisfy { isBlank($0) } }

  private func isBlank(_ field: Field) -> Bool {
    let (start, end) = (field.start, field.end)
    if start == end { return true }
    let first = sheet.text.utf8[start]
    // Letters, digits and most Chinese characters begin like this: not blank without a closer look.
    if first > 0x20, first != 0xC2, first != 0xE2, first != 0xE3, first != 0xEF { return false }
    return CellText.trimmed(sheet.text.utf8.span.extracting(start..<end)).isEmpty
  }
}

/// Words that mark a row as a total or a note.
enum RowWords {
  enum Total { case overall, partial, cumulative }

  static func total(_ cell: String) -> Total? {
    // 合计：605.00元, 合计（元）: what follows a colon or bracket is not of the word.
    let word = String(Folding.compact(cell).drop { $0 == "(" }.prefix { !":()".contains($0) })
    guard (2...8).contains(word.count) else { return nil }
    if ["累计", "本学期累计", "累计金额"].contains(word) { return .cumulative }
    if ["小计", "本页合计", "本页小计", "月计", "本月合计", "本月小计", "本月计"].contains(word) || word.hasSuffix("月合计") || word.hasSuffix("月小计") {
      return .partial
    }
    if ["合计", "总计", "共计", "总合计", "合计金额", "金额合计", "总金额", "本学期合计", "学期合计", "全部合计"].contains(word) { return .overall }
    if word.hasSuffix("小计") { return .partial }
    return word.hasSuffix("合计") || word.hasSuffix("总计") || word.hasPrefix("合计人民币") || word.hasPrefix("合计大写") ? .overall : nil
  }

  static func isTotal(_ cell: String) -> Bool { total(cell) != nil }

  /// A remark below the table: few cells, and it begins like one.
  static func isNote(_ first: String, filled: Int) -> Bool {
    guard filled <= 3 else { return false }
    let word = Folding.compact(first)
    let openings = [
      "注:", "注1", "备注:", "说明:", "填表说明", "填写说明", "审核人:", "审核:", "制表人:", "制表:", "填表人:", "填报人:", "负责人签字", "负责人:",
      "园长签字:", "校长签字:", "签字:", "经办人:", "主管:", "记录人:", "单位盖章", "以上", "本表",
    ]
    return openings.contains(where: word.hasPrefix) || (filled == 1 && word.hasPrefix("注") && word.count > 4)
  }
}
