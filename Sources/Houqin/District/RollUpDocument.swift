import Documents
import LedgerKit
import Ledgers

/// The roll-up as a document of the same kind as a school's: one tree for Markdown and the page.
struct RollUpDocument {
  let rollUp: RollUp

  var document: Document {
    Document(
      title: rollUp.title, organization: rollUp.organization, byline: ["统计截止 \(asOf)"], cover: cover,
      blocks: Numbering.apply(to: blocks))
  }

  private var asOf: String {
    let days = rollUp.asOf
    return days.lowerBound == days.upperBound
      ? days.lowerBound.chinese : "\(days.lowerBound.chinese)至\(days.upperBound.chinese)（各校不同）"
  }

  private var cover: [CoverItem] {
    let lacking = rollUp.schools.filter { !$0.aggregate.missing.isEmpty }
    return [
      CoverItem(
        label: "学校", value: "\(Format.grouped(rollUp.schools.count))所",
        note: rollUp.failed.isEmpty ? "全部计入" : "另有\(rollUp.failed.count)所没有计入"),
      CoverItem(label: "记录", value: "\(Format.grouped(rollUp.rowsUsed))行", note: "未计入\(Format.grouped(rollUp.rowsExcluded))行"),
      CoverItem(
        label: "发现问题", value: "\(Format.grouped(total))处",
        note: "错误\(rollUp.count(.error))、警告\(rollUp.count(.warning))、提示\(rollUp.count(.info))"),
      CoverItem(
        label: "缺台账", value: "\(lacking.count)所",
        note: lacking.isEmpty ? "必交台账齐全" : "共缺\(lacking.reduce(0) { $0 + $1.aggregate.missing.count })种次"),
      CoverItem(label: "数据指纹", value: rollUp.fingerprint.prefix(4) + "…" + rollUp.fingerprint.suffix(4), note: "由各校来源文件算出"),
    ]
  }

  private var total: Int { Rule.Severity.allCases.reduce(0) { $0 + rollUp.count($1) } }

  private var blocks: [Block] {
    let tables = RollUpTables(rollUp: rollUp)
    let rankings = RollUpRankings(rollUp: rollUp)
    return [heading("合计"), .paragraph([.text(opening)]), tables.totals]
      + [heading("各校情况"), .paragraph([.text("点校名看这所学校的总结。“未提供”是没有交台账，“无数据”是交了但没有可用的记录，都不是0。")])]
      + [heading("检查与隐患", 2), tables.safety, heading("采购、食堂与演练", 2), tables.supplies, heading("数据与台账", 2)] + tables.data
      + [heading("排序"), .paragraph([.text("排序只按台账中的数字，台账记得越细，查出的问题往往越多，请结合各校总结判断。")])]
      + [heading("在册隐患", 2)] + rankings.openHazards + [heading("应有而未见的记录", 2)] + rankings.unmet
      + [heading("数据质量", 2)] + rankings.quality
      + (rollUp.failed.isEmpty ? [] : [heading("没有计入的学校"), tables.failed])
      + RollUpAppendices(rollUp: rollUp).blocks
  }

  private var opening: String {
    let schools = "共\(Format.grouped(rollUp.schools.count))所学校计入汇总"
    let failed = rollUp.failed.isEmpty ? "" : "，另有\(rollUp.failed.count)所没有计入，原因见“没有计入的学校”"
    return schools + failed + "。比率由各校的分子之和除以分母之和得到，不是各校比率的平均。没有台账的学校不计入相应的合计，每项注明有几所学校有数据。"
  }

  private func heading(_ words: String, _ level: Int = 1) -> Block { .heading(Heading(level: level, content: [.text(words)])) }
}

/// How the roll-up's tables write their cells.
enum RollUpCells {
  static func text(_ words: String) -> [Inline] { words.isEmpty ? [] : [.text(words)] }

  /// A school by its name, linked to its report.
  static func link(_ school: RollUp.School) -> [Inline] {
    [.link(to: [school.folder, school.aggregate.report], text: school.title)]
  }

  static func figure(_ code: String, _ school: RollUp.School, _ unit: LedgerKit.Unit) -> [Inline] {
    text(school.aggregate.figure(code)?.text(in: unit) ?? "—")
  }
}
