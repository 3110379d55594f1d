import Documents
import LedgerKit
import Ledgers

/// 主要问题: 存在问题 on a few lines, for a page that has no room for more. The rest stands in 问题清单.csv.
struct BriefProblems {
  /// Hazards named; more are only counted.
  private static let named = 5

  let summary: Summary

  var lines: [[Inline]] {
    [hazards].compactMap { $0 } + ProblemList.coverage(summary) + [rates, requirements, sheets].compactMap { $0 }
  }

  /// The open hazards by name, overdue ones first: `尚有2处隐患没有完成整改，其中1处已超过整改期限：秋千吊链锈蚀（逾期）；压顶砖松动。`
  private var hazards: [Inline]? {
    guard var line = ProblemList.openHazards(summary).first else { return nil }
    let cells = ListSlot(summary: summary).openHazardCells
    let names = cells.prefix(Self.named).compactMap { Self.name($0) }
    guard !names.isEmpty else { return line }
    // In place of the full stop; what people describe holds commas of its own.
    line[line.count - 1] = .text("：" + names.joined(separator: "；") + (cells.count > Self.named ? "；等。" : "。"))
    return line
  }

  private static func name(_ cells: [String]) -> String? {
    guard cells.count == 5, !cells[2].isEmpty else { return nil }
    return Shortened.text(cells[2], to: 20) + (ListSlot.isOverdue(cells) ? "（逾期）" : "")
  }

  private var rates: [Inline]? {
    let values = Catalog.ledgers.flatMap { ProblemList.rates(below: $0, summary) }
    guard !values.isEmpty else { return nil }
    var line: [Inline] = [.text("没有达到100%的：")]
    for (index, value) in values.enumerated() {
      line += [.text((index == 0 ? "" : "、") + value.figure.title), ProblemList.figure(value)]
    }
    return line + [.text("。")]
  }

  private var requirements: [Inline]? {
    let count = ProblemList.brokenRequirements(summary).findingCount
    return count == 0 ? nil : [.text("手续或记录不合要求的有\(count)处，逐处见问题清单.csv。")]
  }

  private var sheets: [Inline]? {
    let count = ProblemList.sheetErrors(summary).findingCount
    return count == 0 ? nil : [.text("台账填写错误有\(count)处，待更正。")]
  }
}
