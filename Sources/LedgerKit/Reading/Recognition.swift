import Tabular

/// Finds out which ledger a sheet is: by its file's name first, then by its headers; where they disagree, the headers win (domain §1.0).
public struct Recognizer: Sendable {
  public enum Outcome: Sendable {
    /// `namedAs`: the ledger the file's name promised, where the headers say otherwise.
    case ledger(LedgerSheet, namedAs: Ledger?)
    /// A ledger of domain §1 that is not read yet.
    case unsupported(title: String, headerRecord: Int?)
    case unknown
  }

  /// A ledger that is known but not read yet: its title and the words it is recognized by.
  public struct Unsupported: Sendable {
    /// Its id in domain §1; nil for settings that are no ledger.
    public let id: String?
    public let title: String
    public let keywords: [String]
    public let headers: [String]

    public init(_ id: String?, _ title: String, keywords: [String], headers: [String] = []) {
      self.id = id
      self.title = title
      self.keywords = keywords
      self.headers = headers.map(Folding.header)
    }
  }

  /// The header is sought in the first records only; a preamble is never longer.
  static let searchDepth = 15

  private let ledgers: [Ledger]
  private let unsupported: [Unsupported]
  /// Which columns of which ledgers a normalized header names.
  private let index: [String: [(ledger: Int, slot: Int)]]

  public init(ledgers: [Ledger], unsupported: [Unsupported]) {
    self.ledgers = ledgers
    self.unsupported = unsupported
    var index: [String: [(ledger: Int, slot: Int)]] = [:]
    for (i, ledger) in ledgers.enumerated() {
      for (slot, column) in (ledger.columns + (ledger.derivation?.target.columns ?? [])).enumerated() {
        for header in Set(column.normalizedHeaders) { index[header, default: []].append((i, slot)) }
      }
    }
    self.index = index
  }

  public func recognize(file: String, sheet: Sheet) -> Outcome {
    let name = FileName.stem(of: file)
    var titles = name
    var best: (ledger: Int, record: Int, headers: [String], score: Int, tie: (Int, Int))?
    for record in 0..<min(sheet.recordCount, Self.searchDepth) {
      let cells = sheet.cells(of: record).map { Folding.header($0) }
      let counts = scores(of: cells)
      for (i, own) in counts where isHeader(own, cells, ledgers[i], name) {
        let score = own.total + (matches(ledgers[i], titles) ? 2 : 0)
        // Where two ledgers know as many headers, the one that lacks fewer required columns, then the one that knows more as its own.
        let tie = (-missing(own, ledgers[i]), own.own.count)
        if best.map({ (score, tie.0, tie.1) > ($0.score, $0.tie.0, $0.tie.1) }) ?? true {
          best = (i, record, sheet.cells(of: record), score, tie)
        }
      }
      if best != nil { break }
      titles += cells.joined()
    }
    guard let found = best else { return notRead(name: titles, sheet) }
    if let other = notRead(found.score, cells: found.headers, name: name) { return .unsupported(title: other, headerRecord: found.record) }
    let ledger = ledgers[found.ledger]
    let named = ledgers.first { matches($0, name) }
    let disagrees = named != nil && !matches(ledger, name)
    return .ledger(understood(file, sheet, ledger, found.record, found.headers), namedAs: disagrees ? named : nil)
  }

  private func understood(_ file: String, _ sheet: Sheet, _ ledger: Ledger, _ record: Int, _ headers: [String]) -> LedgerSheet {
    var trimmed = headers
    while let last = trimmed.last, Folding.compact(last).isEmpty { trimmed.removeLast() }
    let map = HeaderMap(headers: trimmed, columns: ledger.columns)
    let dateCell = ledger.date.flatMap { map.cells[$0.slot] }
    let classes = RowClassifier(sheet: sheet, headerRecord: record, headers: trimmed, dateCell: dateCell).classes()
    let running = ledger.columns.filter { column in
      column.traits.contains(.maybeSequence) && map.cells[column.slot].map { isRunning($0, sheet, classes) } ?? false
    }
    return LedgerSheet(
      file: file, sheet: sheet, ledger: ledger, headerRecord: record, headers: trimmed,
      map: running.reduce(map) { $0.withoutSequence($1.slot) }, classes: classes)
  }

