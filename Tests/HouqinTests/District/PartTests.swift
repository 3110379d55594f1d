import Foundation
import Testing

@testable import Houqin

@Suite("Parts of a roll-up")
struct PartTests {
  @Test("A part read back is the part", arguments: Sample.allCases) func roundTrip(_ sample: Sample) throws {
    let part = try Pipeline.partial(sample.url.path, Options())
    #expect(part.aggregate?.figures.count == RollUpFigures.codes.count)
    #expect(try PartReader.part(in: Data(part.json.utf8)) == part)
    let failed = SchoolPart(folder: "空校", outcome: .failed("“空校”里\n没有文件"))
    #expect(try PartReader.part(in: Data(failed.json.utf8)) == failed)
  }

  @Test("The codes of the roll-up are figures of the catalogue, each once") func codes() {
    #expect(RollUpFigures.all.map(\.figure.code) == RollUpFigures.codes)
    #expect(Set(RollUpFigures.codes).count == RollUpFigures.codes.count)
  }

  @Test("Merged parts give the roll-up of one run, whatever their order") func merged() throws {
    let folder = try DistrictFixture.folder(DistrictFixture.broken)
    let whole = try DistrictFixture.run(folder).rollUp
    for names in [["a甲", "b乙", "c丙", "d坏"], ["d坏", "c丙", "a甲", "b乙"]] {
      let (place, output) = (try TemporaryFolder(), try TemporaryFolder())
      try place.write(try names.map { ($0 + ".json", Data(try DistrictFixture.part(folder, $0).json.utf8)) })
      let district = try Pipeline.merge(names.map { place.url.appending(path: $0 + ".json").path }, Options(output: output.path))
      #expect(district.hasErrors)
      #expect(Dictionary(uniqueKeysWithValues: try files(in: output.url).map { ($0.path, $0.bytes) }) == whole)
    }
  }

  /// What is replaced by what in a sound part, and what is said of it.
  @Test(
    "A part that is not sound is refused, with the place",
    arguments: [
      ("houqin.partial/1", "houqin.check/1", "是“houqin.check/1”，不是 houqin.partial/1"),
      (#""rules": ""#, #""rules": "x"#, "别的版本"), (#""folder": "a甲""#, #""folder": "../a""#, "“folder”缺少或写得不对"),
      (#""numerator": "3""#, #""numerator": 3"#, "“figures[3].numerator”缺少或写得不对"),
      (#""numerator": "3""#, #""numerator": "3.5""#, "“figures.ST-HAZ-01.numerator”缺少或写得不对"),
      (#""state": "value""#, #""state": "sure""#, "“figures.ST-HAZ-01.state”缺少或写得不对"),
      ("ST-PUR-01", "ST-PUR-99", "“figures”缺少或写得不对"), (#""asOf""#, #""when""#, "“asOf”缺少或写得不对"),
      ("2023-06-30", "2023-6-30", "“asOf”缺少或写得不对"), ("2022—2023学年度第二学期\"", "第二学期\"", "“semester”缺少或写得不对"),
      (#""used": "#, #""used": -"#, "“rows”缺少或写得不对"), ("}", "", "不是完整的JSON"),
    ])
  func damaged(sound: String, damage: String, message: String) throws {
    let folder = try DistrictFixture.folder()
    let json = try DistrictFixture.part(folder, "a甲").json
    #expect(json.contains(sound))
    let place = try TemporaryFolder()
    try place.write([("甲.json", Data(json.replacing(sound, with: damage).utf8))])
    #expect(Self.error([place.path + "/甲.json"]).contains(message), "\(Self.error([place.path + "/甲.json"]))")
  }

  @Test("Files that are missing, empty or of another kind") func others() throws {
    let place = try TemporaryFolder()
    try place.write([("空.json", Data()), ("表.csv", Data("学校,隐患\n".utf8))])
    #expect(Self.error([place.path + "/没有.json"]).contains("找不到文件"))
    #expect(Self.error([place.path + "/空.json"]).contains("是空的"))
    #expect(Self.error([place.path + "/表.csv"]).contains("不是完整的JSON"))
    #expect(Self.error([place.path]).contains("打不开"))
  }

  @Test("Another semester, the same school twice, a copy under another name") func strangers() throws {
    let folder = try DistrictFixture.folder([("e戊/设置.csv", DistrictFixture.settings("戊幼儿园", year: "2023-2024"))])
    let place = try TemporaryFolder()
    let a = try DistrictFixture.part(folder, "a甲").json
    try place.write([
      ("a.json", Data(a.utf8)), ("b.json", Data(try DistrictFixture.part(folder, "b乙").json.utf8)), ("again.json", Data(a.utf8)),
      ("copy.json", Data(a.replacing("a甲", with: "甲副本").utf8)), ("e.json", Data(try DistrictFixture.part(folder, "e戊").json.utf8)),
    ])
    func error(_ names: String...) -> String { Self.error(names.map { place.path + "/" + $0 }) }
    #expect(error("a.json", "b.json", "e.json").contains("e.json”：是2023—2024学年度第二学期，别的是2022—2023学年度第二学期"))
    #expect(error("a.json", "again.json").contains("都是“a甲”"))
    #expect(error("a.json", "copy.json").contains("来源文件完全相同"))
    #expect(error("a.json", "b.json") == "")
  }

  private static func error(_ paths: [String]) -> String {
    do throws(HouqinError) {
      _ = try Pipeline.merge(paths, Options(output: try TemporaryFolder.unused()))
      return ""
    } catch {
      return error.description
    }
  }
}

extension TemporaryFolder {
  /// A path at which there is nothing yet.
  fileprivate static func unused() throws(HouqinError) -> String {
    guard let folder = try? TemporaryFolder() else { throw .usage("no temporary folder") }
    return folder.path + "/结果"
  }
}
