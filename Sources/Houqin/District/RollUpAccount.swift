import LedgerKit

/// The short account a roll-up ends with.
struct RollUpAccount {
  let rollUp: RollUp
  let strays: [String]
  let files: [String]
  let output: String

  var text: String {
    var lines = ["\(rollUp.title)　计入\(rollUp.schools.count)所学校", ""]
    lines.append("台账记录计入\(rollUp.rowsUsed)行，未计入\(rollUp.rowsExcluded)行。")
    lines.append("发现问题：错误\(rollUp.count(.error))处，警告\(rollUp.count(.warning))处，提示\(rollUp.count(.info))处。")
    if !rollUp.failed.isEmpty { lines += ["", "没有计入\(rollUp.failed.count)所："] + rollUp.failed.map { "  \($0.folder)：\($0.reason)" } }
    if !strays.isEmpty {
      lines += ["", "不在任何学校文件夹里的文件没有读：\(strays.prefix(5).joined(separator: "、"))" + (strays.count > 5 ? "等\(strays.count)个" : "")]
    }
    lines += ["", "结果在 \(output)：", "  " + files.joined(separator: "\n  ")]
    return lines.joined(separator: "\n") + "\n"
  }
}
