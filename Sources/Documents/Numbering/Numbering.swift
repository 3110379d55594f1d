/// Numbers headings and captions in reading order.
///
/// Runs after composition, so that sections can be moved, renamed and removed without anyone typing a number:
/// level 1 一、 level 2 （一） level 3 1. level 4 （1）, appendices 附录A, captions 表1 and 图1.
/// (Hierarchy: GB/T 9704-2012 §7.3.3.) Running it again gives the same result.
public enum Numbering {
  /// The blocks with numbers and anchors filled in.
  public static func apply(to blocks: [Block]) -> [Block] {
    var counter = NumberingCounter()
    return blocks.map { counter.numbered($0) }
  }

  /// A … Z, AA, AB …
  static func letters(_ number: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let letter = String(alphabet[(number - 1) % 26])
    return number > 26 ? letters((number - 1) / 26) + letter : letter
  }
}

/// The state of one numbering pass.
private struct NumberingCounter {
  private var headings = [0, 0, 0, 0]
  private var path = ["s0", "0", "0", "0"]
  private var plain = 0
  private var appendices = 0
  private var tables = 0
  private var charts = 0

  mutating func numbered(_ block: Block) -> Block {
    switch block {
    case .heading(let heading): .heading(numbered(heading))
    case .table(let table): .table(numbered(table))
    case .chart(let chart): .chart(numbered(chart))
    case .quote(let blocks): .quote(numbered(blocks))
    case .group(let labels, let blocks): .group(labels: labels, numbered(blocks))
    case .paragraph, .list, .gap, .notice, .signature: block
    }
  }

  private mutating func numbered(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    for block in blocks { result.append(numbered(block)) }
    return result
  }

  private mutating func numbered(_ table: Table) -> Table {
    guard table.caption != nil else { return table }
    tables += 1
    var result = table
    result.number = "表\(tables)"
    return result
  }

  private mutating func numbered(_ chart: Chart) -> Chart {
    charts += 1
    var result = chart
    result.number = "图\(charts)"
    return result
  }

  private mutating func numbered(_ heading: Heading) -> Heading {
    var result = heading
    let depth = heading.level - 1
    for deeper in (depth + 1)..<5 where deeper < 4 {
      headings[deeper] = 0
      path[deeper] = "0"
    }
    (result.number, path[depth]) = step(heading, depth)
    result.id = heading.style == .appendix ? path[depth] : path[0...depth].joined(separator: "-")
    if heading.style == .appendix { path[0] = path[depth] }
    return result
  }

  /// Counts the heading; returns its number and its part of the anchor.
  private mutating func step(_ heading: Heading, _ depth: Int) -> (number: String, anchor: String) {
    switch heading.style {
    case .numbered:
      headings[depth] += 1
      return (Self.number(headings[depth], level: heading.level), (depth == 0 ? "s" : "") + String(headings[depth]))
    case .plain:
      plain += 1
      return ("", "p\(plain)")
    case .appendix:
      appendices += 1
      let letter = Numbering.letters(appendices)
      return ("附录" + letter, "appendix-" + letter.lowercased())
    }
  }

  private static func number(_ count: Int, level: Int) -> String {
    switch level {
    case 1: ChineseNumeral.string(count) + "、"
    case 2: "（" + ChineseNumeral.string(count) + "）"
    case 3: "\(count)."
    default: "（\(count)）"
    }
  }

}
