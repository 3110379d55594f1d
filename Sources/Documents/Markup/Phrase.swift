/// Running text as written: Markdown, and in a template also slots and clauses.
indirect enum Phrase: Equatable, Sendable {
  case text(String)
  case strong([Phrase])
  case emphasis([Phrase])
  case code(String)
  case lineBreak
  case slot(Slot)
  /// An optional clause with the tests that lead it, if any.
  case clause([ConditionTest]?, [Phrase])
}

/// A condition and where it stands in the template.
struct ConditionTest: Equatable, Sendable {
  var condition: Condition
  var line: Int
  var written: String
}

extension [Phrase] {
  /// Appends, merging neighboring texts into one.
  mutating func add(_ phrase: Phrase) {
    if case .text(let next) = phrase, case .text(let last)? = self.last {
      self[count - 1] = .text(last + next)
    } else if phrase != .text("") {
      append(phrase)
    }
  }
}
