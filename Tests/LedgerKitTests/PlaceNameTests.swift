import Testing

@testable import LedgerKit

@Suite("Names of places, as columns of a check sheet have them")
struct PlaceNameTests {
  private let places = PlaceNames(["食堂", "大门", "a栋"])

  @Test("In whatever form they are written", arguments: ["食堂", "食 堂", " 食 堂 ", "*大门", "大门（次）", "A栋", "Ａ栋"])
  func known(cell: String) { #expect(places.holds(cell)) }

  @Test("What is none", arguments: ["", "2023-03-06", "√", "食堂后门", "食", "A", "帐篷", "食堂2"])
  func unknown(cell: String) { #expect(!places.holds(cell)) }

  @Test("A name of letters is found where there is one") func letters() {
    #expect(PlaceNames(["gate"]).holds("Gate") && !PlaceNames(["gate"]).holds("大门"))
    #expect(!PlaceNames([]).holds("Gate"))
  }
}
