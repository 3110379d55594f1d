import LedgerKit
import Testing

@Suite("Numbers of people, domain §5.1 (39–42)")
struct CountCellTests {
  @Test(
    "case 39, 41: people",
    arguments: [
      ("15", 15), ("15人", 15), ("15名", 15), ("15 人次", 15), ("１５人", 15), ("师生620人", 620), ("幼儿580、教师46", 626),
      ("幼儿580人，教师46人，共626人", 626), ("共626人，幼儿580人，教师46人", 626), ("幼儿580人，教师46人，共有626人", 626), ("幼儿580 教师46 合计：626", 626),
      ("1,200", 1200), ("1,200人", 1200), ("幼儿1,180人、教师46人", 1226), ("15.0", 15), ("0", 0), ("-5", -5),
    ] as [(String, Int64)])
  func people(text: String, number: Int64) {
    #expect(read(Count.self, text) == .value(number))
  }

  @Test(
    "case 41: numbers in brackets break down the number before them",
    arguments: [
      ("15人（男8、女7）", 15), ("师生626人（幼儿580、教师46）", 626), ("共626人（幼儿580人，教师46人）", 626), ("15人（其中家长3人）", 15), ("15人，其中家长3人", 15),
      ("幼儿580（大班200、中班190、小班190）、教师46", 626), ("620人（全园）", 620),
    ] as [(String, Int64)])
  func breakdown(text: String, number: Int64) {
    #expect(read(Count.self, text) == .value(number))
  }

  @Test(
    "Numbers of classes and grades are no people",
    arguments: [("大1班30人", 30), ("三（3）班45人", 45), ("3个班90人", 90), ("2019级3班45人", 45), ("一班31人、二班29人", 60)] as [(String, Int64)])
  func classes(text: String, number: Int64) {
    #expect(read(Count.self, text) == .value(number))
  }

  @Test(
    "case 40: approximate numbers are used and marked (GEN-009)",
    arguments: ["约620人", "620余人", "620多人", "近620人", "620左右", "620人左右", "大约620人", "师生约620人", "620人以上", "约620多人", "在园幼儿约620多人"])
  func approximate(text: String) {
    #expect(read(Count.self, text) == .noted(620, .approximate))
  }

  @Test(
    "case 42: everyone is the roll, if the settings say so",
    arguments: [("全体师生", 626), ("全园幼儿", 580), ("全校", 626), ("全体教职工", 46)])
  func everyone(text: String, people: Int) {
    #expect(read(Count.self, text) == .unusable(.undecided(.wholeRoll)))
    let frame = ReadingFrame(children: 580, staff: 46, answers: ["“全体”按在册人数计": "是"])
    var context = ReadingContext(lexicon: Lexicon(), frame: frame)
    let bytes = Array(text.utf8)
    #expect(Count.read(bytes.span, &context) == .noted(Int64(people), .fromRoll(people)))
  }

  @Test(
    "case 41: contradictions and words are not numbers",
    arguments: [
      "幼儿580人，教师46人，共627人", "共626人（幼儿580人，教师45人）", "15人（男8、女8）", "15人（其中家长30人）", "15.5", "15/20", "95%",
      "20+5", "15-20人", "15~20人", "15至20人", "3个班", "九十九", "99999999999", "10*2", "",
    ])
  func unreadable(text: String) {
    #expect(read(Count.self, text) == .unreadableNumber)
  }
}
