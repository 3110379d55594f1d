import Foundation
import Testing

@Suite("The sources keep to the architecture")
struct SourceGuardTests {
  /// Who may import whom (architecture, Modules). Foundation in Platform alone, and there only where there is nothing smaller.
  private static let allowed: [String: Set<String>] = [
    "Platform": ["FoundationEssentials", "Foundation", "Dispatch", "Glibc", "Darwin"],
    "ProcessorInstructions": ["_Builtin_intrinsics"], "Tabular": ["Glibc", "ProcessorInstructions", "_Builtin_intrinsics"],
    "LedgerKit": ["Tabular"], "Ledgers": ["LedgerKit"], "Documents": [],
    "Houqin": ["Ledgers", "LedgerKit", "Tabular", "Documents", "Platform"], "HouqinCommand": ["Houqin", "Platform"],
    "HouqinBench": ["Houqin", "Platform"],
  ]

  @Test("Every target is in the table") func targets() throws {
    let folder = Repository.root.appending(path: "Sources").resolvingSymlinksInPath()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
    #expect(Set(names) == Set(Self.allowed.keys))
  }

  @Test("A target imports only what the table allows", arguments: allowed.keys.sorted()) func imports(_ target: String) throws {
    let allowed = try #require(Self.allowed[target]).union(["Synchronization"])
    let paths = try Repository.swiftFiles(under: "Sources/" + target)
    #expect(!paths.isEmpty)
    for path in paths {
      for match in try Repository.text(path).matches(
        of: /(?m)^\s*(?:@\w+(?:\([^)]*\))?\s+|public\s+|internal\s+)*import\s+(?:(?:struct|class|enum|func|protocol)\s+)?(\w+)/)
      {
        #expect(allowed.contains(String(match.output.1)), "\(path) imports \(match.output.1)")
      }
    }
  }

  @Test("Nothing is forced", arguments: allowed.keys.sorted()) func forced(_ target: String) throws {
    for path in try Repository.swiftFiles(under: "Sources/" + target) where !path.hasSuffix("EmbeddedTemplates.swift") {
      for (number, line) in try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let code = Self.code(of: line)
        for pattern in [/\btry!/, /\bas!/, /\bfatalError\b/, /\bpreconditionFailure\b/, /\bunsafelyUnwrapped\b/, /[\w)\]}]!(?![=])/] {
          #expect(!code.contains(pattern), "\(path):\(number + 1): \(line)")
        }
      }
    }
  }

  /// A line without its comment and the contents of its strings.
  private static func code(of line: Substring) -> String {
    String(line).replacing(/"(?:\\.|[^"\\])*"/, with: "\"\"").replacing(/\/\/.*$/, with: "")
  }

  @Test("The clock, the locale and random numbers are asked nowhere", arguments: allowed.keys.sorted()) func unsteady(_ target: String)
    throws
  {
    for path in try Repository.swiftFiles(under: "Sources/" + target) where !path.hasSuffix("EmbeddedTemplates.swift") {
      let text = try Repository.text(path)
      for word in [
        /\bDate\(\)/, /\bDate\.now\b/, /\bLocale\b/, /\bTimeZone\b/, /\bDateFormatter\b/, /\bNumberFormatter\b/, /\.random\(/, /\bUUID\(/,
        /\bshuffled\(/,
      ] {
        #expect(!text.contains(word), "\(path)")
      }
    }
  }
}
