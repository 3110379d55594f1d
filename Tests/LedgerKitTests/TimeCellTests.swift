import LedgerKit
import Testing

@Suite("Durations, domain §5.1 (43, 44)")
struct SecondsCellTests {
  @Test(
    "case 43",
    arguments: [
      ("3分20秒", 200), ("3′20″", 200), ("3'20\"", 200), ("3'20''", 200), ("3:20", 200), ("03:20", 200), ("00:03:20", 200), ("200秒", 200),
      ("200s", 200), ("3.5分钟", 210), ("3分", 180), ("3分钟", 180), ("3分半", 210), ("３分２０秒", 200), ("3 分 20 秒", 200), ("3：20", 200),
      ("1小时20分", 4800), ("45秒", 45), ("45″", 45), ("3′", 180), ("1:00:00", 3600), ("0.5分钟", 30), ("2分5秒", 125),
    ] as [(String, Int64)])
  func worded(text: String, seconds: Int64) {
    #expect(read(Seconds.self, text) == .value(seconds))
  }

  @Test("Approximate durations are used and marked", arguments: ["约3分钟", "3分钟左右", "大约3分"])
  func approximate(text: String) {
    #expect(read(Seconds.self, text) == .noted(180, .approximate))
  }

  @Test(
    "case 44: a bare number has the header's unit",
    arguments: [("3", "分钟", 180), ("200", "秒", 200), ("3.5", "分", 210), ("198.6", "秒", 199), ("3分20秒", "秒", 200), ("3:20", "分", 200)]
      as [(String, String, Int64)])
  func headerUnit(text: String, unit: String, seconds: Int64) {
    #expect(read(Seconds.self, text, unit: unit) == .value(seconds))
  }

  @Test("case 44: without a unit nobody can tell (DRL-001)", arguments: ["3", "200", "3.5"]) func bare(text: String) {
    #expect(read(Seconds.self, text) == .unusable(.durationUnclear))
  }

  @Test(
    "What is no length of time",
    arguments: [
      "很快", "3分20秒5", "3:75", "3:20:99", ":20", "3:", "-3:20", "999999999999999999:20", "99999999999999分", "20秒3分",
    ])
  func unreadable(text: String) {
    #expect(read(Seconds.self, text) == .unreadableNumber)
  }

  @Test("case 43: an upper bound is used as such", arguments: [("2分钟以内", 120), ("不超过3分钟", 180)])
  func upperBound(text: String, seconds: Int64) {
    var context = ReadingContext(lexicon: Lexicon())
    let bytes = Array(text.utf8)
    #expect(Seconds.read(bytes.span, &context) == .noted(seconds, .upperBound))
    #expect(context.precision == .atMost)
  }
}

@Suite("Times of day, domain §5.1 (45)")
struct TimeOfDayCellTests {
  @Test(
    "case 45: of a range the beginning, in minutes after midnight",
    arguments: [
      ("9:30-9:50", 570), ("上午9点半到10点", 570), ("9：30—9：50", 570), ("下午2:30", 870), ("下午2点半", 870), ("14:30", 870), ("09:30:00", 570),
      ("7点", 420), ("7点30分", 450), ("7时30分", 450), ("中午12:10", 730), ("中午1点", 780), ("下午12:30", 750), ("晚上8点", 1200), ("0:05", 5),
      ("23:59", 1439), ("7.30", 450),
    ] as [(String, Int64)])
  func beginning(text: String, minutes: Int64) {
    #expect(read(TimeOfDay.self, text) == .value(minutes))
  }

  @Test(arguments: ["24:00", "9:60", "上午", "930", "2023-03-06", "第一节课", "9"])
  func unreadable(text: String) {
    #expect(read(TimeOfDay.self, text) == .unreadableDate)
  }
}
