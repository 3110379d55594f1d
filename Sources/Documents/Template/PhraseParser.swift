/// Reads a template's running text: Markdown with slots and optional clauses.
struct PhraseParser {
  private let template: String
  private var scanner: MarkupScanner
  /// Where the open clause began, if one is open.
  private var clauseLine: Int?
  /// Whether `\{` or `\[` stands before: what closes them is literal too.
  private var escapes: (brace: Bool, bracket: Bool) = (false, false)

  private init(_ text: Chunk.Text, template: String) {
    self.template = template
    scanner = MarkupScanner(text)
  }

  /// The running text's phrases.
  static func phrases(_ text: Chunk.Text, template: String) throws(TemplateError) -> [Phrase] {
    var parser = PhraseParser(text, template: template)
    while parser.scanner.current != nil { try parser.step() }
    if let line = parser.clauseLine { throw parser.error(.unclosedClause, "[[", line) }
    parser.scanner.flush()
    return PhraseAssembler.phrases(parser.scanner.tokens)
  }

  private mutating func step() throws(TemplateError) {
    let here = scanner.position
    if opensTwice(Braces.isOpen) {
      try takeSlot()
    } else if opensTwice(Braces.isOpenBracket) {
      try takeClauseStart()
    } else if clauseLine != nil, opensTwice(Braces.isCloseBracket) {
      scanner.emit(.closeClause, upTo: here + 2)
      clauseLine = nil
    } else if opensTwice(Braces.isCloseBracket), !escapes.bracket {
      throw error(.unopenedClause, excerpt())
    } else if opensTwice(Braces.isClose), !escapes.brace {
      throw error(.unopenedSlot, excerpt())
    } else {
      if scanner.current == "\\" { noteEscape(of: scanner.scalars[at: here + 1]) }
      scanner.step()
    }
  }

  private mutating func noteEscape(of scalar: Unicode.Scalar?) {
    escapes = (escapes.brace || Braces.isOpen(scalar), escapes.bracket || Braces.isOpenBracket(scalar))
  }

  private func opensTwice(_ isBracket: (Unicode.Scalar?) -> Bool) -> Bool {
    isBracket(scanner.current) && isBracket(scanner.scalars[at: scanner.position + 1])
  }

  private mutating func takeSlot() throws(TemplateError) {
    guard let directive = Directive(scanner.scalars, at: scanner.position) else { throw error(.unclosedSlot, excerpt()) }
    if directive.runsOn, !directive.isComment { throw error(.unclosedSlot, excerpt()) }
    scanner.emit(try token(directive), upTo: directive.end)
  }

  /// The token a directive within text stands for; none for a comment.
  private func token(_ directive: Directive) throws(TemplateError) -> MarkupToken? {
    if directive.isComment { return nil }
    let written = "{{" + directive.inside + "}}"
    if Template.lineWords.contains(directive.leadingWord) { throw error(.directiveWithinText, written) }
    let slot = directive.slot(line: scanner.line)
    if slot.isBlock { throw error(.blockWithinText, written) }
    if slot.name.isEmpty { throw error(.emptySlot, written) }
    return .slot(slot)
  }

  private mutating func takeClauseStart() throws(TemplateError) {
    if clauseLine != nil { throw error(.nestedClause, excerpt()) }
    clauseLine = scanner.line
    let start = scanner.position + 2
    let end = leadEnd(from: start)
    let lead = String(scalars: scanner.scalars[start..<end])
    let endsWithColon = scanner.scalars[at: end] == "：" || scanner.scalars[at: end] == ":"
    guard endsWithColon, ConditionParser.looksLikeCondition(lead) else { return scanner.emit(.openClause(nil), upTo: start) }
    let tests = try ConditionTest.tests(lead, line: scanner.line, template: template)
    scanner.emit(.openClause(tests), upTo: end + 1)
  }

  /// Where the words that may be a clause's condition end.
  private func leadEnd(from start: Int) -> Int {
    var index = start
    while let scalar = scanner.scalars[at: index], !"：:\n{｛[［]］".unicodeScalars.contains(scalar) { index += 1 }
    return index
  }

  /// The next few characters, for an error message.
  private func excerpt() -> String {
    String(scalars: scanner.scalars[scanner.position...].prefix { $0 != "\n" }.prefix(20))
  }

  private func error(_ reason: TemplateError.Reason, _ written: String, _ line: Int? = nil) -> TemplateError {
    TemplateError(template: template, line: line ?? scanner.line, written: written, reason: reason)
  }
}

extension ConditionTest {
  /// The tests a condition's text stands for.
  static func tests(_ text: String, line: Int, template: String) throws(TemplateError) -> [ConditionTest] {
    guard let conditions = ConditionParser.conditions(text) else {
      let reason = TemplateError.Reason.badCondition(nearest: ConditionParser.nearest(to: text))
      throw TemplateError(template: template, line: line, written: text.trimmingBlanks(), reason: reason)
    }
    return conditions.map { ConditionTest(condition: $0, line: line, written: text.trimmingBlanks()) }
  }
}
