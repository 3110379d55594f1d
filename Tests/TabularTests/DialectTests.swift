import Tabular
import Testing

@Suite("Delimiters")
struct DialectTests {
  @Test(
    arguments: [
      ("", .comma),
      ("名称\n食堂\n", .comma),
      ("a,b\n1,2\n", .comma),
      ("a\tb\n1\t2\n", .tab),
      ("a;b\n1;2\n", .semicolon),
      ("a;b\n1,5;2,5\n3,5;4,5\n", .semicolon),
      ("a,b;c\n1,2;3\n", .comma),
      ("a,b;c;d\n1,2;3;4\n", .semicolon),
      ("a,b\n1,2;3;4\n5,6;7;8\n", .comma),
      ("\n;;;\na,b\n1,2\n", .comma),
      ("编号,成员\n1,甲;乙;丙\n2,丁\n3,戊;己\n", .comma),
      ("\"x;y;z\",b\n\"u;v;w\",d\n", .comma),
      ("\"x,y\";b\n\"u,v\";d\n", .semicolon),
      ("\"a\tb\nc\td\",1\n", .comma),
      ("\n\n  \na;b\n1;2\n", .semicolon),
      ("某校食堂采购台账\n\n编号\t品名\t数量\n1\t大米\t5\n2\t油,盐\t3\n", .tab),
    ] as [(String, Dialect)])
  func sniffs(text: String, dialect: Dialect) {
    #expect(Sheet(DecodedText(text)).dialect == dialect)
  }

  private static let data = (1...40).map { "\($0);甲\($0 % 3 == 0 ? ",乙" : "");1,5;丙" }.joined(separator: "\n")

  @Test(
    "Titles, notes and footers do not decide",
    arguments: [
      ("某校台账\n单位：元, 2023年, 春, 第2册\n制表人：王某\n", ""), ("", "\n注：a,b,c\n审核人：李某,王某\n"), ("a,b,c,d\na,b,c,d\n\n\n;;;\n", "\n合计,,,\n"),
    ])
  func preambles(title: String, footer: String) {
    let sheet = Sheet(DecodedText(title + Self.data + footer))
    #expect(sheet.dialect == .semicolon)
    #expect(sheet.suspectedDelimiter == nil)
  }

  @Test("A bar divides where nothing else does")
  func bars() {
    #expect(Sheet(DecodedText("a|b\n1|2\n")).rows == [["a", "b"], ["1", "2"]])
    #expect(Sheet(DecodedText("编号,成员\n1,甲|乙|丙\n2,丁|戊\n")).dialect == .comma)
  }

  @Test(
    "Full-width characters between cells are suspected, and stay text",
    arguments: [
      ("日期，部位，问题\n3月6日，食堂，无\n3月7日，走廊，灯坏\n", "，"), ("项目，内容\n学年，2022\n学期，第二学期\n", "，"),
      ("检查记录\n制表人：王某\n日期；部位；问题\n3月6日；食堂；无\n3月7日；走廊；灯坏\n", "；"), ("日期｜部位｜问题\n3月6日｜食堂｜无,略\n3月7日｜走廊｜灯坏\n", "｜"),
    ] as [(String, Character)])
  func fullWidthDelimiters(text: String, delimiter: Character) {
    let sheet = Sheet(DecodedText(text))
    #expect(sheet.suspectedDelimiter == delimiter)
    #expect(sheet.rows[0].count == 1)
  }

  @Test(
    "Full-width commas in cells are none of that",
    arguments: [
      "日期,问题\n3月6日,灯坏，已换\n3月7日,门坏，已修\n", "说明\n请先看，再填，最后交\n每月一次\n如有问题，请找后勤处\n", "日期，部位，问题\n", "",
      "日期\t甲，乙，丙\n3月6日\t丁，戊，己\n",
    ])
  func proseIsNotSuspected(text: String) {
    #expect(Sheet(DecodedText(text)).suspectedDelimiter == nil)
  }

  @Test(arguments: [
    "sep=;\na;b,c\n", "SEP=;\r\na;b,c\r\n", "\"sep=;\"\na;b,c", "\u{FEFF}Sep=;\ra;b,c", "\u{FEFF}\"sep=;\"\r\na;b,c",
  ])
  func separatorLine(text: String) {
    let sheet = Sheet(DecodedText(text))
    #expect(sheet.dialect == .semicolon)
    #expect(sheet.rows == [["a", "b,c"]])
  }

  @Test(arguments: [("sep=|\na|b\n", UInt8(ascii: "|")), ("sep=\t\na\tb\n", UInt8(ascii: "\t")), ("sep=,\na,b\n", UInt8(ascii: ","))])
  func otherSeparators(text: String, delimiter: UInt8) {
    let sheet = Sheet(DecodedText(text))
    #expect(sheet.dialect == Dialect(delimiter: delimiter))
    #expect(sheet.rows == [["a", "b"]])
  }

  @Test("A separator line is no record even where the dialect is given")
  func givenDialect() {
    let sheet = Sheet(DecodedText("sep=;\na,b\n"), dialect: .comma)
    #expect(sheet.rows == [["a", "b"]])
    #expect(Sheet(DecodedText("sep=;")).recordCount == 0)
  }

  @Test(
    "Lines that name no separator are records", arguments: ["sep=\na,b\n", "sep=x\na,b\n", "sep=;;\na,b\n", "sep\na,b\n", "sep=\"\na,b\n"])
  func noSeparatorLine(text: String) {
    #expect(Sheet(DecodedText(text), dialect: .comma).recordCount == 2)
  }

  @Test(arguments: [Dialect.tab, .semicolon])
  func quotedDelimiters(dialect: Dialect) {
    let delimiter = Character(Unicode.Scalar(dialect.delimiter))
    let sheet = Sheet(DecodedText("\"a\(delimiter)b\"\(delimiter)c,d\n"), dialect: dialect)
    #expect(sheet.rows == [["a\(delimiter)b", "c,d"]])
  }
}
