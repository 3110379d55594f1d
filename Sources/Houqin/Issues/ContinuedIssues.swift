/// An earlier list held against the keys of a new one. Of lines that a new one continues only what the new list takes over is kept.
struct ContinuedIssues {
  /// What an earlier list says of a new line.
  enum Earlier: Sendable {
    /// Nothing.
    case none
    /// It was there, with its mark.
    case line(IssueMark?)
  }

  /// The earlier run read the same bytes for the same day, so its marks hold unchanged.
  let isSameRun: Bool
  /// By the place of a line in the new list.
  private(set) var earlier: [Earlier]
  /// What people wrote beside a finding, by its place in the new list.
  private(set) var remarks: [Int: String] = [:]
  /// Lines that no key continues, in their order.
  private(set) var rest: [PreviousIssues.Line] = []

  private let places: IssueKeyTable
  /// What people wrote in another list, by key; it stands in where a line has no remark.
  private let others: [String: String]

  /// Of no lines; `keys` are those of the new list, which are all different.
  init(_ keys: [IssueKey], isSameRun: Bool, remarks: [String: String] = [:]) {
    self.isSameRun = isSameRun
    others = remarks
    earlier = Array(repeating: .none, count: keys.count)
    places = IssueKeyTable(keys)
  }

  /// Takes over what stands in lines of the earlier list, and returns those whose keys the new one does not have. Of several with one
  /// key the first counts.
  mutating func take(_ lines: PreviousIssues.Lines) -> [PreviousIssues.Line] {
    lines.indices.compactMap { number in
      var answers = lines.answers[number]
      if answers.remark.isEmpty, !others.isEmpty { answers.remark = others[lines[number][IssueList.Column.key]] ?? "" }
      guard let place = answers.issue.flatMap(places.place), case .none = earlier[place] else { return lines[number, answers] }
      take(answers, at: place)
      return nil
    }
  }

  /// Adds lines behind ``rest``.
  mutating func add(rest lines: [PreviousIssues.Line]) { rest += lines }

  /// Continues lines of ``rest`` by the places they stand at, where the row was changed in another cell; `place` gives that of a new
  /// line.
  mutating func takeRest(_ place: (Int) -> String) {
    var open = Dictionary(
      rest.indices.filter { rest[$0].mark != .fixed && !rest[$0][IssueList.Column.row].isEmpty }.map { (rest[$0].place, $0) },
      uniquingKeysWith: { first, _ in first })
    if open.isEmpty { return }
    var taken: Set<Int> = []
    for new in earlier.indices {
      guard case .none = earlier[new], let old = open.removeValue(forKey: place(new)) else { continue }
      take(rest[old].answers, at: new)
      taken.insert(old)
    }
    rest = rest.indices.filter { !taken.contains($0) }.map { rest[$0] }
  }

  private mutating func take(_ line: PreviousIssues.Answers, at place: Int) {
    earlier[place] = .line(line.mark)
    if !line.remark.isEmpty { remarks[place] = line.remark }
  }
}
