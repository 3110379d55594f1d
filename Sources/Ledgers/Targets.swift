/// What a school sets out to reach: rates that 存在问题 names when they are missed. The school's own aims, not law.
public struct Target: Sendable {
  /// Code of a rate.
  public let figure: String
  public let percent: Int
}

extension Catalog {
  public static let targets = [
    Target(figure: "ST-INS-04.rate", percent: 100), Target(figure: "ST-INS-05", percent: 100), Target(figure: "ST-HAZ-03", percent: 100),
    Target(figure: "ST-HAZ-04", percent: 100), Target(figure: "ST-PUR-06", percent: 100), Target(figure: "ST-FOD-03", percent: 100),
    Target(figure: "ST-FOD-05.rate", percent: 100), Target(figure: "ST-FOD-06", percent: 100), Target(figure: "ST-DRL-07", percent: 100),
  ]
}
