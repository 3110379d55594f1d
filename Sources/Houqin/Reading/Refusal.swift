/// Why something in a work folder is not read, and what to do, in Chinese.
struct Refusal: Sendable, Equatable {
  let reason: String
  let fix: String

  static let leadsOut = Refusal(reason: "是链接，指向工作夹以外", fix: "请放入文件本身；确实要读时，运行时加 --follow-links。")
  static let brokenLink = Refusal(reason: "是链接，所指的文件已不在", fix: "请放入文件本身。")
  static let badName = Refusal(reason: "名字的文字编码认不出来", fix: "请给它改个名字，或重新复制一份。")
  static let tooDeep = Refusal(reason: "文件夹一层套一层，超过\(FolderWalk.deepest)层", fix: "请把台账放到外层的文件夹里。")
  static let notPlain = Refusal(reason: "不是普通文件", fix: "请放入文件本身。")
  static let forbidden = Refusal(reason: "没有权限", fix: "请检查文件的权限，或重新复制一份。")
  static let longPassage = Refusal(reason: "超过2MB，不像手写的段落", fix: "请核对是不是放错了文件；文字/ 里只放要排进总结的段落。")
  static let badText = Refusal(reason: "文字的编码认不出来", fix: "请另存为UTF-8。")

  static func closedFolder(_ why: String) -> Refusal { Refusal(reason: "文件夹打不开：\(why)", fix: "请检查文件夹的权限。") }

  static func longCell(row: Int) -> Refusal {
    Refusal(reason: "第\(row)行有一格超过32767个字，Excel里不会有这样的格子", fix: "多半是引号没有成对，或放错了文件；请核对原表，重新另存为CSV。")
  }

  static func wideRow(row: Int) -> Refusal {
    Refusal(reason: "第\(row)行超过\(SheetLimits.cells)列，Excel里不会有这样的行", fix: "多半是放错了文件；请核对原表，重新另存为CSV。")
  }
}
