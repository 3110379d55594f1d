/// A template's block as written, before any data is known.
indirect enum TemplateNode: Equatable, Sendable {
  case heading(level: Int, Heading.Style, [Phrase])
  case body(TemplateBody)
  case variants([TemplateVariant])
  case list([[Phrase]], ordered: Bool)
  case table(header: [[Phrase]], alignments: [TableColumn.Alignment], rows: [[[Phrase]]])
  case quote([TemplateNode])
  /// 无数据时隐藏: of the section above, or of every section where it stands before the first.
  case hidesWithoutData
}

/// What a paragraph or a variant prints.
enum TemplateBody: Equatable, Sendable {
  case sentence([Phrase])
  case notice([Phrase])
  case slot(Slot)
}

/// One line of a sentence with variants; no tests means 否则.
struct TemplateVariant: Equatable, Sendable {
  var tests: [ConditionTest]
  var body: TemplateBody
}

extension TemplateNode {
  /// The slots it gives whole blocks for.
  var blockSlots: [Slot] {
    let bodies: [TemplateBody] =
      switch self {
      case .body(let body): [body]
      case .variants(let variants): variants.map(\.body)
      default: []
      }
    return bodies.compactMap { if case .slot(let slot) = $0 { slot } else { nil } }
  }

  /// All of its running text.
  var phrases: [Phrase] {
    switch self {
    case .heading(_, _, let phrases): phrases
    case .body(let body): body.phrases
    case .variants(let variants): variants.flatMap(\.body.phrases)
    case .list(let items, _): items.flatMap(\.self)
    case .table(let header, _, let rows): (header + rows.flatMap(\.self)).flatMap(\.self)
    case .quote(let nodes): nodes.flatMap(\.phrases)
    case .hidesWithoutData: []
    }
  }
}

extension TemplateBody {
  fileprivate var phrases: [Phrase] {
    switch self {
    case .sentence(let phrases), .notice(let phrases): phrases
    case .slot: []
    }
  }
}

extension Phrase {
  /// The names of the slots in it.
  var slotNames: [String] {
    switch self {
    case .text, .code, .lineBreak: []
    case .strong(let phrases), .emphasis(let phrases), .clause(_, let phrases): phrases.flatMap(\.slotNames)
    case .slot(let slot): [slot.name]
    }
  }
}
