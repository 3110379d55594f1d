import LedgerKit

/// HAZ-101…103: hazards entered twice, hazards that come back, and the balance of the term; domain §2.4.
enum HazardRepeatRules {
  private typealias H = Hazards

  static let all: [Rule] = [repeated, recurring, balance]

  private static let repeated = Rule(
    "HAZ-101", "疑似同一隐患重复登记", .warning, .data, ledger: "hazards", citation: .sheet,
    rationale: "部位相同、描述相近，又都没有销号或前后相差不到七天，多半是同一处隐患登记了两次；两行都计入，请核对。",
    onlyTells: true,
    triggers: [sheet("2023-03-06,走廊,用电,走廊应急灯不亮,吴建平,2023-07-15,,整改中\n2023-03-09,走廊,用电,↓走廊应急灯不亮（二楼）,吴建平,2023-07-15,,整改中")],
    passes: [
      sheet("2023-03-06,走廊,用电,走廊应急灯不亮,吴建平,2023-03-15,2023-03-07,已整改\n2023-05-09,走廊,用电,走廊应急灯不亮,吴建平,2023-05-15,2023-05-10,已整改"),
      sheet("2023-03-06,走廊,用电,走廊应急灯不亮,吴建平,2023-07-15,,整改中\n2023-03-09,大厅,用电,大厅应急灯不亮,吴建平,2023-07-15,,整改中"),
    ],
    check: .table { table, scope in
      var known = KnownHazards()
      return table.rows(for: [H.foundOn, H.area, H.desc], in: [.inTerm, .carriedOver]).compactMap { row -> Offense? in
        guard let day = row[H.foundOn], let area = row[H.area], let desc = row[H.desc] else { return nil }
        let isOpen = !row.isUnusable(H.status) && !H.isClosed(row, scope)
        guard let other = known.match(row, day: day, area: area, desc: desc, isOpen: isOpen) else { return nil }
        return Offense(row, at: H.desc, "与\(other.place(from: row))的隐患部位相同、描述相近", fix: "是同一处的请删去一行；确是两处的，请写明各自的位置。")
      }
    })

  private static let times = Parameter("HAZ-102", "次数", 3, "次")

  private static let recurring = Rule(
    "HAZ-102", "反复出现的隐患", .info, .hint, ledger: "hazards", citation: .own("隐患排查"),
    rationale: "同一部位、同一类隐患一学期里多次出现，可能没有找到根子；可以写进总结的存在问题。", parameters: [times],
    triggers: [
      sheet(
        "2023-03-06,走廊,用电,东侧灯不亮,吴建平,2023-03-08,2023-03-07,已整改\n2023-04-06,走廊,用电,西侧开关损坏,吴建平,2023-04-08,2023-04-07,已整改\n2023-05-08,↓走廊,用电,插座松动,吴建平,2023-05-10,2023-05-09,已整改"
      )
    ],
    passes: [
      sheet("2023-03-06,走廊,用电,东侧灯不亮,吴建平,2023-03-08,2023-03-07,已整改\n2023-04-06,走廊,用电,西侧开关损坏,吴建平,2023-04-08,2023-04-07,已整改")
    ],
    check: .table { table, scope in
      let groups = table.rows(for: [H.foundOn, H.area, H.category]).grouped { row in
        guard let area = row[H.area], let category = row.stored(H.category) else { return nil }
        return OccasionKey(area.id, Int32(truncatingIfNeeded: category))
      }
      let least = max(2, scope.whole(times))
      return groups.indices.filter { groups.count(of: $0) >= least }.compactMap { group -> Offense? in
        let rows = groups[group]
        // The days and, below them, the places of the rows. Several at once are one occasion: only what comes back on other days counts.
        let order = rows.map { Int($0[H.foundOn]?.number ?? scope.asOf.number) << 32 | $0.index }.sorted()
        let again = zip(order, order.dropFirst()).count { $0 >> 32 != $1 >> 32 }
        guard again + 1 >= least, let last = order.last.map({ table.row($0 & 0xFFFF_FFFF) }), let area = last[H.area],
          let category = last[H.category]
        else { return nil }
        return Offense(
          last, at: H.area, "“\(area.string)”的\(category.rawValue)隐患本学期出现\(rows.count)次（\(RowList.text(rows))）",
          fix: "建议核对原因，能一并解决的列入维修计划。")
      }
    })

