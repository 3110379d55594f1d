/// Where records that follow one another start, and the offset after the last: four bytes a record, for a long ledger's are kept as long as it
/// is in use.
struct RecordBounds: Sendable, Equatable {
  private var offsets: [UInt32]

  /// No records yet, the first of which will start at an offset. A text has no more than ``Sheet/largestText``.
  init(from start: Int) { offsets = [UInt32(start)] }

  var recordCount: Int { offsets.count - 1 }
  var start: Int { Int(offsets[0]) }
  var end: Int { Int(offsets[offsets.count - 1]) }

  /// Where a record starts; the one after the last starts at the end.
  func start(of record: Int) -> Int { Int(offsets[record]) }

  /// A record with its line end.
  subscript(record: Int) -> Range<Int> { Int(offsets[record])..<Int(offsets[record + 1]) }

  /// Some records with their line ends.
  subscript(records: Range<Int>) -> Range<Int> { Int(offsets[records.lowerBound])..<Int(offsets[records.upperBound]) }

  mutating func reserve(_ records: Int) { offsets.reserveCapacity(records + 1) }

  /// A record that ends at an offset.
  mutating func append(end: Int) { offsets.append(UInt32(end)) }

  /// The records of a run from one on, which starts at the end.
  mutating func append(_ next: RecordBounds, from first: Int) { offsets += next.offsets[(first + 1)...] }
}
