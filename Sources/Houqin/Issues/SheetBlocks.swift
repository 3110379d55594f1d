import LedgerKit
import Tabular

/// Records of a CSV file, in order: all of them, or those of one part of the file where it is read part by part.
struct SheetBlock: Sendable {
  /// Its first record is the file's header.
  let sheet: Sheet
  /// Those behind the header.
  let records: Range<Int>
  /// Whether all records of the file are expected to have as many cells as the header.
  fileprivate let isPart: Bool

  /// What `body` makes of the records that are not blank, by their number in ``sheet`` and their fields. nil where one has not as many
  /// cells as the header and the file has to be read as a whole.
  func map<T: Sendable>(_ body: @Sendable (Int, [Field]) -> T) -> [T]? {
    let cells = isPart ? sheet.fields(of: 0).count : nil
    let parts = Parallel.pieces(of: records.count, least: 1000) { piece -> [T]? in
      var (fields, made): ([Field], [T]) = ([], [])
      made.reserveCapacity(piece.count)
      for record in piece.lazy.map({ $0 + records.lowerBound }) where !sheet.isBlank(record) {
        sheet.readFields(of: record, into: &fields)
        if let cells, fields.count != cells { return nil }
        made.append(body(record, fields))
      }
      return made
    }
    return parts.contains { $0 == nil } ? nil : parts.flatMap { $0 ?? [] }
  }

  /// The header and some of the records, without the rest of the part; of a file read as a whole the block itself is the smallest.
  func only(_ some: [Int]) -> Sheet? {
    guard isPart else { return nil }
    var bytes: [UInt8] = []
    for record in [0] + some { bytes += sheet.text.utf8[sheet.range(of: record)] + Array("\r\n".utf8) }
    return TextDecoder.decode(afterMark: bytes).map { Sheet($0, dialect: .comma) }
  }
}

/// Reads long CSV files that this program wrote part by part, so that they are never in memory as a whole.
///
/// That is allowed where every record has as many cells as the header and nothing is odd about quotes and bytes: what a record is then
/// depends on nothing behind it. All other files, as Excel and WPS may have saved them, are read as a whole; the records are the same.
/// Measured on an earlier list of 141,000 lines, 49 MB: read as a whole, it raises the peak of a run's memory by 60 MB; in parts, by none.
enum SheetBlocks {
  /// Of a part, in bytes: some thousand records, enough for every core.
  static let usual = 2 << 20

  /// What `add` makes of the file's blocks, beginning with `empty`; it returns false where it cannot use one, and then begins anew with
  /// the file as a whole. nil where there is no regular file, it is longer than `most` bytes, no text, or not to be used.
  static func reduce<R>(
    _ path: String, atMost most: Int, block: Int = usual, into empty: R, _ add: (inout R, SheetBlock) -> Bool
  ) -> R? {
    var result = empty
    if readParts(path, most, block, { add(&result, $0) }) { return result }
    result = empty
    guard let sheet = whole(path, most), add(&result, SheetBlock(sheet: sheet, records: 1..<sheet.recordCount, isPart: false)) else {
      return nil
    }
    return result
  }

  /// The file as a whole; its byte order mark stands apart, so that it is decoded in place.
  private static func whole(_ path: String, _ most: Int) -> Sheet? {
    guard let file = FilePieces(path), file.size <= most, let begin = file.next(3) else { return nil }
    let isMarked = begin == TextDecoder.byteOrderMark
    guard let bytes = file.next(file.size - begin.count, after: isMarked ? [] : begin) else { return nil }
    guard let text = isMarked ? TextDecoder.decode(afterMark: bytes) : TextDecoder.decode(bytes) else { return nil }
    let sheet = Sheet(text)
    return sheet.recordCount > 0 ? sheet : nil
  }

  /// Whether the whole file could be read part by part.
  private static func readParts(_ path: String, _ most: Int, _ block: Int, _ add: (SheetBlock) -> Bool) -> Bool {
    guard let file = FilePieces(path), file.size <= most, file.next(3) == TextDecoder.byteOrderMark else { return false }
    var (header, carried): ([UInt8], [UInt8]) = ([], [])
    while true {
      guard var bytes = file.next(block, after: header + carried) else { return false }
      let isLast = bytes.count < header.count + carried.count + block
      // A part ends with a line: characters and doubled quotes stay whole.
      let lines = isLast ? bytes.count : (bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
      carried = Array(bytes[lines...])
      bytes.removeLast(carried.count)
      guard let sheet = plain(bytes) else { return false }
      // What is odd may be a cell of several lines that goes on in the next part.
      let end = sheet.anomalies.first?.record ?? sheet.recordCount
      guard isLast ? sheet.anomalies.isEmpty : end > 1, add(SheetBlock(sheet: sheet, records: 1..<end, isPart: true)) else { return false }
      if isLast { return true }
      if header.isEmpty { header = Array(sheet.text.utf8[..<sheet.range(of: 1).lowerBound]) }
      if end < sheet.recordCount { carried = sheet.text.utf8[sheet.range(of: end).lowerBound...] + carried }
    }
  }

  /// A sheet of commas in which every byte is as it was written; nil where it is not.
  private static func plain(_ bytes: [UInt8]) -> Sheet? {
    guard let text = TextDecoder.decode(afterMark: bytes), text.encoding == .utf8BOM, text.damage.isEmpty else { return nil }
    let sheet = Sheet(text)
    return sheet.dialect == .comma && sheet.recordCount > 0 ? sheet : nil
  }
}

extension FilePieces {
  /// Some bytes and those that come next, `count` of them or as many as there are; nil where they cannot be read.
  fileprivate func next(_ count: Int, after first: [UInt8] = []) -> [UInt8]? {
    try? [UInt8](unsafeUninitializedCapacity: first.count + count) { buffer, done in
      done = buffer.update(fromContentsOf: first)
      done += try fill(UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[done...]))
    }
  }
}
