import Documents
import LedgerKit
import Ledgers

/// `{{清单 …}}`: lists made from the data, with the sentence that leads to them after `|`.
struct ListSlot {
  /// What may follow 清单.
  static let names = ["缺台账", "存在问题", "主要问题", "未完成隐患", "未落实要求", "未达目标", "台账更正", "工作目标"]
  /// Nobody reads more than this on paper.
  private static let longest = 30

  let summary: Summary

  /// The blocks of a list; no blocks where there is nothing to list, `nil` where there is no such list.
  func blocks(_ slot: Slot) -> [Block]? {
    switch slot.name {
    case "存在问题": problems(ProblemList.lines(summary), lead: slot.style)
    case "主要问题": problems(BriefProblems(summary: summary).lines, lead: slot.style)
    case "未完成隐患": list(openHazards, lead: slot.style)
    case "未落实要求": list(ProblemList.coverage(summary, withLedgers: false), lead: slot.style)
    case "未达目标": list(ratesBelow, lead: slot.style)
    case "台账更正": list(ProblemList.corrections(summary), lead: slot.style)
    case "工作目标": list(Goals(summary: summary).lines, lead: slot.style)
    default: missingLedgers(slot)
    }
  }

  private func list(_ lines: [[Inline]], lead: String?) -> [Block] {
    guard !lines.isEmpty else { return [] }
    return (lead.map { [.paragraph([.text($0)])] } ?? []) + [.list(lines, ordered: true)]
  }

  private func problems(_ lines: [[Inline]], lead: String?) -> [Block] {
    let blocks = list(lines, lead: lead)
    return blocks.isEmpty ? [.paragraph([.text("按现有台账和校验规则，未列出需要说明的问题；未提供的台账不在此列。")])] : blocks
  }

  /// The cells of ST-HAZ-08.list, overdue ones first.
  var openHazardCells: [[String]] {
    guard let found = Catalog.listings.first(where: { $0.listing.id == "ST-HAZ-08.list" }),
      let lines = found.listing.lines(in: summary.books, ledger: found.ledger)
    else { return [] }
    return lines.filter { Self.isOverdue($0) } + lines.filter { !Self.isOverdue($0) }
  }

  static func isOverdue(_ cells: [String]) -> Bool { cells.last?.hasSuffix("（逾期）") ?? false }

  /// `秋千吊链局部锈蚀（大型玩具，2023-05-24发现，期限2023-06-07，整改中，已逾期）`
  private var openHazards: [[Inline]] {
    let lines = openHazardCells
    let shown = lines.prefix(Self.longest).map { [Inline.text(Self.hazard($0))] }
    let rest = lines.count - shown.count
    return shown + (rest > 0 ? [[.text("另有\(Format.grouped(rest))处，见隐患整改台账。")]] : [])
  }

  private static func hazard(_ cells: [String]) -> String {
    guard cells.count == 5 else { return cells.joined(separator: "，") }
    let (found, place, due, state) = (cells[0], cells[1], cells[3], cells[4])
    let remarks = [
      place.isEmpty ? nil : Shortened.text(place), found.isEmpty ? nil : found + "发现", due == "未定" ? "未定期限" : "期限" + due,
      state.replacing("（逾期）", with: "，已逾期"),
    ].compactMap { $0 }
    return (cells[2].isEmpty ? "（未写明的隐患）" : Shortened.text(cells[2], to: 60)) + "（\(remarks.joined(separator: "，"))）。"
  }

  private var ratesBelow: [[Inline]] {
    Catalog.ledgers.flatMap { ProblemList.rates(below: $0, summary) }.map { value in
      [.text(value.figure.title), ProblemList.figure(value), .text("（\(ProblemList.fraction(value))），没有达到100%。")]
    }
  }

  // MARK: Missing ledgers

  /// `{{清单 缺台账 food_samples meal_companions|……没有交来。}}`: one neutral line for ledgers that were not supplied or are not read
  /// yet; the outline's own sentence has the ledgers' names put where its dots are.
  private func missingLedgers(_ slot: Slot) -> [Block]? {
    guard slot.words.first == "缺台账", slot.words.count > 1 else { return nil }
    var absent: [String] = []
    var unread: [String] = []
    for id in slot.words.dropFirst() {
      guard let title = Knowledge.title(of: id) else { return nil }
      if summary.books.table(id) != nil { continue }
      if isHandedIn(title) { unread.append(title) } else { absent.append(title) }
    }
    let sentences = [
      absent.isEmpty ? nil : Self.sentence(slot.style ?? "本学期未提供……。", Wording.list(absent)),
      unread.isEmpty ? nil : "\(Wording.list(unread))已收到，这一版程序还不能统计。",
    ].compactMap { $0 }
    return sentences.isEmpty ? [] : [.notice([.text(sentences.joined())])]
  }

  /// The names in place of the first two dots that stand together, or of the first; before the wording where there are none.
  private static func sentence(_ wording: String, _ names: String) -> String {
    let scalars = wording.unicodeScalars
    var (place, first) = (scalars.startIndex, nil as Range<String.Index>?)
    while let dot = scalars[place...].firstIndex(of: "…") {
      let next = scalars.index(after: dot)
      if next < scalars.endIndex, scalars[next] == "…" {
        first = dot..<scalars.index(after: next)
        break
      }
      first = first ?? dot..<next
      place = next
    }
    guard let dots = first else { return names + wording }
    return String(wording[..<dots.lowerBound]) + names + String(wording[dots.upperBound...])
  }

  private func isHandedIn(_ title: String) -> Bool {
    summary.examination.inputs.contains { input in
      if case .unsupported(let name, _, _) = input.understanding { name == title } else { false }
    }
  }
}
