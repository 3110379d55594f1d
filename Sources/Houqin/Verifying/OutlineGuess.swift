import LedgerKit

/// Which outline a document was written after: the one whose sentences it has most of.
enum OutlineGuess {
  /// The name of a built-in outline; the one of the school's stage where none fits better.
  static func name(for document: ReadDocument, _ summary: Summary) throws(HouqinError) -> String {
    let keys = Set(document.passages.flatMap { $0.text.sentences.map { Sentence($0).key } })
    var best = (name: try Outline.named(nil, for: summary.books.scope.profile.stage).name, common: 0)
    for name in [best.name] + TemplateFiles.outlines {
      let expected = try Expectation(only: try Outline.named(name, for: .kindergarten), of: summary)
      let common = Set(expected.sentences.map(\.key)).intersection(keys).count
      if common > best.common { best = (name, common) }
    }
    return best.name
  }
}
