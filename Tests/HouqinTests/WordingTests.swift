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

  @Test(
    "names are joined with 、 and 和; with 以及 where a name holds 和, 与 or 及 itself",
    arguments: [
      ([], ""), (["盘点表"], "盘点表"), (["月考核记录", "会议记录"], "月考核记录和会议记录"), (["甲", "乙", "丙"], "甲、乙和丙"),
      (["消毒记录", "体检与特殊儿童台账", "传染病登记"], "消毒记录、体检与特殊儿童台账以及传染病登记"),
    ])
  func list(names: [String], expected: String) { #expect(Wording.list(names) == expected) }
}
