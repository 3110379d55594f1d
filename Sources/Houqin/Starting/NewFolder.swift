import Platform
import LedgerKit
import Ledgers
import Tabular

/// A new work folder: settings to be filled in, empty ledgers with their headers, a passage to be written, and how to fill all of it.
public enum NewFolder {
  /// Name of the guide; it is not read as a ledger.
  static let guide = "填写说明.txt"

  /// Makes the folder, as a whole or not at all; returns what to do next. Throws ``HouqinError/folderNotEmpty(_:)`` where something is in it.
  public static func make(at path: String) throws(HouqinError) -> String {
    let there = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard there.allSatisfy({ $0 == ".DS_Store" }) else { throw .folderNotEmpty(path) }
    let staging = try StagedFiles(for: path)
    defer { staging.discard() }
    let name = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    try staging.write([("设置.csv", bytes(settings(term: term(in: name))))] + ledgers + [(guide, bytes(FillingGuide.text))], under: nil)
    try staging.write([("前言.md", Array(stub.utf8))], under: WorkFolder.passageFolder)
    try staging.publish()
    return """
      已建好“\(path)”：设置.csv、\(Catalog.ledgers.count)种台账的空白表、文字/前言.md、\(guide)。

      接下来
        1. 用 Excel 或 WPS 打开 设置.csv，填“内容”一列，仍存为 CSV。
        2. 把台账填进空白表，或者把自己的台账另存为 CSV 放进来；用不上的空白表可以删掉。
        3. houqin check \(path)　看要改什么；houqin report \(path) --output 总结　生成总结。

      """
  }

  /// Each ledger's file and its header row.
  private static var ledgers: [(name: String, bytes: [UInt8])] {
    Catalog.ledgers.map { ("\($0.title).csv", bytes([FillingGuide.headers(of: $0)])) }
  }

  private static func bytes(_ rows: [[String]]) -> [UInt8] { Array(CSVWriter.document(rows).utf8) }
  private static func bytes(_ text: String) -> [UInt8] { Array(("\u{FEFF}" + text.replacing("\n", with: "\r\n")).utf8) }

  /// `2022-2023-2`, as work folders are called; nil for other names.
  private static func term(in name: String) -> (year: String, term: String)? {
    guard let match = name.wholeMatch(of: /(\d{4})-(\d{4})-([12])/), let first = Int(match.1), Int(match.2) == first + 1 else { return nil }
    return ("\(match.1)-\(match.2)", match.3 == "1" ? "第一学期" : "第二学期")
  }

  private static func settings(term: (year: String, term: String)?) -> [[String]] {
    [["项目", "内容", "说明"]]
      + SettingItems.all.map { item in
        let known = ["学年": term?.year, "学期": term?.term][item.name] ?? nil
        return [item.name, known ?? "", item.note]
      }
  }

  private static let stub = "<!-- 前言写在这里，写好后删去这一行；没写好时总结里是【待补写】。别的段落另建文件，名字用节标题，如 今后方向.md。 -->\n"
}

/// What 设置.csv asks for, with how to fill it.
enum SettingItems {
  static let all: [(name: String, note: String)] = [
    ("单位名称", "全称，印在总结的抬头"), ("学段", "幼儿园、小学、初中、高中、九年一贯或中职"), ("单位性质", "事业单位、民办或企业"), ("学年", "如 2022-2023"),
    ("学期", "第一学期或第二学期"), ("学期开始", "第一个教学日，如 2023-02-06"), ("学期结束", "最后一个教学日"), ("统计截止日", "统计到哪一天；不填时到学期结束"),
    ("班级数", "填数字"), ("幼儿数", "小学、中学请把“幼儿数”改成“学生数”"), ("教职工数", "填数字"), ("供餐方式", "自营、承包、配送或无"), ("是否寄宿", "是或否"),
    ("是否使用校车", "是或否"), ("是否消防安全重点单位", "是或否"), ("楼层数", "填数字"), ("作者", "印在标题下面；可以不填"), ("落款日期", "可以不填"),
  ]
}
