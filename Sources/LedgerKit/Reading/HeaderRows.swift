import Tabular

/// A header as it may stand on a sheet: in one record, or in two or three where headings are parted below (人数: 幼儿, 教师, 家长;
/// domain §5.1, 5).
struct HeaderRows {
  let records: Range<Int>
  /// As written, without empty ones at the end: `人数/幼儿`.
  let names: [String]
  /// What the columns are matched by, folded: `幼儿人数`.
  let keys: [String]

  /// The header that begins at a record and takes one row.
  init(_ sheet: Sheet, at record: Int) {
    records = record..<(record + 1)
    names = Self.trimmed(sheet.cells(of: record))
    keys = names.map(Folding.header)
  }

  private init(records: Range<Int>, names: [String], keys: [String]) {
    (self.records, self.names, self.keys) = (records, names, keys)
  }

  /// The same header with the next record as its second or third row; nil where that is no part of it.
  func joined(with sheet: Sheet, isKnown: (String) -> Bool) -> HeaderRows? {
    guard records.count < 3, records.upperBound < sheet.recordCount else { return nil }
    let below = Self.trimmed(sheet.cells(of: records.upperBound))
    guard below.contains(where: { !$0.isEmpty }), below.count <= max(names.count, keys.count) + 8 else { return nil }
    var names: [String] = []
    var keys: [String] = []
    var (parent, parentKey) = ("", "")
    for i in 0..<max(self.names.count, below.count) {
      let above = i < self.names.count ? self.names[i] : ""
      let child = i < below.count ? below[i] : ""
      let spans = i + 1 >= self.names.count || self.names[i + 1].isEmpty
      if !above.isEmpty { (parent, parentKey) = (above, self.keys[i]) }
      if child.isEmpty {
        names.append(above)
        keys.append(i < self.keys.count ? self.keys[i] : "")
        continue
      }
      // Below a heading of one column nothing is parted; a number, date or long text is no heading.
      guard Self.isHeading(child), above.isEmpty ? !parent.isEmpty || i == 0 : spans || Self.isUnit(child) else { return nil }
      if Self.isUnit(child) {
        names.append(above + child)
        keys.append(Folding.header(above + child))
        continue
      }
      names.append(parent.isEmpty ? child : parent + "/" + child)
      keys.append(Self.key(of: parentKey, Folding.header(child), isKnown))
    }
    return HeaderRows(records: records.lowerBound..<(records.upperBound + 1), names: Self.trimmed(names), keys: keys)
  }

  /// Whether it parts a heading of another reading of the same rows: 人数 into 幼儿 and 教师.
  func parts(_ other: HeaderRows) -> Bool { names.count(where: { $0.holds("/") }) > other.names.count(where: { $0.holds("/") }) }

  /// 幼儿人数 of 人数 and 幼儿, also of 参加人数 and 幼儿; of a part that is the whole (合计) the heading itself.
  private static func key(of parent: String, _ child: String, _ isKnown: (String) -> Bool) -> String {
    if ["合计", "总计", "小计", "共计", "总数"].contains(child) { return parent }
    return [child + parent, parent + child, child + parent.suffix(2), child].first(where: isKnown) ?? child + parent
  }

  private static func isUnit(_ text: String) -> Bool {
    let word = Folding.compact(text)
    return word.hasPrefix("(") && word.hasSuffix(")")
  }

  private static func isHeading(_ text: String) -> Bool {
    let word = Folding.compact(text)
    return !word.isEmpty && word.count <= 12 && !word.contains { $0.isASCII && $0.isNumber }
      && !RowWords.isTotal(word.replacing("合计", with: ""))
      && !CellText.isNil(Array(word.utf8).span)
  }

  private static func trimmed(_ cells: [String]) -> [String] {
    var cells = cells
    while let last = cells.last, Folding.compact(last).isEmpty { cells.removeLast() }
    return cells
  }
}
