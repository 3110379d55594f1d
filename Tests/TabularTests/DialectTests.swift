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
