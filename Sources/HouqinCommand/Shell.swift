import Houqin

/// Completions for a shell, made of what is said of each command. A test keeps the committed files fresh.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  static let names = allCases.map(\.rawValue).joined(separator: "、")

  var script: String {
    switch self {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private static let mark = "Made by “houqin completions”; do not edit."
  /// Ids of rules, asked of the program when they are wanted.
  private static let rules = "houqin rules 2>/dev/null | grep -o '^[A-Z][A-Z]*-[0-9][0-9]*'"

  /// The words an option's value may be; nil where it is a name of a file or something free.
  private func words(_ option: Option, _ command: CommandName) -> [String]? {
    switch option {
    case .format: command.description.formats
    case .edition: ["archive", "public"]
    case .template: TemplateFiles.outlines
    default: nil
    }
  }

  // MARK: bash

  private var bash: String {
    let cases = CommandName.shown.map { command in
      let options = command.description.options.map(\.rawValue).joined(separator: " ")
      return
        "    \(command.rawValue)) options=\"\(options) --help\" kind=\(kind(command)) formats=\"\(command.description.formats.joined(separator: " "))\" ;;"
    }
    return """
      # \(Self.mark)
      _houqin() {
        local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" options="" kind="" formats=""
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(CommandName.shown.map(\.rawValue).joined(separator: " ")) --help --version" -- "$current"))
          return
        fi
        case "${COMP_WORDS[1]}" in
      \(cases.joined(separator: "\n"))
        esac
        case "$before" in
          --format) COMPREPLY=($(compgen -W "$formats" -- "$current")); return ;;
          --edition) COMPREPLY=($(compgen -W "archive public" -- "$current")); return ;;
          --template) COMPREPLY=($(compgen -W "\(TemplateFiles.outlines.joined(separator: " "))" -- "$current") $(compgen -f -- "$current")); return ;;
          --output|--data) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$current")); return ;;
          --manifest) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
          --as-of|--name) return ;;
        esac
        case "$current" in
          -*) COMPREPLY=($(compgen -W "$options" -- "$current")); return ;;
        esac
        case "$kind" in
          folder) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$current")) ;;
          file) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")) ;;
          rule) COMPREPLY=($(compgen -W "$(\(Self.rules))" -- "$current")) ;;
        esac
      }
      complete -F _houqin houqin

      """
  }

  private func kind(_ command: CommandName) -> String {
    switch command.description.operands.first?.kind {
    case .folder?: "folder"
    case .file?: "file"
    case .rule?: "rule"
    default: "none"
    }
  }

  // MARK: zsh

  private var zsh: String {
    let commands = CommandName.shown.map { "    '\($0.rawValue):\($0.description.summary)'" }
    let cases = CommandName.shown.map { command in
      let options = command.description.options.map { "        \(specification($0, command)) \\" }
      return
        (["      \(command.rawValue))", "        _arguments \\"] + options + [
          "        '--help[帮助]' \\", "        '\(operand(command))' ;;",
        ])
        .joined(separator: "\n")
    }
    return """
      #compdef houqin
      # \(Self.mark)
      _houqin() {
        local -a commands
        commands=(
      \(commands.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )); then
          _describe '命令' commands
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in
      \(cases.joined(separator: "\n"))
        esac
      }
      _houqin "$@"

      """
  }

  private func specification(_ option: Option, _ command: CommandName) -> String {
    let text = Help.text(of: option, in: command).filter { !"[]':".contains($0) }
    guard let value = option.value else { return "'\(option.rawValue)[\(text)]'" }
    let action: String
    switch option {
    case .output, .data: action = "_directories"
    case .manifest: action = "_files"
    default: action = words(option, command).map { "(\($0.joined(separator: " ")))" } ?? " "
    }
    return "'\(option.rawValue)[\(text)]:\(value):\(action)'"
  }

  private func operand(_ command: CommandName) -> String {
    guard let operand = command.description.operands.first else { return ":::" }
    let action: String
    switch operand.kind {
    case .folder: action = "_directories"
    case .file: action = "_files"
    case .rule: action = "{compadd $(\(Self.rules.replacing("'", with: "\"")))}"
    case .figure, .word: action = " "
    }
    return "\(operand.isMany ? "*" : "1"):\(operand.name):\(action)"
  }

  // MARK: fish

  private var fish: String {
    let none = "__fish_use_subcommand"
    let commands = CommandName.shown.map { "complete -c houqin -n \(none) -f -a \($0.rawValue) -d '\($0.description.summary)'" }
    let options = CommandName.shown.flatMap { command in
      let here = "complete -c houqin -n '__fish_seen_subcommand_from \(command.rawValue)'"
      return operandLines(command, here) + command.description.options.map { line(of: $0, command, here) }
    }
    return
      (["# \(Self.mark)", "complete -c houqin -n \(none) -f -l help -d 帮助", "complete -c houqin -n \(none) -f -l version -d 版本"]
      + commands + options).joined(separator: "\n") + "\n"
  }

  private func operandLines(_ command: CommandName, _ here: String) -> [String] {
    switch command.description.operands.first?.kind {
    case .folder?: ["\(here) -f -a '(__fish_complete_directories)'"]
    case .rule?: ["\(here) -f -a '(\(Self.rules.replacing("'", with: "\"")))'"]
    case .file?: []
    default: ["\(here) -f"]
    }
  }

  private func line(of option: Option, _ command: CommandName, _ here: String) -> String {
    let start = "\(here) -l \(option.rawValue.dropFirst(2))"
    let values: String
    switch option {
    case .output, .data: values = " -r -f -a '(__fish_complete_directories)'"
    case .manifest: values = " -r"
    default: values = option.value == nil ? "" : words(option, command).map { " -x -a '\($0.joined(separator: " "))'" } ?? " -x"
    }
    return start + values + " -d '\(Help.text(of: option, in: command))'"
  }
}
