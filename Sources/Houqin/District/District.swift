import Platform
import LedgerKit
import Synchronization

/// What a run over many schools came to.
public struct District: Sendable {
  /// A school's part, in the order of the folders' names.
  public let parts: [SchoolPart]
  /// Whether some school has findings at error level or could not be counted.
  public let hasErrors: Bool
  /// For people: how many schools counted, which did not and why, and where the results are.
  public let text: String
}

/// All schools of a district, as many at once as there are cores, each let go when its report is written.
struct DistrictRun {
  let folder: DistrictFolder
  let options: Options
  /// Told how many schools are done, and of how many; from any thread, one call at a time.
  let progress: @Sendable (Int, Int) -> Void

  /// The parts in the order of the folders' names; every school's files are written aside.
  func parts(into staging: StagedFiles) throws(HouqinError) -> [SchoolPart] {
    let state = Mutex(State(parts: Array(repeating: nil, count: folder.schools.count)))
    let workers = min(ProcessInfo.processInfo.activeProcessorCount, folder.schools.count)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while let index = state.withLock({ $0.next() }) {
        let result = Result { () throws(HouqinError) in try school(index, staging) }
        state.withLock { state in
          state.take(result, at: index)
          progress(state.done, folder.schools.count)
        }
      }
    }
    return try state.withLock { state throws(HouqinError) in
      if let error = state.error { throw error }
      return state.parts.compactMap { $0 }
    }
  }

  private func school(_ index: Int, _ staging: StagedFiles) throws(HouqinError) -> SchoolPart {
    let school = folder.schools[index]
    let run = SchoolRun(name: school.name, path: school.url.path, options: options, isOutside: school.isOutside)
    let (part, files, last) = try run.report()
    try staging.write(files, under: school.name, replacing: last)
    return part
  }

  /// Which school is next and what became of those before; the first error stops the run.
  private struct State {
    var parts: [SchoolPart?]
    var started = 0
    var done = 0
    var error: HouqinError?

    mutating func next() -> Int? {
      guard error == nil, started < parts.count else { return nil }
      started += 1
      return started - 1
    }

    mutating func take(_ result: Result<SchoolPart, HouqinError>, at index: Int) {
      done += 1
      switch result {
      case .success(let part): parts[index] = part
      case .failure(let failure): error = error ?? failure
      }
    }
  }
}
