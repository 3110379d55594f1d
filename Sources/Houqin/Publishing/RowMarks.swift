import LedgerKit
import Tabular

/// A short mark of every record of a file, by which a later run tells the rows that are new, changed or gone. Marks tell nothing of what
/// the rows say.
struct RowMarks: Equatable {
  /// By record; row `i + 1` in Excel. 24 bits each.
  let marks: [UInt32]

  /// Hexadecimal digits of a mark.
  private static let width = 6
  /// Longer files are only known to have changed.
  static let mostRecords = 20_000

  /// nil where the file is no table or too long.
  init?(_ input: Input) {
    guard let sheet = input.records, sheet.recordCount <= Self.mostRecords else { return nil }
    marks = sheet.text.utf8.withUnsafeBytes { bytes in
      Self.marks(of: sheet.recordCount) { UnsafeRawBufferPointer(rebasing: bytes[sheet.range(of: $0)]) }
    }
  }

  /// As a manifest lists them: one after the other; nil where it lists something else.
  init?(_ text: String) {
    let digits = text.utf8.compactMap(Self.value)
    guard digits.count == text.utf8.count, digits.count % Self.width == 0 else { return nil }
    marks = stride(from: 0, to: digits.count, by: Self.width).map { start in
      digits[start..<start + Self.width].reduce(0) { $0 << 4 | $1 }
    }
  }

  /// As a manifest lists them.
  var utf8: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.width * marks.count) { digits, count in
      count = Self.width * marks.count
      for (i, mark) in marks.enumerated() {
        for place in 0..<Self.width {
          digits[Self.width * i + place] = Self.hexDigits[Int(mark >> UInt32(4 * (Self.width - 1 - place))) & 15]
        }
      }
    }
  }

  private static func value(_ digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(digit - UInt8(ascii: "a") + 10)
    default: nil
    }
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)

  /// The marks of some records: their hashes, folded to 24 bits.
  static func marks(of count: Int, _ record: (Int) -> UnsafeRawBufferPointer) -> [UInt32] {
    FNV1a.hashes(of: count, prime: 0x0100_0193, from: { _ in 0x811C_9DC5 as UInt32 }, record).map { ($0 >> 24) ^ ($0 & 0xFF_FFFF) }
  }

  /// Where more rows in a row differ, which became which is past telling.
  private static let mostDifferent = 1000

  /// What became of the rows since: `新增第45行、第12行有改动`; nil where nothing did.
  func changes(since before: RowMarks) -> String? {
    let start = zip(marks, before.marks).prefix { $0 == $1 }.count
    let (rest, old) = (marks[start...], before.marks[start...])
    let end = zip(rest.reversed(), old.reversed()).prefix { $0 == $1 }.count
    guard max(rest.count, old.count) - end <= Self.mostDifferent else { return "第\(start + 1)行起有较多改动" }
    var (gone, new) = (Set<Int>(), Set<Int>())
    for change in rest.dropLast(end).difference(from: old.dropLast(end)) {
      switch change {
      case .remove(let offset, _, _): gone.insert(start + offset)
      case .insert(let offset, _, _): new.insert(start + offset)
      }
    }
    let rows = Self.paired(gone, new, before.marks.count)
    let words = [("新增第", rows.added, "行"), ("第", rows.changed, "行有改动"), ("删去原第", rows.removed, "行")]
    let told = words.filter { !$0.1.isEmpty }.map { $0.0 + Self.spans($0.1) + $0.2 }
    return told.isEmpty ? nil : told.joined(separator: "、")
  }

  /// A row that went where another came is a row that changed. Rows from 1.
  private static func paired(_ gone: Set<Int>, _ new: Set<Int>, _ count: Int) -> (added: [Int], changed: [Int], removed: [Int]) {
    var (added, changed, removed): ([Int], [Int], [Int]) = ([], [], [])
    var (old, now) = (0, 0)
    while old < count || new.contains(now) {
      var (left, come): ([Int], [Int]) = ([], [])
      while gone.contains(old) { (left, old) = (left + [old + 1], old + 1) }
      while new.contains(now) { (come, now) = (come + [now + 1], now + 1) }
      let common = min(left.count, come.count)
      changed += come.prefix(common)
      added += come.dropFirst(common)
      removed += left.dropFirst(common)
      (old, now) = (old + 1, now + 1)
    }
    return (added, changed, removed)
  }

  /// `3、5至9`; of many only the first.
  private static func spans(_ rows: [Int]) -> String {
    var spans: [ClosedRange<Int>] = []
    for row in rows {
      let isNext = spans.last?.upperBound == row - 1
      spans.append((isNext ? spans.removeLast().lowerBound : row)...row)
    }
    let words = spans.prefix(3).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)至\($0.upperBound)" }
    return words.joined(separator: "、") + (spans.count > 3 ? "等\(rows.count)" : "")
  }
}
