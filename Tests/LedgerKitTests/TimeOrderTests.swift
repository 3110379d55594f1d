import LedgerKit
import Testing

@Suite("Sentences about months and quarters stand in the order of time")
struct TimeOrderTests {
  @Test(
    "Each list is in order, whatever order it came in",
    arguments: [
      ["未找到2023年9月的月检查记录", "未找到2023年10月的月检查记录", "未找到2023年11月的月检查记录", "未找到2024年1月的月检查记录"],
      ["2023年第一季度没有防火检查记录", "2023年第二季度没有防火检查记录", "2023年第三季度没有防火检查记录", "2023年第四季度没有防火检查记录"],
      ["2023年第四季度没有防火检查记录", "2024年第一季度没有防火检查记录"],
      ["重点部位“食堂”9月、10月没有检查记录", "重点部位“食堂”10月没有检查记录"],
      ["“办公用品”预算900元", "“办公用品”预算1000元"], ["02月", "2月", "3月", "12月"], ["", "没有", "没有收到"],
    ])
  func order(_ sentences: [String]) {
    #expect(sentences.reversed().sorted(by: TimeOrder.isBefore) == sentences)
    #expect(sentences.sorted(by: TimeOrder.isBefore) == sentences)
  }
}
