import Platform
import LedgerKit
import Ledgers
import Tabular

/// Reads the files of a work folder as far as they can be understood one by one.
enum InputReader {
  /// Files of at least `mappedFrom` bytes are looked at where the system keeps them.
  static func inputs(of folder: WorkFolder, mappedFrom: Int = FileBytes.mappedSize) -> [Input] {
    let files = folder.files
    let loaded = Parallel.map(files.count) { load(files[$0].path, files[$0].place, mappedFrom) }
    // Work on the largest begins first.
    let order = loaded.indices.sorted { (loaded[$1].count, $0) < (loaded[$0].count, $1) }
    let readable = order.compactMap { place in loaded[place].bytes.map { (place: place, path: files[place].path, bytes: $0) } }
    let read = Dictionary(uniqueKeysWithValues: zip(readable.map(\.place), inputs(of: readable.map { ($0.path, $0.bytes) })))
    return settled(
      loaded.enumerated().compactMap { read[$0.offset] ?? $0.element.refused }
        + folder.refused.map { refused($0.path, .refused(reason: $0.why.reason, fix: $0.why.fix)) })
  }

  /// Files that could be read, the largest first.
  private static func inputs(of files: [(path: String, bytes: FileBytes)]) -> [Input] {
    // What a file says needs no digest: two large ones are hashed for longer than all are divided into rows and recognized.
    let digests = FileDigest.begun(of: files.map(\.bytes))
    let meanings = Self.meanings(of: files)
    return files.indices.map { place in
      let (path, bytes) = files[place]
      // Its rows may be of different times.
      if !bytes.rest.areUnchanged { return refused(path, .beingWritten) }
      return Input(file: path, size: bytes.count, digest: digests[place], understanding: meanings[place])
    }
  }

  private static func meanings(of files: [(path: String, bytes: FileBytes)]) -> [Input.Understanding] {
    // Setting up the catalogue takes as long as dividing a school's files into rows, and is needed only by what comes after.
    let contents = Parallel.map(files.count + 1) { work -> Content? in
      if work > 0 { return Content(files[work - 1].path, files[work - 1].bytes) }
      _ = Catalog.recognizer
      return nil
    }.compactMap(\.self)
    return Parallel.map(contents.count) { contents[$0].understood(as: files[$0].path) }
  }

  private static func refused(_ path: String, _ what: FileTrouble.What) -> Input {
    Input(file: path, size: 0, digest: FileDigest(""), understanding: .unreadable(what))
  }

  /// Files read one by one, seen together: with the school's own words for columns, and each ledger once.
  static func settled(_ inputs: [Input]) -> [Input] { markingRepeats(in: withOwnHeaders(inputs)) }

  /// A ledger whose bytes were met before is read once. A file that is not read at all, a backup, is nobody's original.
  static func markingRepeats(in inputs: [Input]) -> [Input] {
    let ledgers = inputs.filter { if case .ledger = $0.understanding { true } else { false } }
    // Only those of the same size can be copies: of others no digest is waited for.
    let alike = Dictionary(grouping: ledgers, by: \.size).values.filter { $0.count > 1 }.joined()
    // Of copies the plainest name is the original: 采购.csv rather than 采购(1).csv.
    let originals = Dictionary(grouping: alike, by: \.sha256).compactMapValues { copies in
      copies.map(\.file).min { ($0.count, $0) < ($1.count, $1) }
    }
    if originals.isEmpty { return inputs }
    return inputs.map { input in
      if let other = originals[input.sha256], other != input.file, case .ledger(let sheets, _, _) = input.understanding,
        sheets.contains(where: { $0.ledger.role == .record })
      {
        return Input(file: input.file, size: input.size, digest: input.digest, understanding: .repeated(sheets, of: other))
      }
      return input
    }
  }

  /// Files larger than this are not read: no ledger of a school comes near, and what is read from it is held in memory.
  static let largest = 1_500_000_000

  /// A file in memory, or why it is not.
  private enum Loaded: Sendable {
    case bytes(FileBytes), refused(Input)

    var bytes: FileBytes? { if case .bytes(let bytes) = self { bytes } else { nil } }
    var refused: Input? { if case .refused(let input) = self { input } else { nil } }
    var count: Int { bytes?.count ?? 0 }
  }

  /// A file of the disk, or why it could not be read.
  static func read(_ path: String, _ url: URL) -> Input {
    switch load(path, url.path) {
    case .bytes(let bytes): input(path, bytes)
    case .refused(let input): input
    }
  }

