/// Which schools a rule speaks to, as 设置.csv describes them: a table of conditions, all of which must hold.
public struct Applicability: Sendable, Hashable {
  /// What a school must have.
  public enum Feature: String, Sendable, CaseIterable {
    case schoolBus = "使用校车"
    case floors = "填有楼层数"
  }

  /// nil: 幼儿园 and 中小学 alike.
  public let stage: Profile.Stage?
  /// true: 事业单位 only; false: 民办 and 企业 only; nil: all.
  public let isPublic: Bool?
  /// Each must be there.
  public let features: [Feature]

  /// Creates conditions; what is left out is not asked for.
  public init(stage: Profile.Stage? = nil, isPublic: Bool? = nil, features: [Feature] = []) {
    self.stage = stage
    self.isPublic = isPublic
    self.features = features
  }

  /// All schools.
  public static let everySchool = Applicability()

  /// Whether a school is one of them.
  public func holds(for profile: Profile) -> Bool {
    if let stage, stage != profile.stage { return false }
    if let isPublic, isPublic != profile.isPublicInstitution { return false }
    return features.allSatisfy { feature in
      switch feature {
      case .schoolBus: profile.hasSchoolBus
      case .floors: profile.floors != nil
      }
    }
  }

  /// `幼儿园；事业单位`; nil where it is for all schools.
  public var title: String? {
    let stages = stage.map { $0 == .kindergarten ? "幼儿园" : "中小学" }
    let units = isPublic.map { $0 ? "事业单位" : "民办等其他单位" }
    let parts = [stages, units].compactMap { $0 } + features.map(\.rawValue)
    return parts.isEmpty ? nil : parts.joined(separator: "；")
  }
}
