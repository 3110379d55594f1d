/// A template's block as written, before any data is known.
indirect enum TemplateNode: Equatable, Sendable {
  case heading(level: Int, Heading.Style, [Phrase])
  case body(TemplateBody)
  case variants([TemplateVariant])
  case list([[Phrase]], ordered: Bool)
  case table(header: [[Phrase]], alignments: [TableColumn.Alignment], rows: [[[Phrase]]])
  case quote([TemplateNode])
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
