import Documents
import LedgerKit
import Ledgers

/// What of a text names a person.
enum PersonalText {
  /// Telephone and identity numbers masked, also where people set them in groups or full-width: 138 1234 5678, １３８….
  static func masked(_ text: String) -> String {
    let narrow = narrow(text)
    return narrow != text && PersonalData.contains(grouped(narrow)) ? masked(narrow) : PersonalData.masked(grouped(text))
  }

  /// Full-width digits as half-width ones.
  private static func narrow(_ text: String) -> String {
    let isWide = { (scalar: Unicode.Scalar) in (0xFF10...0xFF19).contains(scalar.value) }
    guard text.unicodeScalars.contains(where: isWide) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isWide(scalar) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar) }
    return String(result)
  }

  /// Digits of a mobile number written in groups of 3, 4 and 4, as one run.
  private static func grouped(_ text: String) -> String {
    guard text.utf8.count >= 13 else { return text }
    var characters = Array(text)
    var i = 0
    while i + 13 <= characters.count {
      let isGap = { (c: Character) in c == " " || c == "-" || c == "—" }
      let digits = [0, 1, 2, 4, 5, 6, 7, 9, 10, 11, 12].allSatisfy { characters[i + $0].isASCII && characters[i + $0].isNumber }
      let isApart = i == 0 || !characters[i - 1].isNumber
      if digits, isApart, characters[i] == "1", isGap(characters[i + 3]), isGap(characters[i + 8]) {
        characters.remove(at: i + 8)
        characters.remove(at: i + 3)
      }
      i += 1
    }
    return String(characters)
  }
}

/// Takes from generated texts of the posted edition what names people or tells how the school is guarded.
struct Redaction {
  /// Names of three characters and more are known by themselves, those of two only before a post.
  private let names: [String]
  private static let posts = ["老师", "师傅", "主任", "园长", "校长", "同志", "保安", "厨师", "队长"]
  private static let guarding = ["盲区", "监控", "巡查路线", "巡逻", "巡更", "班次", "值班安排", "门禁", "密码", "报警", "防暴器械", "红外"]
  private static let childWords = ["幼儿", "学生", "小朋友", "同学", "孩子"]
  /// Surnames that are hardly ever the first character of another word.
  private static let surnames = Set("王李张刘陈杨赵吴周徐孙朱胡郭何罗郑梁谢宋唐许邓韩冯曹彭曾萧蔡潘袁董叶杜魏程吕丁沈姚卢姜崔钟谭陆汪范廖贾韦薛侯邹熊孟秦邱龙")

  init(_ books: Books) {
    var names = Set((books.scope.staff ?? []).map(\.name))
    if let hazards = books.table(Hazards.ledger) {
      for row in hazards.rows where Hazards.isOverdue(row, books.scope) { names.formUnion(row[Hazards.owner]?.strings ?? []) }
    }
    self.names = names.filter { (2...4).contains($0.count) }.sorted()
  }

  /// A sentence or cell of the posted edition.
  func text(_ text: String) -> String {
    guard !text.isEmpty else { return text }
    return withoutNames(text).replacing("见问题清单.csv", with: "见存档版的问题清单")
  }

  /// A cell or an item that describes something: left out where it tells how the school is guarded.
  func description(_ text: String) -> String {
    Self.guarding.contains(where: text.holds) ? "（安防内容，公示版不列）" : self.text(text)
  }

  private func withoutNames(_ text: String) -> String {
    var result = text
    for name in names where result.holds(name) {
      let short = name.prefix(1) + "某"
      if name.count > 2 {
        result = result.replacing(name, with: short)
      } else {
        for post in Self.posts { result = result.replacing(name + post, with: short + post) }
      }
    }
    return withoutChildren(result)
  }

  /// 幼儿张小明 → 幼儿某某.
  private func withoutChildren(_ text: String) -> String {
    guard Self.childWords.contains(where: text.holds) else { return text }
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if let word = Self.childWords.first(where: rest.hasPrefix), let name = Self.name(rest.dropFirst(word.count)) {
        result += word + "某某"
        rest = rest.dropFirst(word.count + name)
      } else if let name = Self.name(rest, before: Self.childWords) {
        result += "某某"
        rest = rest.dropFirst(name)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// How long a name is that a text begins with; it must end where words do.
  private static func name(_ text: Substring, before words: [String]? = nil) -> Int? {
    guard let first = text.first, surnames.contains(first) else { return nil }
    let ends: Set<Character> = ["在", "被", "于", "与", "和", "、", "，", "。", "；", "（", "）", "：", "因", "从", "摔", "受", "的", "家"]
    return [3, 2].first { length in
      guard text.count >= length else { return false }
      let rest = text.dropFirst(length)
      return words.map { $0.contains(where: rest.hasPrefix) } ?? (rest.first.map(ends.contains) ?? true)
    }
  }
}

/// Groups of people so small that one could be made out.
enum SmallGroups {
  /// Fewer are not told in the posted edition (domain §3.5).
  static let smallest = 3
  private static let heads: Set<String> = ["参加人数", "人数", "应到人数", "实到人数"]

  /// A table with small numbers of people hidden; its figures are elsewhere and stay as they are.
  static func hidden(_ table: Documents.Table) -> Documents.Table {
    var table = table
    let columns = table.columns.indices.filter { heads.contains(table.columns[$0].title) }
    for row in table.rows.indices {
      for column in columns where table.rows[row].indices.contains(column) {
        let text = table.rows[row][column].plainText
        if let n = Int(text), n > 0, n < smallest { table.rows[row][column] = [.text("少于\(smallest)")] }
      }
    }
    return table
  }
}
