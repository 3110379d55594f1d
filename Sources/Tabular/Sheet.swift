/// One file as records of fields. Record `i` is row `i + 1` in Excel.
///
/// Records end at LF, CRLF or CR outside quotes; a line break within quotes starts no row. A blank line is a
/// record with one empty field, and a line end at the end of the file makes no further record. A quote opens a
/// quoted cell only as the cell's first character; one that nothing closes is an ordinary character, and so is one
/// that would swallow whole rows: where the record then has not the usual number of cells (that of most of the
/// first records, at least three) and most lines in the cell have. Every rectangular sheet that follows RFC 4180 is
/// read as it says.
///
/// Only where records start is stored; their fields are found anew whenever they are asked for. Time is linear in the
/// text, whatever it holds. Beside the text a sheet takes 5 bytes a record, twice that while it is made: a twentieth of a
/// ledger's size, and less than 16 times the size of a text of nothing but line ends.
public struct Sheet: Sendable {
  /// The text that the fields' offsets refer to.
  public let text: DecodedText
  /// The dialect given, named by a `sep=` line, or sniffed.
  public let dialect: Dialect
  /// The full-width character (`，`, `；` or `｜`) that seems to divide the first records where no ASCII delimiter
  /// does, or `nil`. It is part of the cells' text; the one who wrote the file should put commas in its place.
  public let suspectedDelimiter: Character?
  /// What is odd about the quotes and bytes, by record.
  public let anomalies: [Anomaly]
  private let bounds: RecordBounds
  /// Of each record, what was seen when its end was sought.
  private let looks: [RecordScanner.Look]

  /// The most bytes a text may have.
  public static let largestText = Int(UInt32.max)

  /// Divides `text` into records. Without a `dialect`, a `sep=` line decides, else the first records do.
  public init(_ text: DecodedText, dialect: Dialect? = nil) {
    self.init(text, dialect: dialect, partStarts: text.utf8.pieceStarts)
  }

  /// Divides `text` by scanning the parts that begin at the given offsets, ascending, apart from each other; the result
  /// is the same whatever they are. Without `recoversRows` every cell that spans lines is believed, as RFC 4180 has it.
  init(_ text: DecodedText, dialect: Dialect?, partStarts: [Int], recoversRows: Bool = true) {
    self.text = text
    (self.dialect, suspectedDelimiter, bounds, looks, anomalies) = text.utf8.withUnsafeBytes { bytes in
      let separatorLine = SeparatorLine(bytes)
      let start = separatorLine?.end ?? 0
      let outline = Outline(bytes, from: start, dialect: dialect ?? separatorLine?.dialect)
      let grammar = RecordScanner.Grammar(
        delimiter: outline.dialect.delimiter, usualCells: recoversRows ? outline.usualCells : 0)
      let starts = partStarts.filter { $0 > start && $0 < bytes.count }
      var run = RecordRun.scan(bytes, grammar, from: start..<(starts.first ?? bytes.count))
      for (part, end) in zip(starts, starts.dropFirst() + [bytes.count]) {
        text.utf8.letGo(start..<part)
        run.join(.scan(bytes, grammar, part: part..<end), bytes, grammar)
      }
      let anomalies = Self.merge(run.anomalies, Self.damageAnomalies(text.damage, run.bounds))
      return (outline.dialect, outline.suspectedDelimiter, run.bounds, run.looks, anomalies)
    }
  }

  /// The number of records, blank ones included.
  public var recordCount: Int { bounds.recordCount }

  /// The byte range of a record without its line end; empty if there is no such record.
  public func range(of record: Int) -> Range<Int> {
    guard 0..<recordCount ~= record else { return 0..<0 }
    return text.utf8.withUnsafeBytes { RecordScanner.trim(bounds[record], in: $0) }
  }

  /// Whether a record is known, without a look at its bytes, to begin with a cell of ASCII characters of which the first is a digit. Another
  /// one may do so too.
  public func opensWithNumber(_ record: Int) -> Bool { looks[record].contains(.opensWithNumber) }

  /// The records of at least so many bytes, line ends included.
  public func records(ofAtLeast bytes: Int) -> [Int] { (0..<recordCount).filter { bounds[$0].count >= bytes } }

  /// How many bytes some records have, line ends included.
  public func byteCount(of records: Range<Int>) -> Int { bounds[records].count }

  /// Gives back the memory of a large file's text, or of that of some records; it is read from the disk again when it is asked for.
  public func letGo(of records: Range<Int>? = nil) {
    text.utf8.letGo(records.map { bounds[$0] })
  }

  /// Replaces `fields` by those of a record, without allocating once `fields` has grown; by none if there is no such record.
  /// A field takes 24 bytes.
  public func readFields(of record: Int, into fields: inout [Field]) {
    text.utf8.withUnsafeBytes { readFields(of: record, in: $0, into: &fields) }
  }

