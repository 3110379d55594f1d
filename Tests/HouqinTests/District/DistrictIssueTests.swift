import Foundation
import Testing

@testable import Houqin

@Suite("Lists of findings in a district") struct DistrictIssueTests {
  @Test("What a school wrote in its list is kept by the next run of all") func kept() throws {
    let (district, output) = (try TemporaryFolder(), try TemporaryFolder())
    let sheet = "演练日期,演练类型,参加人数\n2023-03-17,消防,若干\n"
    try district.write([
      (path: "甲园/设置.csv", bytes: Data(TemporaryFolder.settings.utf8)), (path: "甲园/应急演练记录.csv", bytes: Data(sheet.utf8)),
    ])
    _ = try Pipeline.district(district.path, Options(output: output.path))
    let list = output.url.appending(path: "甲园/问题清单.csv")
    let text = String(decoding: try Data(contentsOf: list), as: UTF8.self)
    let edited = text.split(separator: "\r\n").map { $0.contains("GEN-007") ? $0 + "周五补" : $0 }.joined(separator: "\r\n")
    try Data(edited.utf8).write(to: list)
    _ = try Pipeline.district(district.path, Options(output: output.path))
    #expect(String(decoding: try Data(contentsOf: list), as: UTF8.self).contains("周五补"))
  }
}
