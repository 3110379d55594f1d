import Testing

@testable import LedgerKit

@Suite("Cells of persons, domain §5.1 (54, 55)")
struct PersonsCellTests {
  private let lexicon = Lexicon()

  private func persons(_ text: String) -> Persons? {
    var context = ReadingContext(lexicon: lexicon)
    let bytes = Array(text.utf8)
    switch Persons.read(bytes.span, &context) {
    case .value(let stored), .noted(let stored, _): return stored == CellMark.empty ? nil : Persons(stored: stored, in: lexicon)
    default: return nil
    }
  }

  @Test(
    "case 54: two persons, in whatever order and with whatever sign between them",
    arguments: [
      "张某、李某", "张某,李某", "张某，李某", "张某 李某", "张某　李某", "张某/李某", "张某；李某", "张某和李某", "李某、张某", "张某\n李某", "张某\r\n李某", "张某、李某、张某", " 张某 、 李某 ",
    ])
  func two(text: String) {
    #expect(Set(persons(text)?.strings ?? []) == ["张某", "李某"])
    #expect(persons(text)?.count == 2)
    #expect(persons(text)?.id == persons("张某、李某")?.id)
  }

  @Test(
    "case 54: plain names are one set in any order, read for the first time or again, and sorted by their bytes",
    arguments: [
      (["王建国、李秀英", "李秀英、王建国", "李秀英、王建国、李秀英"], ["李秀英", "王建国"]), (["王建国、王建国", "王建国"], ["王建国"]),
      (["赵海燕、王建国、孙志强、李秀英", "李秀英、孙志强、王建国、赵海燕", "孙志强、李秀英、王建国、赵海燕"], ["孙志强", "李秀英", "王建国", "赵海燕"]),
    ])
  func plain(texts: [String], names: [String]) {
    let sets = (texts + texts.reversed()).map(persons)
    #expect(Set(sets.map { $0?.id }).count == 1)
    for set in sets { #expect(set?.strings == names) }
  }

  @Test(
    "case 55: a group among plain names is a reading of the cell, the first time and again", arguments: ["后勤处、王建国", "王建国、后勤处", "王建国、李秀英"])
  func groupsAreNoted(text: String) {
    let bytes = Array(text.utf8)
    for _ in 0..<2 {
      var context = ReadingContext(lexicon: lexicon)
      _ = Persons.read(bytes.span, &context)
      #expect(context.repair == (text.contains("后勤处") ? .meaning : nil))
    }
  }

  @Test(
    "case 54: one person",
    arguments: [("王 某", "王某"), ("王　某", "王某"), ("王建国", "王建国"), ("李和平", "李和平"), ("欧阳建国", "欧阳建国"), ("和平", "和平")])
  func one(text: String, name: String) {
    #expect(persons(text)?.strings == [name])
  }

  @Test(
    "case 55: posts and groups count as signed", arguments: ["王主任", "李园长", "后勤处", "安全领导小组", "全体行政", "各班班主任"])
  func groupsSign(text: String) {
    #expect(persons(text)?.strings == [text])
  }

  @Test(
    "case 55: posts and groups are nobody in particular, so they prove nothing of separate duties",
    arguments: [
      ("王某、李某", "李某、陈某", ["李某"]), ("王某", "李某", []), ("后勤处", "后勤处", []), ("安全领导小组", "安全领导小组", []), ("全体行政", "全体行政", []),
      ("各班班主任", "各班班主任", []), ("王主任", "王主任", []), ("李园长", "李园长", []), ("后勤处、王某", "王某、后勤处", ["王某"]), ("陈校长、王某", "陈校长", []),
    ] as [(String, String, [String])])
  func shared(one: String, other: String, names: [String]) throws {
    let (first, second) = (try #require(persons(one)), try #require(persons(other)))
    #expect(first.shared(with: second) == names)
  }

  @Test("case 19: a word for nobody is no person", arguments: ["无", "/", "—", "、"])
  func nobody(text: String) {
    #expect(read(Persons.self, text) == .empty)
  }

  @Test("case 25: a tick or 已签 is no name (GEN-023)", arguments: ["√", "✓", "已签字", "见纸质"])
  func tick(text: String) {
    #expect(read(Persons.self, text) == .noted(CellMark.empty, .notAName))
  }

  @Test("case 56: of a proxy the signer counts", arguments: ["王建国(代)", "王建国代李明", "王建国（代签）", "王建国代签"])
  func proxy(text: String) {
    #expect(persons(text)?.strings == ["王建国"])
    guard case .noted(_, .proxy) = read(Persons.self, text) else {
      Issue.record("a proxy is told")
      return
    }
  }

  @Test("case 56: 代签 alone names nobody")
  func proxyOfNobody() {
    #expect(read(Persons.self, "代签") == .noted(CellMark.empty, .proxy))
  }
}
