import Tabular
import Testing

/// A text and what it means, records as rows of cells.
struct SheetCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let rows: [[String]]
  let anomalies: [Anomaly]

  init(_ description: String, _ text: String, _ rows: [[String]], _ anomalies: [(Int, Anomaly.Kind)] = []) {
    testDescription = description
    self.text = text
    self.rows = rows
    self.anomalies = anomalies.map { Anomaly(record: $0.0, kind: $0.1) }
  }

  func check(dialect: Dialect? = .comma) {
    let sheet = Sheet(DecodedText(text), dialect: dialect)
    let found = sheet.rows
    // Scalars, since String's == holds "\r\n" to be one character and compares canonically.
    #expect(found.map { $0.map { Array($0.unicodeScalars) } } == rows.map { $0.map { Array($0.unicodeScalars) } })
    #expect(sheet.anomalies == anomalies)
  }
}

extension Sheet {
  var rows: [[String]] { (0..<recordCount).map(cells) }
}
