import LedgerKit

/// What a sentence may claim and the ledgers can tell.
enum Claims {
  /// Words that mean another time or an aim: such a sentence claims nothing of this term.
  static func speaksOfOtherTimes(_ sentence: String) -> Bool {
    ["上学期", "上一学期", "去年", "上年", "往年", "下学期", "新学期", "下一步", "今后", "计划", "目标", "力争", "争取", "拟", "打算", "希望", "要求"].contains(
      where: sentence.holds)
  }

  /// A count with its measure word and the words one of which must stand nearby.
  private struct CountClaim {
    let units: [String]
    let words: [String]
    let figure: String
    /// Whether the word must stand right before the number: 已整改无复查1处 is no number of hazards mended.
    var isAdjacent = false
  }

  /// The most particular first.
  private static let counts: [CountClaim] = [
    CountClaim(units: ["次", "场"], words: ["应急疏散演练", "疏散演练"], figure: "ST-DRL-02"),
    CountClaim(units: ["次", "场"], words: ["演练"], figure: "ST-DRL-01"),
    CountClaim(units: ["次"], words: ["月检查", "月度检查"], figure: "ST-INS-03.monthly"),
    CountClaim(units: ["次"], words: ["专项检查"], figure: "ST-INS-03.special"),
    CountClaim(units: ["次"], words: ["安全检查"], figure: "ST-INS-01"),
    CountClaim(units: ["处", "条", "个"], words: ["发现隐患", "发现安全隐患", "排查隐患", "排查出隐患", "排查安全隐患"], figure: "ST-HAZ-01", isAdjacent: true),
    CountClaim(units: ["处", "条", "个"], words: ["整改隐患", "完成整改", "已整改"], figure: "ST-HAZ-03.closed", isAdjacent: true),
  ]

  private static let drillKinds: [(word: String, kind: DrillKind)] = [
    ("消防", .fire), ("火灾", .fire), ("地震", .earthquake), ("反恐", .terror), ("防暴", .terror), ("踩踏", .stampede), ("溺水", .drowning),
    ("食物中毒", .poisoning),
    ("校车", .bus),
  ]

  /// Other names of rates than their titles.
  private static let aliases: [(name: String, figure: String)] = [
    ("按期整改率", "ST-HAZ-04"), ("整改率", "ST-HAZ-03"), ("整改完成率", "ST-HAZ-03"), ("复查率", "ST-HAZ-09"), ("索证率", "ST-FOD-03"), ("索票率", "ST-FOD-03"),
    ("索证索票", "ST-FOD-03"), ("双人验收", "ST-FOD-06"), ("食材验收合格率", "ST-FOD-04"), ("月检查", "ST-INS-04.rate"), ("区域覆盖率", "ST-INS-05"),
    ("参与率", "ST-DRL-04"),
    ("参加率", "ST-DRL-04"), ("验收率", "ST-PUR-06.inspector"), ("审批率", "ST-PUR-06.approver"),
  ]

  /// A claim with the number the books give.
  struct Difference {
    let told: String
    let computed: String
    let what: String
    /// Compared with what 设置.csv says, not with the ledgers.
    var isOfSettings = false
    /// Where the true number comes from.
    var source: String { isOfSettings ? "设置.csv 里的" : "按台账计算，" }
    /// What to put right besides the text.
    var remedy: String { isOfSettings ? "设置写错的请改正设置。" : "台账漏登的请补登。" }
  }

  /// The first number of a sentence that differs from the books; nil where none does, or none can be told.
  static func difference(_ sentence: String, _ books: Books) -> Difference? {
    guard !speaksOfOtherTimes(sentence) else { return nil }
    for number in SpokenNumber.all(in: sentence) where !number.isApproximate {
      if let found = rate(number, books) ?? count(number, books) ?? classes(number, books) { return found }
    }
    return nil
  }

  private static func count(_ number: SpokenNumber, _ books: Books) -> Difference? {
    guard let told = number.whole, let unit = number.after.first.map(String.init) else { return nil }
    // Only what stands in the same clause, and speaks of all of them: 还有5处没有整改 and 全园演练2次 are parts.
    let before = number.before.suffix(8).split(omittingEmptySubsequences: false) { isMark($0) }.last ?? ""
    let near = String(before + "|" + number.after.dropFirst().prefix(8).prefix { !isMark($0) })
    guard !["未", "没", "尚", "其中", "全园", "全校", "范围", "用时", "班", "年级", "超", "逾"].contains(where: near.holds) else { return nil }
    for claim in counts where claim.units.contains(unit) {
      let place = claim.isAdjacent ? adjacent(number.before) : near
      guard let word = claim.words.first(where: { claim.isAdjacent ? place.hasSuffix($0) : place.holds($0) }) else { continue }
      if claim.figure.hasPrefix("ST-DRL"), let kind = drillKind(in: near) {
        guard let table = books.table(Drills.ledger) else { return nil }
        let real = Drill.all(in: table, reading: []).count { $0.kind == kind }
        return real == told ? nil : Difference(told: "\(told)\(unit)", computed: "\(real)\(unit)", what: kind.rawValue + "演练")
      }
      guard let real = figure(claim.figure, books), let value = real.value, value != String(told) else { return nil }
      return Difference(told: "\(told)\(unit)", computed: value + unit, what: word == "演练" ? "应急演练" : real.figure.title)
    }
    return nil
  }

