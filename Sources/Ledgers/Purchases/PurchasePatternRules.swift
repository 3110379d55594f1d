import LedgerKit

/// PUR-101, PUR-102, PUR-104 and PUR-105: patterns of a term's purchases that are worth a look; domain §2.4.
enum PurchasePatternRules {
  private typealias P = Purchases

  static let all: [Rule] = [split, oneSupplier, yearEnd]

  private static let days = Parameter("PUR-101", "天数", 10, "天")

  private static let split = Rule(
    "PUR-101", "疑似拆分采购", .warning, .hint, ledger: "purchases", citation: Citation("《政府采购法》第二十八条、《政府采购法实施条例》第二十八条", .V1),
    rationale: "短时间内向同一家或买同一类物品的几单，每单都不到限额，合起来却达到了。只在设置写明“采购限额”时判断。", for: Applicability(isPublic: true),
    parameters: [days, PurchaseLimit.parameter],
    triggers: [
      limited("CG001,2023-03-06,桌子,4900,甲商行,家具,\nCG002,2023-03-08,椅子,↓4950,甲商行,活动用品,"),
      limited("CG001,2023-03-06,桌子,4900,甲商行,家具,\nCG002,2023-03-08,椅子,↓4950,乙商行,家具,"),
    ],
    passes: [
      limited("CG001,2023-03-06,桌子,4900,甲商行,家具,\nCG002,2023-04-08,椅子,4950,甲商行,家具,"),
      limited("CG001,2023-03-06,桌子,4900,甲商行,家具,\nCG001,2023-03-06,椅子,4950,甲商行,家具,"),
      .sheet(
        "采购台账.csv", "采购日期,品名,数量,金额,审批人,采购人,验收人,供应商\n2023-03-06,桌子,1,4900,王建国,李秀英,赵海燕,甲商行\n2023-03-08,椅子,1,4950,王建国,李秀英,赵海燕,甲商行\n"),
    ],
    check: .table { table, scope in
      guard let limit = PurchaseLimit.value(scope) else { return [] }
      let bySupplier = PurchaseOrder.all(in: table) { row in row[P.supplier]?.id }
      let byCategory = PurchaseOrder.all(in: table) { row in row.stored(P.category).map { Int32(truncatingIfNeeded: $0) } }
      let found =
        bySupplier.flatMap { clusters($0.value, limit, scope, "同一供应商") } + byCategory.flatMap { clusters($0.value, limit, scope, "同一类物品") }
      var seen = Set<Int>()
      return found.filter { offense in offense.row.map { seen.insert($0.index).inserted } ?? true }
    })

  /// Orders below the limit that reach it together within the days, never across the end of a year: limits are yearly.
  private static func clusters(_ orders: [PurchaseOrder], _ limit: Fixed, _ scope: Scope, _ what: String) -> [Offense] {
    let small = orders.filter { $0.sum < limit && !$0.sum.isNegative }.sorted { ($0.day, $0.first.index) < ($1.day, $1.first.index) }
    var result: [Offense] = []
    var window: [PurchaseOrder] = []
    for order in small {
      window.removeAll { order.day.days(since: $0.day) > scope.whole(days) || $0.day.parts.year != order.day.parts.year }
      window.append(order)
      let sum = window.reduce(Fixed.zero) { $0 + $1.sum }
      guard window.count > 1, sum >= limit else { continue }
      let others = RowList.text(window.dropLast().map(\.first))
      result.append(
        Offense(
          order.first, at: P.amount,
          "与\(others)的采购相隔不到\(scope.whole(days))天、\(what)，每单不到限额\(Format.grouped(limit.plain))元，合计\(Format.grouped(Format.yuan(sum)))元",
          fix: "建议核对是否同一项目；同一项目的应合并采购、按合计办理审批。"))
      window = []
    }
    return result
  }

  private static let share = Parameter("PUR-104", "占比", 50, "%")
  private static let floor = Parameter("PUR-104", "金额", 10_000, "元")

