import LedgerKit

/// 列名.csv: a column of a ledger and what the school calls it a row.
public enum HeaderSheet {
  static let name = Column<Text>("ledger", "台账", "台账名称", need: .required)
  static let standard = Column<Text>("standard", "标准列名", "标准名称", need: .required)
  static let own = Column<Text>("own", "本单位列名", "自用列名", need: .required)
  /// L58: one header a row.
  public static let ledger = Ledger(
    id: "headers", number: "L58", title: "列名设置", role: .setting, keywords: ["列名"], columns: [name, standard, own])

  /// The headers that can be used, and what is wrong with the others.
  public static func read(_ table: Table) -> (headers: [OwnHeader], offenses: [Offense]) {
    var headers: [OwnHeader] = []
    var offenses: [Offense] = []
    for row in table.rows {
      switch entry(row, after: headers) {
      case .success(let header): headers.append(header)
      case .failure(let mistake): offenses.append(mistake.offense)
      }
    }
    return (headers, offenses)
  }

  private struct Mistake: Error {
    let offense: Offense
  }

  private static func entry(_ row: Row, after others: [OwnHeader]) -> Result<OwnHeader, Mistake> {
    func wrong(_ column: AnyColumn, _ message: String, fix: String) -> Result<OwnHeader, Mistake> {
      .failure(Mistake(offense: Offense(row, at: column, message + "，没有采用", fix: fix)))
    }
    for column in [name, standard, own] where row[column] == nil { return wrong(column, "没有填", fix: "请补填；一行写一个列名。") }
    let (title, written) = (row[name]?.string ?? "", row[own]?.string ?? "")
    guard let ledger = ledger(called: title) else {
      let titles = known.map(\.title)
      let guess = Nearest.name(to: title, among: titles).map { "打错了？是不是“\($0)”？" } ?? ""
      return wrong(name, "没有台账“\(title)”", fix: guess + "可写：\(titles.joined(separator: "、"))。")
    }
    let wanted = row[standard]?.string ?? ""
    guard let column = ledger.columns.first(where: { $0.headers.contains { Folding.header($0) == Folding.header(wanted) } }) else {
      let titles = ledger.columns.map(\.title)
      let guess = Nearest.name(to: wanted, among: titles).map { "打错了？是不是“\($0)”？" } ?? ""
      return wrong(standard, "\(ledger.title)没有“\(wanted)”这一列", fix: guess + "可写：\(titles.joined(separator: "、"))。")
    }
    let key = Folding.header(written)
    if let other = ledger.columns.first(where: { $0 !== column && Folding.header($0.title) == key }) {
      return wrong(own, "“\(written)”本来就是\(ledger.title)的另一列“\(other.title)”", fix: "请核对是哪一列；表头确实写错的，请改台账的表头。")
    }
    if let other = others.first(where: { $0.ledger == ledger.id && Folding.header($0.header) == key && $0.column != column.title }) {
      return wrong(own, "“\(written)”前面已经说是“\(other.column)”", fix: "一个列名只能说是一列，请只留一行。")
    }
    return .success(OwnHeader(ledger: ledger, column: column, header: written))
  }

  /// Ledgers whose columns may be named: not those that say how to count.
  private static var known: [Ledger] { Catalog.ledgers + SettingTables.facts }

  private static func ledger(called title: String) -> Ledger? {
    let name = Folding.compact(title)
    if let exact = known.first(where: { $0.title == name || $0.id == name }) { return exact }
    return known.first { $0.keywords.contains(name) || (name.count > 1 && $0.title.holds(name)) }
  }
}
