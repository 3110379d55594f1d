import Foundation
import Testing

@testable import Houqin

@Suite("Help that teaches", .enabled(if: HouqinProcess.isBuilt)) struct HelpTests {
  private static func run(_ words: [String], in folder: URL = Repository.root, environment: [String: String] = [:]) throws
    -> HouqinProcess.Result
  {
    try HouqinProcess.run(words, in: folder, environment: environment)
  }

  /// As the overview lists them.
  private static let commands: [String] =
    ((try? run(["--help"]).text) ?? "").matches(of: /(?m)^  houqin ([a-z]+) .*　?/).map { String($0.output.1) }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }

  @Test("Every command of the contract is in the overview") func overview() {
    let contract = [
      "report", "check", "read", "figures", "trace", "verify", "partial", "merge", "rules", "explain", "init", "watch", "district",
    ]
    #expect(Set(Self.commands) == Set(contract))
  }

  @Test("Every command's page has usage, purpose, options and an example that begins with it") func pages() throws {
    for command in Self.commands {
      let page = try Self.run([command, "--help"]).text
      #expect(page.hasPrefix("用法　houqin \(command)"), "\(command)")
      #expect(page.contains("\n例子\n  houqin \(command)"), "\(command)")
      #expect(try Self.run(["help", command]).text == page)
    }
  }

  @Test("Every command and option is in the README, the manual and the completions") func documented() throws {
    let texts = try ["README.md", ".ci/share/man/man1/houqin.1", ".ci/share/zsh/site-functions/_houqin"].map(Repository.text)
    for command in Self.commands {
      let options = try Self.run([command, "--help"]).text.matches(of: /(?m)^  (--[a-z-]+)/).map { String($0.output.1) }
      for text in texts {
        #expect(text.contains("houqin \(command)") || text.contains("'\(command):"), "\(command)")
        for option in options { #expect(text.replacing("\\-", with: "-").contains(option), "\(command) \(option)") }
      }
    }
  }

  @Test(
    "What was probably meant",
    arguments: [
      (["reprot", "x"], "打错了？是不是 report？"), (["report", "x", "--outptu", "y"], "打错了？是不是 --output？"),
      (["check", "x", "--format", "jsn"], "打错了？是不是 json？"), (["report", "x", "--edition", "publc"], "打错了？是不是 public？"),
      (["explain", "PUR-05"], "是不是 PUR-005？"), (["report", "samples/春芽幼儿园/2022-2023-2", "--template", "幼儿圆"], "打错了？是不是“幼儿园”？"),
      (["check", "samples/春芽幼儿园/2022-2023-3"], "打错了？是不是“samples/春芽幼儿园/2022-2023-2”？"), (["check", "sampels"], "打错了？是不是“samples”？"),
      (["read", "samples/春芽幼儿园/2022-2023-2/采购台帐.csv"], "打错了？是不是“samples/春芽幼儿园/2022-2023-2/采购台账.csv”？"),
      (["check", "x", "--strict"], "report、district、merge 才有"),
    ])
  func nearest(words: [String], guess: String) throws {
    let run = try Self.run(words)
    #expect(run.status == 2)
    #expect(run.notes.contains(guess), "\(run.notes)")
  }

  @Test("A missing folder: what a work folder is and how to begin one") func missing() throws {
    let notes = try Self.run(["report", "没有这个文件夹"]).notes
    #expect(notes.contains("工作夹就是一个文件夹") && notes.contains("houqin init 没有这个文件夹"))
  }

  @Test("Words behind -- are names, whatever they look like") func plain() throws {
    let folder = try TemporaryFolder()
    try folder.write([(path: "--strict/设置.csv", bytes: Data(TemporaryFolder.settings.utf8))])
    #expect(try Self.run(["check", "--", "--strict"], in: folder.url).notes.isEmpty)
  }

  @Test("No colors where nobody looks, nor where none are wanted") func colors() throws {
    let term = try TemporaryFolder(("采购.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-13-08,纸,1,1,1,王,李,赵\n"))
    #expect(!(try Self.run(["check", term.path]).text.contains("\u{1B}")))
    guard let script = try Self.terminal else { return }
    let words = ["-qec", "\(HouqinProcess.executable?.path ?? "") check \(term.path)", "/dev/null"]
    let colored = try HouqinProcess.run(program: script, words, in: term.url, environment: ["TERM": "xterm", "NO_COLOR": ""]).text
    #expect(colored.contains("\u{1B}[31m【错误】\u{1B}[0m"))
    #expect(
      !(try HouqinProcess.run(program: script, words, in: term.url, environment: ["TERM": "xterm", "NO_COLOR": "1"]).text.contains("\u{1B}"))
    )
  }

  /// util-linux's script, which runs a command on a terminal.
  private static var terminal: String? {
    get throws {
      #if os(Linux)
        ["/usr/bin/script"].first { FileManager.default.isExecutableFile(atPath: $0) }
      #else
        nil
      #endif
    }
  }
}

