/// Turns a file's bytes into UTF-8.
public enum TextDecoder {
  /// Decodes `bytes`: a byte order mark decides, else NULs where only UTF-16 has them, else strict UTF-8, else the
  /// better of GB18030 and damaged UTF-8.
  ///
  /// Isolated damage (a bad byte, a truncated tail, a stray NUL) becomes U+FFFD and is listed in
  /// ``DecodedText/damage``. The result is `nil` only if no encoding is plausible: more than a handful of
  /// damaged places that also exceed 5 % of the characters beyond ASCII, or more than a handful of NULs that
  /// also exceed one in a thousand bytes.
  public static func decode(_ bytes: [UInt8]) -> DecodedText? { decode(TextBytes(bytes)) }

  /// The same of bytes that may lie in a file.
  public static func decode(_ bytes: TextBytes) -> DecodedText? {
    if bytes.starts(with: [0xFF, 0xFE]) { return plausible(UTF16Reading.read(bytes, bigEndian: false), .utf16LE) }
    if bytes.starts(with: [0xFE, 0xFF]) { return plausible(UTF16Reading.read(bytes, bigEndian: true), .utf16BE) }
    if !bytes.isEmpty, !bytes.starts(with: byteOrderMark), let text = plain(bytes, .utf8) { return text }
    let nulCount = countOfNuls(bytes)
    if nulCount * 40 >= bytes.count, let text = UTF16Reading.readUnmarked(bytes) { return text }
    guard isPlausible(nulCount, of: bytes.count) else { return nil }
    if bytes.starts(with: byteOrderMark) {
      let rest = TextBytes(Array(bytes.dropFirst(3)))
      return plain(rest, .utf8BOM) ?? plausible(UTF8Reading.repair(rest), .utf8BOM)
    }
    return decodeUnmarked(bytes)
  }

  /// Decodes what stands behind the byte order mark of UTF-8, in place: the same as ``decode(_:)`` of the whole.
  public static func decode(afterMark bytes: TextBytes) -> DecodedText? {
    if let text = plain(bytes, .utf8BOM) { return text }
    let nulCount = countOfNuls(bytes)
    // So many NULs may be UTF-16, whatever the mark says.
    if nulCount * 40 >= bytes.count + byteOrderMark.count { return decode(TextBytes(byteOrderMark + bytes)) }
    guard isPlausible(nulCount, of: bytes.count + byteOrderMark.count) else { return nil }
    return plausible(UTF8Reading.repair(bytes), .utf8BOM)
  }

  /// Text as most is: UTF-8 without damage or NULs, of which nothing has to be counted; else nil.
  private static func plain(_ bytes: TextBytes, _ encoding: TextEncoding) -> DecodedText? {
    guard case .wellFormed(hasNuls: false) = UTF8Reading.look(at: bytes) else { return nil }
    return DecodedText(encoding: encoding, utf8: bytes, damage: [])
  }

  /// U+FEFF in UTF-8.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func countOfNuls(_ bytes: TextBytes) -> Int {
    var count = 0
    bytes.forEachPiece { bytes in
      var index = 0
      while index &+ ByteBlock<ByteGroup>.size <= bytes.count {
        let nuls = ByteBlock<ByteGroup>(bytes, at: index).places { $0.places(of: 0) }
        if nuls != 0 { count &+= nuls.nonzeroBitCount }
        index &+= ByteBlock<ByteGroup>.size
      }
      count &+= bytes[index...].count { $0 == 0 }
    }
    return count
  }

  private static func isPlausible(_ nulCount: Int, of count: Int) -> Bool { nulCount <= max(count / 1000, min(8, count / 20)) }

  /// Of bytes that are not plain.
  private static func decodeUnmarked(_ bytes: TextBytes) -> DecodedText? {
    if case .wellFormed = UTF8Reading.look(at: bytes) { return plausible(UTF8Reading.repair(bytes), .utf8) }
    let survey = UTF8Reading.survey(bytes)
    let gb18030 = GB18030Reading.read(bytes)
    if survey.isBetter(thanDamage: gb18030.damage.count), let text = plausible(UTF8Reading.repair(bytes), .utf8) {
      return text
    }
    return gb18030.isPlausible ? gb18030.text(.gb18030, suspected: SuspectedEncoding.judge(bytes)) : nil
  }

  private static func plausible(_ reading: Reading, _ encoding: TextEncoding) -> DecodedText? {
    reading.isPlausible ? reading.text(encoding) : nil
  }
}
