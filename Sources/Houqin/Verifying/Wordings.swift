import Documents
import LedgerKit
import Ledgers

/// Judges sentences that are nobody's but their author's, by the claims declared beside the figures.
struct Wordings {
  private struct Known {
    let claim: Claim
    let pattern: ClaimPattern
    /// What the number must be; nil where a figure says it.
    let value: Int128?
    let name: String
    let text: String?
  }

  private var known: [Known] = []
  private let absolute: [(claim: AbsoluteClaim, patterns: [ClaimPattern])]
  private let summary: Summary

  /// Words that make a number one of a part, or none of fact.
  private static let otherTimes = ["上学期", "上个学期", "去年", "上年", "上学年", "下学期", "新学期", "计划", "将"]
  private static let narrowing = [
    "每", "拟", "不少于", "至少", "以上", "同比", "比上", "平均每",
  ]

  /// Words that make a number an aim.
  private static let aims = ["控制在", "目标", "力争", "争取", "不超过", "不低于", "以内", "之内"]

  init(_ summary: Summary) {
    self.summary = summary
    absolute = Catalog.absoluteClaims.map { ($0, $0.patterns.map { ClaimPattern($0) }) }
    let source = SummarySource(summary: summary)
    for claim in Catalog.claims {
      for pattern in claim.patterns {
        switch claim.subject {
        case .figure(let code):
          known.append(Known(claim: claim, pattern: ClaimPattern(pattern), value: nil, name: code, text: nil))
        case .ledger(let id):
          known.append(Known(claim: claim, pattern: ClaimPattern(pattern), value: nil, name: id, text: nil))
        case .setting(let name):
          guard case .text(let text)? = source.value(of: Slot(name: name)) else { continue }
          let value = MentionScanner(FoldedText(text).scalars).mentions.first?.value
          known.append(Known(claim: claim, pattern: ClaimPattern(pattern), value: value, name: name, text: text))
        case .group(let code): addGroups(claim, pattern, code)
        }
      }
    }
  }

  private mutating func addGroups(_ claim: Claim, _ pattern: String, _ code: String) {
    guard let breakdown = summary.breakdown(code) else { return }
    for row in breakdown.rows {
      guard let key = row.key.first, row.key.count == 1, key != "未填", key != "其他" else { continue }
      let exact = Exact(row.amount)
      let value = breakdown.breakdown.unit == .money ? row.amount : row.amount * Mention.one
      let short = key.hasSuffix("疏散") && key.count > 2 ? String(key.dropLast(2)) : key
      for name in Set([key, short]) {
        let text = exact.text(in: breakdown.breakdown.unit)
        known.append(Known(claim: claim, pattern: ClaimPattern(pattern, group: name), value: value, name: code, text: text))
      }
    }
  }

  func statements(_ line: SentenceAlignment.Line, _ yardstick: Yardstick) -> [Verification.Statement] {
    let characters = Set(line.sentence.text.scalars)
    let all = line.isHeading ? [] : statementsOfAll(line, characters)
    // 每月一次检查 is one statement, not a number besides.
    let found = numbers(line, characters, yardstick).filter { number in
      number.statement.verdict != .unregistered || !all.contains { $0.range.contains(number.range.lowerBound) }
    }
    return (found + all).map(\.statement)
  }

  /// A statement and where it stands in its sentence.
  private typealias Placed = (statement: Verification.Statement, range: Range<Int>)

  // MARK: Numbers

  private func numbers(
    _ line: SentenceAlignment.Line, _ characters: Set<Unicode.Scalar>, _ yardstick: Yardstick
  ) -> [Placed] {
    let sentence = line.sentence
    let open = sentence.mentions.indices.filter { !line.judged.contains($0) && sentence.mentions[$0].kind != .date }
    guard !open.isEmpty else { return [] }
    let words = sentence.text.string
    var candidates: [Int: [(known: Known, range: Range<Int>)]] = [:]
    for known in known where known.pattern.mayMatch(characters) {
      guard known.claim.given.map(words.holds) ?? true else { continue }
      for match in known.pattern.matches(in: sentence) {
        guard let mention = match.mention, open.contains(mention) else { continue }
        // What stands near decides what is spoken of; the rest of the clause may name other things.
        let text = sentence.text.scalars
        let after = text[match.range.upperBound...].prefix(4).prefix { !"（(，,".unicodeScalars.contains($0) }
        let near = FoldedText.string(text[max(0, match.range.lowerBound - 6)..<match.range.upperBound] + after)
        if known.claim.unless.contains(where: near.holds) { continue }
        candidates[mention, default: []].append((known, match.range))
      }
    }
    return open.map { (judge($0, line, candidates[$0] ?? [], yardstick), sentence.mentions[$0].range) }
  }

