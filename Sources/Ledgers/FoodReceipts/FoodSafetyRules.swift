import LedgerKit

/// FOD-001, 002, 004, 007, 010: what food it is and how long it keeps; domain §2.2 and §2.3.
enum FoodSafetyRules {
  private typealias F = FoodReceipts

  static let all: [Rule] = [risky, expired, nearlyExpired, undatedPackage, abnormal]

  private static let riskyFoods: WordList = [
    "四季豆", "鲜黄花菜", "鲜黄花", "野生蘑菇", "野生菌", "发芽土豆", "发芽马铃薯", "裱花蛋糕", "冷荤", "生食类", "生食海鲜", "生鱼片", "刺身", "凉拌菜", "卤味拼盘",
  ]

  private static let risky = Rule(
    "FOD-001", "禁止或高风险食品", .error, .compliance, ledger: "food_receipts", citation: Laws.schoolFood,
    rationale: "中小学、幼儿园食堂不得制售冷荤、生食、裱花蛋糕，不得加工四季豆、鲜黄花菜、野生蘑菇、发芽土豆等高风险食品。",
    triggers: [sheet("2023-05-03,↓四季豆,蔬菜,,,正常,合格"), sheet("2023-05-03,↓裱花蛋糕,点心糕点,2023-05-03,1天,正常,合格")],
    passes: [sheet("2023-05-03,黄花鱼,水产,,,正常,合格"), sheet("2023-05-03,土豆,蔬菜,,,正常,合格"), sheet("2023-05-03,可生食鸡蛋,蛋,,,正常,合格")],
    check: .row(where: .holds(F.item, riskyFoods)) { row, _ in
      guard let food = row[F.item]?.word(of: riskyFoods) else { return nil }
      return Offense(row, at: F.item, "“\(food)”是学校食堂禁止或不宜加工的食品", fix: "请停止采购和加工，并写明这一批的处置；名称写错的请改正。")
    })

  private static let expired = Rule(
    "FOD-002", "过期进货", .error, .compliance, ledger: "food_receipts", citation: Citation("《食品安全法》第五十四条、第五十五条", .V1),
    rationale: "进货时已经超过保质期的食品不能收，更不能使用。",
    triggers: [sheet("2023-05-03,饼干,预包装,2022-10-01,↓6个月,正常,合格"), sheet("2023-05-03,饼干,预包装,,↓至2023-04-30,正常,合格")],
    passes: [sheet("2023-05-03,饼干,预包装,2023-04-01,6个月,正常,合格"), sheet("2023-05-03,饼干,预包装,2022-10-01,见包装,正常,合格")],
    check: .row(where: mayBeExpired && !F.isRejected) { row, _ in
      guard let day = row[F.date], let last = row[F.shelfLife]?.lastDay(producedOn: row[F.producedOn]), day > last else { return nil }
      return Offense(row, at: F.shelfLife, "进货时已过保质期（\(last.iso)到期）", fix: "请核对生产日期和保质期；确已过期的应立即退货、停用，并写明处置。")
    })

  /// The day lies behind the earliest that may be the last.
  private static let mayBeExpired = RowCondition.cells(F.date, F.shelfLife, F.producedOn) { date, life, made in
    guard let date, let life, let earliest = ShelfLife(stored: life).earliestLastDay(producedOn: made.map(day(stored:))) else {
      return false
    }
    return day(stored: date) > earliest
  }

  private static func day(stored: Int64) -> Day { Day(number: Int32(truncatingIfNeeded: stored)) }

  private static let remaining = Parameter("FOD-004", "剩余占比", 33, "%")

  private static let nearlyExpired = Rule(
    "FOD-004", "临近保质期", .warning, .compliance, ledger: "food_receipts", citation: .own("食材保质期管理"),
    rationale: "进货时剩下的保质期不到三分之一，容易放到过期，要优先使用。", parameters: [remaining],
    triggers: [sheet("2023-05-20,饼干,预包装,2023-01-05,↓6个月,正常,合格")], passes: [sheet("2023-05-20,饼干,预包装,2023-04-05,6个月,正常,合格")],
    check: .row(where: .scoped { mayBeShort($0[remaining]) }) { row, scope in
      guard let day = row[F.date], let made = row[F.producedOn], let last = row[F.shelfLife]?.lastDay(producedOn: made), last >= day,
        last > made, Remainder(scope[remaining]).isLess(on: day, of: made, last)
      else { return nil }
      let (left, all) = (last.days(since: day), last.days(since: made))
      return Offense(row, at: F.shelfLife, "保质期\(all)天，进货时只剩\(left)天（\(last.iso)到期）", fix: "请优先使用，并提醒供货商送新鲜的批次。")
    })