  /// The same for who reads many records and has the bytes of the text at hand.
  public func readFields(of record: Int, in bytes: UnsafeRawBufferPointer, into fields: inout [Field]) {
    guard record >= 0, record < recordCount else { return fields.removeAll(keepingCapacity: true) }
    precondition(bytes.count == text.utf8.count, "the bytes of another text")
    let range = RecordScanner.trim(bounds[record], in: bytes)
    FieldScanner.scan(bytes, range, delimiter: dialect.delimiter, hasQuotes: looks[record].contains(.hasQuotes), into: &fields)
  }

  /// Puts the bounds of a record's cells into `places`, and tells how many there are and where the record starts. `nil` where it has quotes, or
  /// more cells than places, or lies at the text's end: its fields then have to be read.
  public func readBounds(
    of record: Int, in bytes: UnsafeRawBufferPointer, into places: UnsafeMutableBufferPointer<CellBounds>
  ) -> (start: Int, count: Int)? {
    guard record >= 0, record < recordCount, !looks[record].contains(.hasQuotes) else { return nil }
    precondition(bytes.count == text.utf8.count, "the bytes of another text")
    let range = RecordScanner.trim(bounds[record], in: bytes)
    return FieldScanner.unquoted(bytes, range, delimiter: dialect.delimiter, into: places).map { (range.lowerBound, $0) }
  }

  /// One field of a record, found without looking at those behind it; `nil` if the record has not so many.
  public func field(_ place: Int, of record: Int) -> Field? { text.utf8.withUnsafeBytes { field(place, of: record, in: $0) } }

  /// The same for who reads many records and has the bytes of the text at hand.
  public func field(_ place: Int, of record: Int, in bytes: UnsafeRawBufferPointer) -> Field? {
    guard record >= 0, record < recordCount else { return nil }
    precondition(bytes.count == text.utf8.count, "the bytes of another text")
    let range = RecordScanner.trim(bounds[record], in: bytes)
    return FieldScanner.field(bytes, range, delimiter: dialect.delimiter, hasQuotes: looks[record].contains(.hasQuotes), at: place)
  }

  /// The fields of a record; none if there is no such record.
  public func fields(of record: Int) -> [Field] {
    var fields: [Field] = []
    readFields(of: record, into: &fields)
    return fields
  }

  /// The values of a record's cells.
  public func cells(of record: Int) -> [String] {
    fields(of: record).map(string)
  }
}

extension Sheet {
  /// A field's value.
  public func string(_ field: Field) -> String {
    withBytes(of: field) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with a field's value, quotes undone; the bytes are valid only during the call.
  @inlinable
  public func withBytes<R>(of field: Field, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    if field.hasEscapes { return try unescapedBytes(of: field).withUnsafeBufferPointer(body) }
    return try text.utf8.withUnsafeBytes { try $0[field.start..<field.end].withMemoryRebound(to: UInt8.self, body) }
  }

  /// Calls `body` with the values of some fields, one after the other; the bytes are valid only during the call. Of whole rows, that takes
  /// a third of the time that asking for field after field does.
  public func forEach(of fields: [Field], _ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    text.utf8.withUnsafeBytes { bytes in
      for (place, field) in fields.enumerated() {
        let value = bytes[field.start..<field.end]
        if field.hasEscapes {
          QuotedCell.unescape(value).withUnsafeBufferPointer { body(place, $0) }
        } else {
          value.withMemoryRebound(to: UInt8.self) { body(place, $0) }
        }
      }
    }
  }

  /// A field's value as UTF-8, quotes undone.
  public func bytes(of field: Field) -> [UInt8] {
    withBytes(of: field) { Array($0) }
  }

  @usableFromInline
  func unescapedBytes(of field: Field) -> [UInt8] {
    text.utf8.withUnsafeBytes { QuotedCell.unescape($0[field.start..<field.end]) }
  }
}

extension Sheet {
  /// One anomaly for each record with damage. Both lists ascend, so one walk along them suffices.
  private static func damageAnomalies(_ damage: [Int], _ bounds: RecordBounds) -> [Anomaly] {
    var anomalies: [Anomaly] = []
    var record = 0
    for offset in damage where offset >= bounds.start {
      while record < bounds.recordCount - 1, bounds.start(of: record + 1) <= offset { record += 1 }
      if anomalies.last?.record != record { anomalies.append(Anomaly(record: record, kind: .damagedBytes)) }
    }
    return anomalies
  }

  /// Both lists by record; those of the same record keep their order.
  private static func merge(_ first: [Anomaly], _ second: [Anomaly]) -> [Anomaly] {
    guard !second.isEmpty else { return first }
    var merged: [Anomaly] = []
    merged.reserveCapacity(first.count + second.count)
    var rest = first[...]
    for anomaly in second {
      let earlier = rest.prefix { $0.record <= anomaly.record }
      merged += earlier
      rest = rest[earlier.endIndex...]
      merged.append(anomaly)
    }
    return merged + rest
  }
}
