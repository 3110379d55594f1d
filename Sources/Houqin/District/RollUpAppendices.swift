import Documents
import LedgerKit

/// 附录A 统计口径 and B 数据来源 of a roll-up.
struct RollUpAppendices {
  let rollUp: RollUp

  var blocks: [Block] {
    [heading("统计口径"), .list(notes.map { [.text($0)] }, ordered: true), definitions, heading("数据来源"), .paragraph([.text(origin)]), sources]
  }

  private let notes = [
    "各项由各校台账的分子、分母分别相加后再计算，精确计算，只在显示时四舍五入一次。",
    "没有交台账的学校不按0计入；每项的“来源”写明有几所学校有数据、几所未提供。",
    "各校的口径、行号和校验发现见各校总结的附录。",
  ]

  private var definitions: Block {
    let columns = [
      TableColumn("指标", share: 20), TableColumn("数值", .end, share: 15), TableColumn("分子/分母", .end, share: 15), TableColumn("口径", share: 30),
      TableColumn("来源", share: 20),
    ]
    let rows = rollUp.sums.map { sum -> [[Inline]] in
      [
        [.text(sum.figure.title), .lineBreak, .figureEntry(id: sum.figure.code, text: sum.figure.code)], RollUpCells.text(value(sum)),
        fraction(sum), RollUpCells.text(sum.figure.definition), RollUpCells.text(sum.basis),
      ]
    }
    return .table(Documents.Table(columns: columns, rows: rows))
  }

  private func value(_ sum: FigureSum) -> String {
    sum.exact.map { (sum.isApproximate ? "约" : "") + $0.text(in: sum.figure.unit) } ?? sum.text
  }

  private func fraction(_ sum: FigureSum) -> [Inline] {
    guard !sum.figure.unit.isPlain, sum.exact != nil, let below = sum.denominator else { return [] }
    return [.text(Format.grouped(String(sum.numerator)) + "/" + Format.grouped(String(below)))]
  }

  private let origin = "各校的数据指纹与其总结封面上的一致，由该校全部来源文件的SHA-256算出；逐个文件的SHA-256见 manifest.json。"

  private var sources: Block {
    let columns = [
      TableColumn("学校"), TableColumn("文件夹"), TableColumn("文件", .end), TableColumn("统计截止"), TableColumn("数据指纹"),
    ]
    let rows = rollUp.schools.map { school -> [[Inline]] in
      let print = school.aggregate.fingerprint
      return [
        RollUpCells.link(school), RollUpCells.text(school.folder), RollUpCells.text(String(school.aggregate.inputs.count)),
        RollUpCells.text(school.aggregate.asOf.iso), [.code(print.prefix(4) + "…" + print.suffix(4))],
      ]
    }
    return .table(Documents.Table(columns: columns, rows: rows))
  }

  private func heading(_ words: String) -> Block { .heading(Heading(level: 1, style: .appendix, content: [.text(words)])) }
}
