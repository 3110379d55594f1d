/// Writes CSV that spreadsheet programs read back unchanged and do not execute.
public enum CSVWriter {
  /// A cell's text in quotes if it holds a delimiter, a quote or a line end (RFC 4180), else as it is.
  public static func field(_ s: String, delimiter: Character = ",") -> String {
    // By scalars, not characters: CRLF and a comma with a combining mark are single characters.
    let needsQuotes = s.unicodeScalars.contains { scalar in
      scalar == "\"" || scalar == "\n" || scalar == "\r" || delimiter.unicodeScalars.contains(scalar)
    }
    return needsQuotes ? quoted(s) : s
  }

  private static func quoted(_ s: String) -> String {
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in s.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// A cell's text with a leading apostrophe if a spreadsheet program might take it for a formula.
  ///
  /// That is a text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return and is not a plain number.
  public static func defused(_ s: String) -> String { s.withBytes(isFormula) ? "'" + s : s }

  /// Rows as a whole file, each terminated by `lineEnd`; `bom` makes Excel read it as UTF-8.
  public static func document(_ rows: [[String]], lineEnd: String = "\r\n", bom: Bool = true, defuse: Bool = true) -> String {
    var document = CSVDocument(bom: bom)
    for row in rows {
      for cell in row { document.append(cell, defuse: defuse) }
      document.endRow(lineEnd)
    }
    return String(decoding: document.take(), as: UTF8.self)
  }

  /// Records as they are, for programs: comma, LF, quotes only where RFC 4180 needs them, nothing trimmed or defused.
  ///
  /// Read as UTF-8 with commas, the cells are the same, byte for byte. Two beginnings that readers take for something
  /// else are guarded: a record's first cell that begins with a byte order mark is put in quotes, and a first
  /// record like `sep=;` gets a line `sep=,` before it.
  public static func plainRecord(_ cells: [String], isFirst: Bool = false) -> String {
    let opening = cells.first?.unicodeScalars.first == "\u{FEFF}" ? cells.prefix(1).map(quoted) : cells.prefix(1).map { field($0) }
    let line = (opening + cells.dropFirst().map { field($0) }).joined(separator: ",") + "\n"
    let isSeparator = isFirst && Array(line.utf8).withUnsafeBytes { SeparatorLine($0) != nil }
    return isSeparator ? "sep=,\n" + line : line
  }

  /// Whether a text in UTF-8 is one that ``defused(_:)`` changes.
  public static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      !isPlainNumber(text)
    default: false
    }
  }

  /// Whether the text is a sign, digits and at most one decimal point among them.
  private static func isPlainNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let isSigned = text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-")
    let digits = text.dropFirst(isSigned ? 1 : 0)
    let points = digits.count { $0 == UInt8(ascii: ".") }
    let isNumeric = digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: ".") }
    return isNumeric && points <= 1 && digits.count > points
  }
}
