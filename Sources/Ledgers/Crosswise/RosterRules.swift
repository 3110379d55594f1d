import LedgerKit

/// GEN-105 and X-010: the people named in the ledgers beside those of 花名册; domain §2.4 and §2.5.
enum RosterRules {
  static let all: [Rule] = [variant, stranger]

  private static let variant = Rule(
    "GEN-105", "人名写法不一致", .info, .data, citation: .sheet,
    rationale: "同一个人写成几种样子（王主任、王建囯、小王），按人统计、核对签名都会出错。对照花名册判断，没有花名册的对照台账里的全名；不改原文。",
    onlyTells: true,
    triggers: [
      folder("2023-03-17,消防,560,↓王主任"), folder("2023-03-17,消防,560,↓王建囯"), folder("2023-03-17,消防,560,↓建国"),
      sheet("2023-03-17,消防,560,王建国\n2023-04-14,地震,560,↓小王"), sheet("2023-03-17,消防,560,王建国\n2023-04-14,地震,560,↓建国"),
    ],
    passes: [
      folder("2023-03-17,消防,560,王建国"), sheet("2023-03-17,消防,560,王主任"), sheet("2023-03-17,消防,560,王建国\n2023-04-14,地震,560,王建军"),
      sheet("2023-03-17,消防,560,王建国\n2023-04-14,地震,560,王秀英\n2023-05-12,消防,560,小王"),
    ],
    check: .books { books in
      Roster.meetings(in: books).compactMap { meeting in
        guard case .variant(let name) = meeting.fault else { return nil }
        if books.scope.hasNoStaff {
          return Offense(
            meeting.row, at: meeting.column, "“\(meeting.written)”与台账里的“\(name)”可能是同一个人\(meeting.more)",
            fix: "是同一个人的请统一写全名“\(name)”；不是的也请写出全名。")
        }
        return Offense(
          meeting.row, at: meeting.column, "“\(meeting.written)”多半是花名册里的“\(name)”\(meeting.more)", fix: "请统一写全名“\(name)”；确是另一个人的请补进花名册。")
      }
    })

  private static let stranger = Rule(
    "X-010", "经办人不在花名册", .warning, .data, citation: .sheet, rationale: "台账里的经办人、验收人、检查人应是本单位的人员；不在花名册的，名字可能写错，或花名册没有更新。",
    onlyTells: true,
    triggers: [folder("2023-03-17,消防,560,↓小刘"), folder("2023-03-17,消防,560,↓赵海燕")],
    passes: [folder("2023-03-17,消防,560,王建国"), folder("2023-03-17,消防,560,安全领导小组"), folder("2023-03-17,消防,560,区消防救援大队")],
    check: .books { books in
      if books.scope.hasNoStaff { return [] }
      return Roster.meetings(in: books).compactMap { meeting in
        switch meeting.fault {
        case .unknown:
          Offense(meeting.row, at: meeting.column, "“\(meeting.written)”不在花名册里\(meeting.more)", fix: "请核对姓名，写全名；新来的人员请补进花名册。")
        case .notInPost:
          Offense(meeting.row, at: meeting.column, "按花名册，“\(meeting.written)”当天不在岗\(meeting.more)", fix: "请核对日期和姓名，或更正花名册的在岗起止。")
        case .variant: nil
        }
      }
    })

  private static func sheet(_ row: String) -> Example { .sheet("应急演练记录.csv", "演练日期,演练类型,参加人数,总指挥\n\(row)\n") }

  private static func folder(_ row: String) -> Example {
    Example(
      ("花名册.csv", "姓名,岗位,在岗起,在岗止\n王建国,后勤主任,,\n李秀英,采购员,,\n赵海燕,保管员,2020-09-01,2023-01-31\n"),
      ("应急演练记录.csv", "演练日期,演练类型,参加人数,总指挥\n\(row)\n"))
  }
}

/// The staff, found by names as they are written.
struct Roster {
  /// What is odd about a name.
  enum Fault: Hashable { case unknown, notInPost, variant(of: String) }

  /// A name with its fault, at the first row it was met.
  struct Meeting {
    let row: Row
    let column: AnyColumn
    let written: String
    let fault: Fault
    var count: Int
    /// （共3行）
    var more: String { count > 1 ? "（共\(count)行）" : "" }
  }

