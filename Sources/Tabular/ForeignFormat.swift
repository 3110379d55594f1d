/// Content that is not delimited text at all, whatever its extension says.
public enum ForeignFormat: Sendable, CaseIterable {
  /// A ZIP archive, which .xlsx, .docx and .ods files are too.
  case zipOrXLSX
  /// Microsoft's compound files and early workbooks: .xls, .doc, and WPS's .et and .wps.
  case legacyOffice
  /// Adobe's document format.
  case pdf
  /// HTML, which many school systems export under the name .xls.
  case html
  /// XML, including Excel 2003's XML spreadsheets.
  case xml
  /// PNG, JPEG, GIF, BMP, TIFF, WebP or HEIF.
  case image
  /// Rich Text Format.
  case rtf
  /// A file compressed by gzip.
  case gzip
  /// 7-Zip or RAR.
  case archive
  /// An SQLite database.
  case sqlite

  /// The format that the first bytes show, or `nil` if they may be text.
  public static func detect(_ bytes: [UInt8]) -> ForeignFormat? {
    signatures.first { bytes.starts(with: $0.bytes) }?.format ?? detectImage(bytes) ?? detectMarkup(bytes)
  }

  private static let signatures: [(bytes: [UInt8], format: ForeignFormat)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zipOrXLSX),
    ([0x50, 0x4B, 0x05, 0x06], .zipOrXLSX),  // without members
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .legacyOffice),
    ([0x09, 0x08, 0x10, 0x00], .legacyOffice),  // BIFF8 outside a compound file
    ([0x09, 0x08, 0x08, 0x00], .legacyOffice),  // BIFF5
    (Array("%PDF-".utf8), .pdf),
    (Array("{\\rtf".utf8), .rtf),
    ([0x1F, 0x8B], .gzip),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    (Array("Rar!\u{1A}\u{07}".utf8), .archive),
    (Array("SQLite format 3\0".utf8), .sqlite),
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

  private static let htmlOpenings = ["<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<style", "<script"]

  private static func detectMarkup(_ bytes: [UInt8]) -> ForeignFormat? {
    let opening = opening(of: bytes)
    if htmlOpenings.contains(where: { opening.starts(with: $0.utf8) }) { return .html }
    guard opening.starts(with: "<?xml".utf8) else { return nil }
    return contains(opening, "<html") ? .html : .xml
  }

  /// The first bytes in lower case, without byte order mark, leading blanks and comments, and the NULs that
  /// UTF-16 puts between letters.
  private static func opening(of bytes: [UInt8]) -> [UInt8] {
    let unmarked = bytes.prefix(1024).drop { [0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }
    let letters = unmarked.filter { $0 != 0 }.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    var rest = letters.drop { $0 <= Byte.space }
    while rest.starts(with: "<!--".utf8), let close = rest.firstIndex(of: UInt8(ascii: ">")) {
      rest = rest[(close + 1)...].drop { $0 <= Byte.space }
    }
    return Array(rest)
  }

  private static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: word.utf8) }
  }
}
