import Foundation
import Testing

@testable import Houqin

@Suite("The same folder gives the same bytes")
struct IdenticalBytesTests {
  @Test("Copied elsewhere, files made in another order", arguments: Sample.allCases) func copied(_ sample: Sample) throws {
    let original = try report(sample.url.path)
    let copy = try TemporaryFolder()
    try copy.write(try files(in: sample.url).reversed())
    #expect(try report(copy.path) == original)
  }

  @Test("Read twice, written over what was there") func twice() throws {
    let output = try TemporaryFolder()
    let options = Options(output: output.path)
    _ = try Pipeline.report(Sample.school.url.path, options)
    let first = try files(in: output.url).map { [$0.path: $0.bytes] }
    _ = try Pipeline.report(Sample.school.url.path, options)
    #expect(try files(in: output.url).map { [$0.path: $0.bytes] } == first)
  }

  @Test("An output folder inside the work folder is not read", arguments: ["output", "结果/总结"]) func outputInside(name: String) throws {
    let original = try report(Sample.school.url.path)
    let copy = try TemporaryFolder()
    try copy.write(try files(in: Sample.school.url))
    let options = Options(output: copy.url.appending(path: name).path)
    _ = try Pipeline.report(copy.path, options)
    _ = try Pipeline.report(copy.path, options)
    let written = try files(in: copy.url.appending(path: name))
    #expect(Dictionary(uniqueKeysWithValues: written.map { ($0.path, $0.bytes) }) == original)
  }

  @Test("The work folder is left as it was", arguments: Sample.allCases) func untouched(_ sample: Sample) throws {
    let copy = try TemporaryFolder()
    try copy.write(try files(in: sample.url))
    let before = try files(in: copy.url).map { [$0.path: $0.bytes] }
    _ = try report(copy.path)
    _ = try Pipeline.check(copy.path, Options())
    #expect(try files(in: copy.url).map { [$0.path: $0.bytes] } == before)
  }

  @Test(
    "From another directory, in another time zone and language", .enabled(if: HouqinProcess.isBuilt),
    arguments: [
      ["TZ": "Asia/Shanghai", "LANG": "C", "LC_ALL": "C"], ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
      ["TZ": "America/New_York", "LANG": "zh_CN.GB18030", "LC_ALL": "zh_CN.GB18030", "NO_COLOR": "1"],
    ])
  func elsewhere(environment: [String: String]) throws {
    let place = try TemporaryFolder()
    let run = try HouqinProcess.run(["report", Sample.school.url.path], in: place.url, environment: environment)
    #expect(run.status == 0, "\(run.notes)")
    let written = try files(in: place.url.appending(path: "output"))
    #expect(Dictionary(uniqueKeysWithValues: written.map { ($0.path, $0.bytes) }) == (try report(Sample.school.url.path)))
    let relative = try HouqinProcess.run(["check", ".", "--format", "json"], in: Sample.school.url, environment: environment)
    #expect(relative.text == CheckReport(try Pipeline.check(Sample.school.url.path, Options())).json)
  }
}