  private var people: [String: [Scope.Person]] = [:]
  /// The full names by their text with one character left open.
  private var nearly: [String: Set<String>] = [:]
  private var bySurname: [Character: [String]] = [:]
  /// The full names of three characters by the last two.
  private var byGivenName: [String: [String]] = [:]
  /// Whether the full names in the ledgers stand in for a list of the staff.
  private let isOfLedgers: Bool
  private static let titles = [
    "园长", "校长", "主任", "老师", "师傅", "医生", "会计", "出纳", "组长", "队长", "书记", "厨师", "班长", "处长", "科长", "阿姨",
  ]

  init(_ staff: [Scope.Person], isOfLedgers: Bool = false) {
    self.isOfLedgers = isOfLedgers
    for person in staff {
      people[person.name, default: []].append(person)
      for key in Self.open(person.name) { nearly[key, default: []].insert(person.name) }
      if let surname = person.name.first, !(bySurname[surname] ?? []).contains(person.name) {
        bySurname[surname, default: []].append(person.name)
        if person.name.count == 3 { byGivenName[String(person.name.dropFirst()), default: []].append(person.name) }
      }
    }
  }

  /// What is odd about a name on a day; nil in order, or where it is no person's name.
  func fault(of written: String, on day: Day?) -> Fault? {
    let name = Folding.compact(written)
    if let found = people[name] {
      guard let day else { return nil }
      return found.contains { $0.isInPost(on: day) } ? nil : .notInPost
    }
    if let surname = Self.titled(name) {
      let namesakes = bySurname[surname] ?? []
      return namesakes.count == 1 ? namesakes.first.map { .variant(of: $0) } : namesakes.isEmpty ? .unknown : nil
    }
    guard Self.mayBeName(name) else { return nil }
    if let full = shortened(name) { return .variant(of: full) }
    // Without a list of the staff, 王建军 beside 王建国 is somebody else.
    if isOfLedgers { return nil }
    let near = Self.open(name).reduce(into: Set<String>()) { $0.formUnion(nearly[$1] ?? []) }
    if name.count >= 3, near.count == 1, let only = near.first { return .variant(of: only) }
    return .unknown
  }

  private static let titleEndings = Set(titles.compactMap(\.unicodeScalars.last))

  /// The surname in 王主任, 李老师.
  private static func titled(_ name: String) -> Character? {
    // Most names end with no title's character, and are not compared with any.
    guard let ending = name.unicodeScalars.last, titleEndings.contains(ending) else { return nil }
    guard let title = titles.first(where: name.hasSuffix), let surname = name.first, name.count == title.count + 1,
      !"副总正大中小各级本班".contains(surname)
    else { return nil }
    return surname
  }

  /// The only full name that 小王, 老王 or 建国 can stand for (domain §5.1, 57).
  private func shortened(_ name: String) -> String? {
    guard name.count == 2, let first = name.first, let last = name.last else { return nil }
    let full = Self.familiar.contains(first) ? bySurname[last] ?? [] : byGivenName[name] ?? []
    return full.count == 1 ? full.first : nil
  }

  private static let familiar: Set<Character> = ["小", "老", "阿"]

  /// 王建国 as □建国, 王□国, 王建□.
  private static func open(_ name: String) -> [String] {
    let letters = Array(name)
    return letters.indices.map { i in String(letters[..<i]) + "□" + String(letters[(i + 1)...]) }
  }

  /// Two to four Chinese characters that do not name a class, a post or a company.
  private static func mayBeName(_ name: String) -> Bool {
    let letters = name.unicodeScalars
    guard let ending = letters.last, (2...4).contains(letters.count), !groupEndings.contains(ending) else { return false }
    return letters.allSatisfy(\.properties.isIdeographic) && !groupWords.isIn(name)
  }

  private static let groupEndings = Set("班级局所司店厂队园校会员师生方人长大社家组部处科室任".unicodeScalars)
  private static let groupWords: WordList = [
    "食堂", "保安", "门卫", "教师", "家长", "安全", "后勤", "保健", "行政", "值班", "维保", "大班", "中班", "小班",
  ]

