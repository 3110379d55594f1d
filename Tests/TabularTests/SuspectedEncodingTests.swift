import Foundation
import TestSupport
import Testing

@testable import Tabular

@Suite("Text in another encoding that decodes as GB18030")
struct SuspectedEncodingTests {
  private static let traditional = """
    安全檢查及隱患整改記錄表
    序號,檢查日期,檢查類型,檢查部位,存在問題,整改措施,責任人,整改期限,整改情況,複查人
    1,2023/3/6,月檢查,食堂廚房,滅火器壓力不足,立即更換,吳志強,一週內,已整改,陳美玲
    2,2023/3/8,專項檢查,戶外大型玩具,螺絲鬆動,報修,林建宏,三天,整改中,黃淑芬
    3,2023/3/9,日常檢查,圖書館走廊,應急燈不亮,聯絡廠商維修,張雅婷,本月底,已完成,王俊傑

    """
  private static let japanese = """
    安全点検記録表
    番号,点検日,点検場所,点検結果,問題点,担当者,備考
    1,2023/3/6,給食室,異常なし,,山田太郎,とくになし
    2,2023/3/8,運動場の遊具,要修理,ブランコのねじがゆるんでいる,鈴木花子,業者に連絡しました
    3,2023/3/9,廊下,要交換,消火器の期限切れ,佐藤一郎,来週までに交換する

    """
  private static let korean = """
    안전점검기록표
    번호,점검일자,점검장소,점검결과,문제점,담당자,비고
    1,2023/3/6,급식실,정상,,김민수,특이사항없음
    2,2023/3/8,운동장놀이기구,수리필요,그네나사가느슨함,이영희,업체에연락하였음
    3,2023/3/9,복도,교체필요,소화기유효기간만료,박철수,다음주까지교체예정

    """

  /// The Japanese sheet in EUC-JP, as Python's codec writes it.
  private static let japaneseInEUC = """
    B0C2C1B4C5C0B8A1B5ADCFBFC9BD0AC8D6B9E62CC5C0B8A1C6FC2CC5C0B8A1BEECBDEA2CC5C0B8A1B7EBB2CC2CCCE4C2EAC5C02CC3B4C5F6BCD42CC8
    F7B9CD0A312C323032332F332F362CB5EBBFA9BCBC2CB0DBBEEFA4CAA4B72C2CBBB3C5C4C2C0CFBA2CA4C8A4AFA4CBA4CAA4B70A322C323032332F33
    2F382CB1BFC6B0BEECA4CECDB7B6F12CCDD7BDA4CDFD2CA5D6A5E9A5F3A5B3A4CEA4CDA4B8A4ACA4E6A4EBA4F3A4C7A4A4A4EB2CCEEBCCDAB2D6BBD2
    2CB6C8BCD4A4CBCFA2CDEDA4B7A4DEA4B7A4BF0A332C323032332F332F392CCFADB2BC2CCDD7B8F2B4B92CBEC3B2D0B4EFA4CEB4FCB8C2C0DAA4EC2C
    BAB4C6A3B0ECCFBA2CCDE8BDB5A4DEA4C7A4CBB8F2B4B9A4B9A4EB0A
    """

