import Testing

@testable import Documents

@Suite("Numbering")
struct NumberingTests {
  static let numerals = [
    (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (19, "十九"), (20, "二十"), (21, "二十一"), (30, "三十"), (99, "九十九"),
    (100, "100"),
  ]

  @Test(arguments: numerals)
  func numeral(_ number: Int, _ word: String) {
    #expect(ChineseNumeral.string(number) == word)
  }

  private func numbers(_ headings: [(Int, Heading.Style)]) -> [String] {
    Numbering.apply(to: headings.map { .heading(Heading(level: $0, style: $1, content: [])) }).compactMap {
      guard case .heading(let heading) = $0 else { return nil }
      return heading.number + "@" + heading.id
    }
  }

  @Test func levelsCountAndReset() {
    let levels = [1, 2, 2, 3, 4, 1, 2].map { ($0, Heading.Style.numbered) }
    #expect(numbers(levels) == ["一、@s1", "（一）@s1-1", "（二）@s1-2", "1.@s1-2-1", "（1）@s1-2-1-1", "二、@s2", "（一）@s2-1"])
  }

  @Test func plainHeadingsAndAppendicesDoNotCount() {
    let styles = [(1, Heading.Style.plain), (1, .numbered), (1, .plain), (1, .numbered), (1, .appendix), (2, .numbered), (1, .appendix)]
    #expect(numbers(styles) == ["@p1", "一、@s1", "@p2", "二、@s2", "附录A@appendix-a", "（一）@appendix-a-1", "附录B@appendix-b"])
  }

  @Test func skippedLevelsGetTheirOwnAnchors() {
    let ids = numbers([(1, .numbered), (3, .numbered), (2, .numbered), (3, .numbered)])
    #expect(ids == ["一、@s1", "1.@s1-0-1", "（一）@s1-1", "1.@s1-1-1"])
  }

  @Test func elevenSections() {
    let ids = numbers(Array(repeating: (1, .numbered), count: 21))
    #expect(ids[9] == "十、@s10")
    #expect(ids[10] == "十一、@s11")
    #expect(ids[20] == "二十一、@s21")
  }

  @Test func removingASectionClosesTheGap() {
    let section = { (name: String) in Block.heading(Heading(level: 1, content: [.text(name)])) }
    let numbered = Numbering.apply(to: [section("甲"), section("乙"), section("丙")])
    let shorter = Numbering.apply(to: [numbered[0], numbered[2]])
    #expect(body(MarkdownRenderer().render(document(shorter))) == "## 一、甲\n\n## 二、丙")
    #expect(Numbering.apply(to: numbered) == numbered)
  }

  @Test func onlyCaptionedTablesAreCounted() {
    let captions = ["甲", nil, "乙"].map { Block.table(Table(caption: $0, columns: [TableColumn("x")], rows: [])) }
    let labels = Numbering.apply(to: captions).map { block -> String? in
      guard case .table(let table) = block else { return nil }
      return table.label
    }
    #expect(labels == ["表1　甲", nil, "表2　乙"])
  }
}
