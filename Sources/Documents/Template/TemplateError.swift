/// Something in a template that cannot be understood or filled: where it is, what was written, and what to write instead.
public struct TemplateError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    /// No figure, text, table or ledger has this name; what was probably meant, as it should be written, if anything is near.
    case unknownName(nearest: String?)
    /// The first word is no keyword; the slot or line that was probably meant, if any is near.
    case unknownKeyword(nearest: String?)
    /// The name exists, but with other keywords: the slots it can be written as.
    case otherKeyword(usable: [String])
    /// A keyword alone, without the name it needs.
    case missingName
    /// Name and keyword exist, but not with this style after `|`.
    case unusableForm
    /// `{{` without `}}` on the same line.
    case unclosedSlot
    /// `}}` without `{{` before it.
    case unopenedSlot
    /// `{{}}`.
    case emptySlot
    /// `[[` without `]]` in the same paragraph.
    case unclosedClause
    /// `]]` without `[[` before it.
    case unopenedClause
    /// `[[` within `[[ … ]]`.
    case nestedClause
    /// A condition that cannot be read; the word that was probably meant, if any is near.
    case badCondition(nearest: String?)
    /// A block slot within text.
    case blockWithinText
    /// `{{当 …}}`, `{{否则}}`, `{{提示}}`, `{{题}}` or `{{无数据时隐藏}}` elsewhere than at the beginning of a line.
    case directiveWithinText
    /// A paragraph in which only some lines begin with `{{当 …}}`.
    case mixedVariants
    /// A line after `{{否则}}`.
    case otherwiseNotLast
    /// A heading with more than five signs.
    case headingTooDeep
    /// A second `# ` line, or a second `{{题}}`.
    case secondTitle
    /// `{{题}}` with nothing after it.
    case emptyTitle
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
    case .unknownName(let nearest): "没有这个名称。" + Self.guess(nearest, else: "请对照 templates/README.md 里的名称表改正。")
    case .unknownKeyword(let nearest): "没有这种写法。" + Self.guess(nearest, else: "能用的词见 templates/README.md。")
    case .otherKeyword(let usable): "这个名称不能这样用。请写“\(usable.joined(separator: "”或“"))”。"
    case .missingName: "这个词后面要空一格写名称，例如“{{文字 前言}}”。"
    case .unusableForm: "名称没有错，但它的写法在这里不能用，多半是“|”后面写错了。请对照 templates/README.md 改正。"
    case .unclosedSlot: "只有“{{”，同一行里没有找到和它成对的“}}”。请补上。"
    case .unopenedSlot: "只有“}}”，前面没有找到和它成对的“{{”。请补上，或者删去。"
    case .emptySlot: "双花括号里没有内容。请写上名称，或者整个删去。"
    case .unclosedClause: "只有“[[”，这一段里没有找到“]]”。请补上。"
    case .unopenedClause: "只有“]]”，前面没有找到和它成对的“[[”。请补上，或者删去。"
    case .nestedClause: "“[[ ]]”里面不能再套一个“[[ ]]”。请拆成前后两个。"
    case .badCondition(let nearest?): "条件看不懂。打错了？是不是“\(nearest)”？"
    case .badCondition(nil): "条件看不懂。可以写：有台账、无台账、部分、有值、无值加名称，或者“名称 > 0”；几个条件用“且”连接。"
    case .blockWithinText: "表、文字、清单、附录、图、落款要单独占一行。请在它前后换行。"
    case .directiveWithinText: "“当”“否则”“题”“无数据时隐藏”只能写在一行的开头，“提示”只能写在一段的开头。请移到开头。"
    case .mixedVariants: "这一段有的行以“{{当 …}}”开头，这一行没有。请补上条件，或者在它前面空一行；要接着写上一行，请在上一行末尾加“\\”。"
    case .otherwiseNotLast: "“{{否则}}”只能是一段里的最后一行，而且只能有一行。请移到最后。"
    case .headingTooDeep: "标题最多用五个“#”（##、###、####、##### 分别是一、（一）、1.、（1））。请减少“#”。"
    case .secondTitle: "总标题只能有一个：一个“#”的行、“{{题}}”的行都不能写两次。下面的标题请从两个“#”开始。"
    case .emptyTitle: "“{{题}}”后面没有写题目，例如“{{题}}{{学期}}后勤工作总结”。"
    }
  }

  private static func guess(_ nearest: String?, else advice: String) -> String {
    nearest.map { "打错了？是不是“\($0)”？" } ?? advice
  }
}