  /// Core Foundation's numbers of the encodings that Foundation has no name for, with its flag for them.
  private static let big5 = String.Encoding(rawValue: 0x8000_0A03)
  private static let eucKR = String.Encoding(rawValue: 0x8000_0940)
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  @Test(
    arguments: [
      (traditional, big5, .big5), (japanese, .shiftJIS, .shiftJIS), (korean, eucKR, .eucKR),
    ] as [(String, String.Encoding, SuspectedEncoding)])
  func suspects(text: String, encoding: String.Encoding, suspected: SuspectedEncoding) throws {
    let bytes = [UInt8](try #require(text.data(using: encoding)))
    let decoded = try #require(TextDecoder.decode(bytes))
    #expect(decoded.encoding == .gb18030)
    #expect(decoded.suspectedEncoding == suspected)
    // The same sheet in UTF-8 is what it says it is.
    #expect(try #require(TextDecoder.decode(Array(text.utf8))).suspectedEncoding == nil)
  }

  @Test("EUC-JP, which not every Foundation writes")
  func suspectsEUCJP() throws {
    let digits = Array(Self.japaneseInEUC.filter { !$0.isWhitespace })
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
    #expect(try #require(TextDecoder.decode(bytes)).suspectedEncoding == .eucJP)
  }

  @Test(
    "Chinese in GB18030 is itself",
    arguments: [
      traditional, String(repeating: "王喆,李璟,張瑄,陳堃,吴昇,龔翀,闫珺\n", count: 50), "檢查", "姓名\n王喆\n李璟\n", "の,店名\n",
      "備註：無\n", "啊阿埃挨哎唉哀皑癌蔼矮艾碍爱隘", "日语课：ありがとう、こんにちは；参加幼儿三十人，教师两人，家长志愿者五人，活动正常结束，无安全隐患\n",
    ])
  func isNotSuspected(text: String) throws {
    let bytes = [UInt8](try #require(text.data(using: Self.gb18030)))
    let decoded = try #require(TextDecoder.decode(bytes))
    #expect(decoded.encoding == .gb18030 && decoded.suspectedEncoding == nil)
  }

  private static let words =
    "安全检查 隐患 整改 记录 序号 日期 部位 问题 措施 责任人 期限 食堂 厨房 走廊 楼梯 配电房 灭火器压力不足 应急灯不亮 插座松动 地面湿滑 护栏 滑梯 已整改 整改中 正常 合格 "
    + "采购 验收 入库 大米 面粉 食用油 青菜 猪肉 牛奶 供货商 有限公司 索证 保质期 演练 消防 疏散 地震 防溺水 王建国 李秀英 张海燕 刘志强 陈美玲 杨喆 赵璟 黄瑄 周堃 吴翀 "
    + "檢查 紀錄 問題 廚房 滅火器 應急燈 報修 責任 驗收 採購 飯堂 樓梯 電燈 門鎖 備註 ，。、；：（）《》“”①②③㎡℃×√"

  @Test("Nor are ledgers and short texts of any of its words", arguments: 0..<8 as Range<UInt64>)
  func wordsAreNotSuspected(seed: UInt64) throws {
    let words = Self.words.split(separator: " ").map(String.init)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      // A text draws on some of the words only, as a sheet does.
      let vocabulary = (0..<Int.random(in: 1...40, using: &generator)).compactMap { _ in words.randomElement(using: &generator) }
      let cells = (0..<Int.random(in: 1...80, using: &generator)).compactMap { _ in vocabulary.randomElement(using: &generator) }
      let text = cells.joined(separator: ",")
      let bytes = [UInt8](try #require(text.data(using: Self.gb18030)))
      #expect(SuspectedEncoding.judge(TextBytes(bytes)) == nil, "\(text)")
    }
  }

  @Test("Nor is any text of a few characters", arguments: 0..<4 as Range<UInt64>)
  func shortTexts(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...15, using: &generator)).flatMap { _ -> [UInt8] in
        [.random(in: 0x81...0xFE, using: &generator), .random(in: 0x80...0xFE, using: &generator)]
      }
      #expect(SuspectedEncoding.judge(TextBytes(bytes)) == nil, "\(bytes)")
    }
  }
}

@Suite("UTF-16 without a byte order mark")
struct UnmarkedUTF16Tests {
  @Test(arguments: [
    "日期\t部位\t问题\r\n2023/3/6\t食堂\t无\r\n", "编号,姓名\n1,张三\n", "a,b\n1,2\n", "采购日期\t品名\t金额（元）\r\n2023年3月6日\t打印纸\t１２５.５０\r\n",
    "学校后勤采购台账，本学期\n𠮷,1",
  ])
  func isRead(text: String) throws {
    let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    for (bytes, encoding) in [(little, TextEncoding.utf16LE), (big, .utf16BE)] {
      let decoded = try #require(TextDecoder.decode(bytes))
      #expect(decoded.encoding == encoding && decoded.damage.isEmpty)
      #expect(Array(decoded.utf8) == Array(text.utf8))
      let truncated = try #require(TextDecoder.decode(bytes + [0x31]))
      #expect(truncated.encoding == encoding && truncated.damage == [text.utf8.count])
    }
  }

  @Test(
    "Doubt is no UTF-16",
    arguments: [
      [0x66, 0x00, 0x2C, 0x00],
      Array("a,b\n1,2\n".utf8) + [0, 0x31],
      [0x61, 0x00, 0x00, 0x62, 0x2C, 0x00, 0x0A, 0x00, 0x61, 0x00],
      [0x61, 0x00, 0x62, 0x00, 0x63, 0x00, 0x64, 0x00, 0x65, 0x00],
      [0x61, 0x00, 0x2C, 0x00, 0x00, 0xD8, 0x0A, 0x00, 0x61, 0x00],
      [0x01, 0x00, 0x2C, 0x00, 0x02, 0x00, 0x03, 0x00, 0x04, 0x00],
      [0x2C, 0x00, 0x00, 0xE1, 0x00, 0xE2, 0x00, 0xE3, 0x00, 0xE4],
    ] as [[UInt8]])
  func isNotRead(bytes: [UInt8]) {
    #expect(![.utf16LE, .utf16BE].contains(TextDecoder.decode(bytes)?.encoding))
  }
}
