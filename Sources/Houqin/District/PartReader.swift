import Platform
import LedgerKit
import Ledgers

/// Reads what `houqin partial` wrote, trusting none of it: a part may have been cut short, edited or made by another version.
enum PartReader {
  /// The part of a file.
  static func part(at path: String) throws(HouqinError) -> SchoolPart {
    guard FileManager.default.fileExists(atPath: path) else { throw .fileMissing(path) }
    let data: Data
    do { data = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
      throw .unreadableFile(path, message: "打不开：\(WorkFolder.reason(error))", fix: "请检查权限。")
    }
    do {
      return try part(in: data)
    } catch {
      throw .unreadableFile(path, message: error.message, fix: error.fix)
    }
  }

  /// The part that bytes hold.
  static func part(in data: Data) throws(PartTrouble) -> SchoolPart {
    guard !data.isEmpty else { throw .empty }
    let wire: PartWire
    do {
      let head = try JSONDecoder().decode(PartWire.Head.self, from: data)
      guard head.schema == SchoolPart.schema else { throw PartTrouble.otherSchema(head.schema) }
      wire = try JSONDecoder().decode(PartWire.self, from: data)
    } catch let trouble as PartTrouble {
      throw trouble
    } catch {
      throw .damaged(Self.place(error))
    }
    return try wire.part
  }

  /// Where the decoder stumbled: figures[3].numerator.
  private static func place(_ error: any Error) -> String {
    let path: [any CodingKey]
    switch error as? DecodingError {
    case .keyNotFound(let key, let context): path = context.codingPath + [key]
    case .typeMismatch(_, let context), .valueNotFound(_, let context): path = context.codingPath
    default: return ""
    }
    return path.reduce("") { $0 + ($1.intValue.map { "[\($0)]" } ?? ($0.isEmpty ? "" : ".") + $1.stringValue) }
  }
}

/// What can be wrong with a part.
enum PartTrouble: Error, Equatable {
  case empty
  case otherSchema(String)
  case otherProgram
  /// The member that is missing or of another type; empty where it is not JSON at all.
  case damaged(String)

  var message: String {
    switch self {
    case .empty: "是空的，houqin partial 没有写完"
    case .otherSchema(let schema): "是“\(schema)”，不是 \(SchoolPart.schema)"
    case .otherProgram: "是别的版本的 houqin 写的，规则不同，数字不能相加"
    case .damaged(""): "不是完整的JSON"
    case .damaged(let place): "“\(place)”缺少或写得不对"
    }
  }

  var fix: String {
    switch self {
    case .otherSchema: "请给出 houqin partial 写出的文件。"
    case .otherProgram: "请用同一版本对各校重新运行 houqin partial。"
    default: "请对这所学校重新运行 houqin partial 工作夹 > 文件.json，不要手工修改。"
    }
  }
}
