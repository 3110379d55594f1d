import Houqin

/// Help that teaches by example, made of what is said of each command.
enum Help {
  static var overview: String {
    let width = CommandName.shown.map { usage($0, isShort: true).columns }.max() ?? 0
    let lines = CommandName.shown.map { name in
      "  " + usage(name, isShort: true).padded(to: width + 2) + name.description.summary
    }
    return """
      houqin　把学校后勤台账（CSV）汇总成学期后勤工作总结，每个数字都能查到依据

      用法
      \(lines.joined(separator: "\n"))

      例子
        houqin init 2022-2023-2
        houqin report samples/春芽幼儿园/2022-2023-2
        houqin check 2022-2023-2 --format json
        houqin explain PUR-005

      每个命令的选项和例子：houqin 命令 --help　版本：houqin --version
      \(workFolder)

      """
  }

  /// Said in the overview, and where a folder is missing.
  static let workFolder = "工作夹就是一个文件夹，里面放从Excel或WPS“另存为CSV”的台账，文件名随意；设置.csv 写单位名称、学年、学期。还没有的话：houqin init 2022-2023-2"

  static func page(_ name: String) -> String? {
    guard let command = CommandName(rawValue: name) else { return nil }
    let described = command.description
    let width = described.options.map { usage($0).columns }.max() ?? 0
    let options = described.options.map { "  " + usage($0).padded(to: width + 2) + text(of: $0, in: command) }
    let sections = [
      ["用法　" + usage(command, isShort: false)], [described.purpose], options.isEmpty ? [] : ["选项"] + options,
      ["例子"] + described.examples.map { "  " + $0 }, [exits],
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  static func unknown(_ word: String) -> String {
    "没有“\(word)”这个命令。\(Arguments.guess(word, CommandName.shown.map(\.rawValue)))可用的命令见：houqin --help"
  }

  /// `houqin trace 工作夹 指标编号 [选项]`
  static func usage(_ command: CommandName, isShort: Bool) -> String {
    let described = command.description
    let tail = command == .verify && isShort ? " --data 工作夹" : described.options.isEmpty || isShort ? "" : " [选项]"
    return ["houqin", command.rawValue, described.operandWords].filter { !$0.isEmpty }.joined(separator: " ") + tail
  }

  /// `--output 文件夹`
  static func usage(_ option: Option) -> String { [option.rawValue, option.value].compactMap { $0 }.joined(separator: " ") }

  /// What an option does in a command.
  static func text(of option: Option, in command: CommandName) -> String {
    switch option {
    case .output:
      [.check, .figures, .trace, .verify].contains(command) ? "总结写在工作夹内时，指明它，以免把结果当台账读入" : "结果写到哪里，默认 output"
    case .asOf: "统计截止日，如 2023-06-30；不写时用设置.csv的，再没有用学期最后一天"
    case .template: "提纲：\(TemplateFiles.outlines.joined(separator: "、"))，或一个 .md 文件"
    case .format: "\(command.description.formats.joined(separator: "、"))，默认 text"
    case .data: "台账所在的工作夹"
    case .manifest: "核对 manifest.json 所记的台账、规则、程序和写出的文件"
    case .edition: "public 是公示版：不含逐行明细、姓名、号码和安防内容，数字与存档版（archive，默认）相同"
    case .name: "汇总的单位，印在抬头，如 某区教育局"
    case .strict: "有错误级问题\(command == .report ? "" : "或没有计入的学校")时退出码为1"
    case .force: "上次写出后有人改过的结果也直接换掉；不写时改过的那份另存为 ….bak"
    case .followLinks: "工作夹里的链接指向别处时也读；不写时不跟过去，列为问题"
    }
  }

  static let exits = "退出码　0 完成；1 完成，但有错误级问题（check、--strict）、有矛盾或变化（verify）；2 没有完成，原因见提示。"
}

extension String {
  /// Its width on a terminal: a Chinese character takes two columns.
  var columns: Int { unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 || $1.value == 0x2026 ? 1 : 2) } }

  /// Filled with blanks up to a width.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }
}
