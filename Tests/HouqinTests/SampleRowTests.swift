import Testing

@testable import Houqin

/// Rows of the samples' files by class, counted by an independent reader. `used` and `excluded` follow from what was planted: the second
/// copy of a purchase (GEN-101), a delivery of January (GEN-005) and one of 30 February (GEN-002) are used by no figure; sheets that are
/// not ledgers of this version are not used at all.
enum SampleRowTable {
  struct Line: Sendable, CustomTestStringConvertible {
    let sample: Sample
    let file: String
    let ledger: String?
    let encoding: String
    let delimiter: String
    /// physical, title, header, total, note, blank, data, used, excluded
    let rows: [Int]

    var testDescription: String { file }
  }

  static let lines = kindergarten + school

  private static let kindergarten = [
    line(.kindergarten, "设置.csv", "profile", "UTF-8-BOM", ",", [22, 0, 1, 0, 0, 0, 21, 21, 0]),
    line(.kindergarten, "校历.csv", "calendar", "UTF-8-BOM", ",", [146, 0, 1, 0, 0, 0, 145, 145, 0]),
    line(.kindergarten, "检查区域.csv", "areas", "UTF-8-BOM", ",", [22, 0, 1, 0, 0, 0, 21, 21, 0]),
    line(.kindergarten, "花名册.csv", "staff", "UTF-8-BOM", ",", [24, 0, 1, 0, 0, 0, 23, 23, 0]),
    line(.kindergarten, "供应商名录.csv", "suppliers", "GB18030", ",", [23, 0, 1, 0, 0, 0, 22, 22, 0]),
    line(.kindergarten, "2月份安全检查.csv", "inspections", "UTF-8-BOM", ",", [35, 0, 1, 0, 0, 1, 33, 33, 0]),
    line(.kindergarten, "3月份安全检查.csv", "inspections", "GB18030", ",", [31, 1, 1, 0, 0, 0, 29, 29, 0]),
    line(.kindergarten, "4月份安全检查.csv", "inspections", "UTF-16LE", "\t", [32, 0, 1, 0, 0, 0, 31, 31, 0]),
    line(.kindergarten, "5月份安全检查.csv", "inspections", "UTF-8-BOM", ",", [27, 2, 1, 1, 0, 0, 23, 23, 0]),
    line(.kindergarten, "6月份安全检查.csv", "inspections", "UTF-8", ",", [32, 0, 1, 0, 1, 0, 30, 30, 0]),
    line(.kindergarten, "隐患整改台账.csv", "hazards", "UTF-8-BOM", ",", [20, 1, 1, 0, 1, 0, 17, 17, 0]),
    line(.kindergarten, "上学期遗留隐患.csv", "hazards", "GB18030", ",", [3, 0, 1, 0, 0, 0, 2, 2, 0]),
    line(.kindergarten, "应急演练记录.csv", "drills", "UTF-8-BOM", ",", [13, 1, 1, 0, 0, 0, 11, 11, 0]),
    line(.kindergarten, "留样记录.csv", nil, "UTF-8-BOM", ",", [7, 0, 1, 0, 0, 0, 6, 0, 6]),
    line(.kindergarten, "通知.csv", nil, "GB18030", ",", [6, 0, 0, 0, 0, 0, 6, 0, 6]),
    line(.kindergarten, "采购台账.csv", "purchases", "GB18030", ",", [162, 2, 1, 1, 1, 4, 153, 152, 1]),
    line(.kindergarten, "预算.csv", "budget", "UTF-8-BOM", ",", [12, 0, 1, 0, 0, 0, 11, 11, 0]),
    line(.kindergarten, "食堂进货验收2月.csv", "food_receipts", "UTF-8-BOM", ",", [169, 0, 1, 0, 0, 0, 168, 166, 2]),
    line(.kindergarten, "食堂进货验收3月.csv", "food_receipts", "GB18030", ",", [219, 0, 1, 0, 0, 5, 213, 213, 0]),
    line(.kindergarten, "食堂进货验收4月.csv", "food_receipts", "UTF-8-BOM", ",", [186, 0, 1, 1, 0, 0, 184, 184, 0]),
    line(.kindergarten, "食堂进货验收5月.csv", "food_receipts", "UTF-8-BOM", ",", [191, 1, 1, 1, 0, 0, 188, 188, 0]),
    line(.kindergarten, "食堂进货验收6月.csv", "food_receipts", "UTF-8", ",", [208, 0, 1, 0, 1, 0, 206, 206, 0]),
  ]

  private static let school = [
    line(.school, "设置.csv", "profile", "GB18030", ",", [18, 0, 1, 0, 0, 0, 17, 17, 0]),
    line(.school, "校历.csv", "calendar", "UTF-8", ",", [142, 0, 1, 0, 0, 0, 141, 141, 0]),
    line(.school, "花名册.csv", "staff", "UTF-8-BOM", ",", [19, 0, 1, 0, 0, 0, 18, 18, 0]),
    line(.school, "规则.csv", "rules", "UTF-8-BOM", ",", [2, 0, 1, 0, 0, 0, 1, 1, 0]),
    line(.school, "豁免.csv", "waivers", "UTF-8-BOM", ",", [3, 0, 1, 0, 0, 0, 2, 2, 0]),
    line(.school, "安全检查及隐患整改记录.csv", "inspections", "UTF-8-BOM", ",", [65, 1, 1, 0, 1, 0, 62, 62, 0]),
    line(.school, "采购台账.csv", "purchases", "UTF-8-BOM", ";", [45, 1, 1, 0, 0, 0, 43, 43, 0]),
    line(.school, "食堂进货验收台账.csv", "food_receipts", "UTF-8", ",", [260, 0, 1, 0, 0, 0, 259, 259, 0]),
    line(.school, "应急演练.csv", "drills", "UTF-8-BOM", ",", [6, 0, 1, 0, 0, 0, 5, 5, 0]),
  ]

  private static func line(
    _ sample: Sample, _ file: String, _ ledger: String?, _ encoding: String, _ delimiter: String, _ rows: [Int]
  ) -> Line { Line(sample: sample, file: file, ledger: ledger, encoding: encoding, delimiter: delimiter, rows: rows) }
}

@Suite("Every row of the samples is accounted for")
struct SampleRowTests {
  @Test("Encoding, delimiter, ledger and classes of rows", arguments: SampleRowTable.lines)
  func rows(_ line: SampleRowTable.Line) throws {
    let examination = try line.sample.summary.examination
    let input = try #require(examination.inputs.first { $0.file == line.file })
    let counts = try #require(input.counts)
    let account = try #require(examination.accounts[line.file])
    #expect(input.records?.text.encoding.rawValue == line.encoding)
    #expect(input.records.map { String(UnicodeScalar($0.dialect.delimiter)) } == line.delimiter)
    #expect(input.sheet?.ledger.id == line.ledger)
    let classes = [counts.values.reduce(0, +)] + [.title, .header, .total, .note, .blank, .data].map { counts[$0] ?? 0 }
    #expect(classes + [account.used, account.excluded] == line.rows)
    #expect(account.data == counts[.data])
  }

  @Test("No file is missing, none is read that is not there", arguments: Sample.allCases) func files(_ sample: Sample) throws {
    let expected = SampleRowTable.lines.filter { $0.sample == sample }.map(\.file)
    #expect(Set(try sample.summary.examination.inputs.map(\.file)) == Set(expected))
  }
}