  private static func load(_ path: String, _ place: String, _ mappedFrom: Int = FileBytes.mappedSize) -> Loaded {
    func refused(_ what: FileTrouble.What) -> Loaded { .refused(Self.refused(path, what)) }
    let status = SystemCall.status(place)
    switch status.map({ $0.st_mode & S_IFMT }) {
    case S_IFREG, nil: break
    case S_IFDIR: return refused(.folder)
    default: return refused(.unreadable(reason: "不是普通文件"))
    }
    let size = status.map { Int($0.st_size) } ?? 0
    if size > largest { return refused(.tooLarge) }
    // A video is not read only to be refused.
    if size > 64_000_000, let told = byExtension(path), told.isCertain {
      return refused(.foreign(told.title, isSpreadsheet: told.isSpreadsheet))
    }
    do {
      let bytes = try FileBytes(of: place, size: size, mappedFrom: mappedFrom)
      // A file that grows while it is read is still being written.
      let after = SystemCall.status(place).map { Int($0.st_size) }
      return status != nil && (bytes.count != size || after != size) ? refused(.beingWritten) : .bytes(bytes)
    } catch {
      return refused(.unreadable(reason: WorkFolder.reason(error)))
    }
  }

  /// A file as it is understood from its name and bytes alone.
  static func input(_ path: String, _ bytes: [UInt8]) -> Input { input(path, FileBytes(bytes)) }

  static func input(_ path: String, _ bytes: FileBytes) -> Input {
    Input(file: path, size: bytes.count, digest: FileDigest(bytes.sha256), understanding: understand(path, bytes))
  }

  static func understand(_ path: String, _ bytes: FileBytes) -> Input.Understanding { Content(path, bytes).understood(as: path) }

  /// What a file holds, before it is asked of which ledger.
  private enum Content: Sendable {
    case rows(Sheet)
    case none(FileTrouble.What)

    init(_ path: String, _ bytes: FileBytes) {
      self = Self.content(path, bytes)
      // Rows are asked next of which ledger they are, and read: giving their memory back before makes the system map them again.
      if case .none = self { bytes.rest.letGo() }
    }

    private static func content(_ path: String, _ bytes: FileBytes) -> Content {
      let told = byExtension(path)
      if let told, told.isCertain, !bytes.isEmpty { return .none(.foreign(told.title, isSpreadsheet: told.isSpreadsheet)) }
      if let format = ForeignFormat.detect(bytes.head) { return .none(.foreign(format.title, isSpreadsheet: format.mayBeLedger)) }
      if let told { return .none(.foreign(told.title, isSpreadsheet: told.isSpreadsheet)) }
      if bytes.isEmpty { return .none(.nothing) }
      guard let text = bytes.decoded else { return .none(bytes.suspected.map { .doubtfulEncoding($0.rawValue) } ?? .undecodable) }
      if text.utf8.count > Sheet.largestText { return .none(.tooLarge) }
      let sheet = Sheet(text)
      return SheetLimits.excess(of: sheet).map { .none(.refused(reason: $0.reason, fix: $0.fix)) } ?? .rows(sheet)
    }

    func understood(as path: String) -> Input.Understanding {
      switch self {
      case .none(let trouble): return .unreadable(trouble)
      case .rows(let sheet): return understand(path, sheet, by: Catalog.recognizer)
      }
    }
  }

  static func understand(_ path: String, _ sheet: Sheet, by recognizer: Recognizer) -> Input.Understanding {
    switch recognizer.recognize(file: path, sheet: sheet) {
    case .ledger(let found, let named, let strange): return .ledger(found, namedAs: named, strange: strange)
    case .matrix(let header): return .matrix(headerRecord: header, sheet)
    case .unsupported(let title, let header): return .unsupported(title: title, headerRecord: header, sheet)
    case .unknown:
      // Characters that make no sense and headers that nobody knows: no encoding is plausible (domain §0.5, 1).
      return sheet.text.suspectedEncoding.map { .unreadable(.doubtfulEncoding($0.rawValue)) } ?? .unrecognized(sheet)
    }
  }

  /// What a file must be by its extension alone; nil for those tables are exported with. Certain where its content need not be looked at.
  private static func byExtension(_ path: String) -> (title: String, isSpreadsheet: Bool, isCertain: Bool)? {
    switch FileName.fileExtension(of: path) {
    case "csv", "txt", "tsv", "tab", "": nil
    case "xlsx", "xlsm", "xls", "et", "ett", "ods", "numbers": ("电子表格文件", true, false)
    case "doc", "docx", "wps": ("文字处理文件", false, true)
    case "pdf": ("PDF文件", false, true)
    case "jpg", "jpeg", "png", "gif", "bmp", "heic", "mp4", "mov": ("图片或视频", false, true)
    case "zip", "rar", "7z", "gz": ("压缩包", false, true)
    case "bak", "tmp", "old", "orig": ("备份或临时文件", false, true)
    case "crdownload", "part", "download": ("还没有下载完的文件", false, true)
    default: ("别的类型的文件", false, false)
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
