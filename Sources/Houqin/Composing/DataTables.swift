import Documents
import LedgerKit
import Ledgers

/// Breakdowns and listings as tables of the document.
struct DataTables {
  let summary: Summary
  /// A list longer than this is cut: nobody reads a thousand lines on paper.
  private static let longest = 100

  /// `ST-PUR-03`, a listing's id, or several breakdowns over the same keys joined with `+`.
  /// With a caption of the template's own where it gives one.
  func blocks(_ name: String, caption: String?) -> [Block]? {
    blocks(name)?.map { block in
      guard let caption, case .table(var table) = block else { return block }
      table.caption = caption
      return .table(table)
    }
  }

  private func blocks(_ name: String) -> [Block]? {
    if let found = Catalog.listings.first(where: { $0.listing.id == name }) { return listing(found.listing, found.ledger) }
    if name == "ST-INS-06" { return matrix(name) }
    guard let values = summary.breakdowns(joined: name), let first = values.first else { return nil }
    guard values.contains(where: { !$0.rows.isEmpty }) else { return [] }
    return [.table(values.count == 1 ? single(first) : joined(values))]
  }

  // MARK: One breakdown

  private func single(_ value: BreakdownValue) -> Documents.Table {
    let b = value.breakdown
    let total = value.total
    var columns = b.keyTitles.map { TableColumn($0) } + [TableColumn(b.valueTitle, .end)]
    if b.showsShare { columns.append(TableColumn("占比", .end)) }
    let rows = value.rows.map { row in
      keys(row.key, b) + [number(Exact(row.amount).inline(in: b.unit), b)] + (b.showsShare ? [number(share(row.amount, total), b)] : [])
    }
    let sum = [cell("合计")] + b.keyTitles.dropFirst().map { _ in cell("") } + [number(Exact(total).inline(in: b.unit), b)]
    let shares = value.rows.map { Exact($0.amount, over: max(total, 1)).value(in: .percent) }
    let tenths = shares.reduce(0) { $0 + (Int($1.filter(\.isNumber)) ?? 0) }
    let note = b.showsShare && total > 0 && tenths != 1000 ? "注：因四舍五入，分项之和不等于合计。" : nil
    return Documents.Table(
      caption: b.title, columns: columns, rows: rows, total: sum + (b.showsShare ? [cell(total > 0 ? "100.0%" : "—")] : []), note: note)
  }

  /// Shares of a sum with negative parts say nothing.
  private func share(_ part: Int128, _ whole: Int128) -> String {
    whole > 0 && part >= 0 ? Format.percent(part, of: whole) + "%" : "—"
  }

  // MARK: Several over the same keys

  private func joined(_ values: [BreakdownValue]) -> Documents.Table {
    var keys: [[String]] = []
    for value in values { for row in value.rows where !keys.contains(row.key) { keys.append(row.key) } }
    if values.allSatisfy({ $0.breakdown.order == .byKey }) { keys.sort { $0.lexicographicallyPrecedes($1) } }
    let columns =
      (values.first?.breakdown.keyTitles ?? []).map { TableColumn($0) } + values.map { TableColumn($0.breakdown.valueTitle, .end) }
    let rows = keys.map { key in
      (values.first.map { self.keys(key, $0.breakdown) } ?? [])
        + values.map { value in
          number(Exact(value.rows.first { $0.key == key }?.amount ?? 0).inline(in: value.breakdown.unit), value.breakdown)
        }
    }
    let blanks = (values.first?.breakdown.keyTitles.count ?? 1) - 1
    let total =
      [cell("合计")] + (0..<blanks).map { _ in cell("") } + values.map { number(Exact($0.total).inline(in: $0.breakdown.unit), $0.breakdown) }
    return Documents.Table(caption: values.map(\.breakdown.title).joined(separator: "、"), columns: columns, rows: rows, total: total)
  }

  // MARK: Places by months

  private func matrix(_ name: String) -> [Block]? {
    guard let value = summary.breakdown(name) else { return nil }
    let months = Set(value.rows.compactMap(\.key.last)).sorted()
    var places: [String] = []
    for row in value.rows { if let place = row.key.first, !places.contains(place) { places.append(place) } }
    guard !months.isEmpty else { return [] }
    let amounts = Dictionary(value.rows.map { ($0.key, $0.amount) }, uniquingKeysWith: +)
    let totals = places.map { place in months.reduce(Int128(0)) { $0 + (amounts[[place, $1]] ?? 0) } }
    let order = places.indices.sorted { (totals[$1], places[$0]) < (totals[$0], places[$1]) }
    let rows = order.map { i in
      [cell(places[i])] + months.map { month in amounts[[places[i], month]].map { number(String($0), value.breakdown) } ?? cell("·") }
        + [number(String(totals[i]), value.breakdown)]
    }
    let columns = [TableColumn("部位")] + months.map { TableColumn(Months.title($0), .end) } + [TableColumn("合计", .end)]
    return [.table(Documents.Table(caption: value.breakdown.title, columns: columns, rows: rows))]
  }

  // MARK: Listings

  private func listing(_ listing: Listing, _ ledger: Ledger) -> [Block] {
    guard let lines = listing.lines(in: summary.books, ledger: ledger), !lines.isEmpty else { return [] }
    let columns = listing.columns.map { TableColumn($0.title, $0.isNumber ? .end : .start) }
    let rest = lines.count - Self.longest
    let table = Documents.Table(
      caption: listing.title, columns: columns, rows: lines.prefix(Self.longest).map { $0.map(cell) },
      note: rest > 0 ? "注：另有\(Format.grouped(rest))行，见台账。" : nil)
    return [.table(table)]
  }

  /// A group's names; months as people write them.
  private func keys(_ key: [String], _ breakdown: Breakdown) -> [[Inline]] {
    zip(key, breakdown.keyTitles).map { part, title in cell(title == "月份" ? Months.title(part) : part) }
  }

  /// Linked to the breakdown's entry; a share that cannot be given is no number.
  private func number(_ text: String, _ breakdown: Breakdown) -> [Inline] {
    text == "—" ? cell(text) : [.figure(id: breakdown.code, text: text)]
  }

  private func cell(_ text: String) -> [Inline] { text.isEmpty ? [] : [.text(text)] }
}
