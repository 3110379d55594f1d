import Testing

@testable import Houqin

@Suite("Several statements as one") struct WordingTests {
  @Test(
    "what differs is listed",
    arguments: [
      (["未找到2023年4月的月检查记录"], "未找到2023年4月的月检查记录"),
      (["未找到2023年2月的月检查记录", "未找到2023年4月的月检查记录", "未找到2023年5月的月检查记录"], "未找到2023年2、4、5月的月检查记录"),
      (["2023年1月没有演练", "2023年11月没有演练"], "2023年1、11月没有演练"),
      (["2023年12月没有演练", "2024年1月没有演练"], "2023年12、2024年1月没有演练"),
      (["没有收到物品采购台账", "没有收到应急演练记录"], "没有收到物品采购台账、应急演练记录"),
    ])
  func merged(statements: [String], expected: String) { #expect(Wording.merged(statements) == expected) }
}
