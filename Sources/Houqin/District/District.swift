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
    let state = Mutex(State())
    let results = Parallel.map(folder.schools.count) { index -> Result<SchoolPart, HouqinError>? in
      if state.withLock({ $0.hasFailed }) { return nil }
      let result = Result { () throws(HouqinError) in try school(index, staging) }
      state.withLock { state in
        state.take(result)
        progress(state.done, folder.schools.count)
      }
      return result
    }
    var parts: [SchoolPart] = []
    for case let result? in results { parts.append(try result.get()) }
    return parts
  }

  private func school(_ index: Int, _ staging: StagedFiles) throws(HouqinError) -> SchoolPart {
    let school = folder.schools[index]
    let run = SchoolRun(name: school.name, path: school.path, options: options, isOutside: school.isOutside)
    let (part, files, last) = try run.report()
    try staging.write(files, under: school.name, replacing: last)
    return part
  }

  /// How many schools are done; the first error stops the run.
  private struct State {
    private(set) var done = 0
    private(set) var hasFailed = false

    mutating func take(_ result: Result<SchoolPart, HouqinError>) {
      done += 1
      if case .failure = result { hasFailed = true }
    }
  }
}
