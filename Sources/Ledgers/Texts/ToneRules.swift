import LedgerKit

/// RPT-004…006: plans left in a summary, other terms, and the numbering of headings; domain §2.5.
enum ToneRules {
  static let all: [Rule] = [plans, otherTerm, headings]

  private static let plans = Rule(
    "RPT-004", "计划语气残留", .warning, .data, citation: .sheet, rationale: "总结写的是已经做了的事。写着“4月份将开展……”，多半是从计划里抄来没有改。",
    triggers: [text("↓4月份我们将开展食品安全宣传活动。")], passes: [text("4月份开展了食品安全宣传活动。"), text("9月份我们将开展新学期的培训。"), text("下一步，我们将继续努力。")],
    check: .texts { texts, books in
      ClaimRules.offenses(texts) { sentence in
        guard let word = ["将开展", "将组织", "我们将", "将举行", "将进行"].first(where: sentence.holds) else { return nil }
        let passed = Months.all(in: sentence).filter { month in
          books.scope.window.months.contains { $0.month == month && $0 <= books.scope.asOf.month }
        }
        guard let month = passed.first else { return nil }
        return ("\(month)月已经过去，还写着“\(word)”", "做了的请改成“开展了……”；没有做的请删去或如实说明。")
      }
    })

  private static let otherTerm = Rule(
    "RPT-005", "学期外内容", .warning, .data, citation: .sheet, rationale: "第二学期的总结里写重阳节、国庆节，第一学期的写六一、端午，多半是沿用了以前的文字。",
    triggers: [text("↓重阳节我们慰问了退休教师。"), text("↓10月份进行了全园消毒。")],
    passes: [text("六一前检查了大型玩具。"), text("上学期10月份换了灶具。"), text("2022年11月发现的隐患已整改。"), text("暑期和9月开学前重点维修围墙。")],
    check: .texts { texts, books in
      let scope = books.scope
      let festivals =
        scope.semester.term == .second
        ? ["重阳", "国庆", "中秋", "教师节", "冬至", "腊八", "119消防"] : ["六一", "端午", "清明", "五一", "劳动节", "植树节", "妇女节", "三八", "世界读书日"]
      let months = Set(scope.window.months.map(\.month))
      return ClaimRules.offenses(texts) { sentence in
        guard !Claims.speaksOfOtherTimes(sentence), !["暑", "寒假", "将", "明年", "开学前", "学年"].contains(where: sentence.holds) else {
          return nil
        }
        if let festival = festivals.first(where: sentence.holds) {
          return ("“\(festival)”不在本学期（\(scope.semester.title)）", "不是本学期的内容请删去；确要写的请注明时间。")
        }
        guard let month = Months.all(in: sentence).first(where: { !months.contains($0) }) else { return nil }
        return ("\(month)月不在本学期（\(scope.semester.title)）", "不是本学期的内容请删去；确要写的请注明年份。")
      }
    })

  private static let headings = Rule(
    "RPT-006", "序号体系混乱", .info, .data, citation: .sheet, rationale: "标题的序号断了、重了，或“（二）”后面接“（3）”，多半是拼接文字时没有改。",
    triggers: [text("（一）开好会\n（二）查隐患\n↓（3）抓整改"), text("一、开好会\n二、查隐患\n↓二、抓整改"), text("一、开好会\n↓三、抓整改")],
    passes: [text("一、开好会\n（一）早通知\n（二）有记录\n二、查隐患\n（一）每月查"), text("1. 开好会\n2. 2023年3月查隐患\n3. 抓整改"), text("开好会，查隐患。")],
    check: .texts { texts, _ in
      texts.flatMap { text -> [Offense] in
        var sequence = HeadingSequence()
        return text.lines.enumerated().compactMap { number, line in
          guard let fault = sequence.fault(of: line) else { return nil }
          return Offense(file: text.file, record: number, value: String(line.prefix(20)), fault, fix: "请理顺序号：一、（一）1.（1）逐级使用，不跳号。")
        }
      }
    })

  private static func text(_ words: String) -> Example {
    Example(("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"), ("文字/安全工作.md", words + "\n"))
  }
}

/// Months a sentence names without a year.
enum Months {
  static func all(in sentence: String) -> [Int] {
    var result: [Int] = []
    let letters = Array(sentence)
    for (i, c) in letters.enumerated() where c == "月" {
      let digits = letters[..<i].reversed().prefix { $0.isASCII && $0.isNumber }
      guard (1...2).contains(digits.count), let month = Int(String(digits.reversed())), (1...12).contains(month) else { continue }
      // 2022年11月 says which; 3个月 and 第3月龄 are none.
      let before = letters[..<(i - digits.count)].last
      if before == "年" || before == "." || before == "-" || before == "第" { continue }
      result.append(month)
    }
    return result
  }
}

/// Headings met so far, level by level.
struct HeadingSequence {
  private enum Style: Int { case plain, bracketed, arabic, bracketedArabic }
  private var last: [Style: Int] = [:]

  /// What is wrong with a line's number as a heading; nil where it is none, or in order.
  mutating func fault(of line: String) -> String? {
    guard let (style, number, mark) = Self.heading(line) else { return nil }
    defer {
      last[style] = number
      // What stands below a heading begins anew.
      for lower in last.keys where lower.rawValue > style.rawValue { last[lower] = nil }
    }
    guard let before = last[style] else { return number == 1 ? nil : "标题从“\(mark)”开始，前面没有同样写法的序号" }
    if number == before + 1 || number == 1 { return nil }
    return number == before ? "序号“\(mark)”重复" : "序号“\(mark)”接不上前面的第\(before)个"
  }

  private static func heading(_ line: String) -> (Style, Int, String)? {
    let text = Folding.trimmed(line).drop { $0 == "#" || $0 == "*" || $0 == " " }
    if text.hasPrefix("(") {
      guard let close = text.firstIndex(of: ")"), let number = number(text[text.index(after: text.startIndex)..<close]) else { return nil }
      let mark = String(text[...close])
      return (number.isChinese ? .bracketed : .bracketedArabic, number.value, mark)
    }
    let head = text.prefix { $0.isASCII && $0.isNumber || "一二三四五六七八九十".contains($0) }
    guard let number = number(head), let sign = text[head.endIndex...].first, "、.".contains(sign),
      number.isChinese == (sign == "、") || sign == "、"
    else { return nil }
    let rest = text[head.endIndex...].dropFirst()
    // 1.5米 is no heading.
    if rest.first?.isNumber ?? true { return nil }
    return (number.isChinese ? .plain : .arabic, number.value, head + String(sign))
  }

  private static func number(_ text: Substring) -> (value: Int, isChinese: Bool)? {
    if let value = Int(text), text.count <= 2 { return (value, false) }
    let digits: [Character: Int] = ["一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9]
    guard !text.isEmpty, text.count <= 3, text.allSatisfy({ digits[$0] != nil || $0 == "十" }) else { return nil }
    if let ten = text.firstIndex(of: "十") {
      let tens = text[..<ten].first.flatMap { digits[$0] } ?? 1
      return (tens * 10 + (text[text.index(after: ten)...].first.flatMap { digits[$0] } ?? 0), true)
    }
    return text.count == 1 ? text.first.flatMap { digits[$0] }.map { ($0, true) } : nil
  }
}
