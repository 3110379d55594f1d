/// An outline of the report that school staff edit: Markdown with slots, optional clauses and sentences with variants.
public struct Template: Sendable {
  /// The name used in error messages, usually the file's.
  public let name: String
  private let title: [Phrase]?
  private let nodes: [TemplateNode]

  /// Reads a template.
  /// - Parameters:
  ///   - text: The file's text; any line ends, with or without a byte order mark.
  ///   - name: The name to use in error messages.
  /// - Throws: A ``TemplateError`` for anything that cannot be understood.
  public init(parsing text: String, name: String) throws(TemplateError) {
    let parser = try TemplateParser(text, template: name)
    self.name = name
    title = parser.title
    nodes = parser.nodes
  }

  /// The report's body, not yet numbered; see ``Numbering/apply(to:)``.
  /// - Throws: A ``TemplateError`` for a slot or condition the source does not know, printed or not.
  public func compose(from source: some TemplateSource) throws(TemplateError) -> [Block] {
    try Composer(template: name, source: source).blocks(nodes)
  }

  /// The names of the hand-written passages the template asks for, printed or not.
  public var passageNames: [String] {
    let bodies = nodes.flatMap { node -> [TemplateBody] in
      switch node {
      case .body(let body): [body]
      case .variants(let variants): variants.map(\.body)
      default: []
      }
    }
    return bodies.compactMap { if case .slot(let slot) = $0, slot.keyword == "文字" { slot.name } else { nil } }
  }

  /// The words of the template's `# ` line, if there is one.
  public func composeTitle(from source: some TemplateSource) throws(TemplateError) -> String? {
    guard let title else { return nil }
    return try Composer(template: name, source: source).line(title).plainText
  }
}
