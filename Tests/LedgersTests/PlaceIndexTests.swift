import Testing

@testable import Ledgers

/// The index finds what comparing with every place would find (X-001; domain §1.1.1).
@Suite("Places near each other") struct PlaceIndexTests {
  private static let names = [
    "食堂", "厨房", "操作间", "食堂操作间", "食堂库房", "走廊", "一楼走廊", "二楼楼梯", "走廊楼梯", "活动室", "教室", "大一班", "中(3)班", "三3班", "三年级2班", "门卫室", "大门",
    "东大门", "围墙", "西侧围墙", "周界", "操场", "户外场地", "户外大型玩具", "大型玩具", "A", "B栋", "AB", "101教室", "102教室", "教室101", "配电房", "库", "", long,
    "食堂" + long, long + "厨房",
  ]

  /// Longer than any name: compared as it is.
  private static let long = String(repeating: "一段说明", count: 60)

  private static let index = PlaceIndex(names.enumerated().map { (number: Int32($0), place: AreaNames.Place($1)) })

  @Test("As near as when compared one by one", arguments: names) func likeOneByOne(_ name: String) {
    let index = Self.index
    let here = AreaNames.Place(name)
    let expected = Self.names.indices.filter { here.isNear(AreaNames.Place(Self.names[$0])) }.map { Int32($0) }
    #expect(index.near(here).sorted() == expected)
  }

  @Test("A page of text where a place should be is found without being taken apart") func page() {
    let page = AreaNames.Place(String(repeating: "库", count: 30_000))
    let index = PlaceIndex([(number: 1, place: page), (number: 2, place: AreaNames.Place("库房")), (number: 3, place: AreaNames.Place("库库"))])
    #expect(index.near(page).sorted() == [1, 3])
    #expect(index.near(AreaNames.Place("库库")).sorted() == [1, 3])
    #expect(index.near(AreaNames.Place("库房")) == [2])
  }

  @Test(
    "By hand",
    arguments: [
      ("厨房", ["食堂", "厨房", "操作间", "食堂操作间"]), ("食堂库房", ["食堂库房"]), ("一楼走廊", ["走廊", "一楼走廊", "走廊楼梯"]), ("大一班", ["活动室", "教室", "大一班"]),
      ("配电房", ["配电房"]),
    ])
  func byHand(_ name: String, _ near: [String]) {
    let index = Self.index
    let found = index.near(AreaNames.Place(name)).sorted().map { Self.names[Int($0)] }
    #expect(near.allSatisfy(found.contains))
    #expect(!found.contains("围墙") && !found.contains("大门"))
  }
}
