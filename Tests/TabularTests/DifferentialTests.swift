import Foundation
import TestSupport
import Testing

@testable import Tabular

/// Well-formed files of every style, read by this package and by Python's `csv` module.
///
/// They differ on purpose in one thing: Python reads a blank line as a record without cells, here it has one empty cell,
/// so that records count as Excel's rows do. The comparison takes the two for the same.
@Suite("Well-formed files are read as Python's csv module reads them")
struct DifferentialTests {
  struct File: Codable {
    let text: String
    let delimiter: String
  }

  /// SHA-256 of the corpus's cells as Python read them; ``agreesWithPython()`` computes it anew where there is Python.
  private static let digest = "552477f05098770780a778151577ec5e3d887eb8196f42c89ce73c9d0cd67884"

  @Test("As they were read when the digest was stored") func agreesWithDigest() {
    #expect(Self.digest(of: Self.corpus.map(Self.rows)) == Self.digest)
  }

  @Test("Cell by cell, where there is Python") func agreesWithPython() throws {
    guard let reference = try Self.pythonRows(Self.corpus) else { return }
    #expect(reference.count == Self.corpus.count)
    for (file, rows) in zip(Self.corpus, reference) {
      #expect(Self.rows(file).map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } }, "\(file.text.debugDescription)")
    }
    #expect(Self.digest(of: reference) == Self.digest)
  }

  @Test("What was written is what is read, and its delimiter is found") func agreesWithWriter() {
    var generator = SeededGenerator(seed: 18)
    for _ in 0..<200 {
      let style = Style(&generator, isPlain: true)
      let rows = style.rows(&generator)
      let sheet = Sheet(DecodedText(style.text(rows, &generator)))
      #expect(sheet.dialect == Dialect(delimiter: style.delimiter.utf8.first ?? 0) && sheet.rows == rows)
      #expect(sheet.anomalies.isEmpty)
    }
  }

  private static let corpus: [File] = {
    var generator = SeededGenerator(seed: 4180)
    return (0..<600).map { _ in
      let style = Style(&generator, isPlain: false)
      return File(text: style.text(style.rows(&generator), &generator), delimiter: style.delimiter)
    }
  }()

  private static func rows(_ file: File) -> [[String]] {
    Sheet(DecodedText(file.text), dialect: Dialect(delimiter: file.delimiter.utf8.first ?? 0)).rows
  }

  private static func digest(of files: [[[String]]]) -> String {
    let text = files.map { $0.map { $0.joined(separator: "\u{1F}") }.joined(separator: "\u{1E}") }.joined(separator: "\u{1D}")
    return Tabular.SHA256.hexDigest(Array(text.utf8))
  }

  private static let script = """
    import csv, io, json, sys
    files = json.load(open(sys.argv[1], encoding="utf-8"))
    read = lambda f: [row or [""] for row in csv.reader(io.StringIO(f["text"], newline=""), delimiter=f["delimiter"], strict=True)]
    json.dump([read(f) for f in files], open(sys.argv[2], "w", encoding="utf-8"))
    """

  /// The rows of all files according to Python, or `nil` if there is none.
  private static func pythonRows(_ files: [File]) throws -> [[[String]]]? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("houqin-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appendingPathComponent("files.json"), folder.appendingPathComponent("rows.json"))
    try JSONEncoder().encode(files).write(to: input)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, input.path, output.path]
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
    process.waitUntilExit()
    if process.terminationStatus == 127 { return nil }
    #expect(process.terminationStatus == 0)
    return try JSONDecoder().decode([[[String]]].self, from: Data(contentsOf: output))
  }
}

/// How a file is written.
private struct Style {
  let delimiter: String
  private let lineEnd: String
  private let width: Int
  /// How many cells in a hundred are in quotes without need.
  private let quoted: Int
  private let hasLastLineEnd: Bool
  private let hasBlankLines: Bool
  private let isPlain: Bool

  /// A style at random; a plain one is a ledger's, from which the delimiter can be told.
  init(_ generator: inout SeededGenerator, isPlain: Bool) {
    delimiter = [",", ";", "\t", "|"].randomElement(using: &generator) ?? ","
    lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
    width = isPlain ? .random(in: 3...12, using: &generator) : .random(in: 1...9, using: &generator)
    quoted = [0, 0, 30, 100].randomElement(using: &generator) ?? 0
    hasLastLineEnd = .random(using: &generator)
    hasBlankLines = !isPlain && Int.random(in: 0...3, using: &generator) == 0
    self.isPlain = isPlain
  }

  func rows(_ generator: inout SeededGenerator) -> [[String]] {
    (0..<Int.random(in: isPlain ? 5...30 : 1...14, using: &generator)).map { row in
      // A first cell without line ends: a sheet whose rows cannot be told from their cells' lines has no delimiter to find.
      (0..<width).map { $0 == 0 && isPlain ? "\(row)" : cell(&generator) }
    }
  }

  private func cell(_ generator: inout SeededGenerator) -> String {
    let words = ["", "食堂", "王某", "a b", " ", "12.5", "𠮷野", "é", "0"]
    let hard = ["\"", "\"\"", "\n", "\r\n", "\r", delimiter, delimiter + delimiter, "'", "\\", "\n\"", "，", "1,2,3\n4,5,6\n"]
    let count = Int.random(in: 0...3, using: &generator)
    let share = isPlain ? 4 : 40
    return (0..<count).compactMap { _ in
      (Int.random(in: 0..<100, using: &generator) < share ? hard : words).randomElement(using: &generator)
    }.joined()
  }

  func text(_ rows: [[String]], _ generator: inout SeededGenerator) -> String {
    var text = ""
    for (index, row) in rows.enumerated() {
      text += row.map { field($0, &generator) }.joined(separator: delimiter)
      if index < rows.count - 1 || hasLastLineEnd { text += lineEnd }
      if hasBlankLines, index < rows.count - 1, Int.random(in: 0...4, using: &generator) == 0 { text += lineEnd }
    }
    return text
  }

  private func field(_ cell: String, _ generator: inout SeededGenerator) -> String {
    let plain = CSVWriter.field(cell, delimiter: Character(delimiter))
    let isForced = Int.random(in: 0..<100, using: &generator) < quoted || cell.isEmpty && width == 1
    return isForced && plain == cell ? "\"\(cell)\"" : plain
  }
}
