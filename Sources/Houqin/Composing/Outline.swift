import Documents
import Platform
import LedgerKit
import Synchronization

/// The outline a summary follows: a template that schools edit.
struct Outline {
  let name: String
  let template: Template

  /// The outline asked for: a built-in name, a file, or what fits the school's stage.
  static func named(_ name: String?, for stage: Profile.Stage) throws(HouqinError) -> Outline {
    let wanted = name ?? (stage == .kindergarten ? "幼儿园" : "中小学")
    if let known = parsed.withLock({ $0[wanted] }) { return Outline(name: wanted, template: known) }
    let builtIn = EmbeddedTemplates.outlines[wanted]
    let text: String
    if let builtIn { text = builtIn } else { text = try file(wanted) }
    let outline = try understood(wanted, text: text, isBuiltIn: builtIn != nil)
    if builtIn != nil { parsed.withLock { $0[wanted] = outline.template } }
    return outline
  }

  /// Built-in outlines that were asked for before: the schools of a district share one.
  private static let parsed = Mutex<[String: Template]>([:])

  private static func understood(_ wanted: String, text: String, isBuiltIn: Bool) throws(HouqinError) -> Outline {
    do {
      let template = try Template(parsing: text, name: FileName.last(of: wanted), isProven: isBuiltIn)
      return Outline(name: FileName.stem(of: wanted), template: template)
    } catch {
      throw .badTemplate(error.description)
    }
  }

  /// The passages the built-in outlines ask for.
  static let passageNames: Set<String> = Set(
    EmbeddedTemplates.outlines.flatMap { name, text in (try? Template(parsing: text, name: name).passageNames) ?? [] })

  private static func file(_ path: String) throws(HouqinError) -> String {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { throw .templateMissing(path) }
    guard let text = Texts.decoded([UInt8](data)) else { throw .badTemplate("提纲“\(path)”的文字编码无法识别，请另存为UTF-8。") }
    return text
  }
}
