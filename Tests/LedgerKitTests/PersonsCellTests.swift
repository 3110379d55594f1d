import LedgerKit
import Testing

@Suite("Cells of persons, domain §5.1 (54, 55)")
struct PersonsCellTests {
  private let lexicon = Lexicon()

  private func persons(_ text: String) -> Persons? {
    var context = ReadingContext(lexicon: lexicon)
    let bytes = Array(text.utf8)
    guard case .value(let stored) = Persons.read(bytes.span, &context) else { return nil }
    return Persons(stored: stored, in: lexicon)
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

  @Test("cases 19, 25: a word for nobody or a tick is no person", arguments: ["无", "√", "✓", "/", "—", "、"])
  func nobody(text: String) {
    #expect(read(Persons.self, text) == .empty)
  }
}
