/// Something in a template that cannot be understood or filled: where it is, what was written, and what to write instead.
public struct TemplateError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    /// No figure, text, table or ledger has this name; the nearest one that exists, if any is near.
    case unknownName(nearest: String?)
    /// The name exists, but not with this keyword or style.
    case unusableForm
    /// `{{` without `}}` on the same line.
    case unclosedSlot
    /// `{{}}`.
    case emptySlot
    /// `[[` without `]]` in the same paragraph.
    case unclosedClause
    /// `[[` within `[[ … ]]`.
    case nestedClause
    /// A condition that cannot be read.
    case badCondition
    /// A block slot within text.
    case blockWithinText
    /// `{{当 …}}`, `{{否则}}` or `{{提示}}` elsewhere than at the beginning of a line.
    case directiveWithinText
    /// A paragraph in which only some lines begin with `{{当 …}}`.
    case mixedVariants
    /// A line after `{{否则}}`.
    case otherwiseNotLast
    /// A heading with more than five signs.
    case headingTooDeep
    /// A second `# ` line.
    case secondTitle
  }

  /// The template's name, as given by whoever read the file.
  public let template: String
  /// The line, counted from 1.
  public let line: Int
  /// What was written there.
  public let written: String
  /// What is wrong.
  public let reason: Reason
}

extension TemplateError: CustomStringConvertible {
  /// The message for the person who edits the template.
  public var description: String {
    "模板“\(template)”第 \(line) 行写的“\(written)”：\(remedy)"
  }

  private var remedy: String {
    switch reason {
    case .unknownName(let nearest?): "没有这个名称。是不是想写“\(nearest)”？"
    case .unknownName(nil): "没有这个名称。请对照模板说明里的名称表改正。"
    case .unusableForm: "名称没有错，但前面的词或“|”后面的写法在这里不能用。请对照模板说明改正。"
    case .unclosedSlot: "只有“{{”，同一行里没有找到“}}”。请补上。"
    case .emptySlot: "双花括号里没有内容。请写上名称，或者整个删去。"
    case .unclosedClause: "只有“[[”，这一段里没有找到“]]”。请补上。"
    case .nestedClause: "“[[ ]]”里面不能再套一个“[[ ]]”。请拆成前后两个。"
    case .badCondition: "条件看不懂。可以写：有台账、无台账、部分、有值、无值加名称，或者“名称 > 0”；几个条件用“且”连接。"
    case .blockWithinText: "表、文字、清单、附录、图、落款要单独占一行。请在它前后换行。"
    case .directiveWithinText: "“当”“否则”只能写在一行的开头，“提示”只能写在一段的开头。请移到开头。"
    case .mixedVariants: "这一段有的行以“{{当 …}}”开头，这一行没有。请补上条件，或者在它前面空一行；要接着写上一行，请在上一行末尾加“\\”。"
    case .otherwiseNotLast: "“{{否则}}”只能是一段里的最后一行，而且只能有一行。请移到最后。"
    case .headingTooDeep: "标题最多用五个“#”（##、###、####、##### 分别是一、（一）、1.、（1））。请减少“#”。"
    case .secondTitle: "总标题（一个“#”的行）只能有一个。下面的标题请从两个“#”开始。"
    }
  }
}
