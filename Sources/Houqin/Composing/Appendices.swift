import Documents
import LedgerKit
import Ledgers
import Tabular

/// 附录A 统计口径, B 校验发现, C 数据来源, D 规范化处理: what an auditor reads.
struct Appendices {
  /// What may follow 附录.
  static let names = ["统计口径", "校验发现", "数据来源", "规范化"]

  let summary: Summary
  /// Codes of the figures and tables the outline uses.
  let cited: Set<String>
  /// The posted edition has no rows, no links and no cells.
  var edition = Edition.archive
  private var isPublic: Bool { edition == .public }

  func blocks(_ slot: Slot) -> [Block]? {
    switch (slot.name, slot.style) {
    case ("统计口径", nil): definitions
    case ("统计口径", "文中"?): citedDefinitions
    case ("校验发现", nil): findings
    case ("数据来源", nil): sources
    case ("规范化", nil): repairs
    default: nil
    }
  }

  // MARK: A

  private var definitions: [Block] {
    let notes = [
      "统计区间为\(summary.books.scope.window.first.chinese)至\(summary.books.scope.asOf.chinese)（统计截止日）；日期在区间以外的记录不计入，另行列出。",
      "金额、比率、日期均按整数和分数精确计算，只在显示时四舍五入一次（与Excel的ROUND相同），不采用四舍六入五成双。",
      "分子小于分母而四舍五入为100.0%的写99.9%，分子大于0而四舍五入为0.0%的写<0.1%；分母为0的写“—”。",
      "检查次数与检查点次、演练次数与登记行数、人次与人是不同的统计量。空白格不当作“否”；合规比率中空白计为没有做到，并在口径中写明。",
    ]
    return [.list(notes.map { [.text($0)] }, ordered: true), definitionTable { _ in true }]
  }

  /// Only what the text uses, in brief.
  private var citedDefinitions: [Block] {
    [definitionTable(cited.contains), .paragraph([.text("其余指标和逐项说明见指标.csv。")])]
  }

  /// Every figure with its parts, definition and rows, then every breakdown with its number of groups.
  private func definitionTable(_ isShown: (String) -> Bool) -> Block {
    let columns =
      [
        TableColumn("指标", share: isPublic ? 30 : 20), TableColumn("数值", .end, share: 10), TableColumn("分子/分母", .end, share: 10),
        TableColumn("口径", share: isPublic ? 50 : 30),
      ] + (isPublic ? [] : [TableColumn("来源", share: 30)])
    let given = summary.figures.filter { ($0.state != .noLedger || $0.tally.unavailable != nil) && isShown($0.figure.code) }
    let sources = Sources(of: given, in: summary.books)
    let places = isPublic ? given.map { _ in "" } : sources.texts(given)
    let rows = zip(given, places).map(definition)
    let groups = summary.breakdowns.filter { !$0.rows.isEmpty && isShown($0.breakdown.code) }.map { b -> [[Inline]] in
      [name(b.breakdown.title, b.breakdown.code), text("\(b.rows.count)组"), [], text(b.breakdown.definition)]
        + (isPublic ? [] : [text(b.ledger.title)])
    }
    return .table(Documents.Table(columns: columns, rows: rows + groups))
  }

  private func definition(_ value: FigureValue, places: String) -> [[Inline]] {
    let (used, excluded) = (Format.grouped(value.tally.rowsUsed), Format.grouped(value.tally.rowsExcluded))
    let meaning: [Inline] = [.text(value.figure.definition), .text("计入\(used)行，未计入\(excluded)行。")]
    let (title, shown, parts) = (name(value.figure.title, value.figure.code), text(value.text), fraction(value))
    return isPublic ? [title, shown, parts, meaning] : [title, shown, parts, meaning, text(places)]
  }

  /// Numerator and denominator; large ones on two lines.
  private func fraction(_ value: FigureValue) -> [Inline] {
    guard let above = value.numeratorText.map(Format.grouped), let below = value.denominatorText.map(Format.grouped) else { return [] }
    return above.utf8.count + below.utf8.count < 12 ? [.text("\(above)/\(below)")] : [.text(above + "/"), .lineBreak, .text(below)]
  }

