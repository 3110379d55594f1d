import Foundation
import LedgerKit
import Ledgers
import Testing

@testable import Houqin

@Suite("The rows behind a figure")
struct TraceTests {
  @Test("Rows listed add up to the figure, for every figure of both samples", arguments: Sample.allCases)
  func addsUp(_ sample: Sample) throws {
    let summary = try sample.summary
    for value in summary.figures {
      let trace = try Trace(value.figure.code, in: summary)
      let counted = trace.lines.filter { $0.reason == nil }
      let code = value.figure.code
      #expect(trace.figure.text == value.text, "\(code)")
      #expect(counted.count == value.tally.rowsUsed, "\(code)")
      #expect(trace.lines.count - counted.count == value.tally.rowsExcluded, "\(code)")
      guard value.state == .value else { continue }
      #expect(counted.reduce(0) { $0 + $1.numerator } == value.tally.numerator, "\(code)")
      if let denominator = value.tally.denominator, trace.figure.tally.standard == nil {
        #expect(counted.reduce(0) { $0 + $1.denominator } == denominator, "\(code)")
      }
      #expect(counted.allSatisfy { $0.role != .excluded }, "\(code)")
    }
  }

  @Test("Only these figures are divided by something that is no sum of rows") func standards() throws {
    let codes = try Set(
      Sample.allCases.flatMap { sample in
        let summary = try sample.summary
        return try summary.figures.filter { try Trace($0.figure.code, in: summary).figure.tally.standard != nil }.map(\.figure.code)
      })
    let allowed: Set = [
      "ST-INS-04", "ST-INS-04.rate", "ST-INS-05", "ST-PUR-09", "ST-DRL-05.n", "ST-DRL-06", "ST-DRL-06.first", "ST-DRL-06.last",
    ]
    #expect(codes.isSubset(of: allowed))
  }

  @Test("Counts count rows, sums and rates can be worked out from the cells again") func recomputed() throws {
    let summary = try Sample.kindergarten.summary
    let closure = try Trace("ST-HAZ-03", in: summary)
    #expect(closure.lines.count { $0.role == .numerator } == 14)
    #expect(closure.lines.count { $0.role == .numerator || $0.role == .denominator } == 19)
    let total = try Trace("purchases.total", in: summary)
    let cells = total.lines.filter { $0.role == .sum }.map { line in line.cells.first { $0.column.id == "amount" }?.text ?? "" }
    #expect(cells.count == total.figure.tally.rowsUsed)
    let median = try Trace("ST-HAZ-06.median", in: summary)
    let days = median.lines.compactMap(\.value).sorted()
    let middle = days.count % 2 == 1 ? [days[days.count / 2]] : [days[days.count / 2 - 1], days[days.count / 2]]
    #expect(median.lines.filter { $0.role == .numerator }.map(\.numerator).sorted() == middle)
  }

  @Test("Rows left out are named with the reason") func reasons() throws {
    let trace = try Trace("ST-FOD-02", in: try Sample.kindergarten.summary)
    let left = trace.lines.filter { $0.role == .excluded }
    #expect(left.count == 2)
    #expect(left.contains { $0.reason?.contains("GEN-005") ?? false })
    #expect(left.contains { $0.reason?.contains("GEN-002") ?? false })
  }

  @Test("Typing errors are met with the nearest code") func unknown() throws {
    let summary = try Sample.kindergarten.summary
    #expect(throws: HouqinError.unknownFigure("ST-HAZ-033", nearest: "ST-HAZ-03")) { try Trace("ST-HAZ-033", in: summary) }
    #expect(throws: HouqinError.unknownFigure("hazards.closureRat", nearest: "hazards.closureRate")) {
      try Trace("hazards.closureRat", in: summary)
    }
    #expect(try Trace("st-haz-03", in: summary).figure.figure.code == "ST-HAZ-03")
  }

  @Test("JSON as the contract has it (cli.md)", arguments: Sample.allCases) func json(_ sample: Sample) throws {
    let text = TraceReport(try Trace("ST-PUR-01", in: try sample.summary)).json
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["schema"] as? String == "houqin.trace/1")
    #expect((json["figure"] as? [String: Any])?["code"] as? String == "ST-PUR-01")
    for row in try #require(json["rows"] as? [[String: Any]]) {
      #expect(row["file"] is String && row["row"] is Int && row["cells"] is [String: String])
      #expect(["numerator", "denominator", "sum", "excluded"].contains(row["role"] as? String))
      #expect((row["role"] as? String == "excluded") == (row["reason"] is String))
    }
  }
}
