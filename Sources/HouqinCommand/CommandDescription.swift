/// All that is said of a command, in one place: help, errors, completions and the manual are made of it.
struct CommandDescription {
  /// What a command is given, in the order it is written.
  struct Operand {
    enum Kind { case folder, file, rule, figure, word }
    /// The word in the usage line.
    let name: String
    let kind: Kind
    var isMany = false
  }

  /// One line of the overview.
  let summary: String
  /// What it does, in full.
  let purpose: String
  var operands: [Operand] = []
  var options: [Option] = []
  var formats: [String] = []
  /// The first one is shown where something is missing.
  let examples: [String]

  /// `工作夹 指标编号`, as usage lines have it.
  var operandWords: String { operands.map { $0.name + ($0.isMany ? "…" : "") }.joined(separator: " ") }
}

/// What can be added to commands.
enum Option: String, CaseIterable {
  case output = "--output"
  case asOf = "--as-of"
  case template = "--template"
  case edition = "--edition"
  case format = "--format"
  case name = "--name"
  case data = "--data"
  case manifest = "--manifest"
  case strict = "--strict"
  case force = "--force"
  case followLinks = "--follow-links"

  /// The word for its value in usage lines; nil where it takes none.
  var value: String? {
    switch self {
    case .output: "文件夹"
    case .asOf: "日期"
    case .template: "名称|文件"
    case .edition: "版本"
    case .format: "格式"
    case .name: "名称"
    case .data: "工作夹"
    case .manifest: "文件"
    case .strict, .force, .followLinks: nil
    }
  }
}
