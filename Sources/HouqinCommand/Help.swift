import Houqin

/// Help that teaches by example.
enum Help {
  static let overview = """
    houqin　把学校后勤台账（CSV）汇总成学期后勤工作总结，每个数字都能查到依据

    用法
      houqin report 工作夹       写出总结（Markdown和网页）、问题清单、指标表
      houqin check 工作夹        只读入和校验，列出要改的地方
      houqin read 文件           一张表是怎样读懂的：编码、表头、每一行是什么
      houqin figures 工作夹      列出全部指标，含分子、分母和口径
      houqin trace 工作夹 指标   一个指标是由哪些行算出来的，哪些行没有计入、为什么
      houqin verify 总结 --data 工作夹   总结（可以是改过的、别人写的）里的每个数字与台账是否一致
      houqin district 文件夹     每个子文件夹是一所学校：写出各校总结和一份汇总
      houqin partial 工作夹      一所学校的汇总数据（JSON），给 merge 用
      houqin merge 部分.json…    把各校的汇总数据合成同样的汇总
      houqin rules               全部校验规则
      houqin explain 规则编号    一条规则的理由、依据和例子

    例子
      houqin report samples/春芽幼儿园/2022-2023-2
      houqin check 2022-2023-2 --format json
      houqin explain PUR-005

    每个命令的选项：houqin 命令 --help　版本：houqin --version
    工作夹就是一个文件夹，里面放从Excel或WPS“另存为CSV”的台账，文件名随意；设置.csv 写单位名称、学年、学期。

    """

  static func page(_ name: String) -> String? {
    guard let command = CommandName(rawValue: name) else { return nil }
    let usage =
      "houqin \(name)" + (command.operand.map { " \($0)" + (command.takesMany ? "…" : "") } ?? "")
      + (command.secondOperand.map { " \($0)" } ?? "") + (command.options.isEmpty ? "" : " [选项]")
    let options = command.options.map { "  " + describe($0, command) }
    return
      (["用法　\(usage)", "", purpose(command), ""] + (options.isEmpty ? [] : ["选项"] + options + [""]) + [
        "例子　\(example(of: command))", "", exits, "",
      ])
      .joined(separator: "\n")
  }

  static func example(of command: CommandName) -> String {
    switch command {
    case .report: "houqin report samples/春芽幼儿园/2022-2023-2 --output output"
    case .check: "houqin check samples/春芽幼儿园/2022-2023-2"
    case .read: "houqin read samples/疑难表格/演练（两行表头）.csv"
    case .figures: "houqin figures samples/春芽幼儿园/2022-2023-2 --format csv"
    case .trace: "houqin trace samples/春芽幼儿园/2022-2023-2 ST-HAZ-03"
    case .verify: "houqin verify 总结.md --data samples/春芽幼儿园/2022-2023-2"
    case .district: "houqin district 全区/2022-2023-2 --name 某区教育局 --output 全区汇总"
    case .partial: "houqin partial samples/春芽幼儿园/2022-2023-2 > 春芽.json"
    case .merge: "houqin merge 各校/*.json --output 全区汇总"
    case .rules: "houqin rules --format markdown"
    case .explain: "houqin explain PUR-005"
    }
  }

  static func unknown(_ word: String) -> String {
    let guess = Nearest.name(to: word, among: CommandName.allCases.map(\.rawValue)).map { "打错了？是不是 \($0)？" } ?? ""
    return "没有“\(word)”这个命令。\(guess)可用的命令见：houqin --help"
  }

  private static func purpose(_ command: CommandName) -> String {
    switch command {
    case .report: "读入工作夹，写出学期总结的 .md 和 .html，以及 问题清单.csv、指标.csv、manifest.json。问题清单会与上一次的比较，写明新增、未改、已改、复发。同一工作夹写出的字节总是相同。"
    case .check: "读入并校验，不写文件。按规则归类，先错误、后警告、再提示。"
    case .read: "说明一张表是怎样读懂的：编码、分隔符、是哪种台账、表头在哪、每列当作什么、每行是什么。读错时先看这里。csv 格式逐行原样列出，json 给别的程序用。"
    case .figures: "列出每一个指标的数值、分子、分母、口径和计入、未计入的行数。"
    case .trace: "列出一个指标背后的每一行：计入分子、分母或合计的，和没有计入的及其原因；各行相加就是这个指标。电话和证件号码已遮盖。"
    case .verify:
      "逐个核对总结（.md、.html、.txt）里的数字：一致、仅四舍五入一致、与数据矛盾、无台账支持、无法核对。"
        + "加 --manifest manifest.json 则核对当时的台账、规则、程序和写出的文件现在有没有变。有矛盾或有变化时退出码为1。"
    case .district: "每个子文件夹是一所学校的工作夹。写出每所学校的总结，和一份汇总（.md、.html、汇总.csv）：合计、各校情况、排序，链接到各校总结。读不了的学校写明原因，其余照常。"
    case .partial: "在标准输出写出一所学校可以相加的数据（houqin.partial/1）。各校可以在不同的机器上算，再用 merge 合起来。读不了的学校也写出原因，退出码为2。"
    case .merge: "把 houqin partial 写出的文件合成汇总，与 houqin district 写出的汇总逐字节相同。不同学期的、重复的学校会指出是哪个文件。"
    case .rules: "列出全部校验规则及其依据。"
    case .explain: "说明一条规则：检查什么、为什么、依据什么、什么样的行会报告、怎样停用和豁免。"
    }
  }

  private static func describe(_ option: Arguments.Option, _ command: CommandName) -> String {
    switch option {
    case .output:
      ![.check, .figures, .trace, .verify].contains(command)
        ? "--output 文件夹      结果写到哪里，默认 output" : "--output 文件夹      总结写在工作夹内时，指明它，以免把结果当台账读入"
    case .asOf: "--as-of 2023-06-30   统计截止日；不写时用设置.csv的，再没有用学期最后一天"
    case .template: "--template 名称|文件 提纲：\(TemplateFiles.outlines.joined(separator: "、"))，或一个 .md 文件"
    case .format: "--format 格式        \(command.formats.joined(separator: "、"))，默认 text"
    case .data: "--data 工作夹        台账所在的工作夹"
    case .manifest: "--manifest 文件      核对 manifest.json 所记的台账、规则、程序和写出的文件"
    case .edition: "--edition public     公示版：不含逐行明细、姓名、号码和安防内容，数字与存档版（archive，默认）相同"
    case .name: "--name 名称          汇总的单位，印在抬头，如 某区教育局"
    case .strict: "--strict             有错误级问题\(command == .report ? "" : "或没有计入的学校")时退出码为1"
    case .force: "--force              上次写出后有人改过的结果也直接换掉；不写时改过的那份另存为 ….bak"
    }
  }

  private static let exits = "退出码　0 完成；1 完成，但有错误级问题（check、--strict）、有矛盾或变化（verify）；2 没有完成，原因见提示。"
}
