import Tabular
import Testing

/// RFC 4180 rule by rule, and the ways in which the Pollock benchmark (Vitagliano et al., VLDB 2023) spoils a file.
/// Expectations are worked out by hand.
@Suite("Well-formed and polluted files")
struct PollutionTests {
  private static let table = [["date", "place", "note"], ["1", "hall", "ok"], ["2", "gate", "a,b"]]

  @Test(arguments: [
    SheetCase("1: records on lines ended by CRLF", "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    SheetCase("2: the last line end may lack", "aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
    SheetCase("3: a header is a record", "name,name\r\naaa,bbb\r\n", [["name", "name"], ["aaa", "bbb"]]),
    SheetCase("4: blanks belong to cells", "aaa , bbb,\tccc\r\n", [["aaa ", " bbb", "\tccc"]]),
    SheetCase("5: any cell may be in quotes", "\"aaa\",\"bbb\",ccc\r\n", [["aaa", "bbb", "ccc"]]),
    SheetCase(
      "6: line ends and commas in quotes", "\"aaa\",\"b\r\nb,b\",\"ccc\"\r\nzzz,yyy,xxx",
      [["aaa", "b\r\nb,b", "ccc"], ["zzz", "yyy", "xxx"]]),
    SheetCase("7: quotes in quotes are doubled", "\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
  ])
  func rfc4180(_ example: SheetCase) { example.check(dialect: nil) }

  @Test(arguments: [
    SheetCase("as it should be", "date,place,note\n1,hall,ok\n2,gate,\"a,b\"\n", table),
    SheetCase("no trailing line end", "date,place,note\n1,hall,ok\n2,gate,\"a,b\"", table),
    SheetCase("line ends LF, CRLF and CR", "date,place,note\r\n1,hall,ok\r2,gate,\"a,b\"\n", table),
    SheetCase("two line ends after each record", "a,b\n\n1,2\n\n", [["a", "b"], [""], ["1", "2"], [""]]),
    SheetCase("delimiter tab", "date\tplace\tnote\n1\thall\tok\n2\tgate\ta,b\n", table),
    SheetCase("delimiter semicolon", "date;place;note\n1;hall;ok\n2;gate;a,b\n", table),
    SheetCase("delimiter bar", "date|place|note\n1|hall|ok\n2|gate|a,b\n", table),
    SheetCase("every cell in quotes", "\"date\",\"place\",\"note\"\n\"1\",\"hall\",\"ok\"\n\"2\",\"gate\",\"a,b\"\n", table),
    SheetCase(
      "apostrophes are no quotes", "'date','place'\n'a','b'\n", [["'date'", "'place'"], ["'a'", "'b'"]]),
    SheetCase(
      "backslashes escape nothing", "a,b\n\"x\\\\\",y\\,z\n", [["a", "b"], ["x\\\\", "y\\", "z"]]),
    SheetCase("empty file", "", []),
    SheetCase("header only", "date,place,note\n", [["date", "place", "note"]]),
    SheetCase("no header", "1,hall,ok\n2,gate,\"a,b\"\n", Array(table.dropFirst())),
    SheetCase("only blanks", "  \n\t\n", [["  "], ["\t"]]),
    SheetCase("preamble", "Checks\n\ndate,place,note\n1,hall,ok\n2,gate,\"a,b\"\n", [["Checks"], [""]] + table),
    SheetCase("footer", "date,place,note\n1,hall,ok\n2,gate,\"a,b\"\nend\n", table + [["end"]]),
    SheetCase(
      "header of two rows", "people,,\nboys,girls,all\n1,2,3\n", [["people", "", ""], ["boys", "girls", "all"], ["1", "2", "3"]]),
    SheetCase(
      "header cells of several lines", "\"da\nte\",\"pl\nace\"\n1,2\n", [["da\nte", "pl\nace"], ["1", "2"]]),
    SheetCase(
      "several tables", "a,b,c\n1,2,3\n4,5,6\n\nx,y\n7,8\n",
      [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"], [""], ["x", "y"], ["7", "8"]]),
    SheetCase(
      "a separator too many", "a,b,c\n1,2,3\n4,5,6,\n7,8,9\n", [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6", ""], ["7", "8", "9"]]),
    SheetCase("a separator too few", "a,b,c\n1,2,3\n45,6\n7,8,9\n", [["a", "b", "c"], ["1", "2", "3"], ["45", "6"], ["7", "8", "9"]]),
    SheetCase(
      "a quote too many", "a,b,c\n1,\"x\"\"y\"\"\",3\n4,5,6\n", [["a", "b", "c"], ["1", "x\"y\"", "3"], ["4", "5", "6"]]),
    SheetCase(
      "an opening quote missing", "a,b,c\n1,x\",3\n4,5,6\n", [["a", "b", "c"], ["1", "x\"", "3"], ["4", "5", "6"]]),
    SheetCase(
      "a closing quote missing", "a,b,c\n1,\"x,3\n4,5,6\n", [["a", "b", "c"], ["1", "\"x", "3"], ["4", "5", "6"]], [(1, .unclosedQuote)]),
    SheetCase(
      "quotes within not doubled", "a,b,c\n1,\"x \"y\" z\",3\n", [["a", "b", "c"], ["1", "x y\" z\"", "3"]], [(1, .strayQuote)]),
    SheetCase(
      "rows of other delimiters", "a,b,c\n1,2,3\n4;5;6\n7,8,9\n", [["a", "b", "c"], ["1", "2", "3"], ["4;5;6"], ["7", "8", "9"]]),
    SheetCase(
      "a byte order mark that is not at the file's start", "a,b\n1,2\n\u{FEFF}a,b\n3,4\n",
      [["a", "b"], ["1", "2"], ["a", "b"], ["3", "4"]]),
  ])
  func pollution(_ example: SheetCase) { example.check(dialect: nil) }
}
