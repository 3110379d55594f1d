/// Words and marks that stand for something else than themselves, recognized on the raw bytes.
enum CellText {
  /// The range of a cell without blanks at its ends: ASCII blanks, the no-break and the ideographic space, zero-width characters.
  static func trimmed(_ cell: Span<UInt8>) -> Range<Int> {
    var (start, end) = (0, cell.count)
    while start < end {
      let skip = leadingBlank(cell, start, end)
      if skip == 0 { break }
      start += skip
    }
    while end > start {
      let skip = trailingBlank(cell, start, end)
      if skip == 0 { break }
      end -= skip
    }
    return start..<end
  }

  /// Whether other blanks than ASCII's were trimmed off: U+3000, U+00A0, U+200B.
  static func hasWideBlanks(_ cell: Span<UInt8>, around kept: Range<Int>) -> Bool {
    for i in cell.indices where !kept.contains(i) && cell[i] >= 0x80 { return true }
    return false
  }

  /// √ and what people type for it.
  static func isTick(_ cell: Span<UInt8>) -> Bool { ["√", "✓", "✔", "v", "V", "☑", "■", "●"].contains(cell.text) }

  /// 同上 and the marks written for it. Most cells are told apart by their first bytes.
  static func isDitto(_ cell: Span<UInt8>) -> Bool {
    guard cell.count <= 6, !cell.isEmpty else { return false }
    switch cell[0] {
    case 0x22, 0x27, 0xC2, 0xE2: break
    case 0xE3: guard cell.count == 3 else { return false }
    case 0xE5: guard cell.count == 6, cell[1] == 0x90, cell[2] == 0x8C else { return false }
    default: return false
    }
    return dittos.contains(Array(cell.text.utf8))
  }

  private static let dittos = words("同上", "同前", "〃", "″", "″″", "\"", "↑", "·", "''", "”", "“")

  /// Words for nothing (domain §5.1, 20); `0` is not among them.
  static func isNil(_ cell: Span<UInt8>) -> Bool {
    guard cell.count <= 9, !cell.isEmpty else { return false }
    switch cell[0] {
    case 0x2F, 0x5C, 0x2D, 0x2E, 0x4E, 0x6E, 0xE2, 0xEF: break
    case 0xE6: guard cell[1] == 0x97 || cell[1] == 0x9A || cell[1] == 0x9C || cell[1] == 0xB2 else { return false }
    case 0xE7: guard cell.count == 3 else { return false }
    default: return false
    }
    return nils.contains(Array(cell.text.utf8))
  }

  private static let nils = words(
    "/", "\\", "-", ".", "无", "—", "--", "——", "－", "–", "…", "N/A", "n/a", "NA", "空", "暂无", "未发现", "没有", "／", "＼")

  private static func words(_ all: String...) -> Set<[UInt8]> { Set(all.map { Array($0.utf8) }) }

  /// What Excel leaves of a broken formula or a column too narrow.
  static func isExcelError(_ cell: Span<UInt8>) -> Bool {
    guard !cell.isEmpty, cell[0] == 0x23 else { return false }
    let text = cell.text.uppercased()
    return ["#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!"].contains(text)
      || (text.count >= 3 && text.allSatisfy { $0 == "#" })
  }

  /// Whether a closer look can find `3.20419E+11`.
  static func mayBeScientific(_ cell: Span<UInt8>) -> Bool {
    guard !cell.isEmpty, cell[0] == 0x2E || cell[0] &- 0x30 <= 9 else { return false }
    for i in cell.indices where cell[i] | 0x20 == 0x65 { return true }
    return false
  }

  /// Digits lost by Excel's number format: `3.20419E+11`.
  static func isScientific(_ text: String) -> Bool {
    guard let e = text.firstIndex(where: { $0 == "E" || $0 == "e" }), e != text.startIndex else { return false }
    let (head, tail) = (text[..<e], text[text.index(after: e)...])
    guard tail.first == "+" || tail.first == "-", tail.count > 1 else { return false }
    return head.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") } && tail.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func leadingBlank(_ c: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let b = c[start]
    if b == 0x20 || (b >= 0x09 && b <= 0x0D) { return 1 }
    if b == 0xC2, start + 1 < end, c[start + 1] == 0xA0 { return 2 }
    if b == 0xE3 || b == 0xE2 || b == 0xEF, start + 2 < end, isWideBlank(b, c[start + 1], c[start + 2]) { return 3 }
    return 0
  }

  private static func trailingBlank(_ c: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let b = c[end - 1]
    if b == 0x20 || (b >= 0x09 && b <= 0x0D) { return 1 }
    guard b >= 0x80, b <= 0xBF else { return 0 }
    if b == 0xA0, end - 2 >= start, c[end - 2] == 0xC2 { return 2 }
    if end - 3 >= start, isWideBlank(c[end - 3], c[end - 2], b) { return 3 }
    return 0
  }

  /// U+3000, U+200B…U+200F, U+2060, U+FEFF.
  private static func isWideBlank(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b) {
    case (0xE3, 0x80): c == 0x80
    case (0xE2, 0x80): c >= 0x80 && c <= 0x8F
    case (0xE2, 0x81): c == 0xA0
    case (0xEF, 0xBB): c == 0xBF
    default: false
    }
  }
}
