import Houqin

/// The words behind a command, understood.
struct Arguments {
  enum Option: String, CaseIterable {
    case output = "--output"
    case asOf = "--as-of"
    case template = "--template"
    case format = "--format"
    case name = "--name"
    case data = "--data"
    case manifest = "--manifest"
    case edition = "--edition"
    case strict = "--strict"
    case force = "--force"

    var takesValue: Bool { self != .strict && self != .force }
  }

  /// What the command is given; one thing, unless it takes many.
  var operands: [String] = []
  var operand: String { operands.first ?? "" }
  /// What follows the operand, of commands that take two.
  var second: String { operands.dropFirst().first ?? "" }
  /// The work folder a document or manifest is held against.
  var data = ""
  var manifest: String?
  var houqin = Options()
  var format = "text"
  var isStrict = false

  init(_ words: [String], for command: CommandName) throws(HouqinError) {
    var given: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word != "-" else {
        given.append(word)
        continue
      }
      let (name, inline) = Self.split(word)
      guard let option = Option(rawValue: name), command.options.contains(option) else { throw .usage(Self.unknown(name, command)) }
      let value = option.takesValue ? inline ?? rest.popFirst() : nil
      if option.takesValue, value == nil { throw .usage("\(name) 后面要写内容。用法：houqin \(command.rawValue) --help") }
      try set(option, value ?? "", command)
    }
    try take(given, command)
  }

  private mutating func set(_ option: Option, _ value: String, _ command: CommandName) throws(HouqinError) {
    switch option {
    case .output:
      guard !value.isEmpty else { throw .usage("--output 后面要写文件夹的名字，例如 --output 总结") }
      houqin.output = value
    case .template: houqin.template = value
    case .name: houqin.organization = value
    case .data: data = value
    case .manifest: manifest = value
    case .edition:
      guard let edition = Edition(rawValue: value) else { throw .usage("没有“\(value)”这种版本，可用：archive（存档版）、public（公示版）。") }
      houqin.edition = edition
    case .strict: isStrict = true
    case .force: houqin.force = true
    case .asOf: try houqin.setAsOf(value)
    case .format:
      guard command.formats.contains(value) else {
        throw .usage("没有“\(value)”这种格式，可用：\(command.formats.joined(separator: "、"))。")
      }
      format = value
    }
  }

  private mutating func take(_ operands: [String], _ command: CommandName) throws(HouqinError) {
    guard let needed = command.operand else {
      guard operands.isEmpty else { throw .usage("houqin \(command.rawValue) 不需要“\(operands[0])”。") }
      return
    }
    if command == .verify, data.isEmpty { throw .usage("请用 --data 写明台账所在的工作夹，例如：\(Help.example(of: command))") }
    if manifest != nil, operands.isEmpty { return }
    guard !operands.isEmpty else { throw .usage("请写明\(needed)，例如：\(Help.example(of: command))") }
    if let other = command.secondOperand, operands.count < 2 { throw .usage("请写明\(other)，例如：\(Help.example(of: command))") }
    let count = command.secondOperand == nil ? 1 : 2
    guard operands.count == count || command.takesMany else {
      throw .usage("只能给出一个\(needed)，多出了“\(operands[count])”。路径中有空格时请加引号。")
    }
    self.operands = operands
  }

  private static func split(_ word: String) -> (String, String?) {
    guard let equals = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  private static func unknown(_ name: String, _ command: CommandName) -> String {
    let known = command.options.map(\.rawValue)
    let guess = Nearest.name(to: name, among: known).map { "打错了？是不是 \($0)？" } ?? ""
    return "houqin \(command.rawValue) 没有选项 \(name)。\(guess)用法见：houqin \(command.rawValue) --help"
  }
}
