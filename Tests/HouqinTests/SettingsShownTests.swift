import Foundation
import LedgerKit
import Testing

@testable import Houqin

@Suite("What the school changes is never hidden")
struct SettingsShownTests {
  private static func folder() throws -> TemporaryFolder {
    try TemporaryFolder(
      ("规则.csv", "规则,启用,级别,参数,值,说明\nPUR-006,否,,,,园小人少\nCOV-031,,提示,,,分期上交\n"),
      ("豁免.csv", "规则,文件,行内容关键字,理由,批准人,有效期至\nPUR-004,,胶带,现场急用,王园长,2023-07-31\n"),
      ("列名.csv", "台账,标准列名,本单位列名\n物品采购台账,品名,买了啥\n"),
      ("采购台账.csv", "采购日期,买了啥,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,10,12,120,,李秀英,李秀英\n"))
  }

  @Test("In the appendix of both documents") func appendix() throws {
    let files = try report(try Self.folder().path)
    for (name, bytes) in files where name.hasSuffix(".md") || name.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      for words in ["【已豁免】", "现场急用", "王园长", "2023-07-31", "停用和更改的规则", "园小人少", "级别由警告改为提示", "本单位列名", "买了啥", "另豁免1处"] {
        #expect(text.contains(words), "\(name): \(words)")
      }
    }
  }

  @Test("In check, for people and for programs") func check() throws {
    let examination = try Pipeline.check(try Self.folder().path, Options())
    let report = CheckReport(examination)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
    let settings = try #require(json["settings"] as? [String: Any])
    let rules = try #require(settings["rules"] as? [[String: Any]])
    #expect(rules.map { $0["rule"] as? String } == ["PUR-006", "COV-031"])
    #expect(rules.map { $0["enabled"] as? Bool } == [false, true])
    #expect(rules.map { $0["severity"] as? String } == [nil, "info"])
    #expect((settings["headers"] as? [[String: Any]])?.first?["header"] as? String == "买了啥")
    #expect((json["counts"] as? [String: Int])?["waived"] == 1)
    for words in ["停用和更改的规则（规则.csv）", "PUR-006", "园小人少", "已豁免（豁免.csv）共1处"] { #expect(report.text.contains(words)) }
  }

  @Test("A school that changes nothing finds no such part") func nothing() throws {
    let folder = try TemporaryFolder(("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"))
    for (name, bytes) in try report(folder.path) where name.hasSuffix(".md") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("豁免") && !text.contains("停用和更改"), "\(name)")
    }
  }

  @Test("Waived errors end check with 0", .enabled(if: HouqinProcess.isBuilt)) func exitCode() throws {
    let drills = ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n2023-05-12,地震,若干\n")
    let plain = try TemporaryFolder(drills)
    #expect(try HouqinProcess.run(["check", plain.path], in: plain.url).status == 1)
    let waived = try TemporaryFolder(drills, ("豁免.csv", "规则,文件,行内容关键字,理由,批准人\nGEN-007,,若干,外来人员未计,王园长\n"))
    #expect(try HouqinProcess.run(["check", waived.path], in: waived.url).status == 0)
    #expect(try HouqinProcess.run(["report", waived.path, "--strict", "--output", "总结"], in: waived.url).status == 0)
  }

  @Test("read uses the 列名.csv beside the file") func read() throws {
    let folder = try Self.folder()
    #expect(try Pipeline.read(folder.path + "/采购台账.csv").text.contains("买了啥　→　品名"))
  }
}