  /// Every odd name in a column of persons, once a ledger, column and fault.
  static func meetings(in books: Books) -> [Meeting] {
    let signed = books.all.filter { $0.ledger.role == .record }.flatMap { table in
      table.ledger.columns.compactMap { $0 as? Column<Persons> }
        .filter { !$0.isOfOthers && table.mayHaveFilled($0) }
        .map { (column: $0, table: table) }
    }
    guard let roster = roster(of: books, signed) else { return [] }
    return signed.flatMap { roster.meetings(of: $0.column, in: $0.table, books.scope) }
  }

  /// The staff; without a list of them the full names in the ledgers, where a shorter one is there too.
  private static func roster(of books: Books, _ signed: [(column: Column<Persons>, table: Table)]) -> Roster? {
    if !books.scope.hasNoStaff { return books.scope.staff.map { Roster($0) } }
    let names = names(in: signed, books.scope)
    let plain = names.filter(isFullName)
    let givenNames = Set(plain.filter { $0.count == 3 }.map { String($0.dropFirst()) })
    let full = plain.filter { $0.count > 2 || !givenNames.contains($0) }
    if full.count == names.count { return nil }
    return Roster(full.sorted().map { Scope.Person(name: $0) }, isOfLedgers: true)
  }

  private static func isFullName(_ name: String) -> Bool {
    mayBeName(name) && titled(name) == nil && !(name.count == 2 && name.first.map(familiar.contains) ?? false)
  }

  /// Each name of some columns once. Names, and sets of names, are told apart by their numbers; only new ones are looked at as texts.
  private static func names(in signed: [(column: Column<Persons>, table: Table)], _ scope: Scope) -> Set<String> {
    var names = Set<String>(minimumCapacity: 256)
    var seen: [ObjectIdentifier: Set<Int32>] = [:]
    for (column, table) in signed {
      let lexicon = table.lexicon
      for stored in table.rows(for: [column]).distinct(column, where: isOwn(in: table), scope) {
        for name in Persons(stored: stored, in: lexicon).names
        where seen[ObjectIdentifier(lexicon), default: []].insert(name).inserted {
          names.insert(Folding.compact(lexicon.string(name)))
        }
      }
    }
    return names
  }

  private func meetings(of column: Column<Persons>, in table: Table, _ scope: Scope) -> [Meeting] {
    struct Key: Hashable {
      let name: Int32
      let fault: Fault
    }
    var places: [Key: Int] = [:]
    var found: [Meeting] = []
    var inOrder = [Bool](repeating: false, count: table.lexicon.count)
    let isOwn = Self.isOwn(in: table)
    for row in table.rows(for: [column]).words(satisfying: isOwn, scope).joined() {
      guard let persons = row[column], !inOrder[Int(persons.id)] else { continue }
      let day = row.date
      var isInOrder = true
      for name in persons.names {
        let written = table.lexicon.string(name)
        guard let fault = fault(of: written, on: day) else {
          if (people[Folding.compact(written)] ?? []).contains(where: { $0.from != nil || $0.to != nil }) { isInOrder = false }
          continue
        }
        isInOrder = false
        let key = Key(name: name, fault: fault)
        if let place = places[key] {
          found[place].count += 1
        } else {
          places[key] = found.count
          found.append(Meeting(row: row, column: column, written: written, fault: fault, count: 1))
        }
      }
      if isInOrder { inOrder[Int(persons.id)] = true }
    }
    return found
  }

  /// The rows that the school's own people sign: inspections by superiors or parents are signed by people of other places, and problem
  /// rows of a combined sheet are known as inspections.
  private static func isOwn(in table: Table) -> RowCondition {
    let isOfLedger = !RowCondition.isDerived
    return table.ledger.id == Inspections.ledger.id ? isOfLedger && !Inspections.isOfKind(.superior, .parents, .hunt) : isOfLedger
  }
}

extension Scope {
  /// Whether no list of the staff was handed in.
  fileprivate var hasNoStaff: Bool { staff?.isEmpty ?? true }
}

extension Column<Persons> {
  /// Whether it names people of other places.
  fileprivate var isOfOthers: Bool { self === FoodReceipts.deliverer }
}
