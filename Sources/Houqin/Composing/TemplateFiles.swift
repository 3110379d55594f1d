/// The files of `templates/` that are compiled in, and the Swift that holds them. A test regenerates and compares it.
public enum TemplateFiles {
  /// Names of the built-in outlines, files `<name>.md`.
  public static let outlines = ["幼儿园", "中小学", "简版", "下学期工作计划"]
  /// The page that teaches how outlines are written; not compiled in.
  public static let guide = "README.md"
  /// The reference of all rules, written by `houqin rules --format markdown`; not compiled in.
  public static let rules = "规则手册.md"
  /// The HTML page a report is set in.
  public static let page = "page.html"
  /// Path of the generated file in the repository.
  public static let generated = "Sources/Houqin/Composing/EmbeddedTemplates.swift"

  /// The generated file, from the contents of the templates by their names.
  public static func source(outlines texts: [(name: String, text: String)], page: String) -> String {
    let entries = texts.map { "    \"\($0.name)\": \(literal($0.text)),\n" }.joined()
    return """
      // swift-format-ignore-file
      // Generated from templates/ by EmbeddedTemplatesTests (HOUQIN_RECORD=1 swift test --filter EmbeddedTemplates). Do not edit.

      /// The outlines and the page that work from any directory.
      enum EmbeddedTemplates {
        static let outlines: [String: String] = [
      \(entries)  ]

        static let page = \(literal(page))
      }

      """
  }

  private static func literal(_ text: String) -> String { "###\"\"\"\n" + text + "\n\"\"\"###" }
}
