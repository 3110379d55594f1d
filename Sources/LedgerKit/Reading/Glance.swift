/// What a glance at a cell needs to know of its column; most cells need no more.
struct Glance {
  /// Its cell in a record; -1 where the sheet has none, or none that can be used.
  let cell: Int
  let fillsDown: Bool
  /// What all rows have where there is no cell.
  let ofAllRows: Int64
  var plain: ColumnReader.Plain
  /// The numbers that days in it may have.
  let days: Range<Int64>
  /// Cells that were not remembered. A column of which most of the first cells were new is not worth remembering.
  var misses = 0

  init(_ reader: ColumnReader) {
    cell = reader.isUnread ? -1 : reader.cell ?? -1
    fillsDown = reader.fillsDown
    plain = reader.plain
    days = plain == .date ? Day.plausible(reader.context) : 0..<0
    if case .value(let value) = reader.ofAllRows { ofAllRows = value } else { ofAllRows = CellMark.empty }
  }
}

/// What a glance tells of a cell.
enum Glimpse {
  case value(Int64)
  /// A value that is not as typed.
  case repaired(Int64, Repair)
  /// It has to be read with care.
  case unseen

  @inline(__always)
  init(_ value: Int64?) { self = value.map(Self.value) ?? .unseen }
}

extension RowReader {
  /// Puts what most cells of a column are into `values`, and tells which are not like them.
  static func tell(
    _ glance: Glance, _ block: RowBlock, _ text: UnsafeRawBufferPointer, _ lexicon: Lexicon, _ memory: CellMemory.Column,
    _ days: inout PlainDays, _ values: UnsafeMutableBufferPointer<Int64>
  ) -> ToldCells {
    var last = LastCell()
    return switch glance.plain {
    case .text:
      block.tell(glance.cell, of: text, into: values) { cell in
        if let number = lexicon.plainSerial(cell.bytes) { return Int64(number) }
        return memory.value(cell, &last)
      }
    case .code: block.tell(glance.cell, of: text, into: values) { lexicon.plainSerial($0.bytes).map(Int64.init) }
    case .remembered, .people: block.tell(glance.cell, of: text, into: values) { memory.value($0, &last) }
    case .date:
      block.tell(glance.cell, of: text, into: values) { day(glance, &days, $0.bytes, 0..<$0.count) ?? memory.value($0) }
    case .fixed: block.tell(glance.cell, of: text, into: values) { PlainNumber.short($0)?.millionths }
    case .whole: block.tell(glance.cell, of: text, into: values) { PlainNumber.short($0).flatMap(Count.whole) }
    case .names, .day, .none: block.tell(glance.cell, of: text, into: values) { _ in nil }
    }
  }

  /// What a glance tells of a cell that is not empty.
  @inline(__always)
  mutating func glimpse(
    _ i: Int, _ glance: Glance, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ lexicon: Lexicon
  ) -> Glimpse {
    switch glance.plain {
    case .text, .code:
      let cell = UnsafeRawBufferPointer(rebasing: bytes[range])
      if let number = lexicon.plainSerial(cell) { return .value(Int64(number)) }
      if PlainCode.isOne(bytes, range) { return .value(Int64(lexicon.intern(cell))) }
      return glance.plain == .text ? recalled(i, .text, bytes, range) : .unseen
    case .remembered, .people, .date: return recalled(i, glance.plain, bytes, range)
    case .names: return Glimpse(plainPeople(UnsafeRawBufferPointer(rebasing: bytes[range])))
    case .day: return Glimpse(Self.day(glance, &days, bytes, range))
    case .fixed: return Glimpse(PlainNumber.read(bytes, range)?.millionths)
    case .whole: return Glimpse(PlainNumber.read(bytes, range).flatMap(Count.whole))
    case .none: return .unseen
    }
  }

  /// Keeps what a cell was read as for cells of the same text.
  func remember(_ value: Int64, ofColumn i: Int, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    guard glances[i].plain.isRemembered else { return }
    memory[i].remember(value, columns[i].context.repair, at: memory[i].place(bytes, range), bytes, range)
  }

  /// The day a cell is, where it is written as most are and no slip of the pen.
  @inline(__always)
  private static func day(_ glance: Glance, _ days: inout PlainDays, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int64? {
    guard let day = days.read(bytes, range), glance.days.contains(day) else { return nil }
    return day
  }

  /// What the same cell was read as before; of new plain names, their set.
  @inline(__always)
  private mutating func recalled(_ i: Int, _ plain: ColumnReader.Plain, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Glimpse {
    let memory = memory[i]
    let place = memory.place(bytes, range)
    if let known = memory.entry(at: place, bytes, range) {
      return known.repair.map { .repaired(known.value, $0) } ?? .value(known.value)
    }
    glances[i].misses &+= 1
    if glances[i].misses == 1024, rows < 1200 { glances[i].plain = columns[i].plainUnremembered }
    guard plain == .people, let people = plainPeople(UnsafeRawBufferPointer(rebasing: bytes[range])) else { return .unseen }
    memory.remember(people, nil, at: place, bytes, range)
    return .value(people)
  }

  /// The set of the people in a cell of nothing but plain names, about which there is nothing to tell; nil where a closer look is needed.
  private func plainPeople(_ cell: UnsafeRawBufferPointer) -> Int64? {
    let text = cell.withMemoryRebound(to: UInt8.self) { $0 }.span
    if CellText.isDitto(text) || CellText.isNil(text) { return nil }
    guard let set = table.lexicon.plainPeople(in: cell), table.lexicon.arePersons(set) else { return nil }
    return Int64(set)
  }
}
