import Houqin

/// The commands and what each does.
enum CommandName: String, CaseIterable {
  case report, check, read, figures, rules, explain

  /// What it is given: the word in the usage line; nil for none.
  var operand: String? {
    switch self {
    case .report, .check, .figures: "工作夹"
    case .read: "文件"
    case .explain: "规则编号"
    case .rules: nil
    }
  }

  var options: [Arguments.Option] {
    switch self {
    case .report: [.output, .asOf, .template, .strict]
    case .check: [.format, .asOf, .output]
    case .figures: [.format, .asOf, .output]
    case .rules, .read: [.format]
    case .explain: []
    }
  }

  var formats: [String] {
    switch self {
    case .check, .figures, .read: ["text", "json", "csv"]
    case .rules: ["text", "markdown", "json"]
    default: []
    }
  }

  func run(_ arguments: Arguments) throws(HouqinError) -> Int32 {
    switch self {
    case .report: return try report(arguments)
    case .check:
      let examination = try Pipeline.check(arguments.operand, arguments.houqin)
      let report = CheckReport(examination)
      print(arguments.format, json: report.json, other: report.csv, text: report.text)
      return examination.hasErrors ? 1 : 0
    case .read:
      let report = try Pipeline.read(arguments.operand)
      print(arguments.format, json: report.json, other: report.csv, text: report.text)
      return 0
    case .figures:
      let report = FiguresReport(try Pipeline.figures(arguments.operand, arguments.houqin))
      print(arguments.format, json: report.json, other: report.csv, text: report.text)
      return 0
    case .rules:
      print(arguments.format, json: RulesReport.json, other: RulesReport.markdown, text: RulesReport.text)
      return 0
    case .explain:
      Terminal.show(try RulesReport.explain(arguments.operand))
      return 0
    }
  }

  /// One of the formats a command has; `other` is csv or markdown.
  private func print(_ format: String, json: @autoclosure () -> String, other: @autoclosure () -> String, text: @autoclosure () -> String) {
    switch format {
    case "json": Terminal.print(json())
    case "text": Terminal.show(text())
    default: Terminal.print(other())
    }
  }

  private func report(_ arguments: Arguments) throws(HouqinError) -> Int32 {
    let report = try Pipeline.report(arguments.operand, arguments.houqin)
    Terminal.show(RunAccount(report, output: arguments.houqin.output).text)
    return arguments.isStrict && report.summary.examination.hasErrors ? 1 : 0
  }
}
