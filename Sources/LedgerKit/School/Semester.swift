/// A semester of a school year; domain §3.8.
public struct Semester: Hashable, Sendable {
  /// 第一学期 (autumn) or 第二学期 (spring).
  public enum Term: Int, Sendable { case first = 1, second = 2 }

  /// The year the school year begins in: 2022 for 2022—2023.
  public let startYear: Int
  /// Which half of the school year.
  public let term: Term

  /// Creates a semester of the school year that begins in `startYear`.
  public init(startYear: Int, term: Term) {
    self.startYear = startYear
    self.term = term
  }

  /// `2022—2023学年度第二学期`
  public var title: String { "\(startYear)—\(startYear + 1)学年度第\(term == .first ? "一" : "二")学期" }

  /// The semester that follows, in the same or the next school year.
  public var next: Semester {
    term == .first ? Semester(startYear: startYear, term: .second) : Semester(startYear: startYear + 1, term: .first)
  }

  /// The days whose rows belong to the semester. August belongs to the first semester that follows.
  public var window: DayRange {
    let (from, to) =
      term == .first
      ? (Day(year: startYear, month: 8, day: 1), Day(year: startYear + 1, month: 1, day: 31))
      : (Day(year: startYear + 1, month: 2, day: 1), Day(year: startYear + 1, month: 7, day: 31))
    return DayRange(from ?? Day(number: 0), to ?? Day(number: 0))
  }

  /// The teaching days where neither a calendar nor the settings say: September to mid-January, February to June.
  public var usualTeaching: DayRange {
    let (from, to) =
      term == .first
      ? (Day(year: startYear, month: 9, day: 1), Day(year: startYear + 1, month: 1, day: 20))
      : (Day(year: startYear + 1, month: 2, day: 1), Day(year: startYear + 1, month: 6, day: 30))
    return DayRange(from ?? window.first, to ?? window.last)
  }

  /// The semester a day belongs to.
  public init(containing day: Day) {
    let (year, month, _) = day.parts
    self =
      month >= 8
      ? Semester(startYear: year, term: .first)
      : month == 1 ? Semester(startYear: year - 1, term: .first) : Semester(startYear: year - 1, term: .second)
  }

  /// The semester a text names in full: `2022-2023学年第二学期`, `2019~2020第一学期`, `2022-2023-2`, `22-23下`, `2023年春季学期`.
  public init?(parsing raw: String) {
    let text = Semester.plain(raw)
    guard let years = Semester.years(in: text) else {
      guard let season = Semester.season(in: text) else { return nil }
      self = season
      return
    }
    guard let term = Semester.term(in: years.rest) else { return nil }
    self.init(startYear: years.first, term: term)
  }

  /// The semester of a school year (`2022-2023`) and a term (`第二学期`) given apart.
  public init?(year: String, term: String) {
    let (y, t) = (Semester.plain(year), Semester.plain(term))
    if let both = Semester(parsing: term) {
      self = both
      return
    }
    guard let years = Semester.years(in: y), let term = Semester.term(in: t) else { return nil }
    self.init(startYear: years.first, term: term)
  }

  // MARK: Parts

  /// NFKC with Arabic digits and without blanks, but for one between two numbers: `2023.3 2022-2023学年` names two.
  private static func plain(_ raw: String) -> String {
    var result = ""
    var hasGap = false
    for c in arabic(Folding.trimmed(raw)) {
      if c.unicodeScalars.allSatisfy(Folding.isBlank) {
        hasGap = true
      } else {
        if hasGap, c.isNumber, result.last?.isNumber ?? false { result.append(" ") }
        result.append(c)
        hasGap = false
      }
    }
    return result
  }

  private static func arabic(_ text: String) -> String {
    String(text.map { digits[$0] ?? $0 })
  }

  private static let digits: [Character: Character] = [
    "○": "0", "〇": "0", "零": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9",
  ]

  /// Two years one apart with a dash between them, and what follows.
  private static func years(in text: String) -> (first: Int, rest: String)? {
    let scalars = Array(text)
    for start in scalars.indices where scalars[start].isNumber && (start == 0 || !scalars[start - 1].isNumber) {
      var i = start
      guard let first = year(scalars, &i), i - start == 4 || start == 0 || !"-/.年月".contains(scalars[start - 1]) else { continue }
      let dashes = scalars[i...].prefix { "-–—―~～－至到/年".contains($0) }
      guard !dashes.isEmpty else { continue }
      i += dashes.count
      guard let second = year(scalars, &i), second == first + 1 else { continue }
      return (first, String(scalars[i...]))
    }
    return nil
  }

  private static func year(_ s: [Character], _ i: inout Int) -> Int? {
    let digits = s[i...].prefix { $0.isASCII && $0.isNumber }
    guard let n = Int(String(digits)), digits.count == 4 || digits.count == 2 else { return nil }
    i += digits.count
    return digits.count == 2 ? 2000 + n : n
  }

  private static func term(in text: String) -> Term? {
    let names: [(String, Term)] = [("第1学期", .first), ("上学期", .first), ("第2学期", .second), ("下学期", .second)]
    let named = names.filter { text.holds($0.0) }.compactMap { name, term in
      text.firstRange(of: name).map { (place: $0.lowerBound, term: term) }
    }
    if let first = named.min(by: { $0.place < $1.place }) { return first.term }
    if text.holds("秋季") { return .first }
    if text.holds("春季") { return .second }
    let core = text.filter { !"-–—_()学年度第期 ".contains($0) }
    switch core {
    case "1", "上", "秋": return .first
    case "2", "下", "春": return .second
    default: return nil
    }
  }

  /// `2023年春季`, `2023春`: the year stands right before, and the word is not part of a name (春芽幼儿园, 春节).
  private static func season(in text: String) -> Semester? {
    let c = Array(text)
    for at in c.indices where c[at] == "春" || c[at] == "秋" {
      if let next = c[(at + 1)...].first, next.isLetter, next != "季", next != "学" { continue }
      let end = at > 0 && c[at - 1] == "年" ? at - 1 : at
      guard end >= 4, end == 4 || !c[end - 5].isNumber, let year = Int(String(c[(end - 4)..<end])), (1990...2199).contains(year)
      else { continue }
      return c[at] == "春" ? Semester(startYear: year - 1, term: .second) : Semester(startYear: year, term: .first)
    }
    return nil
  }
}
