import LedgerKit

/// FOD-006, 011, 101, 102 and X-011: who delivers and who accepts; domain §2.3–§2.5.
enum FoodSupplierRules {
  private typealias F = FoodReceipts

  static let all: [Rule] = [noSupplier, selfAcceptance, repeated, lapsedLicence, unlisted]

  private static let noSupplier = Rule(
    "FOD-006", "缺供货者信息", .warning, .compliance, ledger: "food_receipts", citation: Citation("《食品安全法》第五十三条", .V1),
    rationale: "进货记录要有供货者的名称、地址和联系方式，出了问题才能追溯。",
    triggers: [sheet("2023-05-03,猪肉,↓,13912345678,周海燕,孙志强、周海燕"), sheet("2023-05-03,猪肉,绿源食品有限公司,↓,周海燕,孙志强、周海燕")],
    passes: [sheet("2023-05-03,猪肉,绿源食品有限公司,13912345678,李秀英,孙志强、周海燕")],
    check: .row(where: .lacks(F.supplier) || .lacks(F.supplierTel)) { row, _ in
      if row.isEmpty(F.supplier), row.has(F.supplier) {
        return Offense(row, at: F.supplier, "没有供货商", fix: "请补填供货商的全称。", severity: .error)
      }
      return Offense(row, at: F.supplierTel, "没有供货商的联系方式", fix: "请补填电话或地址（总结里不会出现）。")
    })

  private static let selfAcceptance = Rule(
    "FOD-011", "采购人兼唯一验收人", .error, .compliance, ledger: "food_receipts", citation: Laws.separation,
    rationale: "自己采购、自己验收，数量和质量无人把关。",
    triggers: [sheet("2023-05-03,猪肉,绿源食品有限公司,13912345678,孙志强,↓孙志强")],
    passes: [sheet("2023-05-03,猪肉,绿源食品有限公司,13912345678,孙志强,孙志强、周海燕"), sheet("2023-05-03,猪肉,绿源食品有限公司,13912345678,李秀英,孙志强")],
    // No two people are all the same as one.
    check: .row(where: (.persons(F.inspectors, ..<2) || .persons(F.buyer, 2...)) && .sharePerson(F.inspectors, F.buyer)) { row, scope in
      guard let buyer = row[F.buyer], let inspectors = row[F.inspectors] else { return nil }
      let shared = inspectors.shared(with: buyer)
      guard let name = shared.first, shared.count == inspectors.count else { return nil }
      return Offense(
        row, at: F.inspectors, "采购人与验收人均为“\(name)”，没有他人验收", fix: "建议由两人以上验收，采购人不单独验收；填错的请改正。" + Separation.remedy(scope),
        severity: scope.profile.isSmallUnit ? .info : nil)
    })

  private static let repeated = Rule(
    "FOD-101", "同日同品同商重复", .warning, .data, ledger: "food_receipts", citation: .sheet,
    rationale: "同一天、同一种食材、同一家供货商登记了两行，可能是重复登记；两行都计入，请核对。",
    onlyTells: true,
    triggers: [sheet("2023-05-03,大米,绿源食品有限公司,1,李秀英,孙志强、周海燕\n2023-05-03,↓大米,绿源食品有限公司,2,李秀英,孙志强、周海燕")],
    passes: [
      sheet("2023-05-03,大米,绿源食品有限公司,1,李秀英,孙志强、周海燕\n2023-05-04,大米,绿源食品有限公司,1,李秀英,孙志强、周海燕"),
      sheet("2023-05-03,大米,绿源食品有限公司,1,李秀英,孙志强、周海燕\n2023-05-03,大米,常新粮油店,1,李秀英,孙志强、周海燕"),
    ],
    check: .table { table, _ in
      let repeated = table.rows(for: [F.date, F.item, F.supplier]).repeated(sharing: [F.date, F.item, F.supplier]) { row in
        guard let day = row[F.date], let item = row[F.item], let supplier = row[F.supplier], !F.isRejected(row) else { return nil }
        return RowKey(
          day.number, item.id, supplier.id, row[F.spec]?.id ?? 0, row[F.brand]?.id ?? 0, row[F.unit]?.id ?? 0,
          Int32(row[F.time]?.minutes ?? -1))
      }
      return repeated.map { row, other in
        Offense(row, at: F.item, "与\(other.place(from: row))是同一天、同一家送的同一种食材", fix: "重复的请删去一行；分两次送的，请在备注写明。")
      }
    })

