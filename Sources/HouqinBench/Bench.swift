import Platform
import Houqin

/// Measures how fast houqin is and how much memory it takes. Nothing here is a test: numbers are printed, not judged.
@main
enum Bench {
  static func main() throws {
    if CommandLine.arguments.contains("--help") { return print(BenchArguments.usage, terminator: "") }
    guard let arguments = BenchArguments(Array(CommandLine.arguments.dropFirst())) else {
      print(BenchArguments.usage, terminator: "")
      exit(2)
    }
    if let report = arguments.report {
      _ = try Pipeline.report(report.folder, Options(output: report.output))
      return
    }
    if let folder = arguments.folder {
      let rows = try LedgerGenerator(rows: arguments.rows[0], seed: arguments.seed).write(to: URL(filePath: folder))
      print("\(folder)：\(rows)行")
      return
    }
    let place = FileManager.default.temporaryDirectory.appending(path: "houqin-bench-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: place) }
    for rows in arguments.rows { try WorkFolderBench(rows: rows, arguments: arguments, place: place).run() }
    if arguments.schools > 0 { try DistrictBench(arguments: arguments, place: place).run() }
    print("本进程内存峰值 \(Spread.short(Memory.peak)) MB")
    if let hint = Peers().hint { print(hint) }
  }
}

/// One work folder: its stages in this process, then the whole job as processes side by side.
struct WorkFolderBench {
  let rows: Int
  let arguments: BenchArguments
  let place: URL

  func run() throws {
    let (folder, output) = (place.appending(path: "数据\(rows)"), place.appending(path: "结果\(rows)"))
    let written = try LedgerGenerator(rows: rows, seed: arguments.seed).write(to: folder)
    let bytes = try Self.size(of: folder)
    print("== \(written)行，\(Spread.short(Double(bytes) / 1e6)) MB；\(arguments.runs)次的中位数（最小–最大），毫秒")
    try stages(folder, output, written, bytes)
    try processes(folder, output)
    print("")
  }

  private func stages(_ folder: URL, _ output: URL, _ rows: Int, _ bytes: Int) throws {
    var times: [Stage: [Double]] = [:]
    for run in 0...arguments.runs {
      let stopwatch = Stopwatch()
      _ = try Pipeline.report(folder.path, Options(output: output.path), done: stopwatch.done)
      // The first run warms the caches.
      if run > 0 { for lap in stopwatch.laps { times[lap.stage, default: []].append(lap.time.milliseconds) } }
    }
    for stage in Stage.allCases { print("  \(stage.title)　\(Spread(times[stage] ?? []).text)") }
    let totals = (0..<arguments.runs).map { run in times.values.reduce(0) { $0 + $1[run] } }
    let seconds = Spread(totals).median / 1000
    let speed = "\(Spread.short(Double(bytes) / 1e6 / seconds)) MB/秒，\(Int(Double(rows) / seconds)) 行/秒"
    print("  合计　\(Spread(totals).text)　\(speed)")
  }

  /// In turns, so that what else the machine does falls on all alike.
  private func processes(_ folder: URL, _ output: URL) throws {
    let own = ProcessInfo.processInfo.arguments[0]
    let all =
      [("houqin", [own, "--report", folder.path, output.path])] + Peers().commands(folder, output).map { ($0.name, $0.words ?? []) }
    print("  整个进程（启动、读、查、算、写）")
    let present = all.filter { !$0.1.isEmpty }
    var results: [String: [ChildProcess]] = [:]
    for run in 0...arguments.runs {
      for (name, words) in present {
        guard let result = ChildProcess.run(words) else { continue }
        if run > 0 || result.status != 0 { results[name, default: []].append(result) }
      }
    }
    for (name, words) in all {
      let found = results[name] ?? []
      if words.isEmpty || found.isEmpty {
        print("    \(name)　没有安装，跳过")
      } else if found.contains(where: { $0.status != 0 }) {
        print("    \(name)　没有运行成功")
      } else {
        print("    \(name)　\(Spread(found.map(\.milliseconds)).text)　内存峰值 \(Spread.short(Spread(found.map(\.megabytes)).median)) MB")
      }
    }
  }

  static func size(of folder: URL) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(0) { sum, name in
      var status = stat()
      return sum + (stat(folder.appending(path: name).path, &status) == 0 ? Int(status.st_size) : 0)
    }
  }
}

/// Many schools at once.
struct DistrictBench {
  let arguments: BenchArguments
  let place: URL

  func run() throws {
    let (folder, output) = (place.appending(path: "全区"), place.appending(path: "全区结果"))
    var rows = 0
    for school in 1...arguments.schools {
      let name = "第\(school)幼儿园"
      rows += try LedgerGenerator(rows: LedgerGenerator.termRows, seed: arguments.seed + UInt64(school)).write(
        to: folder.appending(path: name), school: name)
    }
    let start = ContinuousClock.now
    _ = try Pipeline.district(folder.path, Options(output: output.path))
    let seconds = start.duration(to: .now).milliseconds / 1000
    print("== district：\(arguments.schools)所学校，\(rows)行　\(Spread.short(seconds))秒　\(Int(Double(rows) / seconds)) 行/秒")
  }
}

extension Stage {
  var title: String {
    switch self {
    case .read: "读取、解码、分行"
    case .cells: "单元格成值"
    case .rules: "校验"
    case .figures: "汇总"
    case .document: "成文、排版"
    case .published: "写出"
    }
  }
}
