/// Where a template gets its words, numbers and tables from.
///
/// A template is checked whole: every slot and condition is asked for, also in variants and clauses that are not printed.
/// So a source answers for every name it knows even if there is nothing to print: with ``SlotValue/absent(_:)`` or no blocks.
public protocol TemplateSource {
  /// The text or figure for an inline slot; `nil` if there is no such slot.
  func value(of slot: Slot) -> SlotValue?
  /// The blocks for a block slot (表, 文字, 清单, 附录, 图, 落款); `nil` if there is no such slot.
  func blocks(for slot: Slot) -> [Block]?
  /// Whether a condition holds; `nil` if it names something unknown.
  func holds(_ condition: Condition) -> Bool?
  /// The names that may come next: after nothing (`nil`, an inline slot), after a keyword (表), after a keyword and a first word
  /// (清单 缺台账), after a condition's word (有台账). What a misspelled name is compared with.
  func names(after words: String?) -> [String]
}

/// A place in a template to be filled: `{{keyword name|style}}`.
public struct Slot: Sendable, Equatable {
  /// Keywords of slots that stand on a line of their own and give whole blocks.
  public static let blockKeywords = ["表", "文字", "清单", "附录", "图", "落款"]
  /// Keywords of slots within running text.
  public static let inlineKeywords = ["列表"]

  /// The word before the name, such as 列表 or 表.
  public let keyword: String?
  /// What fills the place, such as `ST-HAZ-03`; empty for 落款.
  public let name: String
  /// The same word by word; asked for once a school.
  public let words: [String]
  /// How it is written, such as 万元.
  public let style: String?
  /// The template's line, counted from 1.
  public let line: Int

  /// Creates a slot.
  public init(keyword: String? = nil, name: String, style: String? = nil, line: Int = 1) {
    self.keyword = keyword
    self.name = name
    words = name.split(separator: " ").map(String.init)
    self.style = style
    self.line = line
  }

  /// Whether the slot gives whole blocks.
  var isBlock: Bool { keyword.map(Self.blockKeywords.contains) ?? false }

  /// The slot as written in a template.
  var written: String {
    let words = [keyword, name.isEmpty ? nil : name].compactMap { $0 }.joined(separator: " ")
    return "{{" + words + (style.map { "|" + $0 } ?? "") + "}}"
  }
}

/// What a source puts in an inline slot.
public enum SlotValue: Sendable, Equatable {
  /// Plain words.
  case text(String)
  /// A number from the data, ready to print; an optional clause is left out if it is zero.
  case figure(id: String, text: String, isZero: Bool)
  /// Nothing: a clause that holds it is left out; elsewhere this text is printed.
  case absent(String)
}

/// A question a template asks of the data.
public enum Condition: Sendable, Equatable {
  /// 有台账: the ledger was supplied.
  case supplied(String)
  /// 无台账: the ledger was not supplied.
  case missing(String)
  /// 部分: the ledger was supplied but is incomplete.
  case partial(String)
  /// 有值: the figure has a value.
  case hasValue(String)
  /// 无值: the figure has no value.
  case lacksValue(String)
  /// The figure compared with a whole number.
  case compares(String, Comparison, Int)

  /// The ledger or figure asked about.
  public var name: String {
    switch self {
    case .supplied(let name), .missing(let name), .partial(let name), .hasValue(let name), .lacksValue(let name): name
    case .compares(let name, _, _): name
    }
  }
}

/// How two numbers are compared.
public enum Comparison: String, Sendable, Equatable, CaseIterable {
  case equal = "="
  case notEqual = "≠"
  case greater = ">"
  case less = "<"
  case greaterOrEqual = "≥"
  case lessOrEqual = "≤"

  /// Whether the comparison holds between the two numbers.
  public func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .greater: left > right
    case .less: left < right
    case .greaterOrEqual: left >= right
    case .lessOrEqual: left <= right
    }
  }
}
