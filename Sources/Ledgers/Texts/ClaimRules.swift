import LedgerKit

/// RPT-001…003: what the passages claim, beside what the ledgers show; domain §2.5.
enum ClaimRules {
  static let all: [Rule] = [numbers, lists, absolutes]

  private static let numbers = Rule(
    "RPT-001", "文字与数据不符", .error, .data, citation: .logic,
    rationale: "自己写的文字里的次数、处数、比率和班级数，与台账算出来的不一样，总结会自相矛盾。说到上学期、计划和目标的不比。",
    triggers: [text("↓本学期共组织应急演练4次，秩序良好。"), text("安全工作平稳。\n↓隐患整改率达100%。"), text("↓共开设15个班级。")],
    passes: [
      text("本学期共组织应急演练1次。"), text("上学期组织演练4次。"), text("下学期计划组织演练4次。"), text("隐患整改率为50%。"), text("共开设17个班级。"), text("组织演练约4次。"),
      text("其中全园演练3次。"), text("还有3处没有完成整改。"),
    ],
    check: .texts { texts, books in
      offenses(texts) { sentence in
        Claims.difference(sentence, books).map {
          ("写的是“\($0.told)”，\($0.source)\($0.what)为\($0.computed)", "请核对：文字写错的请改正，\($0.remedy)")
        }
      }
    })

  private static let lists = Rule(
    "RPT-002", "列举项与总数不符", .warning, .data, citation: .logic, rationale: "写着“几次（甲、乙、丙）”，列出来的却多了或少了，看的人会问漏了哪一项。写有“等”“其中”的不比。",
    triggers: [text("↓开展了4次活动（消防、地震、防暴）。"), text("↓共有17个班（大班6个、中班8个、小班4个）。")],
    passes: [
      text("开展了3次活动（学生寝室火灾逃生疏散演练、地震应急演练和反恐防暴演练）。"), text("共有17个班（大班6个、中班8个、小班3个）。"), text("开展了4次活动（消防、地震等）。"), text("开展了3次活动（全园）。"),
    ],
    check: .texts { texts, _ in
      offenses(texts) { sentence in
        Enumeration.all(in: sentence).first { !$0.agrees }.map {
          ("写的是\($0.total)\($0.unit)，括号里\($0.isSummed ? "相加是" : "列了")\($0.counts.upperBound)\($0.isSummed ? $0.unit : "项")", "请核对总数和列举的各项。")
        }
      }
    })

  private static let absolutes = Rule(
    "RPT-003", "绝对化表述无依据", .error, .compliance, citation: .own("总结用语"),
    rationale: "“无任何事故”“百分之百”“暂无隐患”这样的话，要有完整的台账证明；没有台账，不等于没有发生。",
    triggers: [text("↓本学期未发生一起安全事故。"), text("↓入园体检率百分之百。"), text("↓目前，园内暂无安全隐患。"), text("↓确保了校园无食物中毒事件。")],
    passes: [text("本学期登记的隐患都已指定责任人。"), text("力争全年无安全事故。"), text("应急演练参与率和以前一样高。"), text("隐患整改率还没有达到100%。")],
    check: .texts { texts, books in
      offenses(texts) { sentence in
        Claims.unsupported(sentence, books).map { ("写有“\($0.claim)”，\($0.why)", "请改写成台账能证明的事实，或补交台账。") }
      }
    })

  /// One offense a line for what is wrong with its sentences.
  static func offenses(_ texts: [WrittenText], judge: (String) -> (message: String, fix: String)?) -> [Offense] {
    texts.flatMap { text in
      text.sentences.compactMap { sentence in
        judge(sentence.text).map { fault in
          Offense(file: text.file, record: sentence.line, value: shortened(sentence.raw), fault.message, fix: fault.fix)
        }
      }
    }
  }

  private static func shortened(_ sentence: String) -> String { sentence.count > 40 ? sentence.prefix(40) + "…" : sentence }

  private static func text(_ words: String) -> Example {
    Example(
      ("设置.csv", "项目,内容\n单位名称,春芽幼儿园\n学年,2022-2023\n学期,第二学期\n统计截止日,2023-06-30\n班级数,17\n"),
      ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"),
      (
        "隐患整改台账.csv",
        "发现日期,隐患部位,隐患描述,整改责任人,整改期限,整改完成日期,整改情况\n2023-03-10,走廊,应急灯不亮,吴建平,2023-03-15,2023-03-12,已整改\n2023-04-10,围墙,墙皮脱落,吴建平,2023-07-15,,整改中\n"
      ),
      ("文字/安全工作.md", words + "\n"))
  }
}

/// A total with the items it is made of: 4次（消防、地震、防暴）.
struct Enumeration {
  let total: Int
  let unit: String
  /// How many items there are, at least and at most (和 may join two or belong to one); the sum of their numbers where each has one.
  let counts: ClosedRange<Int>
  let isSummed: Bool
  /// Whether the total is right.
  var agrees: Bool { counts.contains(total) }

  /// Every enumeration of a sentence. 等 and 其中 say that it is not complete.
  static func all(in sentence: String) -> [Enumeration] {
    SpokenNumber.all(in: sentence).compactMap { number in
      guard let total = number.whole, !number.isApproximate, total > 1,
        let unit = ["次", "项", "个", "种", "类", "场", "方面"].first(where: number.after.hasPrefix)
      else { return nil }
      let tail = number.after.dropFirst(unit.count)
      guard let open = tail.firstIndex(where: { "（(".contains($0) }), tail[..<open].count <= 12,
        !tail[..<open].contains(where: { "，,、".contains($0) }), let close = tail[open...].firstIndex(where: { "）)".contains($0) })
      else { return nil }
      return read(String(tail[tail.index(after: open)..<close]), total: total, unit: unit)
    }
  }

  private static func read(_ list: String, total: Int, unit: String) -> Enumeration? {
    guard !["等", "其中", "例如", "包括但", "主要"].contains(where: list.holds) else { return nil }
    let parts = list.split { "、，,".contains($0) }.map(String.init)
    let joined = parts.flatMap { part in part.split(separator: "和").flatMap { $0.split(separator: "及") } }
    guard joined.count > 1 else { return nil }
    let numbers = parts.map { SpokenNumber.all(in: $0).filter { $0.after.hasPrefix(unit) || $0.after.isEmpty } }
    if numbers.allSatisfy({ $0.count == 1 }) {
      let sum = numbers.reduce(0) { $0 + ($1.first?.whole ?? 0) }
      return Enumeration(total: total, unit: unit, counts: sum...sum, isSummed: true)
    }
    return numbers.allSatisfy(\.isEmpty)
      ? Enumeration(total: total, unit: unit, counts: min(parts.count, joined.count)...joined.count, isSummed: false) : nil
  }
}
