import LedgerKit
import Ledgers
import Testing

@testable import Houqin

@Suite("Inspection figures, small cases")
struct InspectionFigureTests {
  private static func sheet(_ rows: String...) -> (String, String) {
    ("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果,存在问题\n" + rows.joined(separator: "\n") + "\n")
  }

  @Test("An inspection of many places is one inspection; 次 is not 点次") func occasion() throws {
    let summary = try WorkFolderInMemory(
      Self.sheet(
        "2023-03-06,月检查,食堂,王建国、李秀英,正常,无", "2023-03-06,月检查,大门,李秀英，王建国,正常,无", "2023-03-06,月检查,寝室,王建国 李秀英,正常,无",
        "2023-03-06,专项检查（消防）,寝室,王建国、李秀英,正常,无", "2023-03-07,月检查,寝室,王建国、李秀英,正常,无", "2023-03-07,日常检查,寝室,王建国,正常,无")
    ).figures()
    #expect(summary.value("ST-INS-01") == "3")
    #expect(summary.value("ST-INS-01.daily") == "1")
    #expect(summary.value("ST-INS-02") == "6")
    #expect(summary.value("ST-INS-03.monthly") == "2")
    #expect(summary.value("ST-INS-03.special") == "1")
    #expect(summary.groups("ST-INS-03") == ["月检查 2", "日常检查 1", "专项检查 1"] || summary.groups("ST-INS-03") == ["月检查 2", "专项检查 1", "日常检查 1"])
    #expect(summary.groups("ST-INS-03.topic") == ["消防 1"])
  }

  @Test("Places and months in the order of their names, what is none in particular last") func placesAndMonths() throws {
    let summary = try WorkFolderInMemory(
      Self.sheet(
        "2023-04-06,月检查,食堂,王建国、李秀英,正常,无", "2023-03-06,月检查,食堂,王建国、李秀英,正常,无", "2023-03-07,月检查,其他,王建国、李秀英,正常,无",
        "2023-05-08,月检查,大门,王建国、李秀英,正常,无", "2023-03-08,月检查,食堂,王建国、李秀英,正常,无")
    ).figures()
    #expect(summary.groups("ST-INS-06") == ["大门｜2023-05 1", "食堂｜2023-03 2", "食堂｜2023-04 1", "其他｜2023-03 1"])
    #expect(summary.groups("ST-INS-03.month") == ["2023-03｜月检查 3", "2023-04｜月检查 1", "2023-05｜月检查 1"])
  }

  @Test("Two special inspections of one day by the same people, on different topics, are two") func topics() throws {
    let summary = try WorkFolderInMemory(
      Self.sheet("2023-03-06,专项检查（消防）,走廊,王建国、李秀英,正常,无", "2023-03-06,专项检查（燃气）,食堂,王建国、李秀英,正常,无")
    ).figures()
    #expect(summary.value("ST-INS-01") == "2")
  }

  @Test("Rows without a conclusion, and 未检, are in no rate") func conclusions() throws {
    let summary = try WorkFolderInMemory(
      Self.sheet(
        "2023-03-06,月检查,食堂,王建国、李秀英,存在隐患,地面湿滑", "2023-03-06,月检查,大门,王建国、李秀英,正常,无", "2023-03-06,月检查,寝室,王建国、李秀英,未检,",
        "2023-03-06,月检查,走廊,王建国、李秀英,正常,灯不亮")
    ).figures()
    // The last row contradicts itself (INS-003): a point that was inspected, of no known conclusion.
    #expect(summary.fraction("ST-INS-07") == "1/2 = 50.0")
    #expect(summary.value("ST-INS-02") == "4")
    #expect(summary.rows("ST-INS-07") == [2, 1])
  }

  @Test("A row without its inspector is not an inspected point (INS-001)") func incomplete() throws {
    let summary = try WorkFolderInMemory(Self.sheet("2023-03-06,月检查,食堂,王建国、李秀英,正常,无", "2023-03-07,月检查,大门,,正常,无")).figures()
    #expect(summary.value("ST-INS-02") == "1")
    #expect(summary.rows("ST-INS-02") == [1, 1])
  }

  @Test("Months with a monthly inspection, of the months with ten school days") func months() throws {
    let folder = WorkFolderInMemory(
      Self.sheet("2023-03-06,月检查,食堂,王建国、李秀英,正常,无", "2023-03-20,月检查,食堂,王建国、李秀英,正常,无", "2023-05-08,月检查,食堂,王建国、李秀英,正常,无"))
    // Monday to Friday: every month from February to June has more than ten days.
    let summary = try folder.figures()
    #expect(summary.fraction("ST-INS-04.rate") == "2/5 = 40.0")
    #expect(summary.value("ST-INS-04") == "2")
    // Until 7 June there were five school days in June: it is not judged yet (domain §0.5, 14).
    let earlier = try folder.figures(asOf: day(2023, 6, 7))
    #expect(earlier.fraction("ST-INS-04.rate") == "2/4 = 50.0")
  }

  @Test("Without a list of areas there is no coverage, only a count") func areas() throws {
    let rows = Self.sheet("2023-03-06,月检查,食堂,王建国、李秀英,正常,无", "2023-03-06,月检查,厨房,王建国、李秀英,正常,无", "2023-03-06,月检查,午睡室,王建国、李秀英,正常,无")
    let without = try WorkFolderInMemory(rows).figures()
    #expect(without.figure("ST-INS-05")?.value == nil)
    #expect(without.value("ST-INS-05.count") == "3")
    let with = try WorkFolderInMemory(rows, ("检查区域.csv", "检查区域,是否重点\n食堂,是\n寝室,\n配电房,是\n")).figures()
    #expect(with.fraction("ST-INS-05") == "2/3 = 66.7")
  }
}
