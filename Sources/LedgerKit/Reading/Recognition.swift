import Tabular

/// Finds out which ledger a sheet is: by its file's name first, then by its headers; where they disagree, the headers win (domain §1.0).
public struct Recognizer: Sendable {
  /// What a sheet turned out to be.
  public enum Outcome: Sendable {
    /// Its tables, most often one. `namedAs`: the ledger the file's name promised, where the headers say otherwise; `strange`: the records
    /// at which tables begin that nobody knows.
    case ledger([LedgerSheet], namedAs: Ledger?, strange: [Int])
    /// A day in each column and ticks below.
    case matrix(headerRecord: Int)
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
  /// Names of places, folded: a sheet with such columns and ticks below is a matrix.
  private let places: PlaceNames
  private let unsupported: [Unsupported]
  /// The words of each ledger, and of each that is not read yet.
  private let words: [[Word]]
  private let unsupportedWords: [[Word]]
  /// Which columns of which ledgers a normalized header names.
  private let index: [String: [(ledger: Int, slot: Int)]]

  /// For each ledger, what the school calls its columns, and their own names, both folded.
  private let ownNames: [[String: String]]

  /// Creates a recognizer of some ledgers; the unsupported ones are only named. `places` are names of places, folded as headers are;
  /// `ownHeaders` are the school's words for columns.
  public init(ledgers: [Ledger], unsupported: [Unsupported], places: Set<String> = [], ownHeaders: [OwnHeader] = []) {
    self.places = PlaceNames(places)
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
    for own in ownHeaders {
      for place in own.places(in: ledgers) { index[own.key, default: []].append(place) }
    }
    self.index = index
    ownNames = ledgers.map { ledger in
      Dictionary(ownHeaders.filter { $0.ledger == ledger.id }.map { ($0.key, $0.standard) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// A header's keys with the school's own words replaced by those of a ledger.
  private func translated(_ keys: [String], _ ledger: Int) -> [String] {
    ownNames[ledger].isEmpty ? keys : keys.map { ownNames[ledger][$0] ?? $0 }
  }

  /// What the rows of a combined sheet are read by as rows of the other ledger.
  private func derivedKeys(_ keys: [String], _ ledger: Int) -> [String] {
    let target = ledgers[ledger].derivation.flatMap { derivation in ledgers.firstIndex { $0.id == derivation.target.id } }
    return target.map { translated(translated(keys, ledger), $0) } ?? translated(keys, ledger)
  }

  /// What a sheet is, by the name of its file and its first records.
  public func recognize(file: String, sheet: Sheet) -> Outcome {
    let name = FileName.stem(of: file)
    let byName = named(name)
    var titles = name
    if let record = MatrixSheet.header(of: sheet, places: places) { return .matrix(headerRecord: record) }
    for record in 0..<min(sheet.recordCount, Self.searchDepth) {
      let promised = byName ?? named(titles)
      if let (header, chosen) = header(sheet, at: record, promised: promised) {
        if let other = notRead(chosen, header.keys, name: name) { return .unsupported(title: other, headerRecord: record) }
        let disagrees = byName != nil && byName != chosen.ledger
        return tables(file, sheet, header, chosen.ledger, namedAs: disagrees ? byName.map { ledgers[$0] } : nil, promised: promised)
      }
      titles += sheet.cells(of: record).map(Folding.header).joined()
    }
    return form(file, sheet, promised: byName ?? named(titles)) ?? notRead(name: titles, sheet)
  }

  /// The header that begins at a record, in as many rows as know the most columns.
  private func header(_ sheet: Sheet, at record: Int, promised: Int?) -> (HeaderRows, Candidate)? {
    var best: (header: HeaderRows, chosen: Candidate)?
    let first = HeaderRows(sheet, at: record)
    // A title in one cell and the header below it are not one header.
    let mayBeParted = first.keys.count(where: isHeaderWord) >= 2
    var header: HeaderRows? = first
    while let rows = header {
      if let chosen = choose(candidates(rows.keys, promised: promised), promised: promised),
        best.map({ chosen.total > $0.chosen.total || (chosen.total == $0.chosen.total && rows.parts($0.header)) }) ?? true
      {
        best = (rows, chosen)
      }
      header = mayBeParted ? rows.joined(with: sheet) { index[$0] != nil } : nil
    }
    return best
  }

  // MARK: Tables of a sheet

  /// The tables of a sheet: the first, and those whose headers stand further down.
  private func tables(
    _ file: String, _ sheet: Sheet, _ header: HeaderRows, _ ledger: Int, namedAs: Ledger?, promised: Int?
  ) -> Outcome {
    var parts: [(header: HeaderRows, ledger: Int, map: HeaderMap, records: Range<Int>)] = []
    var strange: [Int] = []
    var classes: [RowClass] = []
    var (header, ledger) = (header, ledger)
    var isStrange = false
    while true {
      let first = classes.count
      let map = isStrange ? nil : map(header, ledger)
      let dateCell = map.flatMap { map in ledgers[ledger].date.flatMap { map.cells[$0.slot] } }
      let (found, next) = classifier(sheet, header, dateCell: dateCell, first: first, promised: promised).classes()
      classes += found
      let start = next.map { titleStart(classes, before: $0) } ?? classes.count
      if let map { parts.append((header, ledger, map, first..<start)) } else { strange.append(header.records.lowerBound) }
      guard let next else { break }
      if start < next { classes.removeLast(next - start) }
      if let (other, chosen) = self.header(sheet, at: next, promised: promised) {
        (header, ledger, isStrange) = (other, chosen.ledger, false)
      } else {
        (header, isStrange) = (HeaderRows(sheet, at: next), true)
      }
    }
    return .ledger(
      parts.map { understood(file, sheet, $0.ledger, $0.header, $0.map, classes, $0.records) }, namedAs: namedAs, strange: strange)
  }

  /// Where the title above another table begins.
  private func titleStart(_ classes: [RowClass], before next: Int) -> Int {
    var start = next
    while start > 0, classes[start - 1] == .title { start -= 1 }
    return start
  }

  /// A header's columns in a ledger.
  private func map(_ header: HeaderRows, _ ledger: Int) -> HeaderMap {
    HeaderMap(headers: translated(header.keys, ledger), written: header.names, columns: ledgers[ledger].columns)
  }

  private func classifier(_ sheet: Sheet, _ header: HeaderRows, dateCell: Int?, first: Int, promised: Int?) -> RowClassifier {
    var classifier = RowClassifier(
      sheet: sheet, headerRecords: header.records, headers: header.records.map { sheet.cells(of: $0) }, dateCell: dateCell, first: first)
    classifier.startsTable = { startsTable(sheet, $0, $1, dateCell: $2, promised: promised) }
    return classifier
  }

  /// Whether a record is the header of a table: of one that is known, or of a strange one. A strange one is parted from the table above by
  /// a blank or total, all words without a digit, with two known headers among them or a word where the table above has its dates.
  private func startsTable(_ sheet: Sheet, _ record: Int, _ fields: [Field], dateCell: Int?, promised: Int?) -> Bool {
    guard fields.prefix(8).count(where: { $0.end > $0.start }) >= 3 else { return false }
    let keys = fields.map { Folding.header(sheet.string($0)) }
    let filled = keys.filter { !$0.isEmpty }
    guard filled.count >= 3 else { return false }
    if filled.prefix(2).contains(where: isHeaderWord), choose(candidates(keys, promised: promised), promised: promised) != nil {
      return true
    }
    guard record > 0, parts(sheet, record - 1), filled.allSatisfy({ !$0.contains { $0.isNumber } && $0.count <= 10 }),
      Set(filled).count == filled.count
    else { return false }
    if filled.prefix(2).contains(where: isHeaderWord), filled.count(where: isHeaderWord) >= 2 { return true }
    guard let dateCell, dateCell < fields.count, !keys[dateCell].isEmpty else { return false }
    let word = Array(keys[dateCell].utf8)
    return !CellText.isDitto(word.span) && !CellText.isNil(word.span) && !DayWords.isRecurring(keys[dateCell])
      && sheet.recordCount > record + 1 && sheet.cells(of: record + 1).contains { $0.contains { $0.isNumber } }
  }

  private func isHeaderWord(_ key: String) -> Bool { index[key] != nil || HeaderMap.isSequence(key) }

  /// A record that ends a table: blank, a total, or a title in one cell.
  private func parts(_ sheet: Sheet, _ record: Int) -> Bool {
    let filled = sheet.cells(of: record).filter { !Folding.compact($0).isEmpty }
    return filled.count <= 1 || filled.prefix(2).contains(where: RowWords.isTotal)
  }

  private func understood(
    _ file: String, _ sheet: Sheet, _ place: Int, _ header: HeaderRows, _ map: HeaderMap, _ classes: [RowClass], _ records: Range<Int>
  ) -> LedgerSheet {
    let ledger = ledgers[place]
    let map = map.deciding(ledger.vagueHeaders)
    let running = ledger.columns.filter { column in
      column.traits.contains(.maybeSequence) && map.cells[column.slot].map { isRunning($0, sheet, classes, records) } ?? false
    }
    return LedgerSheet(
      file: file, sheet: sheet, ledger: ledger, headerRecords: header.records, headers: header.names,
      derivedHeaders: ownNames.allSatisfy({ $0.isEmpty }) ? nil : derivedKeys(header.keys, place),
      map: running.reduce(map.sharing(ledger.alsoRead, headers: header.names)) { $0.withoutSequence($1.slot) }, classes: classes,
      records: records)
  }

  /// The sheet as a form, if it is one of a ledger.
  private func form(_ file: String, _ sheet: Sheet, promised: Int?) -> Outcome? {
    guard let form = FormSheet(sheet, isKnown: { index[$0] != nil }) else { return nil }
    let table = form.table
    guard let (header, chosen) = header(table, at: 0, promised: promised), ledgers[chosen.ledger].role == .record else { return nil }
    let map = map(header, chosen.ledger)
    let origin = LedgerSheet.Form(sheet: sheet, classes: form.classes, lines: form.items.map(\.line))
    let understood = LedgerSheet(
      file: file, sheet: table, ledger: ledgers[chosen.ledger], headerRecords: 0..<1, headers: header.names,
      map: map.sharing(ledgers[chosen.ledger].alsoRead, headers: header.names),
      classes: [.header, .data], form: origin)
    return .ledger([understood], namedAs: nil, strange: [])
  }

  /// Whether a column counts 1, 2, 3 …: a running number, not a reference. The first rows tell.
  private func isRunning(_ cell: Int, _ sheet: Sheet, _ classes: [RowClass], _ records: Range<Int>) -> Bool {
    var last: Int?
    var seen = 0
    for record in records where classes[record] == .data {
      if seen == 30 { break }
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
    /// Which of the ledger's own columns it has, and how many they are.
    private(set) var has: [Bool]
    private(set) var own = 0
    /// With those of the ledger its rows may belong to as well.
    private(set) var total = 0
    /// How many of its columns tell the ledger from others, and how many required ones are missing.
    var telling = 0
    var missing = 0
    /// The header that was counted last: each counts once.
    private var last = -1

    init(_ ledger: Int, columns: Int) { (self.ledger, has) = (ledger, Array(repeating: false, count: columns)) }

    /// Notes that a header names a column.
    mutating func add(_ slot: Int, header: Int) {
      let isOwn = slot < has.count
      if isOwn, has[slot] { return }
      if isOwn {
        has[slot] = true
        own += 1
      }
      if last != header { total += 1 }
      last = header
    }
  }

  private func candidates(_ headers: [String], promised: Int?) -> [Candidate] {
    var found = [Candidate?](repeating: nil, count: ledgers.count)
    for (place, header) in headers.enumerated() where !header.isEmpty {
      for (ledger, slot) in index[header] ?? [] {
        if found[ledger] == nil { found[ledger] = Candidate(ledger, columns: ledgers[ledger].columns.count) }
        found[ledger]?.add(slot, header: place)
      }
    }
    return found.compactMap { candidate in
      guard var candidate else { return nil }
      let ledger = ledgers[candidate.ledger]
      candidate.telling = ledger.signature.count { candidate.has[$0.slot] }
      candidate.missing = ledger.columns.count { $0.need == .required && !candidate.has[$0.slot] }
      return isHeader(candidate, promised: promised) ? candidate : nil
    }
  }

  /// Three of a ledger's own columns make a header, one of them telling unless the name promises the ledger; a small settings table
  /// needs its required ones and its name.
  private func isHeader(_ candidate: Candidate, promised: Int?) -> Bool {
    let isPromised = promised == candidate.ledger
    if ledgers[candidate.ledger].role == .setting { return candidate.missing == 0 && (isPromised || candidate.own >= 3) }
    return candidate.own >= 3 && (isPromised || candidate.telling > 0)
  }

  /// The ledger the name promises, unless the headers say otherwise by three telling columns; without a name the best by headers.
  private func choose(_ candidates: [Candidate], promised: Int?) -> Candidate? {
    // Where two ledgers know as many headers, the one that lacks fewer required columns, then the one that knows more as its own.
    let best = candidates.max { ($0.total, -$0.missing, $0.own) < ($1.total, -$1.missing, $1.own) }
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
    lazy var all = Set(headers)
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
