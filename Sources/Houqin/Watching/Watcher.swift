/// Looks at a work folder again and again, and has it reported when it has changed and come to rest.
///
/// It knows neither clock nor signals: who calls it gives it pauses of about a second.
public struct Watcher {
  /// What became of a report.
  public enum Outcome: Sendable {
    case done
    /// Could not be written this time; it is tried again.
    case again
  }

  /// The folder as it is now; nil where it is not there.
  public var look: () -> FolderState?
  /// Waits for about a second, longer with many files; false where the end is asked for.
  public var pause: (_ files: Int) -> Bool
  /// Makes the report; told what has changed, nothing at the start.
  public var report: (_ changes: [String]) -> Outcome
  /// A note for the person who looks on.
  public var say: (String) -> Void

  /// How many looks in a row must show the same: with a pause of a second between them, two seconds.
  public static let restingLooks = 2

  /// Creates a watcher of a folder that is seen and reported through closures.
  public init(
    look: @escaping () -> FolderState?, pause: @escaping (Int) -> Bool, report: @escaping ([String]) -> Outcome,
    say: @escaping (String) -> Void
  ) {
    (self.look, self.pause, self.report, self.say) = (look, pause, report, say)
  }

  /// Reports once, then whenever the folder has changed and rests; returns when the end is asked for.
  public func run() {
    var memory = Memory()
    let start = look()
    if report([]) == .done { memory.reported = start }
    while pause(memory.seen.files.count) { glance(&memory) }
  }

  /// What is remembered from look to look.
  private struct Memory {
    var reported: FolderState?
    var seen = FolderState(files: [:])
    var looks = 0
    var isGone = false
    var waitsFor: [String] = []
  }

  private func glance(_ memory: inout Memory) {
    guard let now = look() else {
      if !memory.isGone { say("工作夹不见了，或打不开；等它回来。") }
      memory.isGone = true
      return
    }
    if memory.isGone { say("工作夹回来了。") }
    memory.isGone = false
    memory.looks = now.files == memory.seen.files ? memory.looks + 1 : 0
    memory.seen = now
    guard now.files != memory.reported?.files else { return memory.waitsFor = [] }
    guard memory.looks >= Self.restingLooks, isFree(now, &memory) else { return }
    memory.looks = 0
    if report(now.changes(since: memory.reported ?? FolderState(files: [:]))) == .done { memory.reported = now }
  }

  /// Whether nobody has a table open; who has is named once.
  private func isFree(_ now: FolderState, _ memory: inout Memory) -> Bool {
    if !now.locks.isEmpty, now.locks != memory.waitsFor { say("有人正开着或正在复制：\(now.locks.joined(separator: "、"))；关闭之后再生成。") }
    memory.waitsFor = now.locks
    return now.locks.isEmpty
  }
}