  private static let oneSupplier = Rule(
    "PUR-104", "供应商集中度高", .info, .hint, ledger: "purchases", citation: .own("采购管理"),
    rationale: "一家供应商占了全部采购的大半，价格和质量缺少比较。", parameters: [share, floor],
    triggers: [supplied("甲商行,8000\n甲商行,4000\n乙商行,3000")], passes: [supplied("甲商行,6000\n乙商行,6000"), supplied("甲商行,800\n乙商行,300")],
    check: .table { table, scope in
      let sums = table.rows(for: [P.date, P.amount, P.supplier]).sums(of: P.amount, by: P.supplier)
      let total = sums.reduce(0) { $0 + $1.sum }
      guard let top = sums.max(by: { ($0.sum, $1.name) < ($1.sum, $0.name) }), total >= Int128(scope[floor].millionths), sums.count > 1,
        top.sum * 100 * Int128(Fixed.scale) > total * Int128(scope[share].millionths)
      else { return [] }
      return [
        Offense(nil, "“\(table.lexicon.string(top.name))”占采购金额的\(Format.percent(top.sum, of: total))%", fix: "建议核对询价、比价的记录。")
      ]
    })

  private static let rush = Parameter("PUR-105", "占比", 40, "%")

  private static let yearEnd = Rule(
    "PUR-105", "年底突击采购", .info, .hint, ledger: "purchases", citation: .own("采购计划"),
    rationale: "一学期的采购集中在年底最后十天，可能是突击花钱，也可能是集中记账。", parameters: [rush],
    triggers: [autumn("2023-09-08,1000\n2023-12-25,3000")],
    passes: [autumn("2023-09-08,3000\n2023-12-25,1000"), autumn("2023-09-08,1000\n2023-11-25,3000")],
    check: .table { table, scope in
      guard scope.semester.term == .first, let last = Day(year: scope.semester.startYear, month: 12, day: 31), scope.asOf >= last else {
        return []
      }
      let days = DayRange(last.advanced(by: -9), last)
      var (total, late) = (Fixed.zero, Fixed.zero)
      for row in table.rows(for: [P.date, P.amount]) {
        guard let amount = row[P.amount]?.amount, let day = row.date else { continue }
        total = total + amount
        if days.contains(day) { late = late + amount }
      }
      guard total > .zero, Int128(late.millionths) * 100 * Int128(Fixed.scale) > Int128(total.millionths) * Int128(scope[rush].millionths)
      else { return [] }
      let percent = Format.percent(Int128(late.millionths), of: Int128(total.millionths))
      return [
        Offense(nil, "12月22日至31日的采购占本学期的\(percent)%（\(Format.grouped(Format.yuan(late)))元）", fix: "建议核对采购计划和入账日期。")
      ]
    })

  private static func limited(_ rows: String) -> Example {
    let lines = rows.split(separator: "\n").map { line in
      let c = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(c[0]),\(c[1]),\(c[2]),1,\(c[3]),\(c[4]),\(c[5]),王建国,李秀英,赵海燕\n"
    }
    return Example(
      ("设置.csv", "项目,内容\n单位名称,春芽幼儿园\n学年,2022-2023\n学期,第二学期\n统计截止日,2023-06-30\n采购限额,5000\n"),
      ("采购台账.csv", "单号,采购日期,品名,数量,金额,供应商,类别,审批人,采购人,验收人\n" + lines.joined()))
  }

  private static func supplied(_ rows: String) -> Example {
    let lines = rows.split(separator: "\n").enumerated().map {
      "2023-03-0\($0 + 1),物品\($0 + 1),1,\($1.split(separator: ",")[1]),王建国,李秀英,赵海燕,\($1.split(separator: ",")[0])\n"
    }
    return .sheet("采购台账.csv", "采购日期,品名,数量,金额,审批人,采购人,验收人,供应商\n" + lines.joined())
  }

  private static func autumn(_ rows: String) -> Example {
    let lines = rows.split(separator: "\n").enumerated().map {
      "\($1.split(separator: ",")[0]),物品\($0 + 1),1,\($1.split(separator: ",")[1]),王建国,李秀英,赵海燕\n"
    }
    return Example(
      ("设置.csv", "项目,内容\n单位名称,春芽幼儿园\n学年,2023-2024\n学期,第一学期\n统计截止日,2024-01-19\n"),
      ("采购台账.csv", "采购日期,品名,数量,金额,审批人,采购人,验收人\n" + lines.joined()))
  }
}
