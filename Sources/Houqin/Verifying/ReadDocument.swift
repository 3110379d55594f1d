import Platform
import LedgerKit
import Tabular

/// A document as people hand it in: its sentences and tables with the lines they stand on, whatever the format.
struct ReadDocument {
  /// A run of text that belongs together: a paragraph, a list item, a heading.
  struct Passage {
    /// The lines it runs over and where in the text each begins.
    fileprivate(set) var lines: [(start: Int, number: Int)]
    let isHeading: Bool
    fileprivate(set) var text: FoldedText

    fileprivate mutating func append(_ more: String, line: Int) {
      lines.append((text.scalars.count, line))
      text.append(more)
    }

    /// The line on which a character of the text stands.
    func line(at place: Int) -> Int { (lines.last { $0.start <= place } ?? lines[0]).number }
  }

  struct Row {
    let line: Int
    let cells: [FoldedText]
  }

  /// Rows that follow each other; the first is the head.
  struct Table { var rows: [Row] }

  private(set) var passages: [Passage] = []
  private(set) var tables: [Table] = []

  /// Reads Markdown, HTML or plain text, UTF-8 or GB18030.
  init(_ bytes: [UInt8], named name: String) throws(HouqinError) {
    if let format = ForeignFormat.detect(bytes), format != .html, format != .xml {
      throw .unreadableFile(name, message: "这是\(Self.title(of: format, name))，不能直接核对", fix: Self.remedy)
    }
    try Self.refuseOthers(name)
    guard let text = Texts.decoded(bytes) else {
      throw .unreadableFile(name, message: "文字编码无法识别", fix: "请另存为UTF-8编码的 .md、.html 或 .txt。")
    }
    self.init(text, isHTML: Self.isHTML(text, name))
    guard !passages.isEmpty || !tables.isEmpty else { throw .unreadableFile(name, message: "里面没有文字", fix: "请核对是不是保存成了空文件。") }
  }

  /// The first lines, which name the term: titles, not sentences.
  var titles: [String] { passages.prefix(6).map(\.text.string).filter { $0.count <= 60 } }

  private static let remedy = "请在Word或WPS中另存为“纯文本（.txt）”或“网页（.html）”，或从Typora导出为 .md，再核对。"

  private static func title(of format: ForeignFormat, _ name: String) -> String {
    switch FileName.fileExtension(of: name) {
    case "docx", "doc", "wps", "rtf": "Word或WPS文档"
    default: format.title
    }
  }

  /// Tables and manifests are texts, too, but no summaries.
  private static func refuseOthers(_ name: String) throws(HouqinError) {
    switch FileName.fileExtension(of: name) {
    case "csv", "tsv": throw .unreadableFile(name, message: "这是表格，不是总结", fix: "请给出总结的 .md、.html 或 .txt；台账用 houqin check 校验。")
    case "json": throw .unreadableFile(name, message: "这不是总结", fix: "核对 manifest.json 请写 --manifest；核对总结请给出 .md、.html 或 .txt。")
    default: break
    }
  }

  init(_ text: String, isHTML: Bool) {
    var builder = DocumentBuilder()
    if isHTML {
      HTMLReading.read(text, into: &builder)
    } else {
      MarkdownReading.read(text, into: &builder)
    }
    builder.finish()
    passages = builder.passages
    tables = builder.tables
  }

  private static func isHTML(_ text: String, _ name: String) -> Bool {
    if ["html", "htm", "xhtml", "mht"].contains(FileName.fileExtension(of: name)) { return true }
    let start = text.prefix(400).lowercased()
    return start.holds("<html") || start.holds("<!doctype html")
  }
}

/// Gathers what a reader finds.
struct DocumentBuilder {
  private(set) var passages: [ReadDocument.Passage] = []
  private(set) var tables: [ReadDocument.Table] = []
  private var passage: ReadDocument.Passage?
  private var table: ReadDocument.Table?

  /// Adds to the passage that is open, or opens one.
  mutating func add(_ text: String, line: Int, isHeading: Bool = false) {
    if passage == nil { passage = ReadDocument.Passage(lines: [], isHeading: isHeading, text: FoldedText()) }
    passage?.append(text, line: line)
  }

  mutating func breakLine() { passage?.text.breakLine() }

  mutating func endPassage() {
    if let passage, !passage.text.isEmpty { passages.append(passage) }
    passage = nil
  }

  mutating func addRow(_ cells: [FoldedText], line: Int) {
    if table == nil { table = ReadDocument.Table(rows: []) }
    table?.rows.append(ReadDocument.Row(line: line, cells: cells))
  }

  mutating func endTable() {
    if let table, !table.rows.isEmpty { tables.append(table) }
    table = nil
  }

  mutating func finish() {
    endPassage()
    endTable()
  }
}
