import Houqin

/// The words behind a command, understood.
struct Arguments {
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
    var isPlain = false
    while let word = rest.popFirst() {
      if word == "--", !isPlain {
        isPlain = true
        continue
      }
      guard !isPlain, word.hasPrefix("-"), word != "-" else {
        given.append(word)
        continue
      }
      let (name, inline) = Self.split(word)
      guard let option = Option(rawValue: name), command.description.options.contains(option) else {
        throw .usage(Self.unknown(name, command))
      }
      let value = option.value != nil ? inline ?? rest.popFirst() : nil
      if option.value != nil, value == nil { throw .usage("\(name) 后面要写内容。用法：houqin \(command.rawValue) --help") }
      if option.value == nil, inline != nil { throw .usage("\(name) 后面不用写内容。用法：houqin \(command.rawValue) --help") }
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
      guard let edition = Edition(rawValue: value) else {
        let guess = Self.guess(value, ["archive", "public"])
        throw .usage("没有“\(value)”这种版本。\(guess)可用：archive（存档版）、public（公示版）。")
      }
      houqin.edition = edition
    case .strict: isStrict = true
    case .force: houqin.force = true
    case .followLinks: houqin.followsLinks = true
    case .asOf: try houqin.setAsOf(value)
    case .format:
      let formats = command.description.formats
      guard formats.contains(value) else {
        throw .usage("没有“\(value)”这种格式。\(Self.guess(value, formats))可用：\(formats.joined(separator: "、"))。")
      }
      format = value
    }
  }

  private mutating func take(_ given: [String], _ command: CommandName) throws(HouqinError) {
    let needed = command.description.operands
    if needed.isEmpty {
      guard given.isEmpty else { throw .usage("houqin \(command.rawValue) 不需要“\(given[0])”。") }
      return
    }
    if command == .verify, data.isEmpty { throw .usage("请用 --data 写明台账所在的工作夹，例如：\(Self.example(of: command))") }
    if manifest != nil {
      guard given.isEmpty else { throw .usage("--manifest 核对的是那次运行，不能同时核对“\(given[0])”；请分两次运行。") }
      return
    }
    if given.count < needed.count { throw .usage("请写明\(needed[given.count].name)，例如：\(Self.example(of: command))") }
    guard given.count == needed.count || needed.contains(where: \.isMany) else {
      throw .usage("只能给出\(needed.count == 1 ? "一个" : "")\(command.description.operandWords)，多出了“\(given[needed.count])”。路径中有空格时请加引号。")
    }
    operands = given
  }

  private static func example(of command: CommandName) -> String { command.description.examples.first ?? "" }

  private static func split(_ word: String) -> (String, String?) {
    guard let equals = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  private static func unknown(_ name: String, _ command: CommandName) -> String {
    let known = command.description.options.map(\.rawValue)
    let others = CommandName.allCases.filter { $0.description.options.contains { $0.rawValue == name } }
    if !others.isEmpty {
      return
        "houqin \(command.rawValue) 没有选项 \(name)（\(others.map(\.rawValue).joined(separator: "、")) 才有）。用法见：houqin \(command.rawValue) --help"
    }
    return "houqin \(command.rawValue) 没有选项 \(name)。\(guess(name, known + ["--help"]))用法见：houqin \(command.rawValue) --help"
  }

  /// The nearest of some names as a question; nothing where none is near.
  static func guess(_ word: String, _ names: [String]) -> String {
    Nearest.name(to: word, among: names).map { "打错了？是不是 \($0)？" } ?? ""
  }
}
