import Platform
import LedgerKit

extension Reproduction {
  /// Compares the manifest of a roll-up with a folder of schools: each school's inputs, the roll-up's files and, where each school's own
  /// report lies beside them, that report.
  init(district recorded: RecordedManifest, _ folder: String, _ options: Options) throws(HouqinError) {
    let results = URL(fileURLWithPath: recorded.path).deletingLastPathComponent()
    let found = try DistrictFolder(at: folder, excluding: results)
    let paths = Dictionary(found.schools.map { ($0.name, $0.path) }) { first, _ in first }
    let known = Set(recorded.schools.map(\.folder)).union(recorded.failed)
    var differences = paths.keys.filter { !known.contains($0) }.sorted().map { Difference(.school, .added, $0) }
    var unchanged = (inputs: 0, outputs: 0)
    for school in recorded.schools {
      guard let path = paths[school.folder] else {
        differences.append(Difference(.school, .removed, school.folder))
        continue
      }
      do throws(HouqinError) {
        let own = try Self.school(school, path, results, options)
        differences += own.differences
        unchanged = (unchanged.inputs + own.unchanged.inputs, unchanged.outputs + own.unchanged.outputs)
      } catch {
        differences.append(Difference(.school, .changed, school.folder, detail: error.description))
      }
    }
    differences += recorded.failed.filter { paths[$0] == nil }.sorted().map { Difference(.school, .removed, $0) }
    let outputs = recorded.outputDifferences()
    unchanged.outputs += recorded.outputs.count - outputs.count
    self.init(
      manifest: FileName.last(of: recorded.path), schools: (known.count, recorded.failed.count),
      differences: differences + recorded.programDifferences() + outputs, unchanged: unchanged)
  }

  /// A school by its own manifest; one that came as a part has none, and only its inputs are known.
  private static func school(
    _ school: RecordedManifest.School, _ path: String, _ results: URL, _ options: Options
  ) throws(HouqinError) -> Reproduction {
    let own = results.appendingPathComponent(school.folder).appendingPathComponent("manifest.json")
    let workFolder = try WorkFolder(at: path, excluding: results)
    let inputs = InputReader.inputs(of: workFolder)
    let now = RecordedManifest.digests(of: inputs)
    guard FileManager.default.fileExists(atPath: own.path) else {
      let differences = compare(school.inputs, now, as: .input)
      let same = school.inputs.count { now[$0.key] == $0.value }
      return Reproduction(manifest: "", schools: nil, differences: differences.map { $0.under(school.folder) }, unchanged: (same, 0))
    }
    let found = try Reproduction(try RecordedManifest(at: own.path), path, options)
    let differences = found.differences.filter { ![.program, .rules].contains($0.part) }.map { $0.under(school.folder) }
    return Reproduction(manifest: "", schools: nil, differences: differences, unchanged: found.unchanged)
  }
}

extension Reproduction.Difference {
  /// The same in a school's folder.
  fileprivate func under(_ folder: String) -> Self {
    var difference = self
    difference.name = folder + "/" + name
    return difference
  }
}