/// Files made of the one description of commands; `HOUQIN_RECORD=1 swift test --filter Generated` writes them, and fails so that they are
/// looked at.
@Suite("Generated: completions and manual", .enabled(if: HouqinProcess.isBuilt)) struct GeneratedTests {
  private static let files = [
    ".ci/share/bash-completion/completions/houqin": ["completions", "bash"],
    ".ci/share/zsh/site-functions/_houqin": ["completions", "zsh"],
    ".ci/share/fish/vendor_completions.d/houqin.fish": ["completions", "fish"], ".ci/share/man/man1/houqin.1": ["manual"],
  ]

  @Test("Fresh", arguments: files.keys.sorted()) func fresh(path: String) throws {
    let made = try HouqinProcess.run(Self.files[path] ?? [], in: Repository.root).text
    let place = Repository.root.appending(path: path)
    if ProcessInfo.processInfo.environment["HOUQIN_RECORD"] != nil {
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(made.utf8).write(to: place)
      Issue.record("\(path) was written: look at it and run the tests again")
    }
    #expect(made == (try String(contentsOf: place, encoding: .utf8)), "HOUQIN_RECORD=1 swift test --filter Generated")
  }

  @Test("The shells take them", arguments: ["bash", "zsh", "fish"]) func syntax(shell: String) throws {
    let programs = ["/bin/", "/usr/bin/", "/usr/local/bin/"].map { $0 + shell }
    guard let program = programs.first(where: FileManager.default.isExecutableFile(atPath:)) else { return }
    let path = try #require(Self.files.first { $0.value.last == shell }?.key)
    let run = try HouqinProcess.run(program: program, ["-n", Repository.root.appending(path: path).path], in: Repository.root)
    #expect(run.status == 0, "\(run.notes)")
  }

  @Test(
    "bash completes commands, options, formats and outlines",
    arguments: [
      ("houqin rep", "report"), ("houqin report --ou", "--output"), ("houqin check x --format j", "json"),
      ("houqin report x --template 中", "中小学"),
      ("houqin explain PUR-00", "PUR-001"), ("houqin report samp", "samples"),
    ])
  func bash(line: String, expected: String) throws {
    let words = line.split(separator: " ").map { "'\($0)'" }.joined(separator: " ")
    let path = try #require(HouqinProcess.executable?.deletingLastPathComponent().path)
    let script = """
      PATH="\(path):$PATH"; . .ci/share/bash-completion/completions/houqin
      COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _houqin; printf '%s\\n' "${COMPREPLY[@]}"
      """
    let run = try HouqinProcess.run(program: "/bin/bash", ["-c", script], in: Repository.root)
    #expect(run.text.split(separator: "\n").contains(Substring(expected)), "\(run.text)\(run.notes)")
  }
}
