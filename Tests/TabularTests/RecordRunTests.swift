import TestSupport
import Testing

@testable import Tabular

@Suite("A text scanned in parts has the same records")
struct RecordRunTests {
  private static let adversarial = [
    "", "\n", "\r\n\r\n", "a\r\nb\r\n", "\"", "\"\n", "\"\"", "\"\"\"\n\"", ",\"a\n,\"b\n,\"c\n", "\"a\nb\",c\n\"d\ne\"\n",
    "a,b,c\n1,\"2,3\n4,5,6\n7,8,9\"\n10,11,12\n", "a,b,c\r\n1,\"x\r\n4,5,6\r\ny\",3\r\n\"\r\n", "\u{FEFF}\"a\n\u{FEFF}\"b\n",
  ]

  @Test("At any one place", arguments: adversarial)
  func twoParts(text: String) {
    for start in 0...text.utf8.count { check(DecodedText(text), [start]) }
  }

  @Test("Of any size", arguments: 0..<6 as Range<UInt64>)
  func equalParts(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<12 {
      let text = seed % 2 == 0 ? Self.noise(&generator) : Self.ledger(&generator)
      let count = text.utf8.count
      for size in 1...count { check(text, Array(stride(from: size, to: count, by: size))) }
    }
  }

  @Test("At random places", arguments: 0..<4 as Range<UInt64>)
  func randomParts(seed: UInt64) {
    var generator = SeededGenerator(seed: 100 + seed)
    for _ in 0..<300 {
      let text = Self.ledger(&generator)
      check(text, (0..<4).map { _ in Int.random(in: 0...text.utf8.count, using: &generator) }.sorted())
    }
  }

  private func check(_ text: DecodedText, _ partStarts: [Int]) {
    let whole = Sheet(text, dialect: .comma)
    let joined = Sheet(text, dialect: .comma, partStarts: partStarts)
    let isSame =
      joined.recordCount == whole.recordCount && joined.anomalies == whole.anomalies
      && (0..<whole.recordCount).allSatisfy { joined.range(of: $0) == whole.range(of: $0) }
    #expect(isSame, "\(String(decoding: text.utf8, as: UTF8.self).debugDescription) \(partStarts)")
  }

  private static func noise(_ generator: inout SeededGenerator) -> DecodedText {
    let pieces = ["\"", "\"", "\n", "\r", "\r\n", ",", ",\"", "\",", "a", "学", "1,2,3\n", "\u{FEFF}", " "]
    return DecodedText((0..<Int.random(in: 1...40, using: &generator)).compactMap { _ in pieces.randomElement(using: &generator) }.joined())
  }

  /// A small sheet with cells of several lines, into which a few quotes and line ends have strayed.
  private static func ledger(_ generator: inout SeededGenerator) -> DecodedText {
    let cells = ["1", "食堂", "\"a\nb\"", "\"x,y,z\n1,2,3\n\"\"\"", "", "25\""]
    let lines = (0..<8).map { _ in (0..<3).compactMap { _ in cells.randomElement(using: &generator) }.joined(separator: ",") + "\n" }
    var text = Array(("a,b,c\n" + lines.joined()).unicodeScalars)
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      text.insert(["\"", "\n", ",", "\r"].randomElement(using: &generator) ?? "\"", at: Int.random(in: 0...text.count, using: &generator))
    }
    return DecodedText(String(String.UnicodeScalarView(text)))
  }

  @Test(
    "Time is linear whatever the quotes",
    arguments: [
      "\"", "\"\n", ",\"", "\"a\n", "\"\",", "\"\"\"\n", "a,\"b\n", "x,\"a\n1,2,3\nb\",", "1,\"2,3\n", "1,2,3\n\"\n", "a,b,\"c\r", "\" ",
      "  \"", "\"  \n",
      "1,\"\n1,2,3\n\",\"\n1,2,3\n\"\n", "\n", ",", "\r", "\"\",\"\n",
    ])
  func linear(piece: String) {
    let head = "a,b,c\n1,2,3\n4,5,6\n7,8,9\n"
    let large = DecodedText(head + String(repeating: piece, count: 60_000 / piece.utf8.count))
    let clock = ContinuousClock()
    // Were time quadratic, this would take minutes; linear, a fraction of a second without optimization.
    #expect(clock.measure { _ = Sheet(large).recordCount } < .seconds(5))
  }
}
