import Platform
import Houqin
import Synchronization

/// `houqin watch`: the folder looked at from second to second until Ctrl-C or SIGTERM.
final class WatchRun: Sendable {
  private let folder: String
  private let options: Options
  private let end = DispatchSemaphore(value: 0)
  /// What no change of the folder could put right.
  private let trouble = Mutex<HouqinError?>(nil)
  /// The last error that was told, so that each is told once.
  private let told = Mutex("")

  init(_ arguments: Arguments) {
    (folder, options) = (arguments.operand, arguments.houqin)
  }

  /// Ends when it is asked to; throws what no change of the folder could put right.
  func run() throws(HouqinError) {
    let signals = [SIGINT, SIGTERM, SIGHUP].map(source)
    defer { signals.forEach { $0.cancel() } }
    try Terminal.show("看着“\(folder)”，结果在“\(options.output)”。按 Ctrl-C 结束。\n")
    Watcher(
      look: { [folder, options] in FolderState(of: folder, output: options.output, followsLinks: options.followsLinks) },
      pause: { files in self.trouble.withLock { $0 == nil } && !self.isEnded(after: 1 + Double(files / 1000)) },
      report: { self.report($0) }, say: { Terminal.note("houqin：" + $0) }
    ).run()
    if let error = trouble.withLock({ $0 }) { throw error }
    try Terminal.show("已结束。\n")
  }

  private func report(_ changes: [String]) -> Watcher.Outcome {
    do throws(HouqinError) {
      let report = try Pipeline.report(folder, options)
      let e = report.summary.examination
      let shown =
        changes.isEmpty ? "" : "变动：\(changes.prefix(10).joined(separator: "；"))\(changes.count > 10 ? "等\(changes.count)处" : "")\n"
      let counts = "已生成：计入\(e.rowsUsed)行，未计入\(e.rowsExcluded)行；错误\(e.count(.error))，警告\(e.count(.warning))，提示\(e.count(.info))。\n"
      try Terminal.show(shown + counts + KeptFiles.text(report.kept))
      told.withLock { $0 = "" }
      return .done
    } catch {
      return isLasting(error, isStart: changes.isEmpty) ? stop(error) : note(error)
    }
  }

  private func stop(_ error: HouqinError) -> Watcher.Outcome {
    trouble.withLock { $0 = error }
    return .done
  }

  /// Said once, however often it is tried.
  private func note(_ error: HouqinError) -> Watcher.Outcome {
    let isNew = told.withLock { last in
      defer { last = error.description }
      return last != error.description
    }
    if isNew { Terminal.note("houqin：\(error)") }
    switch error {
    case .cannotWrite, .isBeingWritten: return .again
    default: return .done
    }
  }

  /// What waiting does not cure: the command line was wrong, or nobody reads what is said.
  private func isLasting(_ error: HouqinError, isStart: Bool) -> Bool {
    switch error {
    case .cannotPrint: true
    case .folderMissing, .notAFolder, .outputIsInput, .templateMissing, .badTemplate, .badPage: isStart
    default: false
    }
  }

  /// Waits for some seconds; true as soon as the end is asked for.
  private func isEnded(after seconds: Double) -> Bool {
    end.wait(timeout: .now() + seconds) == .success
  }

  private func source(_ number: Int32) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    let end = end
    source.setEventHandler { end.signal() }
    source.resume()
    return source
  }
}
