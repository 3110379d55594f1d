import LedgerKit

/// What is wrong with the environment rather than with the data: named, with the remedy. The command ends with 2 and changes nothing.
public enum HouqinError: Error, CustomStringConvertible, Equatable {
  case folderMissing(String)
  case notAFolder(String)
  case unreadableFolder(String, reason: String)
  case emptyFolder(String)
  case folderNotEmpty(String)
  case tooManyFiles(String, most: Int)
  case linkOutside(String)
  case fileMissing(String)
  case changedMeanwhile(String)
  case unreadableFile(String, message: String, fix: String)
  case semesterUnknown
  case badDate(String)
  case templateMissing(String)
  case badTemplate(String)
  case badPage(String)
  case cannotWrite(String, reason: String)
  case isBeingWritten(String)
  case cannotPrint(reason: String)
  case outputIsInput(String)
  case noSchools(String)
  case noSchoolCounted([String])
  case unknownRule(String, nearest: String?)
  case unknownFigure(String, nearest: String?)
  case usage(String)

  /// What is wrong and what to do about it, in Chinese.
  public var description: String {
    switch self {
    case .folderMissing(let path): "找不到工作夹“\(path)”。请核对路径；工作夹是放各种台账CSV的文件夹。"
    case .notAFolder(let path): "“\(path)”是文件，不是文件夹。请给出放台账的文件夹，例如：houqin report 2022-2023-2"
    case .unreadableFolder(let path, let reason): "工作夹“\(path)”打不开：\(reason)。请检查权限，或换一个位置。"
    case .emptyFolder(let path): "工作夹“\(path)”里没有可以读的文件。请把台账另存为CSV放进去。"
    case .folderNotEmpty(let path): "“\(path)”里已经有文件，没有动它们。houqin init 只建新的工作夹，请换一个名字。"
    case .tooManyFiles(let path, let most): "“\(path)”里的文件超过\(most)个，像是给错了文件夹。请给出只放一个学期台账的文件夹。"
    case .linkOutside(let name): "“\(name)”是链接，指向这个文件夹以外。请放入文件夹本身；确实要读时加 --follow-links。"
    case .fileMissing(let path): "找不到文件“\(path)”。请核对路径和文件名；路径中有空格时请加引号。"
    case .changedMeanwhile(let file): "“\(file)”在读的过程中被别的程序改动了，这次没有写出任何结果。请等它保存好，再运行一次。"
    case .unreadableFile(let path, let message, let fix): "“\(path)”：\(message)。\(fix)"
    case .semesterUnknown: "无法确定是哪个学期。请在工作夹的 设置.csv 中填写“学年”（如 2022-2023）和“学期”（如 第二学期）。"
    case .badDate(let text): "“\(text)”不是日期。统计截止日请写成 2023-06-30 这样。"
    case .templateMissing(let name): Self.missing(template: name)
    case .badTemplate(let message): message
    case .badPage(let message): message
    case .cannotWrite(let path, let reason): "写不了“\(path)”：\(reason)。原有文件没有改动；请检查磁盘空间和权限，或用 --output 换一个位置。"
    case .isBeingWritten(let path): "另一个 houqin 正在往“\(path)”里写结果。请等它写完再运行，或用 --output 另给一个文件夹。原有文件没有改动。"
    case .cannotPrint(let reason): "结果没有全部输出：\(reason)。请检查接收输出的文件或程序。"
    case .outputIsInput(let path): "结果不能写在工作夹“\(path)”本身，会和台账混在一起。请用 --output 另给一个文件夹，例如 --output 总结"
    case .noSchools(let path): "“\(path)”里没有学校的文件夹。请每所学校建一个文件夹，放它的台账和 设置.csv；只有一所学校时请用 houqin report"
    case .noSchoolCounted(let reasons): "没有一所学校能汇总，什么也没有写。\n" + reasons.map { "  \($0)" }.joined(separator: "\n")
    case .unknownRule(let id, let nearest): "没有规则“\(id)”。" + (nearest.map { "是不是 \($0)？" } ?? "") + "全部规则见：houqin rules"
    case .unknownFigure(let name, let nearest): "没有指标“\(name)”。" + (nearest.map { "是不是 \($0)？" } ?? "") + "全部指标见：houqin figures 工作夹"
    case .usage(let message): message
    }
  }

  /// What standard output could not take.
  public static func cannotPrint(code: Int32) -> HouqinError { .cannotPrint(reason: WorkFolder.reason(SystemError(code: code))) }

  private static func missing(template name: String) -> String {
    let guess = Nearest.name(to: name, among: TemplateFiles.outlines).map { "打错了？是不是“\($0)”？" } ?? ""
    return "找不到提纲“\(name)”。\(guess)可用的提纲：\(TemplateFiles.outlines.joined(separator: "、"))；也可以给出一个 .md 文件。"
  }
}

/// Defined beside the values it serves; the command line knows only this module.
public typealias Nearest = LedgerKit.Nearest