  private func judge(
    _ i: Int, _ line: SentenceAlignment.Line, _ candidates: [(known: Known, range: Range<Int>)], _ yardstick: Yardstick
  ) -> Verification.Statement {
    let mention = line.sentence.mentions[i]
    let judged = candidates.compactMap { candidate in
      self.candidate(candidate.known, mention, yardstick).map { (candidate: candidate, verdict: $0.verdict, actual: $0.actual) }
    }
    let clause = line.sentence.clause(around: mention.range)
    func statement(_ verdict: Verification.Verdict, _ known: Known?, _ actual: String?, _ reason: String? = nil) -> Verification.Statement {
      Verification.Statement(
        line: line.number(at: mention.range), text: clause, stated: mention.text, figure: known?.name, actual: actual, verdict: verdict,
        reason: reason)
    }
    for verdict in [Verification.Verdict.confirmed, .rounded] {
      let fits = judged.filter { $0.verdict == verdict }
      if let fit = fits.max(by: { $0.candidate.known.pattern.weight < $1.candidate.known.pattern.weight }) {
        return statement(verdict, fit.candidate.known, fit.actual)
      }
    }
    guard let best = judged.max(by: { $0.candidate.known.pattern.weight < $1.candidate.known.pattern.weight }) else {
      return isTotal(mention) ? statement(.unsupported, nil, nil, "没有台账能说明") : statement(.unregistered, nil, nil)
    }
    if Self.aims.contains(where: clause.holds) { return statement(.unregistered, nil, nil, "说的是目标或要求") }
    if best.verdict == .unsupported { return statement(.unsupported, best.candidate.known, nil, reason(best.candidate.known)) }
    if isNarrowed(line.sentence, mention, clause) { return statement(.unregistered, nil, nil, "说的是一部分或另一时段") }
    return statement(.contradicted, best.candidate.known, best.actual)
  }

  /// None, or all of something, without a claim that is known.
  private func isTotal(_ mention: Mention) -> Bool {
    mention.kind == .percent ? mention.value == 100 * Mention.one : mention.kind == .number && mention.value == 0
  }

  private func candidate(_ known: Known, _ mention: Mention, _ yardstick: Yardstick) -> (verdict: Verification.Verdict, actual: String?)? {
    switch known.claim.subject {
    case .figure(let code):
      guard let figure = summary.figure(code) else { return nil }
      guard let exact = figure.exact else { return (.unsupported, nil) }
      return yardstick.verdict(mention, figure: code).map { ($0, exact.text(in: figure.figure.unit)) }
    case .group, .setting: return known.value.map { (yardstick.verdict(mention, $0), known.text) }
    case .ledger: return (.unsupported, nil)
    }
  }

  private func reason(_ known: Known) -> String {
    switch known.claim.subject {
    case .ledger(let id): ledgerReason(id)
    case .figure(let code): summary.figure(code)?.text ?? "没有台账能说明"
    default: "没有台账能说明"
    }
  }

  private func ledgerReason(_ id: String) -> String {
    let title = Knowledge.title(of: id) ?? id
    let isHandedIn = summary.examination.inputs.contains { input in
      if case .unsupported(let name, _, _) = input.understanding { name == title } else { false }
    }
    return isHandedIn ? "\(title)已收到，这一版还不能统计" : "没有提供\(title)"
  }

  /// Of a month, of last year, a plan: not what the figure counts.
  private func isNarrowed(_ sentence: Sentence, _ mention: Mention, _ clause: String) -> Bool {
    if Self.narrowing.contains(where: clause.holds) { return true }
    let text = sentence.text.scalars
    let before = FoldedText.string(text[..<mention.range.lowerBound])
    if Self.otherTimes.contains(where: before.holds) { return true }
    return sentence.mentions.contains { other in
      guard other.kind == .date, other.range.upperBound <= mention.range.lowerBound else { return false }
      let before = FoldedText.string(text[max(0, other.range.lowerBound - 2)..<other.range.lowerBound])
      return !["截至", "截止", "至", "到"].contains(where: before.hasSuffix)
    }
  }

  // MARK: None and all

  private func statementsOfAll(_ line: SentenceAlignment.Line, _ characters: Set<Unicode.Scalar>) -> [Placed] {
    absolute.compactMap { claim, patterns in
      guard
        let match = patterns.lazy.filter({ $0.mayMatch(characters) }).compactMap({ $0.matches(in: line.sentence).first }).first,
        !claim.unless.contains(where: line.sentence.text.string.holds)
      else { return nil }
      let words = FoldedText.string(line.sentence.text.scalars[match.range])
      let (verdict, figure, actual, reason) = judge(claim.evidence)
      let statement = Verification.Statement(
        line: line.number(at: match.range), text: line.sentence.clause(around: match.range), stated: words, figure: figure, actual: actual,
        verdict: verdict,
        reason: reason)
      return (statement, match.range)
    }
  }

  private func judge(_ evidence: AbsoluteClaim.Evidence) -> (Verification.Verdict, String?, String?, String?) {
    switch evidence {
    case .ledger(let id): return (.unsupported, nil, nil, ledgerReason(id))
    case .none(let code): return judge(code) { $0.numerator == 0 }
    case .all(let code): return judge(code) { $0.numerator >= $0.denominator }
    case .within(let code): return judge(code) { $0.numerator <= $0.denominator }
    }
  }

  private func judge(_ code: String, _ holds: (Exact) -> Bool) -> (Verification.Verdict, String?, String?, String?) {
    guard let figure = summary.figure(code) else { return (.unsupported, nil, nil, nil) }
    guard let exact = figure.exact else { return (.unsupported, code, nil, figure.text) }
    return (holds(exact) ? .confirmed : .contradicted, code, exact.text(in: figure.figure.unit), nil)
  }
}
