/// Content that is not delimited text at all, whatever its extension says.
public enum ForeignFormat: Sendable, CaseIterable {
  /// A ZIP archive, which .xlsx, .docx and .ods files are too.
  case zipOrXLSX
  /// Microsoft's compound files and early workbooks: .xls, .doc, and WPS's .et and .wps.
  case legacyOffice
  /// Adobe's document format.
  case pdf
  /// HTML, and Excel's web archives (MHTML); many school systems export both under the name .xls.
  case html
  /// XML, including Excel 2003's XML spreadsheets.
  case xml
  /// PNG, JPEG, GIF, BMP, TIFF, WebP, HEIF or SVG.
  case image
  /// Rich Text Format.
  case rtf
  /// A file compressed by gzip, bzip2 or xz.
  case gzip
  /// 7-Zip or RAR.
  case archive
  /// A database: SQLite's, or Access's.
  case sqlite

  /// How many of a file's first bytes ``detect(_:)`` looks at; more make no difference.
  public static let headLength = 4096

  /// The format that a file's first bytes show, or `nil` if they may be text; ``headLength`` of them suffice.
  public static func detect(_ bytes: [UInt8]) -> ForeignFormat? {
    let bytes = Array(bytes.prefix(headLength))
    return signatures.first { bytes.starts(with: $0.bytes) }?.format ?? detectImage(bytes) ?? detectText(bytes)
  }

  private static let signatures: [(bytes: [UInt8], format: ForeignFormat)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zipOrXLSX),
    ([0x50, 0x4B, 0x05, 0x06], .zipOrXLSX),  // without members
    ([0x50, 0x4B, 0x07, 0x08], .zipOrXLSX),  // in several volumes
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .legacyOffice),
    ([0x09, 0x08, 0x10, 0x00], .legacyOffice),  // BIFF8 outside a compound file
    ([0x09, 0x08, 0x08, 0x00], .legacyOffice),  // BIFF5
    ([0x09, 0x04, 0x06, 0x00], .legacyOffice),  // BIFF4
    ([0x09, 0x02, 0x06, 0x00], .legacyOffice),  // BIFF3
    ([0x09, 0x00, 0x04, 0x00], .legacyOffice),  // BIFF2
    (Array("{\\rtf".utf8), .rtf),
    ([0x1F, 0x8B], .gzip),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .gzip),  // xz
    (Array("BZh91AY&SY".utf8), .gzip),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    (Array("Rar!\u{1A}\u{07}".utf8), .archive),
    (Array("SQLite format 3\0".utf8), .sqlite),
    ([0x00, 0x01, 0x00, 0x00] + Array("Standard ".utf8), .sqlite),  // Access
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image),  // PNG
    ([0xFF, 0xD8, 0xFF], .image),  // JPEG
    (Array("GIF87a".utf8), .image),
    (Array("GIF89a".utf8), .image),
    ([0x49, 0x49, 0x2A, 0x00], .image),  // TIFF
    ([0x4D, 0x4D, 0x00, 0x2A], .image),
  ]

  /// Images whose first letters could be text's: only bytes further on tell.
  private static func detectImage(_ bytes: [UInt8]) -> ForeignFormat? {
    guard bytes.count >= 12 else { return nil }
    let isBMP = bytes.starts(with: "BM".utf8) && bytes[6..<10].allSatisfy { $0 == 0 }
    let isWebP = bytes.starts(with: "RIFF".utf8) && bytes[8..<12].elementsEqual("WEBP".utf8)
    let isHEIF = bytes[0..<3].allSatisfy { $0 == 0 } && bytes[4..<8].elementsEqual("ftyp".utf8)
    return isBMP || isWebP || isHEIF ? .image : nil
  }

  private static let elements = [
    "html", "head", "meta", "title", "body", "table", "style", "script", "link", "div", "span", "center", "font", "form", "tr", "td", "br",
    "p",
  ]

  /// Formats that are text themselves.
  private static func detectText(_ bytes: [UInt8]) -> ForeignFormat? {
    guard mayBegin(bytes) else { return nil }
    let opening = opening(of: bytes)
    if opening.starts(with: "%pdf-".utf8) { return .pdf }
    if opening.starts(with: "<!doctype html".utf8) || elements.contains(where: { isTag($0, opening) }) { return .html }
    if isTag("svg", opening) { return .image }
    if isTag("workbook", opening) || isTag("ss:workbook", opening) { return .xml }
    if opening.starts(with: "<?xml".utf8) { return contains(opening, "<html") ? .html : contains(opening, "<svg") ? .image : .xml }
    return isWebArchive(opening) ? .html : nil
  }

  /// Whether the first letter is one that a format which is text begins with. In nearly all files it is not, and the rest of them need
  /// not be brought into lower case.
  private static func mayBegin(_ bytes: [UInt8]) -> Bool {
    let first = bytes.first { $0 > Byte.space && !marks.contains($0) }
    return first.map("<%MmFf".utf8.contains) ?? false
  }

  /// Bytes of the byte order marks.
  private static let marks: [UInt8] = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF]

  /// Whether the text begins with the element's tag, be it `<p>` or `<p class=…`, but not with a cell like `<5>` or `<p,`.
  private static func isTag(_ element: String, _ opening: [UInt8]) -> Bool {
    guard opening.starts(with: "<\(element)".utf8) else { return false }
    let next = opening.dropFirst(element.utf8.count + 1).first
    return next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next.map { $0 <= Byte.space } == true
  }

  /// Whether the text begins as a mail does: a header of lines `Name: value`, among them MIME's version and type.
  private static func isWebArchive(_ opening: [UInt8]) -> Bool {
    guard opening.starts(with: "mime-version:".utf8) || opening.starts(with: "from:".utf8) else { return false }
    return contains(opening, "mime-version:") && contains(opening, "content-type:")
  }

  /// The first bytes in lower case, without byte order mark, leading blanks and comments, and the NULs that
  /// UTF-16 puts between letters.
  private static func opening(of bytes: [UInt8]) -> [UInt8] {
    let unmarked = bytes.drop(while: marks.contains)
    let letters = unmarked.filter { $0 != 0 }.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    var rest = letters.drop { $0 <= Byte.space }
    while rest.starts(with: "<!--".utf8), let close = index(of: "-->", in: rest) {
      rest = rest[(close + 3)...].drop { $0 <= Byte.space }
    }
    return Array(rest)
  }

  private static func contains(_ bytes: [UInt8], _ word: String) -> Bool { index(of: word, in: bytes[...]) != nil }

  private static func index(of word: String, in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: word.utf8) }
  }
}
