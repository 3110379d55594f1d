import Tabular

/// Something wrong, or worth telling, with its place as the user sees it in Excel.
///
/// A class, though it never changes: a district has hundreds of thousands, and sorting and passing them on moves eight bytes each. What
/// it shares with its neighbours is kept once, and cells are read in the table: measured, that takes a third of the memory.
public final class Finding: Sendable {
  @usableFromInline let origin: FindingOrigin
  /// What is wrong, without the place.
  public let message: String
  /// What to do or type.
  public let fix: String
  /// Place of the row in the origin's table.
  private let index: Int32
  /// Row number in Excel; 0 where it is about none.
  @usableFromInline let number: Int32
  /// Which of the ledger's columns for it may name who can mend it. Later rules may take their cells out of use, so this is not asked anew;
  /// what stands there is looked at when it is listed.
  private let names: CellSet

  init(_ origin: FindingOrigin, row: Row?, number: Int?, message: String, fix: String) {
    self.origin = origin
    self.message = message
    self.fix = fix
    self.number = Int32(clamping: number ?? 0)
    index = Int32(clamping: row?.index ?? 0)
    names = row.map(origin.filledNames) ?? CellSet()
  }

  /// `HAZ-012`
  public var rule: String { origin.rule }
  /// The rule's, unless the offense has its own.
  public var title: String { origin.title }
  /// The rule's, unless the offense has its own.
  public var severity: Rule.Severity { origin.severity }
  /// Whether the sheet or the practice must change, or it is only worth a look.
  public var kind: Rule.Kind { origin.kind }
  /// Id of the ledger; nil where it is about none.
  public var ledger: String? { origin.ledger }
  /// Path in the work folder; nil where it is about the term.
  public var file: String? { origin.file }
  /// Row number in Excel.
  @inlinable public var row: Int? { number == 0 ? nil : Int(number) }
  /// The header as the user wrote it.
  public var column: String? { origin.header }
  /// The cell as typed; nil where it is about none.
  public var value: String? {
    var text: [UInt8] = []
    return appendValue(to: &text) ? String(decoding: text, as: UTF8.self) : nil
  }
  /// The source as it binds on the as-of date.
  public var citation: Citation { origin.citation }
  /// Who can mend it, as the row names them; nil where it does not.
  public var person: String? {
    var text: [UInt8] = []
    return appendPerson(to: &text) ? String(decoding: text, as: UTF8.self) : nil
  }
  /// What findings share that agree in all but row, cell, message, advice and person.
  @inlinable public var kin: ObjectIdentifier { ObjectIdentifier(origin) }

  /// Whether another finding is of the same file, or both are of none.
  public func isOfFile(of other: Finding) -> Bool { kin == other.kin || file == other.file }

  /// Appends ``value`` in UTF-8; false where there is none. `read` is the row, for who has it already.
  public func appendValue(to text: inout [UInt8], from read: ReadRow? = nil) -> Bool {
    origin.appendValue(in: Int(index), read, to: &text)
  }
  /// Appends ``person`` in UTF-8; false where there is none. `read` is the row, for who has it already.
  public func appendPerson(to text: inout [UInt8], from read: ReadRow? = nil) -> Bool {
    origin.appendPerson(in: Int(index), read, named: names, to: &text)
  }

  /// `采购台账.csv 第7行〔金额〕“45.00”`
  public var place: String {
    guard let file else { return "" }
    return file + (row.map { "第\($0)行" }.map { " " + $0 } ?? "") + (column.map { "〔\($0)〕" } ?? "")
      + (value.flatMap { $0.isEmpty ? nil : "“\($0)”" } ?? "")
  }
}
