import LedgerKit

/// PUR-102: prices that stand out, among purchases of a term and deliveries of food of a month; domain §2.4.
enum PriceRules {
  static let all: [Rule] = [odd]

  private static let high = Parameter("PUR-102", "上限", Fixed(millionths: 1_300_000), "倍")
  private static let low = Parameter("PUR-102", "下限", Fixed(millionths: 700_000), "倍")
  private static let least = 3

  private static let odd = Rule(
    "PUR-102", "单价异常波动", .warning, .hint, citation: .own("采购询价"),
    rationale: "同一物品（品名、规格、单位相同）的单价比通常的高出或低出三成以上，可能写错，也可能买贵了。采购按学期比，食材按月比。", parameters: [high, low],
    triggers: [
      purchases("2023-03-08,A4纸,22\n2023-04-08,A4纸,22\n2023-05-08,A4纸,↓39"),
      food("2023-03-08,猪肉,15\n2023-03-09,猪肉,15\n2023-03-10,猪肉,15\n2023-03-13,猪肉,↓9"),
    ],
    passes: [purchases("2023-03-08,A4纸,22\n2023-05-08,A4纸,39"), food("2023-03-08,青菜,3\n2023-03-09,青菜,3\n2023-04-10,青菜,5")],
    check: .table { table, scope in
      if table.ledger.id == Purchases.ledger.id {
        return offenses(in: table, Columns(Purchases.item, Purchases.spec, Purchases.unit, Purchases.price, byMonth: false), scope)
      }
      if table.ledger.id == FoodReceipts.ledger.id {
        return offenses(
          in: table, Columns(FoodReceipts.item, FoodReceipts.spec, FoodReceipts.unit, FoodReceipts.price, byMonth: true), scope)
      }
      return []
    })

  private struct Columns {
    let item: Column<Text>, spec: Column<Text>, unit: Column<Text>, price: Column<Money>
    let byMonth: Bool
    init(_ item: Column<Text>, _ spec: Column<Text>, _ unit: Column<Text>, _ price: Column<Money>, byMonth: Bool) {
      (self.item, self.spec, self.unit, self.price, self.byMonth) = (item, spec, unit, price, byMonth)
    }

    /// What is bought in a row, where it has a price, and in which month where that matters.
    func goods(_ row: Row) -> OccasionKey? {
      guard let item = row[item], let price = row[price]?.amount, price > .zero, let month = row.date?.monthNumber else { return nil }
      return OccasionKey(item.id, row[spec]?.id ?? 0, row[unit]?.id ?? 0, byMonth ? month : 0)
    }
  }

  private static func offenses(in table: Table, _ columns: Columns, _ scope: Scope) -> [Offense] {
    let (high, low) = (Int128(scope[high].millionths), Int128(scope[low].millionths))
    func areFar(_ least: Int64, _ greatest: Int64) -> Bool {
      isOdd(Int128(greatest), beside: Int128(least), high, low) || isOdd(Int128(least), beside: Int128(greatest), high, low)
    }
    // Of most articles all prices lie close together, and none can be far from the one in the middle.
    let rows = table.rows(for: [columns.item, columns.price])
    let groups = rows.grouped(by: columns.goods, within: columns.item, where: columns.price, areFar)
    return groups.indices.filter { groups.count(of: $0) >= least }.flatMap { place -> [Offense] in
      let group = groups[place]
      let prices = group.map { $0[columns.price]?.amount.millionths ?? 0 }
      let sorted = prices.sorted()
      guard let lowest = sorted.first, let highest = sorted.last, areFar(lowest, highest) else { return [] }
      let median = median(sorted)
      return zip(group, prices).compactMap { row, price in
        guard isOdd(2 * Int128(price), beside: median, high, low) else { return nil }
        let usual = Format.grouped(Format.yuan((median + 1) / 2))
        return Offense(
          row, at: columns.price, "单价\(Format.grouped(Format.yuan(Int128(price))))元，\(columns.byMonth ? "本月" : "本学期")同样的物品通常为\(usual)元",
          fix: "建议核对单价、规格和单位。")
      }
    }
  }

  /// Whether a price is so many millionths of another, or more, or so few or less.
  private static func isOdd(_ price: Int128, beside other: Int128, _ high: Int128, _ low: Int128) -> Bool {
    let scaled = price * Int128(Fixed.scale)
    return scaled > high * other || scaled < low * other
  }

  /// Twice the median, so that it stays whole.
  private static func median(_ sorted: [Int64]) -> Int128 {
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? Int128(sorted[middle]) * 2 : Int128(sorted[middle - 1]) + Int128(sorted[middle])
  }

  private static func purchases(_ rows: String) -> Example {
    let lines = rows.split(separator: "\n").map { line -> String in
      let c = line.split(separator: ",")
      let price = c[2].drop { $0 == "↓" }
      return "\(c[0]),\(c[1]),包,\(c[2]),1,\(price),王建国,李秀英,赵海燕\n"
    }
    return .sheet("采购台账.csv", "采购日期,品名,单位,单价,数量,金额,审批人,采购人,验收人\n" + lines.joined())
  }

  private static func food(_ rows: String) -> Example {
    let lines = rows.split(separator: "\n").map { line -> String in
      let c = line.split(separator: ",")
      let price = c[2].drop { $0 == "↓" }
      return "\(c[0]),\(c[1]),斤,\(c[2]),1,\(price),绿源食品有限公司,√,√,合格,孙志强、周海燕\n"
    }
    return .sheet("食堂进货验收台账.csv", "进货日期,食品名称,单位,单价,数量,金额,供货商,索证情况,合格证明,验收结果,验收人\n" + lines.joined())
  }
}