  private static let lapsedLicence = Rule(
    "FOD-102", "供货商许可证失效", .error, .compliance, ledger: "food_receipts", citation: Citation("《食品安全法》第五十条、第五十三条", .V1),
    rationale: "进货前要查验供货者的许可证；供应商名录里的许可证已经过期，进货就没有依据。",
    triggers: [listed("绿源食品有限公司,2023-04-30,2022-09-01,2023-08-31", "2023-05-08,猪肉,↓绿源食品有限公司,1,李秀英,孙志强、周海燕")],
    passes: [listed("绿源食品有限公司,2024-04-30,2022-09-01,2023-08-31", "2023-05-08,猪肉,绿源食品有限公司,1,李秀英,孙志强、周海燕")],
    check: .table { table, scope in
      SupplierList.offenses(in: table, F.supplier, scope) { supplier, day in
        guard let last = supplier?.licensedTo, day > last else { return nil }
        return ("许可证\(last.iso)已到期，之后还在进货", "请向供货商索取新的许可证并更新供应商名录；没有换证的应停止进货。")
      }
    })

  private static let unlisted = Rule(
    "X-011", "供货商不在名录或合同期外", .warning, .compliance, ledger: "food_receipts",
    citation: Laws.schoolFood,
    rationale: "食材应向选定的供货商采购；不在名录里的，或合同已经到期的，要补办手续。",
    triggers: [
      listed("绿源食品有限公司,2024-04-30,2022-09-01,2023-08-31", "2023-05-08,青菜,↓乙蔬菜店,1,李秀英,孙志强、周海燕"),
      listed("绿源食品有限公司,2024-04-30,2022-03-01,2023-02-28", "2023-05-08,青菜,↓绿源食品有限公司,1,李秀英,孙志强、周海燕"),
    ],
    passes: [
      listed("绿源食品有限公司,2024-04-30,2022-09-01,2023-08-31", "2023-05-08,青菜,绿源食品,1,李秀英,孙志强、周海燕"),
      sheet("2023-05-08,青菜,乙蔬菜店,1,李秀英,孙志强、周海燕"),
    ],
    check: .table { table, scope in
      SupplierList.offenses(in: table, F.supplier, scope) { supplier, day in
        guard let supplier else { return ("不在供应商名录里", "请核对名称的写法；新的供货商请补进供应商名录。") }
        if let last = supplier.to, day > last { return ("合同\(last.iso)已到期，之后还在进货", "请续签合同或更换供货商，并更新供应商名录。") }
        guard let first = supplier.from, day < first else { return nil }
        return ("合同\(first.iso)才开始，之前已经进货", "请核对合同日期和进货日期。")
      }
    })

  private static let header = "进货日期,食品名称,供货商,电话,采购人,验收人,数量,金额,索证情况,合格证明,验收结果\n"

  private static func body(_ rows: String) -> String {
    header + rows.split(separator: "\n").map { "\($0),10,30,√,√,合格\n" }.joined()
  }

  private static func sheet(_ rows: String) -> Example { .sheet("食堂进货验收台账.csv", body(rows)) }

  private static func listed(_ supplier: String, _ rows: String) -> Example {
    Example(("供应商名录.csv", "名称,有效期至,合同开始,合同结束\n\(supplier)\n"), ("食堂进货验收台账.csv", body(rows)))
  }
}

/// The suppliers of 供应商名录, found by the names in a ledger.
enum SupplierList {
  /// What is wrong with a supplier on the day of a delivery; nil in order. `supplier` is nil where the list has none of the name.
  typealias Judgement = (_ supplier: Scope.Supplier?, _ day: Day) -> (message: String, fix: String)?

  /// One offense a supplier and fault, at its first row, with the number of rows it is true of.
  static func offenses(in table: Table, _ column: Column<Text>, _ scope: Scope, judge: Judgement) -> [Offense] {
    guard let list = scope.suppliers, !list.isEmpty else { return [] }
    var known: [Int32: Scope.Supplier?] = [:]
    var found: [String: (row: Row, name: String, message: String, fix: String, count: Int)] = [:]
    var order: [String] = []
    for row in table.rows(for: [column]) {
      guard let name = row[column], let day = row.date else { continue }
      let supplier = known[name.id] ?? match(name.string, in: list)
      known[name.id] = .some(supplier)
      guard let fault = judge(supplier, day) else { continue }
      let key = "\(name.id)|\(fault.message)"
      if found[key] == nil { order.append(key) }
      let before = found[key]
      found[key] = (before?.row ?? row, name.string, fault.message, fault.fix, (before?.count ?? 0) + 1)
    }
    return order.compactMap { found[$0] }.map { fault in
      let count = fault.count > 1 ? "（共\(fault.count)行）" : ""
      return Offense(fault.row, at: column, "“\(fault.name)”\(fault.message)\(count)", fix: fault.fix)
    }
  }

  /// The same name, else the one that the other is a part of: 绿源食品 is 绿源食品有限公司.
  private static func match(_ written: String, in list: [Scope.Supplier]) -> Scope.Supplier? {
    let name = Folding.compact(written)
    if let same = list.first(where: { $0.name == name }) { return same }
    return list.first { name.count >= 2 && $0.name.count >= 2 && ($0.name.holds(name) || name.holds($0.name)) }
  }
}
