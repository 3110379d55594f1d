import Documents
import LedgerKit
import Ledgers

/// 工作目标 of a plan: what the term's data say is still to be reached; never a target of the program's own.
struct Goals {
  let summary: Summary

  var lines: [[Inline]] { [hazards, obligations].compactMap { $0 } + rates + [sheets, ledgers].compactMap { $0 } }

  private var hazards: [Inline]? {
    guard let open = summary.figure("ST-HAZ-08"), let n = open.exact?.numerator, n > 0 else { return nil }
    var line: [Inline] = [.text("没有完成整改的"), ProblemList.figure(open), .text("处隐患全部办结")]
    if let late = summary.figure("ST-HAZ-07"), let n = late.exact?.numerator, n > 0 {
      line += [.text("，已超过期限的"), ProblemList.figure(late), .text("处最先办理")]
    }
    return line + [.text("。")]
  }

  private var obligations: [Inline]? {
    let missed = summary.examination.kinds.contains {
      $0.one.rule.hasPrefix("COV") && $0.one.rule != ProblemList.missingLedger && $0.one.severity != .info
    }
    return missed ? [.text("检查和演练按规定的次数开展，当天留下记录，不再缺月、缺季。")] : nil
  }

  /// One line a ledger: `按期整改率由50.0%（1/2）提高到100%。`, `甲率50.0%（1/2）和乙率75.0%（3/4），都提高到100%。`
  private var rates: [[Inline]] {
    Catalog.ledgers.compactMap { ledger in
      let values = ProblemList.rates(below: ledger, summary).filter { $0.figure.code != "ST-HAZ-03" }
      guard let first = values.first else { return nil }
      if values.count == 1 { return rate(first, joint: "由") + [.text("提高到100%。")] }
      let parts = values.enumerated().flatMap { index, value in
        [.text(index == 0 ? "" : index == values.count - 1 ? "和" : "、")] + rate(value, joint: "")
      }
      return parts + [.text("，都提高到100%。")]
    }
  }

  private func rate(_ value: FigureValue, joint: String) -> [Inline] {
    [.text(value.figure.title + joint), ProblemList.figure(value), .text("（\(ProblemList.fraction(value))）")]
  }

  private var sheets: [Inline]? {
    let count = ProblemList.sheetErrors(summary).findingCount
    return count > 0 ? [.text("台账中的\(count)处填写错误改正完毕，新登记的当天核对。")] : nil
  }

  private var ledgers: [Inline]? {
    let missing = summary.examination.judged.filter { $0.rule == ProblemList.missingLedger }
    return missing.isEmpty ? nil : [.text("开学即建立并按时登记：" + Wording.list(missing.map { $0.message.replacing("没有收到", with: "") }) + "。")]
  }
}
