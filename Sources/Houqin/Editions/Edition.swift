/// For whom a summary is written (domain §6, 25–28).
public enum Edition: String, Sendable, CaseIterable {
  /// 存档版: everything an auditor needs, with the rows of each figure and every finding.
  case archive
  /// 公示版: the same figures, without rows, names, security details and groups so small that a person could be made out.
  case `public`

  /// As people call it.
  public var title: String { self == .archive ? "存档版" : "公示版" }

  /// What follows the title in the names of its files; nobody shall post the other one by mistake.
  var fileSuffix: String { self == .archive ? "" : "（公示版）" }

  /// Where every finding is listed with its row.
  var findingsPlace: String { self == .archive ? "问题清单.csv" : "存档版的问题清单" }
}
