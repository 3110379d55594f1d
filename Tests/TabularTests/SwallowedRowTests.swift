import Tabular
import Testing

@Suite("A stray quote does not swallow the rows below it")
struct SwallowedRowTests {
  private static let header = "序号,部位,结果,检查人\n"
  private static let headerCells = ["序号", "部位", "结果", "检查人"]

  @Test(arguments: [
    SheetCase(
      "the next quote opens a cell far below", "\(header)1,\"食堂,正常,王某\n2,走廊,正常,李某\n3,大门,\"灯坏,已换\",吴某\n",
      [headerCells, ["1", "\"食堂", "正常", "王某"], ["2", "走廊", "正常", "李某"], ["3", "大门", "灯坏,已换", "吴某"]],
      [(1, .unclosedQuote)]),
    SheetCase(
      "the next quote ends a cell far below", "\(header)1,\"食堂,正常,王某\n2,走廊,正常,李某\n3,大门,正常,屏25\"\n4,厨房,正常,吴某\n",
      [headerCells, ["1", "\"食堂", "正常", "王某"], ["2", "走廊", "正常", "李某"], ["3", "大门", "正常", "屏25\""], ["4", "厨房", "正常", "吴某"]],
      [(1, .unclosedQuote)]),
    SheetCase(
      "the next quote ends a cell of the next line", "\(header)1,\"食堂,正常,王某\n2,走廊,灯25\",李某\n3,大门,正常,吴某\n",
      [headerCells, ["1", "\"食堂", "正常", "王某"], ["2", "走廊", "灯25\"", "李某"], ["3", "大门", "正常", "吴某"]],
      [(1, .unclosedQuote)]),
    SheetCase(
      "the next quote opens a cell that begins with a comma", "\(header)1,\"食堂,正常,王某\n2,走廊,正常,李某\n3,\",坏\",正常,吴某,\n",
      [headerCells, ["1", "\"食堂", "正常", "王某"], ["2", "走廊", "正常", "李某"], ["3", ",坏", "正常", "吴某", ""]],
      [(1, .unclosedQuote)]),
    SheetCase(
      "blank and short lines are among the swallowed", "\(header)1,食堂,正常,\"王某\n\n2,走廊,正常,李某\n注：略\n3,大门,正常,吴某\n4,屏25\",正常,李某\n",
      [
        headerCells, ["1", "食堂", "正常", "\"王某"], [""], ["2", "走廊", "正常", "李某"], ["注：略"], ["3", "大门", "正常", "吴某"],
        ["4", "屏25\"", "正常", "李某"],
      ],
      [(1, .unclosedQuote)]),
    SheetCase(
      "empty cells in quotes are among the swallowed", "\(header)1,\"食堂,正常,王某\n2,\"\",正常,李某\n3,大门,正常,屏25\"\n",
      [headerCells, ["1", "\"食堂", "正常", "王某"], ["2", "", "正常", "李某"], ["3", "大门", "正常", "屏25\""]],
      [(1, .unclosedQuote)]),
    SheetCase(
      "two of them", "\(header)1,\"食堂,正常,王某\n2,走廊,正常,李某\n3,大门,正常,\"吴某\n4,走廊,正常,李某\n",
      [headerCells, ["1", "\"食堂", "正常", "王某"], ["2", "走廊", "正常", "李某"], ["3", "大门", "正常", "\"吴某"], ["4", "走廊", "正常", "李某"]],
      [(1, .unclosedQuote), (3, .unclosedQuote)]),
    SheetCase(
      "after a cell of several lines", "\(header)1,\"食堂\n厨房\",\"正常,王某\n2,走廊,正常,李某\n3,屏25\",正常,吴某\n",
      [headerCells, ["1", "食堂\n厨房", "\"正常", "王某"], ["2", "走廊", "正常", "李某"], ["3", "屏25\"", "正常", "吴某"]],
      [(1, .unclosedQuote)]),
    SheetCase(
      "lines end in CR", "序号,部位,结果,检查人\r1,\"食堂,正常,王某\r2,走廊,正常,李某\r3,大门,正常,屏25\"\r",
      [headerCells, ["1", "\"食堂", "正常", "王某"], ["2", "走廊", "正常", "李某"], ["3", "大门", "正常", "屏25\""]],
      [(1, .unclosedQuote)]),
  ])
  func recovers(_ example: SheetCase) { example.check() }

