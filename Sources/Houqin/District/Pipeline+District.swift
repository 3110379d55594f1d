import Platform
import LedgerKit

extension Pipeline {
  /// Writes the report of every sub-folder and one roll-up; nothing is written unless everything can be. A school that cannot be read
  /// is named in the roll-up and in the result while the others go on.
  public static func district(
    _ folder: String, _ options: Options, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(HouqinError) -> District {
    let (input, output) = (URL(fileURLWithPath: folder).standardizedFileURL, URL(fileURLWithPath: options.output).standardizedFileURL)
    if input.path == output.path { throw .outputIsInput(folder) }
    let found = try DistrictFolder(at: folder, excluding: output, followsLinks: options.followsLinks)
    let staging = try StagedFiles(for: options.output, force: options.force)
    defer { staging.discard() }
    let parts = PartCheck.settled(try DistrictRun(folder: found, options: options, progress: progress).parts(into: staging))
    return try publish(parts, strays: found.strays, staging, options)
  }

  /// What a school adds to a roll-up; where its folder cannot be read, a part that says why.
  public static func partial(_ folder: String, _ options: Options) throws(HouqinError) -> SchoolPart {
    guard let isFolder = SystemCall.isFolder(folder) else { throw .folderMissing(folder) }
    guard isFolder else { throw .notAFolder(folder) }
    let url = URL(fileURLWithPath: folder).standardizedFileURL
    return try SchoolRun(name: NormalForm.nfc(url.lastPathComponent), path: folder, options: options).part()
  }

  /// Writes the roll-up of the parts in some files; the same bytes as one run over all of the schools.
  public static func merge(_ files: [String], _ options: Options) throws(HouqinError) -> District {
    var parts: [(file: String, part: SchoolPart)] = []
    for file in files { parts.append((file, try PartReader.part(at: file))) }
    try PartCheck.refuseStrangers(parts)
    let staging = try StagedFiles(for: options.output, force: options.force)
    defer { staging.discard() }
    return try publish(parts.map(\.part), strays: [], staging, options)
  }

  private static func publish(
    _ parts: [SchoolPart], strays: [String], _ staging: StagedFiles, _ options: Options
  ) throws(HouqinError) -> District {
    guard let rollUp = RollUp(parts, organization: options.organization ?? "") else {
      throw .noSchoolCounted(parts.sorted { $0.folder < $1.folder }.compactMap { part in part.failure.map { "\(part.folder)：\($0)" } })
    }
    let files = RollUpFiles(rollUp: rollUp).all
    try staging.write(files, under: nil)
    try staging.publish()
    return District(
      parts: parts, hasErrors: !rollUp.failed.isEmpty || rollUp.count(.error) > 0,
      text: RollUpAccount(rollUp: rollUp, strays: strays, files: files.map(\.name), output: options.output).text
        + KeptFiles.text(staging.keptFiles))
  }
}
