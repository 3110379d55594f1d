/// A finished report: letterhead, title, cover box and body, free of any output format.
///
/// Strings in a document are plain text. Whatever they hold, renderers print it literally.
public struct Document: Sendable, Equatable {
  /// The report's title, such as 2022—2023学年度第二学期后勤工作总结.
  public var title: String
  /// The school's name, printed as the letterhead.
  public var organization: String
  /// A hand-written motto printed above the title; never generated.
  public var slogan: String?
  /// Who wrote the report and what it covers, such as 后勤处　周某 and 统计截止 2023年6月30日.
  public var byline: [String]
  /// The cells of the cover box, read before anything else.
  public var cover: [CoverItem]
  /// The body, in reading order.
  public var blocks: [Block]
  /// Whether it is printed small, to fit on one page; a text without appendices is.
  public var isBrief = false

  /// Creates a document.
  public init(
    title: String, organization: String, slogan: String? = nil, byline: [String] = [], cover: [CoverItem] = [], blocks: [Block] = []
  ) {
    self.title = title
    self.organization = organization
    self.slogan = slogan
    self.byline = byline
    self.cover = cover
    self.blocks = blocks
  }
}

/// One cell of the cover box: 读入台账 · 11 份 · 缺 2 份.
public struct CoverItem: Sendable, Equatable {
  /// What is counted.
  public var label: String
  /// The count, with its unit.
  public var value: String
  /// A remark in small print; may be empty.
  public var note: String

  /// Creates a cell of the cover box.
  public init(label: String, value: String, note: String = "") {
    self.label = label
    self.value = value
    self.note = note
  }
}
