import Houqin

/// What the commands do: arguments in, results shown, an exit code out.
extension CommandName {
  func run(_ arguments: Arguments) throws(HouqinError) -> Int32 {
    switch self {
    case .report: return try report(arguments)
    case .check: return try check(arguments)
    case .read:
      let report = try Pipeline.read(arguments.operand)
      try print(arguments.format, json: report.json, other: report.csv, text: report.text)
    case .figures:
      let progress = RunProgress()
      defer { progress.clear() }
      let report = FiguresReport(try Pipeline.figures(arguments.operand, arguments.houqin, done: progress.finish))
      progress.clear()
      try print(arguments.format, json: report.json, other: report.csv, text: report.text)
    case .trace:
      let report = TraceReport(try Pipeline.trace(arguments.operand, figure: arguments.second, arguments.houqin))
      try print(arguments.format, json: report.json, other: report.csv, text: report.text)
    case .verify: return try verify(arguments)
    case .watch: try WatchRun(arguments).run()
    case .initialize: try Terminal.show(try NewFolder.make(at: arguments.operand))
    case .district, .partial, .merge: return try rollUp(arguments)
    case .rules: try print(arguments.format, json: RulesReport.json, other: RulesReport.markdown, text: RulesReport.text)
    case .explain: try Terminal.show(try RulesReport.explain(arguments.operand))
    case .completions:
      guard let shell = Shell(rawValue: arguments.operand) else { throw .usage("没有“\(arguments.operand)”的补全，可用：\(Shell.names)。") }
      try Terminal.print(shell.script)
    case .manual: try Terminal.print(ManualPage.text)
    }
    return 0
  }

  /// One of the formats a command has; `other` is csv or markdown.
  private func print(
    _ format: String, json: @autoclosure () -> String, other: @autoclosure () -> String, text: @autoclosure () -> String
  ) throws(HouqinError) {
    switch format {
    case "json": try Terminal.print(json())
    case "text": try Terminal.show(text())
    default: try Terminal.print(other())
    }
  }

  private func check(_ arguments: Arguments) throws(HouqinError) -> Int32 {
    let progress = RunProgress()
    defer { progress.clear() }
    let examination = try Pipeline.check(arguments.operand, arguments.houqin, done: progress.finish)
    progress.clear()
    let report = CheckReport(examination)
    try print(arguments.format, json: report.json, other: report.csv, text: report.text)
    return examination.hasErrors ? 1 : 0
  }

  private func report(_ arguments: Arguments) throws(HouqinError) -> Int32 {
    let progress = RunProgress()
    defer { progress.clear() }
    let report = try Pipeline.report(arguments.operand, arguments.houqin, done: progress.finish)
    progress.clear()
    try Terminal.show(RunAccount(report, output: arguments.houqin.output).text)
    Leftover.keep(report)
    return arguments.isStrict && report.summary.examination.hasErrors ? 1 : 0
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
}

/// What is in memory when the program ends. The system takes it back at once; freeing every row and finding one by one takes a
/// twentieth of a school's run.
private final class Leftover {
  private let value: Any

  private init(_ value: Any) { self.value = value }

  /// Keeps a value until the program ends.
  static func keep(_ value: Any) { _ = Unmanaged.passRetained(Leftover(value)) }
}