  /// What stands before a number, without 了 and 共.
  private static func adjacent(_ before: Substring) -> String {
    var text = before.suffix(10)
    while let last = text.last, "了共计出".contains(last) { text.removeLast() }
    return String(text)
  }

  private static func isMark(_ c: Character) -> Bool { ",，、:：（(）)".contains(c) }

  /// The kind a count of drills is about; nil where several are named, which are counted together.
  private static func drillKind(in words: String) -> DrillKind? {
    let kinds = Set(drillKinds.filter { words.holds($0.word) }.map(\.kind))
    return ["等", "、", "和", "及"].contains(where: words.holds) || kinds.count > 1 ? nil : kinds.first
  }

  private static func rate(_ number: SpokenNumber, _ books: Books) -> Difference? {
    guard number.after.hasPrefix("%") else { return nil }
    let before = String(number.before.suffix(16))
    guard
      let named = aliases.first(where: { alias in
        before.firstRange(of: alias.name).map { before[$0.upperBound...].count <= 4 } ?? false
      }), let figure = figure(named.figure, books), let exact = figure.exact, figure.figure.unit == .percent
    else { return nil }
    let real = Format.decimal(exact.numerator * 100, over: exact.denominator, decimals: number.decimals)
    let told = Format.decimal(Int128(number.hundredths), over: 100, decimals: number.decimals)
    let isFalseWhole = told.hasPrefix("100") && exact.numerator < exact.denominator
    guard real != told || isFalseWhole else { return nil }
    return Difference(told: told + "%", computed: figure.text, what: figure.figure.title)
  }

  private static func classes(_ number: SpokenNumber, _ books: Books) -> Difference? {
    guard let told = number.whole, ["个班级", "个教学班", "个班"].contains(where: number.after.hasPrefix),
      ["共", "共有", "共开设", "开设", "设有", "现有"].contains(where: number.before.hasSuffix), let real = books.scope.profile.classes, real != told
    else { return nil }
    return Difference(told: "\(told)个班级", computed: "\(real)个", what: "班级数", isOfSettings: true)
  }

  /// A figure of the catalogue with its value; nil where it cannot be given.
  private static func figure(_ code: String, _ books: Books) -> FigureValue? {
    guard let entry = Catalog.figures.first(where: { $0.figure.code == code }) else { return nil }
    let value = entry.figure.value(in: books, ledger: entry.ledger)
    return value.state == .value ? value : nil
  }

  // MARK: Absolute claims

  /// What a sentence claims absolutely without a ledger that shows it; nil where it claims nothing, or the books agree.
  static func unsupported(_ sentence: String, _ books: Books) -> (claim: String, why: String)? {
    guard !speaksOfOtherTimes(sentence) else { return nil }
    if let claim = noAccident(in: sentence) { return (claim, "没有提供完整的安全事故记录") }
    if let claim = ["暂无重点存在的安全隐患", "暂无安全隐患", "暂无隐患", "无安全隐患", "没有安全隐患", "无重大隐患", "零隐患"].first(where: sentence.holds) {
      let open = figure("ST-HAZ-08", books)
      if open?.value == "0" { return nil }
      return (claim, open.map { "台账里还有\($0.text)没有销号" } ?? "没有提供隐患整改台账")
    }
    guard let claim = ["100%", "百分之百", "百分百"].first(where: { isClaimed($0, in: sentence) }) else { return nil }
    let named = aliases.filter { sentence.holds($0.name) }.compactMap { figure($0.figure, books) }
    if named.contains(where: { $0.exact.map { $0.numerator == $0.denominator } ?? false }) { return nil }
    return (claim, named.first.map { "按台账计算，\($0.figure.title)为\($0.text)" } ?? "没有台账可以证明")
  }

  /// 100% that is reached: 未达到100% claims nothing.
  private static func isClaimed(_ words: String, in sentence: String) -> Bool {
    guard let range = sentence.firstRange(of: words) else { return false }
    return !["未", "不", "没", "低于", "接近", "离"].contains(where: sentence[..<range.lowerBound].suffix(5).holds)
  }

  /// 零事故, 未发生…事故, 无食物中毒.
  private static func noAccident(in sentence: String) -> String? {
    if let claim = ["零事故", "零伤害"].first(where: sentence.holds) { return claim }
    for start in ["未发生", "没有发生", "未有发生", "未出现", "没有出现", "无一起", "无任何", "杜绝了", "无重大", "无安全", "无食物", "无人身", "无事故", "无伤亡"] {
      guard let range = sentence.firstRange(of: start) else { continue }
      let tail = sentence[range.lowerBound...].prefix(22)
      for end in ["事故", "食物中毒", "事件", "案件", "伤亡"] {
        if let stop = tail.firstRange(of: end) { return String(tail[..<stop.upperBound]) }
      }
    }
    return nil
  }
}