  private func name(_ title: String, _ code: String) -> [Inline] {
    [.text(title), .lineBreak, isPublic ? .text(code) : .figureEntry(id: code, text: code)]
  }

  // MARK: B

  private var findings: [Block] {
    let e = summary.examination
    let all = e.findings
    let settings = [SettingsInForce(e).ruleTable].compactMap { $0 }.map(Block.table)
    guard !all.isEmpty || !e.waived.isEmpty else { return [.paragraph([.text("各项校验规则均未报告问题。")])] + settings }
    if isPublic { return countedFindings + settings }
    let waived = e.waived.isEmpty ? "" : "另有\(e.waived.count)处已豁免，不计在内。"
    let intro =
      "共\(all.count)处：错误\(e.count(.error))处、警告\(e.count(.warning))处、提示\(e.count(.info))处。每条规则最多列\(FindingGroup.shown)处，全部见问题清单.csv。\(waived)"
    return [.paragraph([.text(intro)])] + FindingGroup.all(e.kinds).flatMap(group) + self.waived + settings
  }

  /// How many of each rule, without a row or a cell.
  private var countedFindings: [Block] {
    let rows = FindingGroup.all(summary.examination.kinds).map { group -> [[Inline]] in
      [text(group.title), text(group.severity.title), text(String(group.count)), text(group.first.first?.citation.text ?? "")]
    }
    let columns = [TableColumn("规则"), TableColumn("级别"), TableColumn("处数", .end), TableColumn("依据")]
    return [
      .paragraph([.text("共\(summary.examination.findings.count)处，按规则列出处数；逐处见存档版。")]),
      .table(Documents.Table(columns: columns, rows: rows)),
    ]
  }

  private func group(_ group: FindingGroup) -> [Block] {
    let citation = group.first.first?.citation.text ?? ""
    let title = "【\(group.severity.title)】\(group.title)"
    var kin = KinMemory<(file: [Inline], column: [Inline])>()
    let rows = group.first.map { f -> [[Inline]] in
      let place = kin.place(of: f) { (text($0.file ?? "本学期"), text($0.column ?? "")) }
      return [kin[place].file, text(f.row.map(String.init) ?? ""), kin[place].column, text(Shortened.text(f.value ?? "")), text(f.message)]
    }
    let columns = [TableColumn("文件"), TableColumn("行", .end), TableColumn("列"), TableColumn("原文"), TableColumn("问题")]
    let labels = [GroupLabel("级别", group.severity.title)] + group.ledgers.compactMap(Knowledge.title).map { GroupLabel("台账", $0) }
    let content: [Block] = [
      .paragraph([.strong([.text(title)]), .text("（\(group.rule)，\(group.count)处；依据：\(citation)）")]),
      .table(Documents.Table(columns: columns, rows: rows, note: rest(group.count))),
    ]
    return [.group(labels: labels, content)]
  }

  /// What 豁免.csv accepts, with reason and approver.
  private var waived: [Block] {
    let all = summary.examination.waived
    guard !all.isEmpty else { return [] }
    let rows = all.prefix(FindingGroup.shown).map { w -> [[Inline]] in
      [
        text(w.finding.rule), text(w.finding.place.isEmpty ? "本学期" : Shortened.text(w.finding.place, to: 60)), text(w.finding.message),
        text(PersonalData.masked(w.waiver.reason)), text(PersonalData.masked(w.waiver.approver)), text(w.waiver.until?.iso ?? "未定"),
      ]
    }
    let columns = ["规则", "所在", "问题", "理由", "批准人", "有效期至"].map { TableColumn($0) }
    let ledgers = Set(all.compactMap(\.finding.ledger)).sorted().compactMap(Knowledge.title)
    let content: [Block] = [
      .paragraph([.strong([.text("【已豁免】豁免.csv接受的问题")]), .text("（\(all.count)处，不计入错误、警告和提示）")]),
      .table(Documents.Table(columns: columns, rows: rows, note: rest(all.count))),
    ]
    return [.group(labels: [GroupLabel("级别", "已豁免")] + ledgers.map { GroupLabel("台账", $0) }, content)]
  }

