/// What a run says of results that people had edited.
public enum KeptFiles {
  /// A line a file, nothing where there are none.
  public static func text(_ files: [KeptFile]) -> String {
    guard !files.isEmpty else { return "" }
    let lines = files.map { "  \($0.file) → \($0.copy)\n" }.joined()
    return "\n上次写出后有人改过的文件，改过的那份另存了，没有丢：\n\(lines)要手写的话请写在工作夹的 文字/ 里，每次都会排进总结；确实不要改过的内容时加 --force。\n"
  }
}
