import Platform
import LedgerKit

/// One school from its folder to its part; everything read for it is let go with this value.
struct SchoolRun {
  let name: String
  let path: String
  let options: Options
  /// Whether the folder is a link that may not be followed.
  var isOutside = false

  /// The school's report, what it adds to the roll-up, and the manifest of the last run. Trouble of its folder alone makes a part that
  /// says so; a bad template is everyone's and is thrown.
  func report() throws(HouqinError) -> (part: SchoolPart, files: [ResultFile], last: ManifestReader?) {
    do throws(HouqinError) {
      if isOutside { throw .linkOutside(name) }
      let summary = try Pipeline.figures(path, options)
      let outline = try Outline.named(options.template, for: summary.books.scope.profile.stage)
      let output = options.output + "/" + name
      let last = ManifestReader(inFolder: output)
      let previous = PreviousIssues(output: output, last?.recorded, workFolder: path, for: summary)
      let report = try Report(summary, outline: outline, options: options, previous: previous)
      let page = report.files.first { $0.name.hasSuffix(".html") }?.name ?? ""
      return (counted(summary, page), report.files, last)
    } catch {
      return (try failed(error), [], nil)
    }
  }

  /// What it adds to the roll-up, without its report being made.
  func part() throws(HouqinError) -> SchoolPart {
    do throws(HouqinError) {
      let summary = try Pipeline.figures(path, options)
      let outline = try Outline.named(options.template, for: summary.books.scope.profile.stage)
      return counted(summary, try Report.stem(summary, outline) + ".html")
    } catch {
      return try failed(error)
    }
  }

  private func counted(_ summary: Summary, _ page: String) -> SchoolPart {
    SchoolPart(folder: name, outcome: .counted(SchoolAggregate(summary, report: page)))
  }

  /// The reason names the folder as the roll-up does, not by the path of this machine.
  private func failed(_ error: HouqinError) throws(HouqinError) -> SchoolPart {
    let told: HouqinError
    switch error {
    case .folderMissing: told = .folderMissing(name)
    case .notAFolder: told = .notAFolder(name)
    case .unreadableFolder(_, let reason): told = .unreadableFolder(name, reason: reason)
    case .emptyFolder: told = .emptyFolder(name)
    case .semesterUnknown: told = .semesterUnknown
    case .tooManyFiles(_, let most): told = .tooManyFiles(name, most: most)
    case .linkOutside, .changedMeanwhile: told = error
    default: throw error
    }
    return SchoolPart(folder: name, outcome: .failed(told.description))
  }
}