  private func rest(_ count: Int) -> String? {
    count > FindingGroup.shown ? "另有\(count - FindingGroup.shown)处，见问题清单.csv。" : nil
  }

  // MARK: C

  private var sources: [Block] {
    let columns = [
      TableColumn("文件"), TableColumn("读作"), TableColumn("编码"), TableColumn("总行数", .end), TableColumn("数据行", .end), TableColumn("计入", .end),
      TableColumn("未计入", .end),
    ]
    let rows = summary.examination.inputs.map { input -> [[Inline]] in
      let account = summary.examination.accounts[input.file]
      let physical = input.counts.map { String($0.values.reduce(0, +)) } ?? "—"
      return [
        text(input.file), text(title(input)), text(input.records?.text.encoding.rawValue ?? "—"), text(physical),
        text(account.map { String($0.data) } ?? "—"), text(account.map { String($0.used) } ?? "—"),
        text(account.map { String($0.excluded) } ?? "—"),
      ]
    }
    let digests = summary.examination.inputs.map { [text($0.file), $0.sha256.isEmpty ? text("—") : [.code($0.sha256)]] }
    let note = "总行数＝标题行＋表头＋合计行＋备注行＋空行＋数据行；数据行＝计入＋未计入。行数按Excel中看到的行计算。"
    return [
      .table(Documents.Table(columns: columns, rows: rows, note: "注：" + note)),
      .paragraph([.text("数据指纹由各文件的SHA-256排序后再取一次SHA-256得到，与文件名无关："), .code(summary.fullFingerprint), .text("。")]),
      .table(Documents.Table(columns: [TableColumn("文件"), TableColumn("SHA-256")], rows: digests)),
    ] + [SettingsInForce(summary.examination).headerTable].compactMap { $0 }.map(Block.table)
  }

  // MARK: D

  /// What was converted while reading: how often, and the first cells of each kind with before and after.
  private var repairs: [Block] {
    let repairs = summary.examination.repairs
    let counts = repairs.counts
    guard !counts.isEmpty else { return [.paragraph([.text("各格均按原样读入，没有换算或补全。")])] }
    if isPublic {
      let lines = counts.map { [Inline.text("\($0.repair.title)：\(Format.grouped($0.count))格。")] }
      return [.paragraph([.text("读入时换算或补全的格子，原表没有改动；逐格见存档版。")]), .list(lines, ordered: false)]
    }
    let intro =
      "读入时换算或补全的格子共\(Format.grouped(counts.reduce(0) { $0 + $1.count }))格，原表没有改动。每类最多列\(Self.shownRepairs)格，全部见 houqin check 的 normalizations。"
    let columns = [TableColumn("文件"), TableColumn("行", .end), TableColumn("列"), TableColumn("原文"), TableColumn("读作")]
    return [.paragraph([.text(intro)])]
      + counts.map { repair, count -> Block in
        let rows = repairs.first(Self.shownRepairs, of: repair).map { n in
          [text(n.file), text(String(n.row)), text(n.column), text(Shortened.text(n.before)), text(Shortened.text(n.after))]
        }
        return .table(Documents.Table(caption: "\(repair.title)（\(Format.grouped(count))格）", columns: columns, rows: rows))
      }
  }

  private static let shownRepairs = 10

  private func title(_ input: Input) -> String {
    switch input.understanding {
    case .ledger(let sheets, _, _): FileLine.titles(sheets)
    case .repeated(let sheets, _): "\(FileLine.titles(sheets))（重复，未计入）"
    case .matrix: "按天打勾的检查表（未计入）"
    case .unsupported(let title, _, _): "\(title)（暂不支持）"
    case .unrecognized: "无法识别"
    case .unreadable: "没有读入"
    }
  }

  private func text(_ s: String) -> [Inline] { s.isEmpty ? [] : [.text(s)] }
}

/// A cell's text cut to what a table can show.
enum Shortened {
  static func text(_ s: String, to limit: Int = 40) -> String {
    let flat = s.joiningLines(with: " ")
    // No text has more characters than bytes.
    return flat.utf8.count > limit && flat.count > limit ? flat.prefix(limit) + "…" : flat
  }
}