  /// What is not short at the least it can keep is not short at all.
  private static func mayBeShort(_ share: Fixed) -> RowCondition {
    let least = Remainder(share)
    return .cells(F.producedOn, F.date, F.shelfLife) { made, date, life in
      guard let made, let date, let life, made <= date else { return false }
      let produced = day(stored: made)
      guard let earliest = ShelfLife(stored: life).earliestLastDay(producedOn: produced) else { return false }
      return least.isLess(on: day(stored: date), of: produced, earliest)
    }
  }

  /// How much of the time from production to the last day must be left.
  private struct Remainder {
    private let share: Fixed
    private let isStandard: Bool

    init(_ share: Fixed) { (self.share, isStandard) = (share, share == remaining.standard) }

    /// Whether less is left on a day.
    @inline(__always)
    func isLess(on day: Day, of made: Day, _ last: Day) -> Bool {
      let (left, all) = (last.days(since: day), last.days(since: made))
      // Exactly a third where the school says nothing.
      if isStandard { return left * 3 < all }
      return Int128(left) * 100 * Int128(Fixed.scale) < Int128(all) * Int128(share.millionths)
    }
  }

  private static let undatedPackage = Rule(
    "FOD-007", "包装食品缺生产日期或保质期", .warning, .compliance, ledger: "food_receipts", citation: Citation("《食品安全法》第五十条", .V1),
    rationale: "预包装食品、粮油、调味品和奶制品的进货记录要有生产日期（批号）和保质期，出了问题才能追溯。",
    triggers: [sheet("2023-05-03,食用油,粮油,↓,18个月,正常,合格"), sheet("2023-05-03,酱油,调味品,2023-04-01,↓,正常,合格")],
    passes: [
      sheet("2023-05-03,食用油,粮油,20230401A3,18个月,正常,合格"), sheet("2023-05-03,酱油,调味品,2023-04-01,见包装,正常,合格"), sheet("2023-05-03,青菜,蔬菜,,,正常,合格"),
    ],
    check: .row(
      where: .is(F.foodClass, .packaged, .grain, .seasoning, .dairy) && (.lacks(F.producedOn) || .lacks(F.shelfLife))
    ) { row, _ in
      let parts: [(column: AnyColumn, name: String)] = [(F.producedOn, "生产日期（批号）"), (F.shelfLife, "保质期")]
      guard let lacking = parts.first(where: { row.isEmpty($0.column) && row.isLeftOpen($0.column) }), let kind = row[F.foodClass] else {
        return nil
      }
      return Offense(row, at: lacking.column, "\(kind.rawValue)没有填\(lacking.name)", fix: "请对照包装补填。")
    })

  private static let abnormal = Rule(
    "FOD-010", "感官异常却合格", .error, .data, ledger: "food_receipts", citation: .logic,
    rationale: "感官性状写异常，验收结果却是合格，两处矛盾；这一行不计入验收合格率。",
    triggers: [sheet("2023-05-03,青菜,蔬菜,,,异味,↓合格")], passes: [sheet("2023-05-03,青菜,蔬菜,,,异味,退货"), sheet("2023-05-03,青菜,蔬菜,,,新鲜,合格")],
    check: .row(where: .is(F.sensory, .abnormal) && .is(F.result, .passed)) { row, _ in
      Offense(
        row, at: F.result, "感官性状为“\(row.raw(F.sensory))”，验收结果却是合格", fix: "确有异常的请改为不合格并写明处置；没有异常的请更正感官性状。",
        spoils: [F.result, F.sensory])
    })

  private static func sheet(_ row: String) -> Example {
    let cells = row.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ",")
    return .sheet(
      "食堂进货验收台账.csv", "进货日期,食品名称,食品类别,生产日期,保质期,感官性状,验收结果,数量,金额,供货商,索证情况,合格证明,处理情况,验收人\n\(cells),10,30,绿源食品有限公司,√,√,退货,孙志强、周海燕\n")
  }
}
