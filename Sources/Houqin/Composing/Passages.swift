import Documents
import LedgerKit

/// Puts hand-written passages that are named after a section, or its number, into that section: 文字/明确安全责任.md, 文字/二（一）.md.
///
/// Passages the outline names itself (`{{文字 前言}}`) are placed by it. No passage is dropped in silence: what fits nowhere is named.
enum Passages {
  /// Passages first go where a section's title says, so that their section is not left out as one without data; what is left goes by
  /// the numbers that are printed. Sections left out are named at the end of the body.
  static func place(_ passages: [String: String], in blocks: [Block]) -> (blocks: [Block], unplaced: [String]) {
    let titled = inserted(passages, into: blocks)
    let left = passages.filter { titled.unplaced.contains($0.key) }
    let sections = Sections.hidingEmpty(titled.blocks)
    let numbered = left.isEmpty ? (blocks: sections.blocks, unplaced: []) : inserted(left, into: Numbering.apply(to: sections.blocks))
    return (Numbering.apply(to: naming(sections.hidden, in: numbered.blocks)), numbered.unplaced)
  }

  private static func naming(_ hidden: [String], in blocks: [Block]) -> [Block] {
    guard !hidden.isEmpty else { return blocks }
    let names = hidden.map { "“\($0)”" }.joined()
    let note = "附注：没有数据、未列入正文的内容有\(names)。没有数据不等于没有发生，也不等于零。"
    let end = blocks.firstIndex { if case .heading(let heading) = $0 { heading.style == .appendix } else { false } } ?? blocks.endIndex
    return blocks[..<end] + [.notice([.text(note)])] + blocks[end...]
  }

  private static func inserted(_ passages: [String: String], into given: [Block]) -> (blocks: [Block], unplaced: [String]) {
    var blocks = given
    var unplaced: [String] = []
    for (name, text) in passages.sorted(by: { $0.key < $1.key }) {
      guard let section = blocks.firstIndex(where: { isHeading($0, named: name) }) else {
        unplaced.append(name)
        continue
      }
      insert(Passage.blocks(fromMarkdown: text), after: section, into: &blocks)
    }
    return (blocks, unplaced)
  }

  /// Into the section's first gap, else at its end.
  private static func insert(_ passage: [Block], after heading: Int, into blocks: inout [Block]) {
    let end = blocks[(heading + 1)...].firstIndex { if case .heading = $0 { true } else { false } } ?? blocks.endIndex
    let gap = blocks[heading + 1..<end].firstIndex { if case .gap = $0 { true } else { false } }
    if let gap { blocks.replaceSubrange(gap...gap, with: passage) } else { blocks.insert(contentsOf: passage, at: end) }
  }

  private static func isHeading(_ block: Block, named name: String) -> Bool {
    guard case .heading(let heading) = block else { return false }
    let wanted = plain(name)
    return wanted == plain(heading.content.plainText) || wanted == plain(heading.prefix + heading.content.plainText)
      || (heading.style == .numbered && numbers(heading.id).contains(wanted))
  }

  /// `s2-1` as people write it: 二（一）, 2.1.
  private static func numbers(_ id: String) -> [String] {
    let parts = id.dropFirst().split(separator: "-").compactMap { Int($0) }
    guard let first = parts.first else { return [] }
    let arabic = parts.map(String.init).joined(separator: ".")
    let second = parts.dropFirst().first.map { "（\(ChineseNumeral.string($0))）" } ?? ""
    let third = parts.dropFirst(2).map { "\($0)" }.joined(separator: ".")
    return [arabic, plain(ChineseNumeral.string(first) + second + third)]
  }

  /// Without blanks, brackets' width and the marks that follow a number.
  private static func plain(_ text: String) -> String {
    Folding.compact(text).filter { !"、,，。.:：".contains($0) || $0 == "." }
  }
}
