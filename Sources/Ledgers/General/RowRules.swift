import LedgerKit

/// GEN rules that look at a row of any ledger, and GEN-101; domain §2.2, §2.4 and §0.5, 7–10.
enum RowRules {
  static let all: [Rule] = [copies, slipOfYear, future, otherTerm, negative, empty]

  private static let future = Rule(
    "GEN-004", "日期晚于统计截止日", .error, .data, citation: .sheet, rationale: "截止日以后的事不能写进本期总结；日期写错的要改正。",
    triggers: [drill("↓2023-07-04,消防,560")], passes: [drill("2023-06-30,消防,560")],
    check: .table { table, scope in
      let asOf = Int64(scope.asOf.number)
      // Of most tables no column has such a day.
      let columns = table.ledger.columns.filter { column in
        column.isDay && !column.traits.contains(.deadline) && table.contains(column, above: asOf)
      }
      if columns.isEmpty { return [] }
      let isLate = columns.map { RowCondition.stored($0, in: asOf + 1...Int64.max) }.reduce(.never) { $0 || $1 }
      return table.judgedRows(ofAllPeriods: true).words(satisfying: isLate, scope).joined().flatMap { row in
        columns.filter { row.stored($0).map { $0 > asOf } ?? false }.map { column in
          let decides = column === table.ledger.date
          return Offense(
            row, at: column, "日期晚于统计截止日（\(scope.asOf.iso)）" + (decides ? "，这一行不计入" : ""), fix: "写错的请改正；确属截止日以后的，留到下期。",
            leavesOut: decides)
        }
      }
    })

  private static let otherTerm = Rule(
    "GEN-005", "日期不在本学期", .warning, .data, citation: .sheet, rationale: "其他学期的记录不计入本学期统计，以免重复。",
    triggers: [drill("↓2022-12-30,消防,560")], passes: [drill("2023-02-03,消防,560")],
    check: .row(where: .lies(in: .outside)) { row, scope in
      guard let column = row.table.ledger.date, let day = row.date, day <= scope.asOf else { return nil }
      return Offense(
        row, at: column, "日期不在本学期（\(scope.window.first.iso)至\(scope.window.last.iso)），这一行不计入", fix: "写错的请改正；确属其他学期的，请移到那个学期的台账。",
        leavesOut: true)
    })

  private static let slipOfYear = Rule(
    "GEN-006", "年份明显有误", .error, .data, citation: .sheet, rationale: "年份离本学期太远，或同一文件只有这一行正好差一年、十年，多半是写错了。",
    triggers: [
      drill("↓2032-03-17,消防,560"), drill("↓2003-03-17,消防,560"),
      drill("2023-03-17,消防,560\n2023-04-14,地震,560\n2023-05-12,防踩踏,560\n2023-06-02,消防,560\n↓2013-03-05,反恐防暴,46"),
    ],
    passes: [drill("2023-03-17,消防,560"), drill("2023-03-17,消防,560\n2022-12-30,地震,560")],
    check: .cell { $0 == .implausibleYear ? Offense(nil, "年份离本学期太远", fix: "请改正年份，写成 2023-03-06 这样的日期。") : nil }, .table(oddYears))

  /// One row exactly one or ten years off while all others of its file lie in the semester.
  @Sendable private static func oddYears(_ table: Table, _ scope: Scope) -> [Offense] {
    guard let column = table.ledger.date, !table.ledger.carriesOver, table.ledger.role == .record else { return [] }
    // Of most tables every day lies in the semester.
    guard table.contains(column, below: Int64(scope.window.first.number)) || table.contains(column, above: Int64(scope.window.last.number))
    else { return [] }
    var inside = [Int](repeating: 0, count: table.sources.count)
    var outside = [[Row]](repeating: [], count: table.sources.count)
    for row in table.rows {
      guard let day = row[column] else { continue }
      let source = table.sourceIndex(of: row.index)
      if scope.window.contains(day) { inside[source] += 1 } else { outside[source].append(row) }
    }
    return zip(inside, outside).compactMap { inside, odd in
      guard odd.count == 1, inside >= 4, let row = odd.first, let day = row[column] else { return nil }
      let (y, m, d) = day.parts
      let shifted = [-10, -1, 1, 10].compactMap { Day(year: y + $0, month: m, day: d) }.first(where: scope.window.contains)
      return shifted.map {
        Offense(row, at: column, "只有这一行不在本学期，疑为 \($0.iso) 之误", fix: "请核对年份，写错的请改正。", spoils: [column], leavesOut: true)
      }
    }
  }

