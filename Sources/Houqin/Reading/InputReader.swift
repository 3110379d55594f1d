import Foundation
import LedgerKit
import Ledgers
import Tabular

/// Reads the files of a work folder as far as they can be understood one by one.
enum InputReader {
  static func inputs(of folder: WorkFolder) -> [Input] { markingRepeats(in: folder.files.map { read($0.path, $0.url) }) }

  /// A ledger whose bytes were met before is read once.
  static func markingRepeats(in inputs: [Input]) -> [Input] {
    var firstOf: [String: String] = [:]
    return inputs.map { input in
      guard input.size > 0 else { return input }
      if let other = firstOf[input.sha256], case .ledger(let sheet, _) = input.understanding, sheet.ledger.role == .record {
        return Input(file: input.file, size: input.size, sha256: input.sha256, understanding: .repeated(sheet, of: other))
      }
      firstOf[input.sha256] = input.file
      return input
    }
  }

  private static func read(_ path: String, _ url: URL) -> Input {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    let kind = attributes?[.type] as? FileAttributeType
    if let kind, kind != .typeRegular, kind != .typeSymbolicLink {
      return Input(file: path, size: 0, sha256: "", understanding: .unreadable(.unreadable(reason: "不是普通文件")))
    }
    do {
      return input(path, [UInt8](try Data(contentsOf: url)))
    } catch {
      return Input(file: path, size: 0, sha256: "", understanding: .unreadable(.unreadable(reason: WorkFolder.reason(error))))
    }
  }

  /// A file as it is understood from its name and bytes alone.
  static func input(_ path: String, _ bytes: [UInt8]) -> Input {
    Input(file: path, size: bytes.count, sha256: SHA256.hexDigest(bytes), understanding: understand(path, bytes))
  }

  static func understand(_ path: String, _ bytes: [UInt8]) -> Input.Understanding {
    if let format = ForeignFormat.detect(bytes) { return .unreadable(.foreign(format.title, isSpreadsheet: format.mayBeLedger)) }
    if let (title, isSpreadsheet) = foreign(FileName.fileExtension(of: path)) {
      return .unreadable(.foreign(title, isSpreadsheet: isSpreadsheet))
    }
    guard let text = TextDecoder.decode(bytes) else { return .unreadable(.undecodable) }
    let sheet = Sheet(text)
    switch Catalog.recognizer.recognize(file: path, sheet: sheet) {
    case .ledger(let found, let named): return .ledger(found, namedAs: named)
    case .unsupported(let title, let header): return .unsupported(title: title, headerRecord: header, sheet)
    case .unknown: return .unrecognized(sheet)
    }
  }

  /// What a file must be by its extension alone.
  private static func foreign(_ fileExtension: String) -> (title: String, isSpreadsheet: Bool)? {
    switch fileExtension {
    case "xlsx", "xlsm", "xls", "et", "ett", "ods", "numbers": ("电子表格文件", true)
    case "doc", "docx", "wps": ("文字处理文件", false)
    case "pdf": ("PDF文件", false)
    case "jpg", "jpeg", "png", "gif", "bmp", "heic": ("图片", false)
    case "zip", "rar", "7z", "gz": ("压缩包", false)
    default: nil
    }
  }
}

extension ForeignFormat {
  /// Whether a ledger may hide in it, not exported yet.
  var mayBeLedger: Bool {
    switch self {
    case .zipOrXLSX, .legacyOffice, .html, .xml: true
    default: false
    }
  }

  /// As a clerk knows it.
  var title: String {
    switch self {
    case .zipOrXLSX: "Excel工作簿（xlsx）或压缩包"
    case .legacyOffice: "旧版Excel、WPS或Word文件"
    case .pdf: "PDF文件"
    case .html, .xml: "网页格式的文件"
    case .image: "图片"
    case .rtf: "文字处理文件"
    case .gzip, .archive: "压缩包"
    case .sqlite: "数据库文件"
    }
  }
}
