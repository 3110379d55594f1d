import Documents
import Testing

@testable import Houqin

/// Wherever in a block a telephone number stands, it is masked; a block without one stays as it is.
@Suite("Numbers that name a person, in blocks of every kind") struct BlockTextTests {
  /// A block with a text where readers see it.
  private static let kinds: [@Sendable (String) -> Block] = [
    { .heading(Heading(level: 1, content: [.text($0)])) },
    { .paragraph([.text("电话"), .strong([.emphasis([.text($0)])])]) },
    { .notice([.figure(id: "ST", text: $0)]) },
    { .list([[.text("甲")], [.link(to: ["甲"], text: $0)]], ordered: true) },
    { .table(Documents.Table(caption: $0, columns: [TableColumn("列")], rows: [])) },
    { .table(Documents.Table(columns: [TableColumn("列")], rows: [[[.text("甲")], [.text($0)]]])) },
    { .table(Documents.Table(columns: [TableColumn("列")], rows: [], total: [[.text($0)]])) },
    { .table(Documents.Table(columns: [TableColumn("列")], rows: [], note: $0)) },
    { .chart(Chart(.ranking, caption: $0, keyTitle: "类", categories: [], series: [])) },
    { .chart(Chart(.ranking, caption: "图", keyTitle: "类", categories: ["甲", $0], series: [])) },
    { .signature(["甲", $0]) },
    { .quote([.paragraph([.text($0)])]) },
    { .group(labels: [], [.paragraph([.text($0)])]) },
  ]

  @Test("Masked wherever it stands", arguments: kinds.indices) func masked(_ kind: Int) {
    let block = Self.kinds[kind]
    #expect([.notice([]), block("打13812345678")].masked == [.notice([]), block("打138****5678")])
    #expect([block("打1381234567")].masked == [block("打1381234567")])
  }

  @Test("What is not for reading stays", arguments: [Block.gap(topic: "13812345678", file: ""), .paragraph([.code("13812345678")])])
  func kept(_ block: Block) { #expect([block].masked == [block]) }
}
