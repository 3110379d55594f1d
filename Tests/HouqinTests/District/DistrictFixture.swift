import Foundation

@testable import Houqin

/// Three schools made by hand, and a fourth whose folder says nothing of its semester.
enum DistrictFixture {
  static func settings(_ school: String, year: String = "2022-2023") -> String {
    "项目,内容\n单位名称,\(school)\n学段,幼儿园\n学年,\(year)\n学期,第二学期\n统计截止日,2023-06-30\n"
  }

  private static let hazards = "发现日期,隐患部位,隐患内容,责任人,整改期限,整改情况,完成日期\n"
  private static let purchases = "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n"

  /// 3 hazards, 2 mended, 1 open and overdue; 52.50 yuan in 2 items; 1 drill.
  private static let first = [
    ("设置.csv", settings("甲幼儿园")),
    (
      "隐患整改台账.csv",
      hazards + "2023-03-06,食堂,插座松动,王建国,2023-03-10,已整改,2023-03-07\n2023-04-03,门厅,地砖破损,李秀英,2023-04-10,已整改,2023-04-12\n"
        + "2023-05-08,操场,护栏松动,赵海燕,2023-05-15,整改中,\n"
    ),
    ("采购台账.csv", purchases + "2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n2023-04-10,抹布,3,3.50,10.50,王建国,李秀英,赵海燕\n"),
    ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防疏散,560\n"),
  ]

  /// 1 hazard, mended; no purchases ledger; 2 drills.
  private static let second = [
    ("设置.csv", settings("乙幼儿园")),
    ("隐患整改台账.csv", hazards + "2023-03-20,走廊,应急灯不亮,周海燕,2023-03-24,已整改,2023-03-21\n"),
    ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防疏散,300\n2023-05-12,地震,310\n"),
  ]

  /// No hazards ledger at all.
  private static let third = [
    ("设置.csv", settings("丙幼儿园")),
    ("采购台账.csv", purchases + "2023-05-09,灯管,2,10.00,20.00,王建国,李秀英,赵海燕\n"),
  ]

  static let schools = [("a甲", first), ("b乙", second), ("c丙", third)]

  /// A folder of these schools, and of more files where given.
  static func folder(_ more: [(String, String)] = []) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let all = schools.flatMap { name, files in files.map { ("\(name)/\($0.0)", $0.1) } } + more
    try folder.write(all.map { (path: $0.0, bytes: Data($0.1.utf8)) })
    return folder
  }

  static let broken = [("d坏/通知.csv", "各位老师\n请及时上交台账\n")]

  /// Every file a run over a folder writes.
  static func run(_ folder: TemporaryFolder, name: String? = nil) throws -> [String: Data] {
    let output = try TemporaryFolder()
    var options = Options(output: output.path)
    options.organization = name
    _ = try Pipeline.district(folder.path, options)
    return Dictionary(uniqueKeysWithValues: try files(in: output.url).map { ($0.path, $0.bytes) })
  }

  static func part(_ folder: TemporaryFolder, _ school: String) throws -> SchoolPart {
    try Pipeline.partial(folder.url.appending(path: school).path, Options())
  }

  /// The parts of the three schools.
  static func rollUp() throws -> RollUp? {
    let folder = try folder()
    return RollUp(try schools.map { try part(folder, $0.0) }, organization: "某区")
  }
}

extension [String: Data] {
  func text(_ name: String) -> String { self[name].map { String(decoding: $0, as: UTF8.self) } ?? "" }
  /// What is not in a school's folder.
  var rollUp: [String: Data] { filter { !$0.key.contains("/") } }
}
