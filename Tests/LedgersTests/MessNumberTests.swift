import LedgerKit
import Ledgers
import Testing

/// People, sums and quantities as clerks write them, domain §5.1, 39–42, 46–53 and 96.
@Suite("Mess: numbers") struct MessNumberTests {
  private static func people(_ text: String, settings: [String] = []) -> MessCell {
    MessSheet.drills.cell("参加人数", text, settings: settings)
  }

  /// A sum in a row whose quantity and price are left empty, so that nothing has to agree with it.
  private static func amount(_ text: String) -> MessCell { MessSheet.purchases.cell("金额", text, and: ["单价": ""]) }

  private static func quantity(_ text: String) -> MessCell { MessSheet.purchases.cell("数量", text, and: ["单价": ""]) }

  private static func yuan(_ fen: Int) -> Fixed { Fixed(fen: fen) }

  @Test("case 39: a number with its unit", arguments: ["15人", "15名", "15 人次"]) func unit(_ text: String) throws {
    let cell = Self.people(text)
    #expect(try cell.value(Drills.people)?.value == 15)
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
  }

  @Test(
    "case 40: about so many",
    arguments: [("约620人", 620), ("620余人", 620), ("620多人", 620), ("近600人", 600), ("600左右", 600), ("约620多人", 620)])
  func about(text: String, expected: Int) throws {
    let cell = Self.people(text)
    #expect(try cell.value(Drills.people)?.value == expected)
    #expect(try cell.row().isApproximate(Drills.people))
    #expect(cell.told == ["GEN-009 warning"])
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["vague “\(text)” → “\(expected)”"])
  }

  @Test("case 41: parts are added up", arguments: ["幼儿580、教师46", "幼儿580人，教师46人，共626人"])
  func parts(_ text: String) throws {
    let cell = Self.people(text)
    #expect(try cell.value(Drills.people)?.value == 626)
    #expect(cell.isTold)
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["sum “\(text)” → “626”"])
  }

  @Test("case 41: 师生 is a total") func everyone() throws {
    let cell = Self.people("师生620人")
    #expect(try cell.value(Drills.people)?.value == 620)
    #expect(cell.told.allSatisfy { $0.hasSuffix("info") })
    #expect(cell.elsewhere == [])
  }

  @Test("case 41: a total that its parts contradict", arguments: ["幼儿580人，教师46人，共600人"])
  func wrongTotal(_ text: String) throws {
    let cell = Self.people(text)
    #expect(try cell.value(Drills.people) == nil)
    #expect(cell.told == ["GEN-007 error"])
    #expect(cell.elsewhere == [])
  }

  private static let key = "“全体”按在册人数计"

  @Test("case 42: everyone is no number", arguments: ["全体师生", "全园幼儿", "全校"], [[], ["“全体”按在册人数计,否", "幼儿数,580", "教职工数,46"]])
  func wholeRoll(text: String, settings: [String]) throws {
    let cell = Self.people(text, settings: settings)
    #expect(try cell.value(Drills.people) == nil)
    #expect(cell.told == ["GEN-007 error"])
    #expect(cell.elsewhere == [])
    #expect(!settings.isEmpty || cell.fix.contains(Self.key))
  }

  @Test("case 42: the roll, where the settings say so", arguments: [("全体师生", 626), ("全园幼儿", 580), ("全校", 626)])
  func answeredRoll(text: String, expected: Int) throws {
    let cell = Self.people(text, settings: ["\(Self.key),是", "幼儿数,580", "教职工数,46"])
    #expect(try cell.value(Drills.people)?.value == expected)
    #expect(cell.told == ["GEN-009 warning"])
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["roll “\(text)” → “\(expected)”"])
  }

  @Test("case 46: sums of money", arguments: ["12,000.00", "12，000", "￥12000", "12000元整", "12000.-", "12000"])
  func money(_ text: String) throws {
    let cell = Self.amount(text)
    #expect(try cell.value(Purchases.amount)?.amount == Fixed(12_000))
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
  }

  @Test("case 46: ten thousands", arguments: ["1.2万元", "1.2万"]) func tenThousands(_ text: String) throws {
    let cell = Self.amount(text)
    #expect(try cell.value(Purchases.amount)?.amount == Fixed(12_000))
    #expect(cell.told == ["GEN-022 info"])
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["unit “\(text)” → “12000”"])
  }

  @Test("case 46: a comma in the wrong place") func grouping() throws {
    let cell = Self.amount("¥1,2000")
    #expect(try cell.value(Purchases.amount)?.amount == Fixed(12_000))
    #expect(cell.told == ["GEN-007 warning"])
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["trimmed “¥1,2000” → “12000”"])
  }

  @Test("case 47: capitals, and jiao and fen", arguments: [("壹仟贰佰元整", 120_000, "capitals", "1200"), ("12元5角", 1250, "unit", "12.5")])
  func capitals(text: String, fen: Int, repair: String, plain: String) throws {
    let cell = Self.amount(text)
    #expect(try cell.value(Purchases.amount)?.amount == Self.yuan(fen))
    #expect(cell.told == ["GEN-022 info"])
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["\(repair) “\(text)” → “\(plain)”"])
  }

  @Test("case 47: 1千2 is no number") func halfWorded() throws {
    let cell = Self.amount("1千2")
    #expect(try cell.value(Purchases.amount) == nil)
    #expect(cell.told == ["GEN-007 error"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 48: a price for a unit", arguments: ["12.5元/斤", "12.5/斤"]) func unitPrice(_ text: String) throws {
    let cell = MessSheet.purchases.cell("单价", text, and: ["单位": "斤", "金额": "125"])
    #expect(try cell.value(Purchases.price)?.amount == Self.yuan(1250))
    #expect(cell.isTold)
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["trimmed “\(text)” → “12.5”"])
  }

  @Test("case 48: of another unit than the row's") func otherUnitPrice() throws {
    let cell = MessSheet.purchases.cell("单价", "12.5元/斤", and: ["单位": "公斤", "金额": "125"])
    #expect(try cell.value(Purchases.price)?.amount == Self.yuan(1250))
    #expect(cell.told == ["GEN-015 warning"])
    #expect(cell.elsewhere == [])
  }

  @Test(
    "case 49: the first number counts",
    arguments: [("3箱(36瓶)", 6, "trimmed", "3"), ("半箱", 1, "capitals", "0.5"), ("一批", 2, "capitals", "1"), ("1套（5件）", 2, "trimmed", "1")])
  func quantity(text: String, halves: Int, repair: String, plain: String) throws {
    let cell = Self.quantity(text)
    #expect(try cell.value(Purchases.qty)?.amount == Fixed(millionths: Int64(halves) * Fixed.scale / 2))
    #expect(cell.isTold)
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["\(repair) “\(text)” → “\(plain)”"])
  }

  @Test("case 49: a number with a unit of its own") func bigPacks() throws {
    let cell = Self.quantity("2大包")
    #expect(try cell.value(Purchases.qty)?.amount == Fixed(2))
    #expect(cell.told.allSatisfy { $0.hasSuffix("info") })
    #expect(cell.elsewhere == [])
  }

  @Test("cases 49 and 50: no number, and sums that nobody evaluates", arguments: ["若干", "20+5", "10*2"])
  func noQuantity(_ text: String) throws {
    let cell = Self.quantity(text)
    #expect(try cell.value(Purchases.qty) == nil)
    #expect(cell.told == ["GEN-007 error"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 49: boxes under a header of bottles (GEN-015)") func boxes() throws {
    let cell = MessSheet.purchases.renaming("数量", "数量（瓶）").cell("数量（瓶）", "3箱(36瓶)", and: ["单价": ""])
    #expect(try cell.value(Purchases.qty) == nil)
    #expect(cell.told == ["GEN-015 error"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 51: halves", arguments: ["0.5", "½"]) func half(_ text: String) throws {
    let cell = Self.quantity(text)
    #expect(try cell.value(Purchases.qty)?.amount == Fixed(millionths: 500_000))
    #expect(cell.told == [])
    #expect(cell.elsewhere == [])
  }

  @Test("case 52: money that came back", arguments: ["－50.00", "(50.00)", "-50"]) func credit(_ text: String) throws {
    let cell = MessSheet.purchases.cell("金额", text, and: ["数量": "-1", "单价": "50", "备注": "退货"])
    #expect(try cell.value(Purchases.amount)?.amount == Fixed(-50))
    #expect(cell.told.allSatisfy { $0.hasSuffix("info") })
    #expect(cell.elsewhere == [])
    #expect(try cell.mess.summary().value("ST-PUR-01") == "450.00")
  }

  @Test("case 52: a negative sum that nobody explains (GEN-010)", arguments: ["－50.00", "(50.00)", "-50"])
  func negative(_ text: String) throws {
    let cell = MessSheet.purchases.cell("金额", text, and: ["数量": "1", "单价": ""])
    #expect(try cell.value(Purchases.amount) == nil)
    #expect(cell.told == ["GEN-010 error"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 53: full-width digits") func fullWidth() throws {
    let count = Self.people("１５")
    #expect(try count.value(Drills.people)?.value == 15)
    #expect(count.told == ["GEN-020 info"] && count.elsewhere == [])
    #expect(count.repairs == ["width “１５” → “15”"])
    let share = MessSheet.drills.adding("参与率", "98%", "98%").cell("参与率", "１２．５％")
    #expect(try share.value(Drills.rate)?.amount == Fixed(millionths: 12_500_000))
    #expect(share.told == ["GEN-020 info"] && share.elsewhere == [])
  }

  /// Half-width for parsing only: what is printed stays as typed (domain §5.0, 1).
  @Test("case 53: in a text") func fullWidthText() throws {
    let cell = MessSheet.inspections.cell("检查部位", "３＃楼")
    #expect(try cell.value(Inspections.area)?.string == "３＃楼")
    #expect(cell.told == ["GEN-020 info"])
    #expect(cell.elsewhere == [])
  }

  @Test("case 96: words about tax", arguments: ["1200含税", "1200元（含税）", "不含税1200"]) func tax(_ text: String) throws {
    let cell = Self.amount(text)
    #expect(try cell.value(Purchases.amount)?.amount == Fixed(1200))
    #expect(cell.told == ["GEN-007 warning"])
    #expect(cell.elsewhere == [])
    #expect(cell.repairs == ["trimmed “\(text)” → “1200”"])
  }
}