  private static let negative = Rule(
    "GEN-010", "数值为负", .error, .data, citation: .sheet, rationale: "数量、人数、金额不应为负；退货、冲减的请在备注写明。",
    triggers: [drill("2023-03-17,消防,↓-5")],
    passes: [
      .sheet("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人,备注\n2023-03-08,地垫,-2,63.00,-126.00,王建国,李秀英,赵海燕,退货\n")
    ],
    check: .table { table, _ in
      // Of most tables no column has a negative number.
      let numbers = table.ledger.columns.filter { $0.isNumber && table.contains($0, below: 0) }
      if numbers.isEmpty { return [] }
      return table.judgedRows(ofAllPeriods: true).flatMap { row -> [Offense] in
        let columns = numbers.filter { (row.stored($0) ?? 0) < 0 }
        guard !columns.isEmpty, !row.mentions(["退货", "冲减", "红冲", "退回", "退款", "冲销"]) else { return [] }
        let mend = "写错的请改正；退货或冲减的请在备注写明“退货”。"
        return columns.map { Offense(row, at: $0, "数值为负", fix: $0 is Column<Count> ? "人数不会是负数，请核对后改正。" : mend, spoils: [$0]) }
      }
    })

  private static let empty = Rule(
    "GEN-025", "必填为空", .error, .data, citation: .sheet, rationale: "必填的一格没有内容，用到它的统计不计这一行。",
    triggers: [.sheet("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,12,3.50,↓,王建国,李秀英,赵海燕\n")],
    passes: [
      .sheet("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,12,,42.00,王建国,李秀英,赵海燕\n"),
      .sheet("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,√\n"),
    ],
    check: .table { table, _ in
      let columns = table.ledger.columns.filter { $0.need == .required && !$0.traits.contains(.mayBeBlank) && table.mayHaveEmpty($0) }
      if columns.isEmpty { return [] }
      return table.judgedRows(ofAllPeriods: true).flatMap { row -> [Offense] in
        let empty = columns.filter { row.isEmpty($0) }
        // The problem rows of a combined sheet are judged as inspections already.
        if empty.isEmpty || row.isDerived { return [] }
        return empty.compactMap { column in
          if column === table.ledger.date, row.date != nil { return nil }
          if row.source.hasParts(of: column) { return nil }
          // A tick where a name belongs is told as such (GEN-023, GEN-027).
          if column is Column<Persons>, !Folding.isNothing(row.raw(column)) { return nil }
          return Offense(row, at: column, "“\(row.header(column))”没有填", fix: "请补填；原表是合并单元格的，请取消合并，每行都填。", spoils: [column])
        }
      }
    })

  private static let copies = Rule(
    "GEN-101", "完全重复行", .warning, .data, citation: .sheet, rationale: "与前面一行每一格都相同，多半是重复粘贴；只计一次。",
    triggers: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n↓2023-03-17,消防,560\n")],
    passes: [
      .sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n2023-03-17,消防,46\n"),
      .sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n三月中旬,消防,560\n三月下旬,消防,560\n"),
    ],
    check: .table { table, _ in
      guard table.ledger.role == .record else { return [] }
      return table.copies(among: table.judgedRows(ofAllPeriods: true)).filter { areEqualWhereUnread($0.row, $0.first) }.map { row, other in
        let place = other.file == row.file ? "第\(other.number)行" : "\(other.file)第\(other.number)行"
        return Offense(row, at: table.ledger.date, "与\(place)每一格都相同，只计一次", fix: "重复的请删去；确是两笔的请在备注或单号上区分。", leavesOut: true)
      }
    })

  /// Cells that cannot be read are alike only if the same is typed in them.
  private static func areEqualWhereUnread(_ a: Row, _ b: Row) -> Bool {
    a.table.ledger.columns.allSatisfy { !a.isUnusable($0) || a.raw($0) == b.raw($0) }
  }

  private static func drill(_ row: String) -> Example { .sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n\(row)\n") }
}
