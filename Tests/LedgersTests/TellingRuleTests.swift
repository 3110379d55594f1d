import LedgerKit
import Ledgers
import Testing

@testable import Houqin

/// Rules that only tell are asked at once: none may take out what another reads.
@Suite("Rules that only tell") struct TellingRuleTests {
  private static let examples = RuleExample.triggering.filter { $0.rule.kind == .data && !$0.rule.takesOut }

  @Test("What a rule D finds that only tells takes no cell and no row out of use", arguments: examples)
  func onlyTells(_ argument: RuleExample) throws {
    let books = try #require(WorkFolderInMemory(UnmarkedExample(argument.example).files).examination().books)
    let offenses = argument.rule.checks.flatMap { $0.offenses(in: books, of: argument.rule.ledger) }
    #expect(!offenses.isEmpty)
    #expect(offenses.allSatisfy { $0.spoils.isEmpty && !$0.leavesOut })
  }
}

extension Rule.Check {
  fileprivate func offenses(in books: Books, of ledger: String?) -> [Offense] {
    let tables = books.all.filter { ledger == nil || $0.ledger.id == ledger }
    return switch self {
    case .row(let condition, let body): tables.flatMap { rows(of: $0, condition, books.scope).compactMap { body($0, books.scope) } }
    case .remembering(let condition, let make): tables.flatMap { rows(of: $0, condition, books.scope).compactMap(make(books.scope)) }
    case .everyRow(let condition, let body): tables.flatMap { rows(of: $0, condition, books.scope).flatMap { body($0, books.scope) } }
    case .table(let body): tables.flatMap { body($0, books.scope) }
    case .telling(let body): tables.flatMap { told(of: $0, books.scope, body) }
    case .books(let body): body(books)
    case .cell, .columnCell, .file, .settings, .texts: []
    }
  }

  private func told(of table: Table, _ scope: Scope, _ body: (Table, Scope, (Offense) -> Void) -> Void) -> [Offense] {
    var offenses: [Offense] = []
    body(table, scope) { offenses.append($0) }
    return offenses
  }

  private func rows(of table: Table, _ condition: RowCondition, _ scope: Scope) -> [Row] {
    table.judgedRows(ofAllPeriods: true).words(satisfying: condition, scope).flatMap { Array($0) }
  }
}
