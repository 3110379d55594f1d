import Platform
import LedgerKit

/// Whether what a manifest records is still so: inputs, program, rules and outputs.
public struct Reproduction: Sendable {
  /// One thing that differs.
  public struct Difference: Sendable, Equatable {
    /// What kind of thing it is.
    public enum Part: String, Sendable { case school, input, passage, program, rules, output, settings }
    /// How it differs.
    public enum Change: String, Sendable { case added, changed, removed }
    /// Of the inputs, the outputs, the program.
    public let part: Part
    /// Added, changed or removed.
    public let change: Change
    /// The file, or the setting.
    public internal(set) var name: String
    /// What was recorded and what is found, where it is short.
    public let before: String?, after: String?
    /// Of a changed table, the rows.
    public internal(set) var detail: String?

    init(_ part: Part, _ change: Change, _ name: String, before: String? = nil, after: String? = nil, detail: String? = nil) {
      (self.part, self.change, self.name, self.before, self.after, self.detail) = (part, change, name, before, after, detail)
    }
  }

  /// The manifest's file name.
  public let manifest: String
  /// How many schools a district's manifest names, and how many of them do not count; nil for a school's own.
  public let schools: (all: Int, failed: Int)?
  /// In the order inputs, passages, settings, program, rules, outputs.
  public let differences: [Difference]
  /// How many files of each kind are as they were.
  public let unchanged: (inputs: Int, outputs: Int)
  /// Whether nothing differs.
  public var isSame: Bool { differences.isEmpty }

  /// Compares a manifest with a work folder as it is now, and with the files beside the manifest.
  init(_ recorded: RecordedManifest, _ folder: String, _ options: Options) throws(HouqinError) {
    var options = options
    // The day was chosen when the report was written; what is asked for now counts where it is asked for.
    if options.asOf == nil, !recorded.asOf.isEmpty { try options.setAsOf(recorded.asOf) }
    self.init(recorded, try Pipeline.figures(folder, options))
  }

  private init(_ recorded: RecordedManifest, _ summary: Summary) {
    let inputs = recorded.inputDifferences(summary.examination.inputs)
    let now = RecordedManifest.files(of: summary)
    let outputs = recorded.outputDifferences()
    var settings: [Difference] = []
    if recorded.semester != summary.books.scope.semester.title {
      settings.append(Difference(.settings, .changed, "学期", before: recorded.semester, after: summary.books.scope.semester.title))
    }
    if recorded.asOf != summary.books.scope.asOf.iso {
      settings.append(Difference(.settings, .changed, "统计截止日", before: recorded.asOf, after: summary.books.scope.asOf.iso))
    }
    let passages = Self.compare(recorded.passages, now.passages, as: .passage)
    self.init(
      manifest: FileName.last(of: recorded.path), schools: nil,
      differences: inputs + passages + settings + recorded.programDifferences() + outputs,
      unchanged: (recorded.inputs.count { now.inputs[$0.key] == $0.value }, recorded.outputs.count - outputs.count))
  }

  init(manifest: String, schools: (all: Int, failed: Int)?, differences: [Difference], unchanged: (inputs: Int, outputs: Int)) {
    (self.manifest, self.schools, self.differences, self.unchanged) = (manifest, schools, differences, unchanged)
  }

  static func compare(_ before: [String: String], _ after: [String: String], as part: Difference.Part) -> [Difference] {
    Set(before.keys).union(after.keys).sorted().compactMap { name in
      switch (before[name], after[name]) {
      case (nil, _?): Difference(part, .added, name)
      case (_?, nil): Difference(part, .removed, name)
      case (let old, let new): old == new ? nil : Difference(part, .changed, name)
      }
    }
  }
}
