import Foundation
import LedgerKit
import TestSupport
import Testing

@testable import Houqin

@Suite("No row disappears")
struct AccountingTests {
  /// physical = title + header + total + note + blank + data, and data = used + excluded, for every file that is text.
  private static func check(_ examination: Examination, _ comment: Comment) {
    for input in examination.inputs {
      guard let records = input.records else {
        #expect(input.counts == nil && examination.accounts[input.file] == nil, comment)
        continue
      }
      guard let counts = input.counts, let account = examination.accounts[input.file] else {
        Issue.record("\(input.file) has no account")
        continue
      }
      #expect(counts.values.reduce(0, +) == records.recordCount, comment)
      #expect(account.data == counts[.data] ?? 0, comment)
      #expect(account.used >= 0 && account.excluded >= 0 && account.used + account.excluded == account.data, comment)
      #expect(input.classes?.count == records.recordCount, comment)
    }
  }

  private static let names = ["采购台账.csv", "应急演练.csv", "安全检查及隐患整改.csv", "隐患台账.csv", "食堂进货.csv", "新建表格.csv", "3月.csv", "演练（表单）.txt"]

  private static func examine(_ sheets: [(name: String, bytes: [UInt8])]) -> Examination {
    let settings = (name: "设置.csv", bytes: [UInt8](TemporaryFolder.settings.utf8))
    let inputs = ([settings] + sheets).map { InputReader.input($0.name, $0.bytes) }.sorted { $0.file < $1.file }
    return Examination(Workbook(inputs: InputReader.markingRepeats(in: inputs), passages: [:], asOf: nil))
  }

  @Test("Sheets of random parts: stacked tables, forms, two-row headers", arguments: 0..<120)
  func made(_ seed: Int) {
    var random = RandomSheet(seed: UInt64(seed) &+ 9_001)
    Self.check(Self.examine(Self.names.map { ($0, [UInt8](random.text().utf8)) }), "seed \(seed)")
  }

  @Test("Random parts make what they are meant to: several tables, forms, headers in two rows") func varied() {
    let sheets = (0..<120).flatMap { seed -> [LedgerSheet] in
      var random = RandomSheet(seed: UInt64(seed) &+ 9_001)
      return Self.names.flatMap { InputReader.input($0, [UInt8](random.text().utf8)).sheets }
    }
    #expect(sheets.contains { $0.form != nil })
    #expect(sheets.contains { $0.headerRecords.count == 2 })
    #expect(sheets.contains { $0.records.lowerBound > 0 })
  }

  @Test("The same with lines deleted, repeated, cut and garbled", arguments: 0..<120)
  func garbled(_ seed: Int) {
    var sheet = RandomSheet(seed: UInt64(seed) &+ 77_000)
    var random = SeededGenerator(seed: UInt64(seed) &+ 88_000)
    let sheets = Self.names.map { ($0, Mutation.mutate([UInt8](sheet.text().utf8), using: &random)) }
    Self.check(Self.examine(sheets), "seed \(seed)")
  }

  @Test("The worst sheets, mutated", arguments: 0..<24) func worst(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) &+ 5_000)
    let sheets = try files(in: Repository.root.appending(path: "samples/疑难表格")).filter { $0.path != "设置.csv" }.map { file in
      (file.path, Mutation.mutate([UInt8](file.bytes), using: &random))
    }
    Self.check(Self.examine(sheets), "seed \(seed)")
  }

  @Test("The samples", arguments: Sample.allCases) func samples(_ sample: Sample) throws {
    Self.check(try sample.summary.examination, "\(sample)")
  }

  @Test("Samples whose lines were deleted, repeated, cut and garbled", arguments: Sample.allCases, 0..<16)
  func mutated(_ sample: Sample, _ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) &+ 20_230_630)
    let inputs = try files(in: sample.url).filter { !$0.path.hasPrefix("文字/") }.map { file in
      let bytes = Bool.random(using: &random) ? [UInt8](file.bytes) : Mutation.mutate([UInt8](file.bytes), using: &random)
      return InputReader.input(file.path, bytes)
    }
    let workbook = Workbook(inputs: InputReader.settled(inputs.sorted { $0.file < $1.file }), passages: [:], asOf: nil)
    let examination = Examination(workbook)
    Self.check(examination, "\(sample), seed \(seed)")
    #expect(CheckReport(examination).json.hasSuffix("}\n"))
    guard let summary = Summary(examination) else { return }
    for figure in summary.figures {
      #expect((figure.state == .value) == (figure.value != nil), "\(figure.figure.code), seed \(seed)")
      #expect(figure.tally.rowsUsed >= 0 && figure.tally.rowsExcluded >= 0)
    }
    let outline = try Outline.named(nil, for: summary.books.scope.profile.stage)
    #expect(try Report(summary, outline: outline, options: Options()).files.count == 5)
  }
}

/// What happens to files on their way.
enum Mutation {
  static func mutate(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0..<Int.random(in: 1...6, using: &random) where !lines.isEmpty {
      let at = Int.random(in: 0..<lines.count, using: &random)
      switch Int.random(in: 0..<7, using: &random) {
      case 0: lines.remove(at: at)
      case 1: lines.insert(lines[at], at: at)
      case 2: garble(&lines[at], using: &random)
      case 3: lines[at].append(0x22)
      case 4: lines[at].append(contentsOf: [UInt8](",,多,余".utf8))
      case 5: lines.swapAt(at, Int.random(in: 0..<lines.count, using: &random))
      default: lines[at] = Array(lines[at].prefix(Int.random(in: 0...lines[at].count, using: &random)))
      }
    }
    let joined = Array(lines.joined(separator: [0x0A]))
    return Int.random(in: 0..<8, using: &random) == 0 ? Array(joined.prefix(Int.random(in: 0...joined.count, using: &random))) : joined
  }

  private static func garble(_ line: inout [UInt8], using random: inout SeededGenerator) {
    for _ in 0..<3 where !line.isEmpty {
      line[Int.random(in: 0..<line.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
  }
}
