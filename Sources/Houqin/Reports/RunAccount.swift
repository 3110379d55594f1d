import LedgerKit

/// The short account a report ends with.
public struct RunAccount: Sendable {
  private let report: Report
  private let output: String

  /// Creates an account of a report written to `output`.
  public init(_ report: Report, output: String) {
    self.report = report
    self.output = output
  }

  /// Files read, rows counted, findings, gaps and where the results are.
  public var text: String {
    let e = report.summary.examination
    let scope = report.summary.books.scope
    var lines = ["\(scope.profile.schoolName ?? "（未填单位名称）")　\(scope.semester.title)　统计截止 \(scope.asOf.iso)", ""]
    lines.append("读入\(e.inputs.count)个文件：")
    lines += e.inputs.map { "  " + FileLine.text($0, e.accounts[$0.file]) }
    lines += ["", "台账记录计入\(e.rowsUsed)行，未计入\(e.rowsExcluded)行。"]
    let waived = e.waived.isEmpty ? "" : "，另豁免\(e.waived.count)处"
    lines.append("发现问题：错误\(e.count(.error))处，警告\(e.count(.warning))处，提示\(e.count(.info))处\(waived)。详见 问题清单.csv。")
    lines += comparison
    lines.append(
      report.gaps.isEmpty
        ? "文字部分已全部写好。" : "待补写\(report.gaps.count)处：\(report.gaps.joined(separator: "、"))。写在工作夹的 文字/ 里，文件名如 \(report.gaps[0]).md。")
    if !report.unplaced.isEmpty {
      lines.append("文字/ 里有\(report.unplaced.count)份没有用上：\(report.unplaced.joined(separator: "、"))。文件名请用提纲中的节标题或待补写的名字。")
    }
    if !report.restated.isEmpty {
      lines += ["", "与上次写在这里的相比，\(report.restated.count)个指标有变动（只在这里提示，不写入总结）："] + report.restated.map { "  " + $0 }
    }
    lines += ["", "结果在 \(output)：", "  " + report.files.map(\.name).joined(separator: "\n  ")]
    return lines.joined(separator: "\n") + "\n" + KeptFiles.text(report.kept)
  }

  /// What has been put right since the last list; nothing on a first run.
  private var comparison: [String] {
    let counts = IssueMark.allCases.map { ($0, report.comparison.count($0)) }
    guard counts.contains(where: { $0.1 > 0 }) else { return [] }
    return ["与上次的问题清单相比：" + counts.map { "\($0.0.rawValue)\($0.1)处" }.joined(separator: "，") + "。"]
  }
}