  /// Whether a column counts 1, 2, 3 …: a running number, not a reference. The first rows tell.
  private func isRunning(_ cell: Int, _ sheet: Sheet, _ classes: [RowClass]) -> Bool {
    var last: Int?
    var seen = 0
    for record in classes.indices where classes[record] == .data && seen < 30 {
      let fields = sheet.fields(of: record)
      let text = cell < fields.count ? Folding.compact(sheet.string(fields[cell])) : ""
      if text.isEmpty { continue }
      guard let number = Int(text), last.map({ number == $0 + 1 }) ?? (number <= 1000) else { return false }
      last = number
      seen += 1
    }
    return seen >= 2 || last == 1
  }

  // MARK: Scores

  private struct Score {
    /// Columns of the ledger itself.
    var own: Set<Int> = []
    /// With those of the ledger its rows may belong to as well.
    var total = 0
  }

  private func scores(of cells: [String]) -> [(Int, Score)] {
    var result: [Int: Score] = [:]
    for cell in cells where !cell.isEmpty {
      var seen = Set<Int>()
      for (ledger, slot) in index[cell] ?? [] {
        let isOwn = slot < ledgers[ledger].columns.count
        if isOwn {
          if result[ledger, default: Score()].own.insert(slot).inserted, seen.insert(ledger).inserted { result[ledger]?.total += 1 }
        } else if seen.insert(ledger).inserted {
          result[ledger, default: Score()].total += 1
        }
      }
    }
    return result.sorted { $0.key < $1.key }
  }

  /// Three of a ledger's own columns make a header; with the file's name, all required ones of a small settings table do.
  private func isHeader(_ score: Score, _ cells: [String], _ ledger: Ledger, _ name: String) -> Bool {
    if ledger.role == .setting { return missing(score, ledger) == 0 && (matches(ledger, name) || score.own.count >= 3) }
    return score.own.count >= 3 && score.own.contains { slot in ledger.signature.contains { $0.slot == slot } }
  }

  /// How many required columns of a ledger are not there.
  private func missing(_ score: Score, _ ledger: Ledger) -> Int {
    ledger.columns.count { $0.need == .required && !score.own.contains($0.slot) }
  }

  private func matches(_ ledger: Ledger, _ name: String) -> Bool {
    let plain = Folding.compact(name)
    return ledger.keywords.contains { plain.contains($0) }
  }

  // MARK: Known, but not read yet

  private func notRead(name: String, _ sheet: Sheet) -> Outcome {
    let plain = Folding.compact(name)
    guard let known = unsupported.first(where: { $0.keywords.contains(where: plain.contains) }) else { return .unknown }
    let header = (0..<min(sheet.recordCount, Self.searchDepth)).first { record in
      let cells = Set(sheet.cells(of: record).map(Folding.header))
      return known.headers.filter(cells.contains).count >= 2
    }
    return .unsupported(title: known.title, headerRecord: header)
  }

  /// A sheet that resembles a ledger only by columns every ledger has, while its name or headers say it is one that is not read yet.
  private func notRead(_ score: Int, cells: [String], name: String) -> String? {
    let plain = Folding.compact(name)
    guard !ledgers.contains(where: { matches($0, name) }) else { return nil }
    let headers = Set(cells.map(Folding.header))
    return unsupported.first { other in
      let shared = other.headers.filter(headers.contains).count
      return shared >= 2 && shared + (other.keywords.contains(where: plain.contains) ? 3 : 0) >= max(3, score - 2)
        || (other.keywords.contains(where: plain.contains) && score <= 6)
    }?.title
  }
}
