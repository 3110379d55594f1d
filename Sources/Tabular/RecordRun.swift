/// Records that follow one another without a gap: a whole text's, or those that begin in one part of it.
///
/// Parts may be scanned in any order or at once, for ``scan(_:_:part:)`` depends on nothing but its arguments, and then
/// joined in order. The result is that of one scan of the whole, wherever the parts begin; this holds because what a
/// record is depends on nothing before it. A scan of a part may look past its end, as far as a quote's closing one.
struct RecordRun: Sendable, Equatable {
  /// Where each record starts, and the offset after the last.
  private(set) var bounds: RecordBounds
  /// Of each record, what was seen when its end was sought.
  private(set) var looks: [RecordScanner.Look] = []
  /// What is odd about quotes; records are counted from the run's first.
  private(set) var anomalies: [Anomaly] = []

  var recordCount: Int { bounds.recordCount }
  var end: Int { bounds.end }

  /// The records that start in `range`, of which the first starts at its lower bound.
  static func scan(_ bytes: UnsafeRawBufferPointer, _ grammar: RecordScanner.Grammar, from range: Range<Int>) -> RecordRun {
    var run = RecordRun(bounds: RecordBounds(from: range.lowerBound))
    // Records of ledgers are seldom shorter; a guess too low costs one more copy, too high only address space.
    run.bounds.reserve(range.count / 48 + 1)
    run.looks.reserveCapacity(range.count / 48 + 1)
    var scanner = RecordScanner(bytes, grammar, from: range.lowerBound)
    while run.end < range.upperBound, let record = scanner.next() { run.append(record) }
    return run
  }

  /// The records that start in `part` if its first line end ends a record; whether it does, ``join(_:_:_:)`` finds out.
  static func scan(_ bytes: UnsafeRawBufferPointer, _ grammar: RecordScanner.Grammar, part: Range<Int>) -> RecordRun {
    let lineEnd = bytes.firstLineEnd(from: max(0, part.lowerBound - 1), to: part.upperBound)
    guard lineEnd < part.upperBound else { return RecordRun(bounds: RecordBounds(from: part.upperBound)) }
    return scan(bytes, grammar, from: bytes.endOfLineEnd(at: lineEnd)..<max(part.upperBound, bytes.endOfLineEnd(at: lineEnd)))
  }

  /// Appends the records of the part after this run's.
  ///
  /// Where the last record did not end where the part supposed one to start, records are sought anew until one does.
  mutating func join(_ next: RecordRun, _ bytes: UnsafeRawBufferPointer, _ grammar: RecordScanner.Grammar) {
    var scanner = RecordScanner(bytes, grammar, from: end)
    var index = 0
    while true {
      while index <= next.recordCount, next.bounds.start(of: index) < end { index += 1 }
      guard index <= next.recordCount else { return }
      if next.bounds.start(of: index) == end { return append(next, from: index) }
      guard let record = scanner.next() else { return }
      append(record)
    }
  }

  private mutating func append(_ record: RecordScanner.Record) {
    if record.hasUnclosedQuote { anomalies.append(Anomaly(record: recordCount, kind: .unclosedQuote)) }
    if record.hasStrayQuote { anomalies.append(Anomaly(record: recordCount, kind: .strayQuote)) }
    bounds.append(end: record.end)
    looks.append(record.look)
  }

  private mutating func append(_ next: RecordRun, from first: Int) {
    let shift = recordCount - first
    anomalies += next.anomalies.lazy.filter { $0.record >= first }.map { Anomaly(record: $0.record + shift, kind: $0.kind) }
    bounds.append(next.bounds, from: first)
    looks += next.looks[first...]
  }
}
