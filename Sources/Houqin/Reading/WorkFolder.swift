import Foundation
import LedgerKit

/// A work folder: what is in it, in an order that does not depend on the file system.
struct WorkFolder {
  let url: URL
  /// Files to read, by their path inside the folder.
  let files: [(path: String, url: URL)]
  /// Hand-written passages by their name without `.md`.
  let passages: [String: String]

  /// Files that programs leave behind, and what an earlier run may have written here.
  private static let ignored: Set<String> = ["desktop.ini", "thumbs.db", "问题清单.csv", "指标.csv", "汇总.csv", "manifest.json"]
  static let passageFolder = "文字"

  init(at path: String, excluding output: URL? = nil) throws(HouqinError) {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { throw .folderMissing(path) }
    guard isFolder.boolValue else { throw .notAFolder(path) }
    self.url = url
    do {
      var found: [(path: String, url: URL)] = []
      try WorkFolder.collect(url, "", excluding: output?.standardizedFileURL.path, &found)
      files = found.filter { !$0.path.hasPrefix(Self.passageFolder + "/") }.sorted { $0.path < $1.path }
      passages = try WorkFolder.passages(in: url.appendingPathComponent(Self.passageFolder))
    } catch {
      throw .unreadableFolder(path, reason: WorkFolder.reason(error))
    }
  }

  private static func collect(
    _ folder: URL, _ prefix: String, excluding output: String?, _ found: inout [(path: String, url: URL)]
  ) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !isIgnored(name) {
      let url = folder.appendingPathComponent(name)
      let path = (prefix + name).precomposedStringWithCanonicalMapping
      let kind = (try? FileManager.default.attributesOfItem(atPath: url.path))?[.type] as? FileAttributeType
      switch kind {
      case .typeDirectory:
        if url.standardizedFileURL.path == output || isResult(url) { continue }
        if FileName.fileExtension(of: name) == "csv" { found.append((path, url)) }
        try collect(url, path + "/", excluding: output, &found)
      default: found.append((path, url))
      }
    }
  }

  /// A folder an earlier run wrote its results to: what is in it are no ledgers.
  static func isResult(_ folder: URL) -> Bool {
    guard let manifest = try? Data(contentsOf: folder.appendingPathComponent("manifest.json")) else { return false }
    let beginning = String(decoding: manifest.prefix(100), as: UTF8.self)
    return ["houqin.manifest/", "houqin.district/"].contains(where: beginning.contains)
  }

  static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || ignored.contains(name.lowercased()) || ignored.contains(name)
  }

  private static func passages(in folder: URL) throws -> [String: String] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [:] }
    var result: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where !isIgnored(name) {
      guard ["md", "txt"].contains(FileName.fileExtension(of: name)) else { continue }
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
      guard let text = Texts.decoded(bytes) else { continue }
      result[FileName.stem(of: name.precomposedStringWithCanonicalMapping)] = text
    }
    return result
  }

  /// The system's reason in Chinese, without its English words.
  static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    let code = (error as NSError).domain == NSPOSIXErrorDomain ? (error as NSError).code : underlying?.code ?? posix(error)
    switch Int32(code) {
    case EACCES, EPERM: return "没有权限"
    case ENOENT: return "不存在"
    case ENOSPC, EDQUOT: return "磁盘已满"
    case EROFS: return "磁盘只读"
    case EISDIR: return "是文件夹"
    case ENOTDIR: return "上一级不是文件夹"
    case EFBIG: return "文件过大"
    case EEXIST: return "那里已有同名的文件，不是文件夹"
    default: return "系统错误 \(code)"
    }
  }

  /// Foundation's own errors, where it does not pass on the system's.
  private static func posix(_ error: any Error) -> Int {
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: Int(ENOENT)
    case .fileReadNoPermission, .fileWriteNoPermission: Int(EACCES)
    case .fileWriteOutOfSpace: Int(ENOSPC)
    case .fileWriteVolumeReadOnly: Int(EROFS)
    case .fileReadTooLarge: Int(EFBIG)
    case .fileWriteFileExists: Int(EEXIST)
    default: (error as NSError).code
    }
  }
}
