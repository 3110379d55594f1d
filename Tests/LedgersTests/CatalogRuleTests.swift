import LedgerKit
import Ledgers
import Testing

@Suite("The catalogue of rules, domain §2")
struct CatalogRuleTests {
  @Test("Ids are unique") func ids() {
    let ids = Catalog.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test("Every rule of this version is there, and no other") func complete() {
    #expect(Catalog.rules.map(\.id).sorted() == CatalogRuleTable.lines.map(\.id).sorted())
  }

  @Test("Severity and kind are those of domain §2", arguments: CatalogRuleTable.lines)
  func level(_ line: CatalogRuleTable.Line) throws {
    let rule = try #require(Catalog.rules.first { $0.id == line.id })
    #expect(rule.severity == line.severity)
    #expect(rule.kind == line.kind)
  }

  @Test("A rule explains itself", arguments: Catalog.rules.map(\.id))
  func explained(_ id: String) throws {
    let rule = try #require(Catalog.rules.first { $0.id == id })
    #expect(!rule.title.isEmpty)
    #expect(rule.rationale.hasSuffix("。"))
    #expect(rule.rationale.unicodeScalars.contains { $0.properties.isIdeographic })
    #expect(!rule.triggers.isEmpty)
    #expect(!rule.passes.isEmpty)
    #expect(!rule.citation.text.isEmpty)
  }

  @Test("What is not verified is cited without an article number (domain §0.2)", arguments: Catalog.rules.map(\.id))
  func citation(_ id: String) throws {
    let citation = try #require(Catalog.rules.first { $0.id == id }).citation
    if [.M, .P].contains(citation.certainty) { #expect(!citation.text.contains(/第.*条/)) }
    if citation.certainty == .P { #expect(citation.text.hasPrefix("本单位")) }
  }

  /// Day by day what a rule rests on: the accounting law was renumbered in 2024 (domain §7.1), guidelines and other laws came later than
  /// some terms that are judged (domain §6, 16).
  @Test(
    "A law is cited as it stood on the as-of date",
    arguments: [
      ("PUR-005", 2024, 7, 1, "《会计法》第二十五条第一项（审批、经办、财物保管相互分离）", .V1),
      ("PUR-005", 2024, 6, 30, "《会计法》（2024年修正前，审批、经办、财物保管相互分离）", .M),
      ("FOD-011", 2023, 6, 30, "《会计法》（2024年修正前，审批、经办、财物保管相互分离）", .M),
      ("FOD-008", 2024, 11, 1, "《中小学校园食品安全和膳食经费管理工作指引》（2024年，双人或多人联检）", .V2), ("FOD-008", 2024, 10, 31, "本单位食堂双人验收制度", .P),
      ("FOD-001", 2019, 4, 1, "《学校食品安全与营养健康管理规定》（教育部等令第45号）", .V2), ("FOD-001", 2019, 3, 31, "本单位食堂食品安全制度", .P),
      ("GEN-018", 2021, 11, 1, "《个人信息保护法》第二十八条", .V1), ("GEN-018", 2021, 10, 31, "本单位个人信息保护制度", .P),
      ("HAZ-011", 2021, 9, 1, "《安全生产法》第四十一条（对生产经营单位的要求，学校参照）", .V1), ("HAZ-011", 2021, 8, 31, "本单位重大隐患报告制度", .P),
      ("PUR-014", 2022, 3, 1, "《事业单位财务规则》（财政部令第108号）", .V2), ("PUR-014", 2022, 2, 28, "本单位固定资产管理制度", .P),
    ] as [(String, Int, Int, Int, String, Citation.Certainty)])
  func inForce(id: String, year: Int, month: Int, day: Int, text: String, certainty: Citation.Certainty) throws {
    let rule = try #require(Catalog.rule(id))
    let citation = rule.citation.inForce(on: try #require(Day(year: year, month: month, day: day)))
    #expect(citation.text == text)
    #expect(citation.certainty == certainty)
  }

  /// Article numbers that domain §7 allows to print, by instrument.
  @Test("Articles are those of the register (domain §7)") func register() {
    let allowed = [
      "《个人信息保护法》第二十八条", "《会计法》第十七条", "《会计法》第二十五条第一项（审批、经办、财物保管相互分离）", "《食品安全法》第五十条、第五十三条", "《食品安全法》第五十条",
      "《食品安全法》第五十三条", "《食品安全法》第五十四条、第五十五条", "《安全生产法》第四十一条（对生产经营单位的要求，学校参照）",
      "《政府采购法》第二十八条、《政府采购法实施条例》第二十八条", "《校车安全管理条例》第十二条", "《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）第二十六条",
    ]
    let cited = Set(Catalog.rules.map(\.citation.text).filter { $0.contains(/第.*条/) })
    #expect(cited.subtracting(allowed) == [])
  }

  @Test("A number a school may set belongs to its rule or one it shares it with, and has a unit", arguments: Catalog.rules.map(\.id))
  func parameters(_ id: String) throws {
    let rule = try #require(Catalog.rules.first { $0.id == id })
    for parameter in rule.parameters {
      #expect(parameter.rule.hasPrefix(id.prefix(3)))
      #expect(Catalog.rules.contains { $0.id == parameter.rule })
      #expect(!parameter.name.isEmpty && !parameter.unit.isEmpty)
    }
    #expect(Set(rule.parameters.map(\.name)).count == rule.parameters.count)
  }

  @Test("A rule of a ledger names a ledger of the catalogue") func ledgers() {
    let known = Set((Catalog.ledgers + Catalog.settings).map(\.id))
    #expect(Catalog.rules.compactMap(\.ledger).filter { !known.contains($0) } == [])
  }
}
