/// The usual kinds of figures, so that a ledger's figures read like a table.
extension Figure {
  /// How many rows satisfy a condition.
  public static func count(
    _ code: String, _ id: String, _ title: String, _ unit: String, reads: [AnyColumn], periods: Set<RowPeriod> = [.inTerm],
    needs: [[AnyColumn]] = [], _ definition: String, where condition: RowCondition = .always
  ) -> Figure {
    Figure(code, id, title, .count(unit), reads: reads, periods: periods, needs: needs, definition) { tally, table, books in
      for rows in table.rows(for: reads, in: periods).words(satisfying: condition, books.scope) { tally.add(rows, as: .numerator) }
    }
  }

  /// The share of the rows `among` that also satisfy `of`.
  public static func rate(
    _ code: String, _ id: String, _ title: String, reads: [AnyColumn], periods: Set<RowPeriod> = [.inTerm],
    needs: [[AnyColumn]] = [], _ definition: String, of numerator: RowCondition, among denominator: RowCondition = .always
  ) -> Figure {
    Figure(code, id, title, .percent, reads: reads, periods: periods, needs: needs, definition) { tally, table, books in
      tally.expectDenominator()
      for rows in table.rows(for: reads, in: periods).pieces {
        let asked = rows.satisfying(denominator, books.scope)
        let qualifying = asked.satisfying(numerator, books.scope)
        for rows in asked { tally.judge(rows, qualifying: qualifying.word(of: rows)) }
      }
    }
  }

  /// The sum of a money column.
  public static func sum(
    _ code: String, _ id: String, _ title: String, of column: Column<Money>, reads: [AnyColumn], needs: [[AnyColumn]] = [],
    _ definition: String, where condition: RowCondition = .always
  ) -> Figure {
    Figure(code, id, title, .money, reads: reads, needs: needs, definition) { tally, table, books in
      var selected = 0
      for rows in table.rows(for: reads).words(satisfying: condition, books.scope) {
        selected += rows.count
        tally.add(rows, summing: column)
      }
      // Rows without a single amount are no evidence of nought.
      if selected > 0, tally.rowsUsed == 0 { tally.lacksRows("台账没有填写“\(column.title)”") }
    }
  }

  /// The mean of a whole number per row.
  public static func mean(
    _ code: String, _ id: String, _ title: String, _ unit: Unit, reads: [AnyColumn], periods: Set<RowPeriod> = [.inTerm],
    needs: [[AnyColumn]] = [], _ definition: String, of value: @escaping @Sendable (Row, Scope) -> Int?
  ) -> Figure {
    Figure(code, id, title, unit, reads: reads, periods: periods, needs: needs, definition) { tally, table, books in
      tally.expectDenominator()
      let scope = books.scope
      for row in table.rows(for: reads, in: periods) {
        if let n = value(row, scope) { tally.average(row, Int128(n)) }
      }
    }
  }

  /// How many different things the rows speak of.
  public static func distinct(
    _ code: String, _ id: String, _ title: String, _ unit: String, reads: [AnyColumn], needs: [[AnyColumn]] = [],
    _ definition: String, where condition: RowCondition = .always, by numbering: RowNumbering
  ) -> Figure {
    Figure(code, id, title, .count(unit), reads: reads, needs: needs, definition) { tally, table, books in
      var occasions = MetOccasions(numbering, in: table)
      for rows in table.rows(for: reads).words(satisfying: condition, books.scope) {
        let met = occasions.meet(rows)
        tally.add(rows.narrowed(to: met.any), counting: rows.narrowed(to: met.first))
      }
    }
  }
}

extension Figure {
  /// The share of the `top` largest names of a column in the amounts of the rows that have one.
  public static func largestShare(
    _ code: String, _ id: String, _ title: String, of name: Column<Text>, weighing amount: Column<Money>, _ top: Int, reads: [AnyColumn],
    needs: [[AnyColumn]] = [], _ definition: String
  ) -> Figure {
    let asked = RowCondition.filled(name) && .filled(amount)
    return Figure(code, id, title, .percent, reads: reads, needs: needs, weighsMoney: true, definition) { tally, table, books in
      let words = Array(table.rows(for: reads).words(satisfying: asked, books.scope))
      var sums = GroupSums(.text(name), in: table)
      for rows in words {
        sums.add(rows, summing: amount)
        if tally.evidence == nil { tally.support(rows) }
      }
      let groups = sums.groups
      // Of equal sums the name decides, not the order of reading.
      let largest = groups.sorted { a, b in
        a.amount != b.amount ? a.amount > b.amount : table.lexicon.string(a.key.a) < table.lexicon.string(b.key.a)
      }.prefix(top)
      if tally.evidence != nil {
        // Only now it is known whose rows count above the line.
        for row in words.joined() {
          let counts = largest.contains { $0.key.a == row[name]?.id }
          let given = Int128(row[amount]?.amount.millionths ?? 0)
          tally.support(row, as: counts ? .numerator : .denominator, giving: counts ? given : 0, of: given)
        }
      }
      tally.set(largest.reduce(0) { $0 + $1.amount }, over: max(0, groups.reduce(0) { $0 + $1.amount }))
    }
  }
}

/// What makes two rows speak of one occasion.
public struct OccasionKey: Hashable, Sendable {
  let parts: (Int32, Int32, Int32, Int32)

  /// Creates a key from up to four numbers: days, term indices, text numbers.
  public init(_ a: Int32, _ b: Int32 = 0, _ c: Int32 = 0, _ d: Int32 = 0) { parts = (a, b, c, d) }
  public static func == (x: OccasionKey, y: OccasionKey) -> Bool { x.parts == y.parts }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(UInt32(bitPattern: parts.0)) << 32 | UInt64(UInt32(bitPattern: parts.1)))
    hasher.combine(UInt64(UInt32(bitPattern: parts.2)) << 32 | UInt64(UInt32(bitPattern: parts.3)))
  }
}
