import Tabular

/// Finds out which ledger a sheet is: by its file's name first, then by its headers; where they disagree, the headers win (domain §1.0).
public struct Recognizer: Sendable {
  /// What a sheet turned out to be.
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
    /// As domain §1 calls it.
    public let title: String
    /// Words of a file's name that mean it.
    public let keywords: [String]
    /// Headers only it has, folded for comparison.
    public let headers: [String]

    /// Creates an entry; headers are folded.
    public init(_ id: String?, _ title: String, keywords: [String], headers: [String] = []) {
      self.id = id
      self.title = title
      self.keywords = keywords
      self.headers = headers.map(Folding.header)
    }
  }

  /// A word sought in names, as bytes.
  private struct Word: Sendable {
    let bytes: [UInt8]
    let length: Int

    init(_ text: String) {
      bytes = Array(text.utf8)
      length = text.count
    }
  }

  /// The header is sought in the first records only; a preamble is never longer.
  static let searchDepth = 15

  private let ledgers: [Ledger]
  private let unsupported: [Unsupported]
  /// The words of each ledger, and of each that is not read yet.
  private let words: [[Word]]
  private let unsupportedWords: [[Word]]
  /// Which columns of which ledgers a normalized header names.
  private let index: [String: [(ledger: Int, slot: Int)]]

  /// Creates a recognizer of some ledgers; the unsupported ones are only named.
  public init(ledgers: [Ledger], unsupported: [Unsupported]) {
    self.ledgers = ledgers
    self.unsupported = unsupported
    words = ledgers.map { $0.keywords.map(Word.init) }
    unsupportedWords = unsupported.map { $0.keywords.map(Word.init) }
    var index: [String: [(ledger: Int, slot: Int)]] = [:]
    for (i, ledger) in ledgers.enumerated() {
      for (slot, column) in (ledger.columns + (ledger.derivation?.target.columns ?? [])).enumerated() {
        for header in Set(column.normalizedHeaders) { index[header, default: []].append((i, slot)) }
      }
    }
    self.index = index
  }

  /// What a sheet is, by the name of its file and its first records.
  public func recognize(file: String, sheet: Sheet) -> Outcome {
    let name = FileName.stem(of: file)
    let byName = named(name)
    var titles = name
    for record in 0..<min(sheet.recordCount, Self.searchDepth) {
      let cells = sheet.cells(of: record)
      let headers = cells.map(Folding.header)
      let promised = byName ?? named(titles)
      let candidates = candidates(headers, promised: promised)
      if let chosen = choose(candidates, promised: promised) {
        if let other = notRead(chosen, headers, name: name) { return .unsupported(title: other, headerRecord: record) }
        let disagrees = byName != nil && byName != chosen.ledger
        return .ledger(
          understood(file, sheet, ledgers[chosen.ledger], record, cells), namedAs: disagrees ? byName.map { ledgers[$0] } : nil)
      }
      titles += headers.joined()
    }
    return notRead(name: titles, sheet)
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

  // MARK: Candidates

  /// What a record would be as the header of a ledger.
  private struct Candidate {
    let ledger: Int
    /// Columns of the ledger itself.
    var own: Set<Int> = []
    /// With those of the ledger its rows may belong to as well.
    var total = 0
    /// How many of its columns tell the ledger from others, and how many required ones are missing.
    var telling = 0
    var missing = 0
  }

  private func candidates(_ headers: [String], promised: Int?) -> [Candidate] {
    var found: [Int: Candidate] = [:]
    for header in headers where !header.isEmpty {
      var counted = Set<Int>()
      for (ledger, slot) in index[header] ?? [] {
        var candidate = found[ledger] ?? Candidate(ledger: ledger)
        let isNew = slot >= ledgers[ledger].columns.count || candidate.own.insert(slot).inserted
        if isNew, counted.insert(ledger).inserted { candidate.total += 1 }
        found[ledger] = candidate
      }
    }
    return found.sorted { $0.key < $1.key }.map { _, candidate in
      var candidate = candidate
      let ledger = ledgers[candidate.ledger]
      candidate.telling = ledger.signature.count { candidate.own.contains($0.slot) }
      candidate.missing = ledger.columns.count { $0.need == .required && !candidate.own.contains($0.slot) }
      return candidate
    }.filter { isHeader($0, promised: promised) }
  }

  /// Three of a ledger's own columns make a header, one of them telling unless the name promises the ledger; a small settings table
  /// needs its required ones and its name.
  private func isHeader(_ candidate: Candidate, promised: Int?) -> Bool {
    let isPromised = promised == candidate.ledger
    if ledgers[candidate.ledger].role == .setting { return candidate.missing == 0 && (isPromised || candidate.own.count >= 3) }
    return candidate.own.count >= 3 && (isPromised || candidate.telling > 0)
  }

  /// The ledger the name promises, unless the headers say otherwise by three telling columns; without a name the best by headers.
  private func choose(_ candidates: [Candidate], promised: Int?) -> Candidate? {
    // Where two ledgers know as many headers, the one that lacks fewer required columns, then the one that knows more as its own.
    let best = candidates.max { ($0.total, -$0.missing, $0.own.count) < ($1.total, -$1.missing, $1.own.count) }
    guard let kept = candidates.first(where: { $0.ledger == promised }) else { return best }
    guard let best, best.telling >= 3, best.telling > kept.telling, best.total > kept.total else { return kept }
    return best
  }

  /// The ledger whose longest keyword a name holds.
  private func named(_ name: String) -> Int? { longest(in: name, of: words)?.place }

  /// Which list holds the longest word that a name holds, and how long it is; the first of equals.
  private func longest(in name: String, of lists: [[Word]]) -> (place: Int, length: Int)? {
    let plain = Array(Folding.compact(name).utf8)
    var best: (place: Int, length: Int)?
    for (place, list) in lists.enumerated() {
      for word in list where word.length > best?.length ?? 0 && Folding.contains(plain, word.bytes) { best = (place, word.length) }
    }
    return best
  }

  // MARK: Known, but not read yet

  private func notRead(name: String, _ sheet: Sheet) -> Outcome {
    guard let place = longest(in: name, of: unsupportedWords)?.place else { return .unknown }
    let known = unsupported[place]
    let header = (0..<min(sheet.recordCount, Self.searchDepth)).first { record in
      let cells = Set(sheet.cells(of: record).map(Folding.header))
      return known.headers.filter(cells.contains).count >= 2
    }
    return .unsupported(title: known.title, headerRecord: header)
  }

  /// A sheet that resembles a ledger only by columns every ledger has, while its name or headers say it is one that is not read yet.
  private func notRead(_ chosen: Candidate, _ headers: [String], name: String) -> String? {
    let all = Set(headers)
    let promised = longest(in: name, of: words)
    if let other = longest(in: name, of: unsupportedWords) {
      if let promised, promised.length >= other.length { return nil }
      let known = unsupported[other.place]
      return known.headers.contains(where: all.contains) || chosen.telling < 3 ? known.title : nil
    }
    guard promised == nil else { return nil }
    return unsupported.first { other in
      let shared = other.headers.filter(all.contains).count
      return shared >= 2 && shared >= max(3, chosen.total - 2)
    }?.title
  }
}
