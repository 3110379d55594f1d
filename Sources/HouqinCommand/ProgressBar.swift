import Platform
import Synchronization

/// How far a long run is, on standard error: only on a terminal, and only where it takes longer than half a second.
final class ProgressBar: Sendable {
  private let words: String
  private let isShown: Bool
  private let isColored: Bool
  private let start = ContinuousClock.now
  /// The width of what stands on the line, to be overwritten.
  private let drawn = Mutex(0)

  init(words: String) {
    self.words = words
    isShown = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    isColored = Style.isColored(STDERR_FILENO)
  }

  func show(_ done: Int, of all: Int) {
    guard isShown, start.duration(to: .now) > .milliseconds(500) else { return }
    let filled = all > 0 ? done * 24 / all : 24
    let (bar, rest) = (String(repeating: "█", count: filled), String(repeating: "░", count: 24 - filled))
    let text = (isColored ? "\u{1B}[32m\(bar)\u{1B}[0m" : bar) + rest + " \(done)/\(all)\(words)"
    drawn.withLock { width in
      write("\r" + text)
      width = 26 + 2 * words.count + String(all).count * 2 + 1
    }
  }

  /// Leaves the line as it was.
  func clear() {
    drawn.withLock { width in
      if width > 0 { write("\r" + String(repeating: " ", count: width) + "\r") }
      width = 0
    }
  }

  private func write(_ text: String) { try? Terminal.write(text, to: STDERR_FILENO) }
}
