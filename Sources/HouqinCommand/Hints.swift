import Platform
import Houqin

/// What else helps a person whose command could not be done.
enum Hints {
  /// The nearest name that is there, and what a work folder is; nothing for most errors.
  static func text(for error: HouqinError) -> String {
    switch error {
    case .folderMissing(let path):
      nearest(to: path, isFolder: true) + "\n" + Help.workFolder.replacing("init 2022-2023-2", with: "init \(path)")
    case .fileMissing(let path): nearest(to: path, isFolder: false)
    case .semesterUnknown, .emptyFolder: "新建一个填好表头的：houqin init 2022-2023-2"
    default: ""
    }
  }

  private static func nearest(to path: String, isFolder: Bool) -> String {
    let url = URL(fileURLWithPath: path)
    let parent = url.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    let there = names.filter { name in
      var status = stat()
      guard stat(parent.appendingPathComponent(name).path, &status) == 0 else { return false }
      return (status.st_mode & S_IFMT == S_IFDIR) == isFolder && !name.hasPrefix(".")
    }
    guard let name = Nearest.name(to: url.lastPathComponent, among: there.sorted()) else { return "" }
    let before = path.contains("/") ? path[..<(path.lastIndex(of: "/") ?? path.startIndex)] + "/" : ""
    return "打错了？是不是“\(before)\(name)”？"
  }
}
