import Tabular

/// What the lines above a header say; domain §5.1, 1–3.
extension LedgerSheet {
  /// The text above the header.
  public var titleText: String { titleRecords.flatMap { sheet.cells(of: $0) }.joined(separator: " ") }

  /// The unit a title row states for money: `单位：万元`.
  public var titleUnit: String? {
    for cell in titleRecords.flatMap({ sheet.cells(of: $0) }) {
      // A school calls itself 单位 too: 填报单位：春芽幼儿园.
      let words = Folding.compact(cell).split(separator: "单位:", omittingEmptySubsequences: false).dropFirst()
      for word in words.map({ $0.prefix { $0.isLetter } }) {
        if let unit = ["万元", "千元", "元"].first(where: { word == $0 || word == "人民币" + $0 }) { return unit }
      }
    }
    return nil
  }

  func titleUnit(for column: AnyColumn) -> String? { column is Column<Money> ? titleUnit : nil }

  /// What the file's name, or a line such as 检查组：安全领导小组 above the header, says of every row in place of a column.
  public func told(of column: AnyColumn) -> String? {
    if column.traits.contains(.fromFileName) { return name }
    guard !column.titleKeys.isEmpty else { return nil }
    for record in titleRecords {
      for cell in sheet.cells(of: record) {
        let parts = Folding.trimmed(cell).split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2, column.titleKeys.contains(Folding.header(parts[0])), !Folding.compact(parts[1]).isEmpty { return parts[1] }
      }
    }
    return nil
  }

  /// Whether the sheet gives a column's numbers in parts: 人数 as 幼儿, 教师, 家长.
  public func hasParts(of column: AnyColumn) -> Bool {
    ledger.sums.contains { $0.total === column && $0.parts.contains { map.cells[$0.slot] != nil } }
  }
}
