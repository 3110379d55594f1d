import LedgerKit

/// What `verify --manifest` prints.
public struct ReproductionReport: Sendable {
  private let reproduction: Reproduction

  /// Creates a report of a comparison.
  public init(_ reproduction: Reproduction) { self.reproduction = reproduction }

  /// `houqin.reproduce/1`
  public var json: String {
    let differences = reproduction.differences.map { d in
      JSON.object([
        ("part", .string(d.part.rawValue)), ("change", .string(d.change.rawValue)), ("name", .string(d.name)),
        ("before", .optional(d.before)), ("after", .optional(d.after)), ("detail", .optional(d.detail)),
      ])
    }
    return JSON.object([
      ("schema", .string("houqin.reproduce/1")), ("manifest", .string(reproduction.manifest)),
      ("same", .bool(reproduction.isSame)), ("differences", .array(differences)),
    ]).serialized() + "\n"
  }

  /// For people.
  public var text: String {
    guard let schools = reproduction.schools else { return comparison }
    let failed = schools.failed == 0 ? "" : "，其中\(schools.failed)所没有计入，只核对文件夹还在不在"
    return "这是一份汇总，记有\(schools.all)所学校\(failed)。\n" + comparison
  }

  private var comparison: String {
    let same = "一致：台账等来源文件\(reproduction.unchanged.inputs)份，写出的文件\(reproduction.unchanged.outputs)份。"
    guard !reproduction.isSame else { return "与 \(reproduction.manifest) 所记完全相同。\n\(same)\n" }
    let lines = reproduction.differences.map { "  " + Self.line($0) }
    let hint = reproduction.unchanged.inputs == 0 ? ["没有一份来源文件相同：请核对 --data 给的是不是那一次的文件夹。"] : []
    return (["与 \(reproduction.manifest) 所记不同，共\(reproduction.differences.count)处："] + lines + [same] + hint).joined(separator: "\n") + "\n"
  }

  private static func line(_ d: Reproduction.Difference) -> String {
    let change =
      switch d.change {
      case .added: "新增"
      case .changed: d.part == .output ? "写出后被改过" : "有变动"
      case .removed: "不见了"
      }
    let values = d.before.flatMap { before in d.after.map { "（原为\(before)，现为\($0)）" } } ?? d.detail.map { "（\($0)）" } ?? ""
    return "\(title(d.part))　\(d.name)　\(change)\(values)"
  }

  private static func title(_ part: Reproduction.Difference.Part) -> String {
    switch part {
    case .school: "学校"
    case .input: "来源文件"
    case .passage: "手写文字"
    case .program: "程序版本"
    case .rules: "校验规则"
    case .output: "写出的文件"
    case .settings: "设置"
    }
  }
}