  @Test(arguments: [
    SheetCase(
      "a numbered list", "\(header)1,\"1.灭火器压力不足\n2.应急灯不亮\",异常,王某\n2,走廊,正常,李某\n",
      [headerCells, ["1", "1.灭火器压力不足\n2.应急灯不亮", "异常", "王某"], ["2", "走廊", "正常", "李某"]]),
    SheetCase(
      "lines with commas", "\(header)1,\"a,b\nc,d,e\nf\",异常,王某\n", [headerCells, ["1", "a,b\nc,d,e\nf", "异常", "王某"]]),
    SheetCase(
      "lines that look like rows, in a row of the usual width", "\(header)1,\"a\n2,走廊,正常,李某\n3,大门,正常,吴某\nb\",异常,王某\n",
      [headerCells, ["1", "a\n2,走廊,正常,李某\n3,大门,正常,吴某\nb", "异常", "王某"]]),
    SheetCase(
      "in a row that is too short", "\(header)1,\"a\nb,c\nd\",异常\n", [headerCells, ["1", "a\nb,c\nd", "异常"]]),
    SheetCase(
      "in a row that is too long", "\(header)1,\"a,b\nc,d\ne\",异常,王某,多余\n", [headerCells, ["1", "a,b\nc,d\ne", "异常", "王某", "多余"]]),
    SheetCase(
      "fewer rows than other lines", "\(header)\"说明\n1,2,3,4\n甲\n乙\n\"\n", [headerCells, ["说明\n1,2,3,4\n甲\n乙\n"]]),
    SheetCase(
      "two such cells in a row", "\(header)1,\"a\n2,走廊,正常,李某\nb\",\"c\nd\",王某\n",
      [headerCells, ["1", "a\n2,走廊,正常,李某\nb", "c\nd", "王某"]]),
    SheetCase(
      "a sheet of two columns", "项目,内容\n说明,\"a\n甲,乙\n丙,丁\nb\",c\n", [["项目", "内容"], ["说明", "a\n甲,乙\n丙,丁\nb", "c"]]),
  ])
  func believesCellsOfSeveralLines(_ example: SheetCase) { example.check() }

  @Test("One stray quote in any cell of any row costs that row alone", arguments: (0..<40).filter { $0 % 5 < 3 })
  func anyCell(row: Int) {
    let rows = (0..<40).map { ["\($0)", $0 % 5 == 4 ? "屏25\"" : "食堂", $0 % 10 == 8 ? "灯坏,\n已换\"新\"" : "正常", "王某", ""] }
    // Rows 4, 9, … have a quote that ends a cell; if it stands in the same row as the stray one or the next, nothing tells
    // whether the two belong together. Nor if both stand in one column: the record then has its five cells.
    for cell in [0, 2, 3, 4] where !rows[row][cell].contains("\"") {
      var lines = rows.map { $0.map { $0.contains("\n") ? CSVWriter.field($0) : $0 } }
      lines[row][cell] = "\"" + lines[row][cell]
      let sheet = Sheet(DecodedText(lines.map { $0.joined(separator: ",") + "\n" }.joined()), dialect: .comma)
      // What the damaged row itself becomes is a guess; it is reported, and the rows around it are as they were.
      #expect(Array(sheet.rows.prefix(row)) == Array(rows.prefix(row)), "cell \(cell)")
      #expect(Array(sheet.rows.suffix(39 - row)) == Array(rows.suffix(39 - row)), "cell \(cell)")
      #expect(sheet.anomalies.map(\.record) == [row], "cell \(cell)")
    }
  }
}
