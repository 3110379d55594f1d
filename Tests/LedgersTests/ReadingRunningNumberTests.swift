import LedgerKit
import Testing

@testable import Houqin

/// 编号 may be a running number (domain §1.1, seq): then it is no reference, and two sheets that both count 1, 2, 3 are not linked by it.
@Suite("Running numbers") struct ReadingRunningNumberTests {
  private static let hazards = """
    编号,发现日期,隐患部位,隐患描述,整改责任人,整改期限,整改完成日期,整改情况
    %1,2023-05-10,一楼走廊,应急灯不亮,吴建平,2023-05-15,2023-05-12,已整改
    %2,2023-05-11,操场,井盖松动,吴建平,2023-05-15,2023-05-12,已整改

    """
  private static let inspections = """
    编号,检查日期,检查类型,检查部位,检查人,检查结果,存在问题
    %1,2023-03-06,月检查,大厅,王建国、李秀英,存在隐患,大厅地砖松动
    %2,2023-03-06,月检查,走廊,王建国、李秀英,正常,

    """

  @Test("1, 2, 3 links nothing; real references do", arguments: [(["1", "2"], 1), (["AQ07", "AQ11"], 0)])
  func references(numbers: [String], unlinked: Int) {
    let folder = WorkFolderInMemory(("安全检查记录.csv", numbered(Self.inspections, numbers)), ("隐患整改台账.csv", numbered(Self.hazards, numbers)))
    #expect(folder.examination().findings.filter { $0.rule == "X-001" }.count == unlinked)
  }

  @Test("rows that differ only in their running number are copies")
  func copies() throws {
    let text = "编号,检查日期,检查类型,检查部位,检查人,检查结果\n1,2023-03-06,月检查,大门,王建国、李秀英,正常\n2,2023-03-06,月检查,大门,王建国、李秀英,正常\n"
    let folder = WorkFolderInMemory(("安全检查记录.csv", text))
    #expect(folder.examination().findings.map(\.rule).filter { $0 == "GEN-101" }.count == 1)
    #expect(try folder.figures().value("ST-INS-02") == "1")
  }

  private func numbered(_ text: String, _ numbers: [String]) -> String {
    numbers.enumerated().reduce(text) { $0.replacing("%\($1.offset + 1)", with: $1.element) }
  }
}
