import Foundation
import Testing

@testable import Houqin

@Suite("output/ is what the README's first command writes")
struct OutputFolderTests {
  @Test("Byte for byte") func fresh() throws {
    let committed = try files(in: Repository.root.appending(path: "output")).filter { !$0.path.hasPrefix(".") }
    let written = try report(Sample.kindergarten.url.path)
    #expect(committed.map(\.path) == written.keys.sorted(), "run: houqin report \(Sample.kindergarten.rawValue)")
    for file in committed { #expect(file.bytes == written[file.path], "\(file.path)") }
  }

  @Test("The five files of the contract", arguments: [(Sample.kindergarten, "2022—2023学年度第二学期"), (.school, "2023—2024学年度第一学期")])
  func names(_ sample: Sample, _ semester: String) throws {
    let names = try report(sample.url.path).keys.sorted()
    #expect(names == ["\(semester)后勤工作总结.html", "\(semester)后勤工作总结.md", "manifest.json", "指标.csv", "问题清单.csv"])
  }

  @Test("Tables for Excel begin with a byte order mark", arguments: ["问题清单.csv", "指标.csv"]) func marks(_ name: String) throws {
    let bytes = try #require(try report(Sample.school.url.path)[name])
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test("Nothing tells where or when it was written", arguments: Sample.allCases) func anonymous(_ sample: Sample) throws {
    let copy = try TemporaryFolder()
    try copy.write(try files(in: sample.url))
    let now = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    let (year, month, day) = (try #require(now.year), try #require(now.month), try #require(now.day))
    let padded = [month, day].map { ($0 < 10 ? "0" : "") + String($0) }
    let days = [
      "\(year)-\(padded[0])-\(padded[1])", "\(year)年\(month)月\(day)日", "\(year)/\(month)/\(day)", "\(year)\(padded[0])\(padded[1])",
    ]
    let places = [copy.path, Repository.root.path, NSHomeDirectory() + "/", "/tmp/", "/Users/", "/home/", "file://"]
    for (name, bytes) in try report(copy.path) {
      let text = String(decoding: bytes, as: UTF8.self)
      for word in days + places { #expect(!text.contains(word), "\(name) holds \(word)") }
    }
  }
}
