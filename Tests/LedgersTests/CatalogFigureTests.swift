import LedgerKit
import Ledgers
import Testing

@Suite("The catalogue of figures, domain §4.1")
struct CatalogFigureTests {
  private static let codes =
    Catalog.figures.map(\.figure.code) + Catalog.breakdowns.map(\.breakdown.code) + Catalog.listings.map(\.listing.id)

  @Test("Codes are unique") func uniqueCodes() { #expect(Set(Self.codes).count == Self.codes.count) }

  @Test("Ids are unique") func uniqueIDs() {
    let ids = Catalog.figures.map(\.figure.id) + Catalog.breakdowns.map(\.breakdown.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test(
    "Every code of domain §4.1 is served by a figure or a table", arguments: [("INS", 7), ("HAZ", 13), ("PUR", 10), ("FOD", 7), ("DRL", 7)])
  func served(_ group: String, _ count: Int) {
    for number in 1...count {
      let code = "ST-\(group)-" + (number < 10 ? "0" : "") + String(number)
      #expect(Self.codes.contains(code), "\(code)")
    }
  }

  @Test("Codes are those of domain §4.1, a suffix aside") func known() {
    let served = ["INS": 7, "HAZ": 13, "PUR": 10, "FOD": 7, "DRL": 7]
    for code in Self.codes {
      let parts = code.split(separator: ".")[0].split(separator: "-").map(String.init)
      #expect(parts.count == 3 && parts[0] == "ST" && (1...(served[parts[1]] ?? 0)).contains(Int(parts[2]) ?? 0), "\(code)")
    }
  }

  @Test("A figure is explained in plain Chinese", arguments: Catalog.figures.map(\.figure.code))
  func explained(_ code: String) throws {
    let figure = try #require(Catalog.figures.first { $0.figure.code == code }).figure
    #expect(!figure.title.isEmpty)
    #expect(figure.definition.hasSuffix("。"))
    #expect(figure.id.contains("."))
  }

  /// A figure of a code is a figure of its ledger: `ST-FOD-…` reads the food receipts.
  @Test("Figures live with their ledger") func ledgers() {
    let homes = ["INS": "inspections", "HAZ": "hazards", "PUR": "purchases", "FOD": "food_receipts", "DRL": "drills"]
    for (ledger, figure) in Catalog.figures { #expect(homes[String(figure.code.dropFirst(3).prefix(3))] == ledger.id, "\(figure.code)") }
  }
}