  private static let balance = Rule(
    "HAZ-103", "期初期末不平", .error, .data, ledger: "hazards", citation: .logic,
    rationale: "上期遗留加本期新增减已整改，应等于期末在册；不相等的，多半是遗留清单不全。只在设置写明“上期遗留隐患数”时核对。",
    onlyTells: true,
    triggers: [
      Example(("设置.csv", settings(2)), ("上学期遗留隐患.csv", header + "2022-12-05,围墙,周边环境,电线垂落,吴建平,2023-03-15,2023-03-08,已整改\n"))
    ],
    passes: [
      Example(("设置.csv", settings(1)), ("上学期遗留隐患.csv", header + "2022-12-05,围墙,周边环境,电线垂落,吴建平,2023-03-15,2023-03-08,已整改\n"))
    ],
    check: .table { table, scope in
      guard let opening = scope.profile.carriedHazards else { return [] }
      // New less closed is the same on both sides: the balance holds if, and only if, the carried-over rows are as many as stated.
      let carried = table.rows(for: [H.foundOn], in: [.carriedOver]).reduce(0) { count, _ in count + 1 }
      guard opening != carried else { return [] }
      return [
        Offense(
          nil, "设置写明上期遗留隐患\(opening)处，台账里结转的有\(carried)处：期初加新增减已整改，不等于期末在册", fix: "请核对上学期遗留隐患的清单是否齐全，或更正设置.csv的“上期遗留隐患数”。")
      ]
    })

  private static let header = "发现日期,隐患部位,隐患类别,隐患描述,整改责任人,整改期限,整改完成日期,整改情况\n"

  private static func sheet(_ rows: String) -> Example { .sheet("隐患整改台账.csv", header + rows + "\n") }

  private static func settings(_ carried: Int) -> String {
    "项目,内容\n单位名称,春芽幼儿园\n学年,2022-2023\n学期,第二学期\n统计截止日,2023-06-30\n上期遗留隐患数,\(carried)\n"
  }
}

/// The hazards met so far, by place: a new one is compared with a few, never with all.
private struct KnownHazards {
  private struct Entry {
    let row: Row
    let day: Day
    let words: Similarity.Folded
    let isOpen: Bool

    /// Both still open, or found within days of each other, and described alike.
    func isLike(_ other: Entry) -> Bool {
      let isNear = (isOpen && other.isOpen) || abs(day.days(since: other.day)) <= KnownHazards.days
      return isNear && words.isAtLeast(KnownHazards.similarity, to: other.words)
    }
  }

  /// Those of each place, in the order they were met.
  private var entries: [[Entry]] = []
  /// The places by their canonical names, and by the texts that were met for them.
  private var byName: [String: Int] = [:]
  private var byText: [Int32: Int] = [:]
  private var words: [Int32: Similarity.Folded] = [:]
  private static let nearest = 40
  private static let days = 7
  private static let similarity = 80

  /// A hazard met before that is probably the same; the new one is remembered.
  mutating func match(_ row: Row, day: Day, area: Text, desc: Text, isOpen: Bool) -> Row? {
    let place = byText[area.id] ?? addPlace(area)
    let new = Entry(row: row, day: day, words: words[desc.id] ?? addWords(desc), isOpen: isOpen)
    let known = match(new, at: place)
    entries[place].append(new)
    return known
  }

  private func match(_ new: Entry, at place: Int) -> Row? { entries[place].suffix(Self.nearest).first(where: new.isLike)?.row }

  private mutating func addPlace(_ area: Text) -> Int {
    let name = AreaNames.canonical(area.string)
    let place = byName[name] ?? entries.count
    if place == entries.count { entries.append([]) }
    byName[name] = place
    byText[area.id] = place
    return place
  }

  private mutating func addWords(_ desc: Text) -> Similarity.Folded {
    let folded = Similarity.Folded(desc.string)
    words[desc.id] = folded
    return folded
  }
}
