import Houqin

/// The commands and what is said of each.
enum CommandName: String, CaseIterable {
  case report, check, read, figures, trace, verify, watch
  case initialize = "init"
  case district, partial, merge, rules, explain, completions, manual

  /// As the overview lists them; what installers use is left out.
  static let shown = allCases.filter { ![.completions, .manual].contains($0) }

  var description: CommandDescription {
    switch self {
    case .report, .check, .read, .figures, .watch, .initialize: daily
    case .trace, .verify, .rules, .explain: auditing
    case .district, .partial, .merge: gathering
    case .completions, .manual: installing
    }
  }

  private static let workFolder = [CommandDescription.Operand(name: "工作夹", kind: .folder)]

  private var daily: CommandDescription {
    switch self {
    case .check:
      CommandDescription(
        summary: "只读入和校验，列出要改的地方", purpose: "读入并校验，不写文件。按规则归类，先错误、后警告、再提示。", operands: Self.workFolder,
        options: [.format, .asOf, .output, .followLinks], formats: ["text", "json", "csv"],
        examples: ["houqin check samples/春芽幼儿园/2022-2023-2", "houqin check 2022-2023-2 --format csv > 问题.csv"])
    case .read:
      CommandDescription(
        summary: "一张表是怎样读懂的：编码、表头、每一行是什么",
        purpose: "说明一张表是怎样读懂的：编码、分隔符、是哪种台账、表头在哪、每列当作什么、每行是什么。读错时先看这里。csv 格式逐行原样列出，json 给别的程序用。",
        operands: [.init(name: "文件", kind: .file)], options: [.format], formats: ["text", "json", "csv"],
        examples: ["houqin read samples/疑难表格/演练（两行表头）.csv"])
    case .figures:
      CommandDescription(
        summary: "列出全部指标，含分子、分母和口径", purpose: "列出每一个指标的数值、分子、分母、口径和计入、未计入的行数。", operands: Self.workFolder,
        options: [.format, .asOf, .output, .followLinks], formats: ["text", "json", "csv"],
        examples: ["houqin figures samples/春芽幼儿园/2022-2023-2 --format csv"])
    case .watch:
      CommandDescription(
        summary: "看着工作夹，放进或改了台账就重新生成",
        purpose: "先生成一次，以后工作夹里的文件有变动、并且两秒钟没有再变、也没有人开着的时候，重新生成，说出变了什么。适合放在服务器或共享文件夹上。按 Ctrl-C 结束。",
        operands: Self.workFolder, options: [.output, .asOf, .template, .edition, .force, .followLinks],
        examples: ["houqin watch 2022-2023-2 --output 总结"])
    case .initialize:
      CommandDescription(
        summary: "建一个新的工作夹：设置、空白台账和填写说明",
        purpose: "建一个新的工作夹，里面有 设置.csv、五种台账的空白表（表头已写好）、手写段落的样子和 填写说明.txt。文件夹名字写成 2022-2023-2 这样时，学年、学期也填好。不会动已有的文件。",
        operands: Self.workFolder, examples: ["houqin init 2022-2023-2"])
    default:
      CommandDescription(
        summary: "写出总结（Markdown和网页）、问题清单、指标表",
        purpose: "读入工作夹，写出学期总结的 .md 和 .html，以及 问题清单.csv、指标.csv、manifest.json。问题清单会与上一次的比较，写明新增、未改、已改、复发。"
          + "同一工作夹写出的字节总是相同。整套文件一次换上，中途出错或被中断时原来的不变。",
        operands: Self.workFolder, options: [.output, .asOf, .template, .edition, .strict, .force, .followLinks],
        examples: [
          "houqin report samples/春芽幼儿园/2022-2023-2 --output output", "houqin report 2022-2023-2 --edition public --output 公示",
          "houqin report 2022-2023-2 --template 下学期工作计划",
        ])
    }
  }

