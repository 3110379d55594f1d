import Platform
import LedgerKit

/// A work folder: what is in it, in an order that does not depend on the file system.
struct WorkFolder {
  let url: URL
  /// Files to read, by their path inside the folder, and where they are.
  let files: [(path: String, place: String)]
  /// Hand-written passages by their name without `.md`.
  let passages: [String: String]
  /// What is there and is not read, and why.
  let refused: [(path: String, why: Refusal)]

  /// Files that programs leave behind, and what an earlier run may have written here.
  private static let ignored: Set<String> = ["desktop.ini", "thumbs.db", "问题清单.csv", "指标.csv", "汇总.csv", "manifest.json", NewFolder.guide]
  static let passageFolder = "文字"

  init(at path: String, excluding output: URL? = nil, followsLinks: Bool = false) throws(HouqinError) {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    guard let isFolder = SystemCall.isFolder(url.path) else { throw .folderMissing(path) }
    guard isFolder else { throw .notAFolder(path) }
    self.url = url
    do {
      let walk = try FolderWalk(url, named: path, excluding: output?.standardizedFileURL.path, followsLinks: followsLinks)
      let isPassage = { (path: String) in path.hasPrefix(Self.passageFolder + "/") }
      files = walk.files.filter { !isPassage($0.path) }
      let read = PassageFiles(walk.files.filter { isPassage($0.path) })
      passages = read.texts
      refused = walk.refused + read.refused
    } catch let error as HouqinError {
      throw error
    } catch {
      throw .unreadableFolder(path, reason: WorkFolder.reason(error))
    }
  }

  /// A folder an earlier run wrote its results to: what is in it are no ledgers.
  static func isResult(_ folder: String) -> Bool {
    guard let manifest = PlainFile.beginning(folder + "/manifest.json", 100) else { return false }
    let beginning = String(decoding: manifest, as: UTF8.self)
    return ["houqin.manifest/", "houqin.district/"].contains(where: beginning.holds)
  }

  static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || ignored.contains(name.lowercased()) || ignored.contains(name)
  }

  /// The system's reason in Chinese, without its English words.
  static func reason(_ error: any Error) -> String {
    let code = code(of: error)
    switch code {
    case EACCES, EPERM: return "没有权限"
    case ENOENT: return "不存在"
    case ENOSPC, EDQUOT: return "磁盘已满"
    case EROFS: return "磁盘只读"
    case EISDIR: return "是文件夹"
    case ENOTDIR: return "上一级不是文件夹"
    case EFBIG: return "文件过大"
    case ENAMETOOLONG: return "名字或路径太长"
    case ELOOP: return "链接绕成了圈"
    case EEXIST: return "那里已有同名的文件，不是文件夹"
    default: return "系统错误 \(code)"
    }
  }

  /// The system's number, which Foundation's errors carry inside.
  private static func code(of error: any Error) -> Int32 {
    switch error {
    case let error as SystemError: error.code
    case let error as POSIXError: error.code.rawValue
    case let error as CocoaError: (error.underlying as? POSIXError)?.code.rawValue ?? code(of: error.code)
    default: EIO
    }
  }

  /// Where Foundation does not pass on the system's.
  private static func code(of error: CocoaError.Code) -> Int32 {
    switch error {
    case .fileNoSuchFile, .fileReadNoSuchFile: ENOENT
    case .fileReadNoPermission, .fileWriteNoPermission: EACCES
    case .fileWriteOutOfSpace: ENOSPC
    case .fileWriteVolumeReadOnly: EROFS
    case .fileReadTooLarge: EFBIG
    case .fileWriteFileExists: EEXIST
    default: Int32(truncatingIfNeeded: error.rawValue)
    }
  }
}
