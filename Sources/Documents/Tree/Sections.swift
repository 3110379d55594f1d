/// Sections: a heading with all that follows up to the next heading of its level or a higher one.
public enum Sections {
  /// Leaves out the sections that are marked so and have no data: nothing but notices, gaps and such sections.
  ///
  /// What is left out is told by its title, so that it can be named elsewhere: missing is not zero.
  public static func hidingEmpty(_ blocks: [Block]) -> (blocks: [Block], hidden: [String]) {
    var kept: [Block] = []
    var hidden: [String] = []
    var index = blocks.startIndex
    while index < blocks.endIndex {
      let end = end(of: index, in: blocks)
      if case .heading(let heading) = blocks[index], heading.hidesWithoutData, !blocks[index..<end].contains(where: \.isData) {
        hidden.append(heading.content.plainText)
        index = end
      } else {
        kept.append(blocks[index])
        index += 1
      }
    }
    return (kept, hidden)
  }

  private static func end(of start: Int, in blocks: [Block]) -> Int {
    guard case .heading(let heading) = blocks[start] else { return start + 1 }
    let next = blocks[(start + 1)...].firstIndex { if case .heading(let other) = $0 { other.level <= heading.level } else { false } }
    return next ?? blocks.endIndex
  }
}

extension Block {
  /// Whether it is a section's heading.
  var isHeading: Bool { if case .heading = self { true } else { false } }

  /// Whether it says something: not a heading, a notice that something is missing, or a place still to be written.
  fileprivate var isData: Bool {
    switch self {
    case .heading, .notice, .gap: false
    default: true
    }
  }

  /// Marks a heading; other blocks stay as they are.
  mutating func hideWithoutData() {
    guard case .heading(var heading) = self else { return }
    heading.hidesWithoutData = true
    self = .heading(heading)
  }
}
