import Platform
import Houqin
import Synchronization

/// Which stage a run is at, on standard error: only on a terminal, and only where it takes longer than half a second.
final class RunProgress: Sendable {
  private struct State {
    var stage = 0
    var isShown = false
    var isOver = false
  }

  private let state = Mutex(State())

  init() {
    guard isatty(STDERR_FILENO) == 1, ProcessInfo.processInfo.environment["TERM"] != "dumb" else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(500)) { [weak self] in
      self?.state.withLock { state in
        guard !state.isOver else { return }
        state.isShown = true
        Self.draw(state.stage)
      }
    }
  }

  /// A stage is done.
  func finish(_ stage: Stage) {
    state.withLock { state in
      state.stage = (Stage.allCases.firstIndex(of: stage) ?? 0) + 1
      if state.isShown, !state.isOver { Self.draw(state.stage) }
    }
  }

  /// Leaves the line as it was.
  func clear() {
    state.withLock { state in
      state.isOver = true
      if state.isShown { Self.write("\r" + String(repeating: " ", count: 40) + "\r") }
      state.isShown = false
    }
  }

  private static func draw(_ done: Int) {
    let words = ["正在读入文件", "正在读懂每一格", "正在校验", "正在计算指标", "正在排版", "正在写出", "完成"]
    write("\r" + words[min(done, words.count - 1)] + "…（\(min(done + 1, 6))/6）          ")
  }

  private static func write(_ text: String) { try? Terminal.write(text, to: STDERR_FILENO) }
}
