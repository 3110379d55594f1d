import Platform
import LedgerKit

/// A folder of schools: each of its sub-folders is a school's work folder.
struct DistrictFolder {
  /// A school's folder; one that is a link out of the district's is named but not read, unless links are followed.
  struct School: Sendable {
    let name: String
    let path: String
    var isOutside = false
  }

  /// By name, whatever the file system's order.
  let schools: [School]
  /// Files that lie beside the schools' folders and belong to none.
  let strays: [String]

  init(at path: String, excluding output: URL, followsLinks: Bool = false) throws(HouqinError) {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    guard let isFolder = SystemCall.isFolder(url.path) else { throw .folderMissing(path) }
    guard isFolder else { throw .notAFolder(path) }
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: url.path) } catch {
      throw .unreadableFolder(path, reason: WorkFolder.reason(error))
    }
    let output = output.standardizedFileURL.path
    let folder = url.path
    let root = SystemCall.real(folder) ?? folder
    var (schools, strays): ([School], [String]) = ([], [])
    for name in names where !WorkFolder.isIgnored(name) {
      let entry = folder + "/" + name
      guard let isFolder = SystemCall.isFolder(entry) else { continue }
      let known = NormalForm.nfc(name)
      guard isFolder else {
        strays.append(known)
        continue
      }
      let isOutside = !followsLinks && !(SystemCall.real(entry) ?? "").hasPrefix(root + "/")
      if !WorkFolder.isResult(entry), entry != output { schools.append(School(name: known, path: entry, isOutside: isOutside)) }
      if entry == output, Self.holdsTables(entry) { throw .outputIsInput(name) }
    }
    guard !schools.isEmpty else { throw .noSchools(path) }
    self.schools = schools.sorted { $0.name < $1.name }
    self.strays = strays.sorted()
  }

  /// Whether a folder named as the output is a school's: results of earlier runs are not.
  private static func holdsTables(_ folder: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return !WorkFolder.isResult(folder) && names.contains { FileName.fileExtension(of: $0) == "csv" && !WorkFolder.isIgnored($0) }
  }
}
