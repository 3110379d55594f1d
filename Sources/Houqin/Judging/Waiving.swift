import LedgerKit
import Ledgers

/// A finding that a waiver accepts.
public struct WaivedFinding: Sendable {
  /// What was found, with its level as if it were not waived.
  public let finding: Finding
  /// Why it is accepted, and by whom.
  public let waiver: Waiver
}

/// Takes what 豁免.csv accepts out of the findings, and tells which waivers no longer serve.
struct Waiving {
  private let waivers: [(waiver: Waiver, row: Row)]
  private let asOf: Day?
  private let texts: RowTexts
  private let files: [String]
  private var used = Set<Int>()

  init(_ workbook: Workbook) {
    waivers = workbook.tables[WaiverSheet.ledger.id].map { WaiverSheet.read($0).waivers } ?? []
    asOf = workbook.books?.scope.asOf
    texts = RowTexts(waivers.isEmpty ? [] : workbook.inputs)
    files = workbook.inputs.map(\.file) + workbook.passages.keys.sorted().map { "文字/\($0).md" }
  }

  /// The findings that stand and those that are waived, each by the first waiver that covers it.
  mutating func split(_ findings: [Finding]) -> (kept: [Finding], waived: [WaivedFinding]) {
    guard !waivers.isEmpty else { return (findings, []) }
    let rules = Set(waivers.map(\.waiver.rule))
    var kept: [Finding] = []
    var waived: [WaivedFinding] = []
    for finding in findings {
      guard rules.contains(finding.rule), let place = cover(finding) else {
        kept.append(finding)
        continue
      }
      used.insert(place)
      waived.append(WaivedFinding(finding: finding, waiver: waivers[place].waiver))
    }
    return (kept, waived)
  }

  private func cover(_ finding: Finding) -> Int? {
    let text = texts.text(of: finding)
    return waivers.indices.first { i in
      !isExpired(waivers[i].waiver) && waivers[i].waiver.covers(rule: finding.rule, file: finding.file, text: text)
    }
  }

  private func isExpired(_ waiver: Waiver) -> Bool {
    guard let until = waiver.until, let asOf else { return false }
    return until < asOf
  }

  /// Waivers that have expired, and waivers nothing was found for, by the rule that says so.
  var offenses: [(rule: String, offense: Offense)] {
    waivers.enumerated().compactMap { i, entry in
      if isExpired(entry.waiver) {
        let day = asOf.map { "（统计截止 \($0.iso)）" } ?? ""
        return (
          "SET-010", Offense(entry.row, at: WaiverSheet.untilColumn, "豁免已过期\(day)，没有采用", fix: "仍需豁免的，请重新批准并改有效期；不再需要的，请删去这一行。")
        )
      }
      guard !used.contains(i) else { return nil }
      return ("SET-011", unused(entry.waiver, entry.row))
    }
  }

  private func unused(_ waiver: Waiver, _ row: Row) -> Offense {
    if let wanted = waiver.file, !files.contains(where: { Waiver.isMeant(wanted, $0) }) {
      let guess = Nearest.name(to: wanted, among: files).map { "打错了？是不是“\($0)”？" } ?? ""
      return Offense(
        row, at: WaiverSheet.fileColumn, "工作夹里没有文件“\(wanted)”，这条豁免没有用上", fix: guess + "请照 问题清单.csv 的“文件”一列抄写，或不填；不再需要的，请删去这一行。")
    }
    return Offense(
      row, at: WaiverSheet.keywordColumn, "\(waiver.rule)查出的问题里，没有一处含有“\(waiver.keyword)”，这条豁免没有用上",
      fix: "问题已改正的，请删去这一行；没有改的，请核对规则、文件和关键字（从台账那一行原样抄写）。")
  }
}
