import Houqin

/// The manual page, made of what is said of each command. A test keeps the committed file fresh.
enum ManualPage {
  static var text: String {
    let commands = CommandName.shown.flatMap(command)
    return
      ([
        ".\\\" Made by “houqin manual”; do not edit.", ".TH HOUQIN 1 \"\" \"houqin \(Report.version)\" \"用户命令\"", ".ad l", ".nh", ".SH 名称",
        "houqin \\- 把学校后勤台账（CSV）汇总成学期后勤工作总结", ".SH 用法", ".B houqin", "命令 [选项]", ".SH 说明", escaped(Help.workFolder), ".PP",
        "数据的毛病列为问题，逐处写明文件、Excel行号、列和改法；同一文件夹写出的字节总是相同。", ".SH 命令",
      ] + commands + [
        ".SH 退出码", ".TP", ".B 0", "完成", ".TP", ".B 1", "完成，但有错误级问题（check、\\-\\-strict），或有矛盾、有变化（verify）", ".TP", ".B 2",
        "没有完成；标准错误写明原因和办法，原有文件不变", ".SH 环境", ".TP", ".B NO_COLOR", "有内容时不用颜色", ".SH 文件",
        "工作夹里的 设置.csv、校历.csv、检查区域.csv、花名册.csv、供应商名录.csv、预算.csv、规则.csv、豁免.csv、列名.csv 和 文字/；其余的是台账。",
      ]).joined(separator: "\n") + "\n"
  }

  private static func command(_ name: CommandName) -> [String] {
    let described = name.description
    let options = described.options.flatMap {
      [".RS", ".TP", ".B \(escaped(Help.usage($0)))", escaped(Help.text(of: $0, in: name)), ".RE"]
    }
    let examples = described.examples.flatMap { [".RS", ".nf", escaped($0), ".fi", ".RE"] }
    return [".TP", ".B \(escaped(Help.usage(name, isShort: false)))", escaped(described.purpose)] + options + examples
  }

  /// As the formatter reads it: hyphens that can be copied, backslashes and dots that are text.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
