import Houqin

/// The commands and what each does.
enum CommandName: String, CaseIterable {
  case report, check, read, figures, trace, verify, district, partial, merge, rules, explain

  /// What it is given: the word in the usage line; nil for none.
  var operand: String? {
    switch self {
    case .report, .check, .figures, .trace, .partial: "工作夹"
    case .district: "文件夹"
    case .merge: "部分.json"
    case .read: "文件"
    case .verify: "总结"
    case .explain: "规则编号"
    case .rules: nil
    }
  }

  /// What else it is given.
  var secondOperand: String? { self == .trace ? "指标编号" : nil }

  /// Whether it is given several.
  var takesMany: Bool { self == .merge }

  var options: [Arguments.Option] {
    switch self {
    case .report: [.output, .asOf, .template, .edition, .strict, .force]
    case .check: [.format, .asOf, .output]
    case .figures, .trace: [.format, .asOf, .output]
    case .district: [.output, .asOf, .template, .name, .strict, .force]
    case .partial: [.asOf, .template]
    case .merge: [.output, .name, .strict, .force]
    case .verify: [.data, .manifest, .format, .asOf, .template, .output]
    case .rules, .read: [.format]
    case .explain: []
    }
  }

  var formats: [String] {
    switch self {
    case .check, .figures, .read, .trace: ["text", "json", "csv"]
    case .rules: ["text", "markdown", "json"]
    case .verify: ["text", "json"]
    default: []
    }
  }

  func run(_ arguments: Arguments) throws(HouqinError) -> Int32 {
    switch self {
    case .report: return try report(arguments)
    case .check:
      let examination = try Pipeline.check(arguments.operand, arguments.houqin)
      let report = CheckReport(examination)
      try print(arguments.format, json: report.json, other: report.csv, text: report.text)
      return examination.hasErrors ? 1 : 0
    case .read:
      let report = try Pipeline.read(arguments.operand)
      try print(arguments.format, json: report.json, other: report.csv, text: report.text)
      return 0
    case .figures:
      let report = FiguresReport(try Pipeline.figures(arguments.operand, arguments.houqin))
      try print(arguments.format, json: report.json, other: report.csv, text: report.text)
      return 0
    case .trace:
      let report = TraceReport(try Pipeline.trace(arguments.operand, figure: arguments.second, arguments.houqin))
      try print(arguments.format, json: report.json, other: report.csv, text: report.text)
      return 0
    case .verify: return try verify(arguments)
    case .district, .partial, .merge: return try rollUp(arguments)
    case .rules:
      try print(arguments.format, json: RulesReport.json, other: RulesReport.markdown, text: RulesReport.text)
      return 0
    case .explain:
      try Terminal.show(try RulesReport.explain(arguments.operand))
      return 0
    }
  }

  /// One of the formats a command has; `other` is csv or markdown.
  private func print(_ format: String, json: @autoclosure () -> String, other: @autoclosure () -> String, text: @autoclosure () -> String)
    throws(HouqinError)
  {
    switch format {
    case "json": try Terminal.print(json())
    case "text": try Terminal.show(text())
    default: try Terminal.print(other())
    }
  }

  private func rollUp(_ arguments: Arguments) throws(HouqinError) -> Int32 {
    switch self {
    case .partial:
      let part = try Pipeline.partial(arguments.operand, arguments.houqin)
      try Terminal.print(part.json)
      if let failure = part.failure { Terminal.note("houqin：\(arguments.operand)：\(failure)") }
      return part.failure == nil ? 0 : 2
    case .merge: return try show(try Pipeline.merge(arguments.operands, arguments.houqin), arguments)
    default:
      let bar = ProgressBar(words: "所学校")
      defer { bar.clear() }
      let district = try Pipeline.district(arguments.operand, arguments.houqin) { bar.show($0, of: $1) }
      bar.clear()
      return try show(district, arguments)
    }
  }

  private func show(_ district: District, _ arguments: Arguments) throws(HouqinError) -> Int32 {
    try Terminal.show(district.text)
    return arguments.isStrict && district.hasErrors ? 1 : 0
  }

  private func verify(_ arguments: Arguments) throws(HouqinError) -> Int32 {
    if let manifest = arguments.manifest {
      let reproduction = try Pipeline.verify(manifest: manifest, data: arguments.data, arguments.houqin)
      let report = ReproductionReport(reproduction)
      try print(arguments.format, json: report.json, other: "", text: report.text)
      return reproduction.isSame ? 0 : 1
    }
    let verification = try Pipeline.verify(arguments.operand, data: arguments.data, arguments.houqin)
    let report = VerifyReport(verification)
    try print(arguments.format, json: report.json, other: "", text: report.text)
    return verification.hasContradictions ? 1 : 0
  }

  private func report(_ arguments: Arguments) throws(HouqinError) -> Int32 {
    let report = try Pipeline.report(arguments.operand, arguments.houqin)
    try Terminal.show(RunAccount(report, output: arguments.houqin.output).text)
    return arguments.isStrict && report.summary.examination.hasErrors ? 1 : 0
  }
}
