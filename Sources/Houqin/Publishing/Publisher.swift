import Foundation

/// Writes a set of files so that either all are there or the old ones are untouched.
enum Publisher {
  /// Everything is written aside first and moved into place when it is complete.
  static func publish(_ files: [(name: String, bytes: [UInt8])], to path: String) throws(HouqinError) {
    let manager = FileManager.default
    let folder = URL(fileURLWithPath: path)
    let aside = folder.appendingPathComponent(".houqin-writing")
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      try? manager.removeItem(at: aside)
      try manager.createDirectory(at: aside, withIntermediateDirectories: false)
      for file in files { try Data(file.bytes).write(to: aside.appendingPathComponent(file.name)) }
      for file in files { try replace(folder.appendingPathComponent(file.name), with: aside.appendingPathComponent(file.name)) }
      try manager.removeItem(at: aside)
    } catch {
      try? manager.removeItem(at: aside)
      throw .cannotWrite(path, reason: WorkFolder.reason(error))
    }
  }

  /// A rename within one folder's file system replaces the old file in one step.
  private static func replace(_ old: URL, with new: URL) throws {
    guard rename(new.path, old.path) == 0 else { throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno)) }
  }
}
