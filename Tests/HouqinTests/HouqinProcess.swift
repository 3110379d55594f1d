import Foundation

/// The built `houqin`, run as people run it.
enum HouqinProcess {
  struct Result {
    let status: Int32
    let output: Data
    let errors: Data
    var text: String { String(decoding: output, as: UTF8.self) }
    var notes: String { String(decoding: errors, as: UTF8.self) }
  }

  /// Beside the test runner, where the package manager builds it.
  static let executable: URL? = [URL(fileURLWithPath: CommandLine.arguments[0]), Bundle.main.bundleURL].lazy
    .map { $0.deletingLastPathComponent().appending(path: "houqin") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  static var isBuilt: Bool { executable != nil }

  static func run(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> Result {
    try run(program: executable?.path ?? "", arguments, in: folder, environment: environment)
  }

  /// Begun and left running; what it says goes nowhere.
  static func start(_ arguments: [String], output: Any? = FileHandle.nullDevice, errors: Any? = FileHandle.nullDevice) throws -> Process {
    let process = Process()
    (process.executableURL, process.arguments) = (executable, arguments)
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    return process
  }

  /// Any program, as the shell that limits what ours may do.
  static func run(program: String, _ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    let notes = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: text, errors: notes)
  }
}
