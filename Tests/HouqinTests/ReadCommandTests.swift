import Foundation
import Testing

@testable import Houqin

@Suite("read: how one sheet was understood")
struct ReadCommandTests {
  private static let sheet = """
    春芽幼儿园应急演练记录,,,,
    演练日期,演练类型,人数,,备注
    ,,幼儿,教师,
    2023-03-17,消防,580,46,"一次""全园""演练,
    分两批"
    合计,,580,46,
    ,,,,
    注：以上人数含家长志愿者,,,,

    """

  private static func folder(_ text: String = sheet) throws -> (TemporaryFolder, String) {
    let folder = try TemporaryFolder(("应急演练记录.csv", text))
    return (folder, folder.path + "/应急演练记录.csv")
  }

  @Test("json: every record with its Excel row, class and cells as typed") func json() throws {
    let (_, file) = try Self.folder()
    let json = try #require(JSONSerialization.jsonObject(with: Data(try Pipeline.read(file).json.utf8)) as? [String: Any])
    #expect(Set(json.keys) == ["schema", "file", "encoding", "delimiter", "ledger", "records"])
    #expect(json["schema"] as? String == "houqin.read/1")
    #expect(json["file"] as? String == "应急演练记录.csv")
    #expect(json["encoding"] as? String == "UTF-8" && json["delimiter"] as? String == "," && json["ledger"] as? String == "drills")
    let records = try #require(json["records"] as? [[String: Any]])
    #expect(records.map { $0["row"] as? Int } == [1, 2, 3, 4, 5, 6, 7])
    #expect(records.map { $0["class"] as? String } == ["title", "header", "header", "data", "total", "blank", "note"])
    #expect(records[3]["cells"] as? [String] == ["2023-03-17", "消防", "580", "46", "一次\"全园\"演练,\n分两批"])
  }

  @Test("csv: every record, nothing dropped, repaired or trimmed") func csv() throws {
    let (_, file) = try Self.folder()
    #expect(try Pipeline.read(file).csv == Self.sheet)
    let odd = "a; b ;\"x;y\"\r\n\r\n=1+1;同上;１５\r\n"
    let (_, other) = try Self.folder(odd)
    #expect(try Pipeline.read(other).csv == "a, b ,x;y\n\n=1+1,同上,１５\n")
  }

  @Test("text: encoding, ledger, columns and rows in plain Chinese") func text() throws {
    let (_, file) = try Self.folder()
    let text = try Pipeline.read(file).text
    for line in [
      "编码　UTF-8　分隔符　逗号　共7行（按Excel中看到的行）", "台账　应急演练记录", "表头　第2至3行（几行合为一个表头）", "  人数/幼儿　→　幼儿人数", "  第4行　记录", "  第5行　合计",
    ] { #expect(text.contains(line), "\(line)") }
  }

  @Test("What is no text is named with the remedy; what is missing is missing") func unreadable() throws {
    let folder = try TemporaryFolder()
    try folder.write([(path: "盘点.xlsx", bytes: Data([0x50, 0x4B, 0x03, 0x04, 0, 0]))])
    #expect(throws: HouqinError.self) { try Pipeline.read(folder.path + "/盘点.xlsx") }
    do {
      _ = try Pipeline.read(folder.path + "/盘点.xlsx")
    } catch {
      #expect("\(error)".contains("另存为"))
    }
    #expect(throws: HouqinError.fileMissing("没有.csv")) { try Pipeline.read("没有.csv") }
  }
}
