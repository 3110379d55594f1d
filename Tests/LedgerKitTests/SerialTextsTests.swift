import Testing

@testable import LedgerKit

/// Numbers of papers are known by what they begin with; what stands in a lexicon, and that equal texts have equal numbers, does not depend on
/// it.
@Suite("Texts that are counted up")
struct SerialTextsTests {
  /// The texts of rows one after the other.
  private static let columns: [[String]] = [
    // Counted up, begun in the middle of a hundred, with one entered twice.
    (0..<250).map { "CG\(padded($0 + 60, 7))" } + ["CG0000061"],
    // Two columns of one sheet, row by row.
    (0..<300).flatMap { ["AQ\(padded($0, 7))", "\(23_000_000 + $0)"] },
    // Ten digits: the opening takes eight bytes.
    (0..<150).map { "\(4_401_230_000 + $0)" },
    // Not counted up: 7,919 apart, each beginning otherwise, the first ones once more at the end.
    (0..<120).map { "\(10_000_000 + $0 * 7919)" } + (0..<120).map { "\(10_000_000 + $0 * 7919)" },
    // Too short, too long, no two digits at the end, and words that only look like it.
    ["7", "CG12345", "CG123456789", "CG00000A1", "CG000000A", "备注12", "备注13", "三号楼12", "2023年03", "12\u{0}\u{0}\u{0}\u{0}12", "1200"],
    // A nought byte before the digits, after the same opening without one.
    ["CG000012", "CG0000\u{0}12", "CG0000012"],
  ]

  private static func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: width - String(number).count) + String(number)
  }

  @Test("Equal texts have equal numbers, others have others, and each is what it was", arguments: columns.indices)
  func numbers(column: Int) {
    let lexicon = Lexicon()
    var known: [String: Int32] = [:]
    for text in Self.columns[column] {
      let id = lexicon.intern(text)
      #expect(known[text, default: id] == id)
      known[text] = id
      #expect(lexicon.string(id) == text)
    }
    #expect(Set(known.values).count == known.count)
    #expect(known.values.allSatisfy { $0 > 0 && Int($0) < lexicon.count })
  }

  /// Numbers of papers lie between other texts, as in a sheet: by turns, and each column after the other.
  @Test("What is odd about a text does not depend on what was numbered before it", arguments: [true, false])
  func among(byTurns: Bool) {
    let rows = (0..<300).flatMap { row in Self.columns.compactMap { row < $0.count ? $0[row] : nil } }
    let texts = (byTurns ? rows : Self.columns.flatMap(\.self)).flatMap { [$0, "第" + $0 + "项"] }
    let lexicon = Lexicon()
    let ids = texts.map { lexicon.intern($0) }
    for (text, id) in zip(texts, ids) {
      #expect(lexicon.string(id) == text)
      #expect(lexicon.marks(of: id) == TextMarks(of: Array(text.utf8).span))
      #expect(lexicon.intern(text) == id)
    }
    #expect(ids.allSatisfy { Int($0) < lexicon.count })
  }

  @Test("A lexicon that takes over another one knows its texts by its own numbers", arguments: columns.indices)
  func join(column: Int) {
    for other in Self.columns.indices {
      let (mine, theirs) = (Lexicon(), Lexicon())
      for text in Self.columns[column] { _ = mine.intern(text) }
      let ids = Self.columns[other].map { theirs.intern($0) }
      let numbers = mine.join(theirs)
      #expect(numbers.count == theirs.count)
      for (text, id) in zip(Self.columns[other], ids) {
        #expect(numbers[Int(id)] == mine.intern(text))
        #expect(mine.string(numbers[Int(id)]) == text)
      }
    }
  }

  @Test("Equal texts of two lexicons share a number, however each keeps them")
  func hashes() {
    let (counted, scattered) = (Lexicon(), Lexicon())
    // Here every opening is another, so that those of later texts are not noted.
    for number in 0..<60 { _ = scattered.intern("\(10_000_000 + number * 1000)") }
    for text in ["10990001", "10990002", "CG0000001"] {
      let (a, b) = (counted.intern(text), scattered.intern(text))
      #expect(counted.hash(of: a) == scattered.hash(of: b))
      #expect(counted.begins(a, with: UInt8(ascii: "1")) == (text.first == "1"))
      #expect(scattered.begins(b, with: UInt8(ascii: "1")) == (text.first == "1"))
    }
  }

  @Test("What is odd about a text is found as in any other")
  func marks() {
    let lexicon = Lexicon()
    let texts = ["CG000000Ａ12", "13800138000", "2023\u{FFFD}01", "CG0000001"]
    for text in texts {
      let bytes = Array(text.utf8)
      #expect(lexicon.marks(of: lexicon.intern(text)) == TextMarks(of: bytes.span))
    }
  }

  @Test("A number that nobody keeps is none of theirs")
  func strangers() {
    let lexicon = Lexicon()
    let (first, counted, last) = (lexicon.intern("灯管"), lexicon.intern("CG0000050"), lexicon.intern("门锁"))
    #expect((lexicon.string(first), lexicon.string(counted), lexicon.string(last)) == ("灯管", "CG0000050", "门锁"))
    #expect(lexicon.string(0) == "")
    // The hundred is numbered as a whole, whether or not all of it is met.
    #expect(lexicon.string(counted + 1) == "CG0000051")
    #expect(lexicon.intern("CG0000051") == counted + 1)
    #expect(last > counted + 49)
  }
}
