/// An outline of the report that school staff edit: Markdown with slots, optional clauses and sentences with variants.
public struct Template: Sendable {
  /// The name used in error messages, usually the file's.
  public let name: String
  private let title: [Phrase]?
  private let fileTitle: [Phrase]?
  private let nodes: [TemplateNode]
  private let isProven: Bool

  /// The block slots of the template, printed or not, in reading order.
  public let blockSlots: [Slot]
  /// The names of the hand-written passages the template asks for, printed or not.
  public let passageNames: [String]
  /// The names of the figures and tables the template uses, printed or not.
  public let figureNames: Set<String>

  /// Reads a template.
  /// - Parameters:
  ///   - text: The file's text; any line ends, with or without a byte order mark.
  ///   - name: The name to use in error messages.
  ///   - isProven: Whether every name in it is known to be known, as tests know of the built-in outlines: then nothing is asked for but
  ///     what is printed.
  /// - Throws: A ``TemplateError`` for anything that cannot be understood.
  public init(parsing text: String, name: String, isProven: Bool = false) throws(TemplateError) {
    let parser = try TemplateParser(text, template: name)
    self.name = name
    self.isProven = isProven
    title = parser.title
    fileTitle = parser.fileTitle
    nodes = parser.nodes
    blockSlots = nodes.flatMap(\.blockSlots)
    passageNames = blockSlots.filter { $0.keyword == "文字" }.map(\.name)
    let tables = blockSlots.filter { $0.keyword == "表" }.flatMap { $0.name.split(separator: "+").map(String.init) }
    figureNames = Set(tables + nodes.flatMap(\.phrases).flatMap(\.slotNames))
  }

  /// The report's body, not yet numbered; see ``Numbering/apply(to:)``.
  /// - Throws: A ``TemplateError`` for a slot or condition the source does not know, printed or not.
  public func compose(from source: some TemplateSource) throws(TemplateError) -> [Block] {
    try composer(source).blocks(nodes)
  }

  /// Words that may only stand at the beginning of a line.
  static let lineWords = ["当", "否则", "提示", "题", "无数据时隐藏"]

  /// Every keyword of the language: what its description must explain.
  public static let keywords = lineWords + ["注", "且"] + Slot.blockKeywords + Slot.inlineKeywords + ConditionParser.keywords

  /// The letter of the appendix in which a block slot stands, such as C for `{{附录 数据来源}}`; `nil` if it stands in none.
  public func appendixLetter(of keyword: String, _ name: String) -> String? {
    var count = 0
    for node in nodes {
      if case .heading(_, .appendix, _) = node { count += 1 }
      if case .body(.slot(let slot)) = node, slot.keyword == keyword, slot.name == name, count > 0 { return Numbering.letters(count) }
    }
    return nil
  }

  /// The words of the template's `# ` line, else of its `{{题}}` line, if there is one.
  public func composeTitle(from source: some TemplateSource) throws(TemplateError) -> String? {
    guard let title = title ?? fileTitle else { return nil }
    return try composer(source).line(title).plainText
  }

  /// The words of the template's `{{题}}` line, which name the report's files; `nil` if there is none.
  public func composeFileTitle(from source: some TemplateSource) throws(TemplateError) -> String? {
    guard let fileTitle else { return nil }
    return try composer(source).line(fileTitle).plainText
  }

  private func composer<Source>(_ source: Source) -> Composer<Source> {
    Composer(template: name, source: source, asksForAll: !isProven)
  }
}