  private var auditing: CommandDescription {
    switch self {
    case .trace:
      CommandDescription(
        summary: "一个指标是由哪些行算出来的，哪些行没有计入、为什么",
        purpose: "列出一个指标背后的每一行：计入分子、分母或合计的，和没有计入的及其原因；各行相加就是这个指标。电话和证件号码已遮盖。",
        operands: Self.workFolder + [.init(name: "指标编号", kind: .figure)], options: [.format, .asOf, .output, .followLinks],
        formats: ["text", "json", "csv"], examples: ["houqin trace samples/春芽幼儿园/2022-2023-2 ST-HAZ-03"])
    case .verify:
      CommandDescription(
        summary: "总结（可以是改过的、别人写的）里的每个数字与台账是否一致",
        purpose: "逐个核对总结（.md、.html、.txt）里的数字：一致、仅四舍五入一致、与数据矛盾、无台账支持、无法核对。"
          + "加 --manifest manifest.json 则核对当时的台账、规则、程序和写出的文件现在有没有变。有矛盾或有变化时退出码为1。",
        operands: [.init(name: "总结", kind: .file)], options: [.data, .manifest, .format, .asOf, .template, .output, .followLinks],
        formats: ["text", "json"],
        examples: [
          "houqin verify 总结.md --data samples/春芽幼儿园/2022-2023-2",
          "houqin verify --manifest output/manifest.json --data samples/春芽幼儿园/2022-2023-2",
        ])
    case .rules:
      CommandDescription(
        summary: "全部校验规则", purpose: "列出全部校验规则及其依据。", options: [.format], formats: ["text", "markdown", "json"],
        examples: ["houqin rules --format markdown"])
    default:
      CommandDescription(
        summary: "一条规则的理由、依据和例子", purpose: "说明一条规则：检查什么、为什么、依据什么、什么样的行会报告、怎样停用和豁免。",
        operands: [.init(name: "规则编号", kind: .rule)], examples: ["houqin explain PUR-005"])
    }
  }

  private var gathering: CommandDescription {
    switch self {
    case .partial:
      CommandDescription(
        summary: "一所学校的汇总数据（JSON），给 merge 用",
        purpose: "在标准输出写出一所学校可以相加的数据（houqin.partial/1）。各校可以在不同的机器上算，再用 merge 合起来。读不了的学校也写出原因，退出码为2。",
        operands: Self.workFolder, options: [.asOf, .template, .followLinks],
        examples: ["houqin partial samples/春芽幼儿园/2022-2023-2 > 春芽.json"])
    case .merge:
      CommandDescription(
        summary: "把各校的汇总数据合成同样的汇总",
        purpose: "把 houqin partial 写出的文件合成汇总，与 houqin district 写出的汇总逐字节相同。不同学期的、重复的学校会指出是哪个文件。",
        operands: [.init(name: "部分.json", kind: .file, isMany: true)], options: [.output, .name, .strict, .force],
        examples: ["houqin merge 各校/*.json --output 全区汇总"])
    default:
      CommandDescription(
        summary: "每个子文件夹是一所学校：写出各校总结和一份汇总",
        purpose: "每个子文件夹是一所学校的工作夹。写出每所学校的总结，和一份汇总（.md、.html、汇总.csv）：合计、各校情况、排序，链接到各校总结。读不了的学校写明原因，其余照常。",
        operands: [.init(name: "文件夹", kind: .folder)],
        options: [.output, .asOf, .template, .name, .strict, .force, .followLinks],
        examples: ["houqin district 全区/2022-2023-2 --name 某区教育局 --output 全区汇总"])
    }
  }

  private var installing: CommandDescription {
    self == .manual
      ? CommandDescription(
        summary: "手册页（man）", purpose: "写出手册页，安装时放进 share/man/man1。", examples: ["houqin manual > houqin.1"])
      : CommandDescription(
        summary: "命令行补全", purpose: "写出某个 shell 的补全脚本：\(Shell.names)。", operands: [.init(name: "shell", kind: .word)],
        examples: ["houqin completions bash > ~/.local/share/bash-completion/completions/houqin"])
  }
}
