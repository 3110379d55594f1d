/// What is odd about a text, whatever column it stands in; domain §2.2, GEN-014, 018–020, 024. Looked for once for each distinct text.
struct TextMarks: OptionSet, Sendable {
  let rawValue: UInt8

  /// Not looked at yet.
  static let unknown = TextMarks(rawValue: 0x80)
  /// 待补, ××, 20__, 张三: nobody filled it in (GEN-014).
  static let placeholder = TextMarks(rawValue: 1)
  /// A telephone or identity number (GEN-018).
  static let personalData = TextMarks(rawValue: 2)
  /// 刘某某小朋友 (GEN-019).
  static let childName = TextMarks(rawValue: 4)
  /// Full-width letters and digits, or invisible characters (GEN-020).
  static let folded = TextMarks(rawValue: 8)
  /// A cell that a spreadsheet would take for a formula (GEN-024).
  static let formulaPrefix = TextMarks(rawValue: 16)
  /// Invisible characters and HTML entities, which the value is better without.
  static let dirty = TextMarks(rawValue: 32)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Looks at a trimmed text.
  init(of bytes: Span<UInt8>) {
    var marks: TextMarks = []
    if let first = bytes.isEmpty ? nil : bytes[0], Self.isFormula(first, bytes) { marks.insert(.formulaPrefix) }
    if PersonalData.contains(bytes) { marks.insert(.personalData) }
    marks.formUnion(Self.characters(bytes))
    if Self.mayName(bytes) {
      let text = bytes.text
      if Placeholders.isOne(text) { marks.insert(.placeholder) }
      if ChildNames.names(text) { marks.insert(.childName) }
    }
    self = marks
  }

  /// Full-width forms (U+FF10…FF5A without punctuation), invisible characters and entities.
  static func characters(_ bytes: Span<UInt8>) -> TextMarks {
    var marks: TextMarks = []
    for i in bytes.indices {
      switch bytes[i] {
      case 0x26 where Entities.begins(bytes, at: i): marks.formUnion([.folded, .dirty])
      case 0xEF where i + 2 < bytes.count && isWideAlphanumeric(bytes[i + 1], bytes[i + 2]): marks.insert(.folded)
      case 0xEF where i + 2 < bytes.count && bytes[i + 1] == 0xBB && bytes[i + 2] == 0xBF: marks.formUnion([.folded, .dirty])
      case 0xE2 where i + 2 < bytes.count && isInvisible(bytes[i + 1], bytes[i + 2]): marks.formUnion([.folded, .dirty])
      case 0xC2 where i + 1 < bytes.count && bytes[i + 1] == 0xA0: marks.formUnion([.folded, .dirty])
      default: continue
      }
    }
    return marks
  }

  /// `=1+1`, `+86…`, `@…`, `-` before a word.
  private static func isFormula(_ first: UInt8, _ bytes: Span<UInt8>) -> Bool {
    switch first {
    case 0x3D, 0x2B, 0x40: bytes.count > 1
    case 0x2D: bytes.count > 1 && !(bytes[1] &- 0x30 <= 9 || bytes[1] == 0x2D)
    default: false
    }
  }

  /// ０…９, Ａ…Ｚ, ａ…ｚ.
  private static func isWideAlphanumeric(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0xBC: (0x90...0x99).contains(third) || (0xA1...0xBA).contains(third)
    case 0xBD: (0x81...0x9A).contains(third)
    default: false
    }
  }

  /// U+200B…200F, U+2028…202F, U+2060.
  private static func isInvisible(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 ? (0x8B...0x8F).contains(third) || (0xA8...0xAF).contains(third) : second == 0x81 && third == 0xA0
  }

  /// The first byte of 一 to 龥.
  private static func isIdeograph(_ byte: UInt8) -> Bool { byte >= 0xE4 && byte <= 0xE9 }

  /// 三 E4B889, 四 E59B9B
  private static func isNumeral(_ bytes: Span<UInt8>, at i: Int) -> Bool {
    guard i + 2 < bytes.count else { return false }
    let word = (UInt32(bytes[i]) << 16) | (UInt32(bytes[i + 1]) << 8) | UInt32(bytes[i + 2])
    return word == 0xE4B889 || word == 0xE59B9B
  }

  /// Whether a closer look can find a placeholder or a name: 待, 某, ×, X, _, 张, 李, 示, 填, 朋.
  static func mayName(_ bytes: Span<UInt8>) -> Bool {
    for i in bytes.indices {
      switch bytes[i] {
      case 0x5F, 0x58, 0x78: return true
      case 0xC3 where i + 1 < bytes.count && bytes[i + 1] == 0x97: return true
      case 0xE5, 0xE6, 0xE7:
        guard i + 2 < bytes.count else { continue }
        let word = (UInt32(bytes[i]) << 16) | (UInt32(bytes[i + 1]) << 8) | UInt32(bytes[i + 2])
        // 待 E5BE85, 某 E69F90, 张 E5BCA0, 李 E69D8E, 示 E7A4BA, 填 E5A1AB, 朋 E69C8B
        switch word {
        // Common surnames: only before 三 and 四, blanks between them allowed.
        case 0xE5BCA0, 0xE69D8E: if i + 3 >= bytes.count || !isIdeograph(bytes[i + 3]) || isNumeral(bytes, at: i + 3) { return true }
        case 0xE5BE85, 0xE69F90, 0xE7A4BA, 0xE5A1AB, 0xE69C8B: return true
        default: continue
        }
      default: continue
      }
    }
    return false
  }
}

/// Words that stand where something should have been filled in (GEN-014).
enum Placeholders {
  static func isOne(_ text: String) -> Bool {
    let word = Folding.compact(text)
    if ["张三", "李四", "王五", "示例", "填写说明", "xx", "XX", "某某", "某某某"].contains(word) { return true }
    if ["待补", "待填", "××", "20__", "填写示例", "__年"].contains(where: word.holds) { return true }
    if ["示例:", "(示例", "填写说明", "(填写说明"].contains(where: word.hasPrefix) { return true }
    return word.hasPrefix("某某") || standsAlone("xx", in: word.lowercased())
  }

  /// XX公司, but not a code that happens to hold two letters x.
  private static func standsAlone(_ part: String, in word: String) -> Bool {
    guard let range = word.firstRange(of: part) else { return false }
    let before = range.lowerBound == word.startIndex ? nil : word[word.index(before: range.lowerBound)]
    let after = range.upperBound == word.endIndex ? nil : word[range.upperBound]
    return [before, after].allSatisfy { c in c.map { !($0.isASCII && ($0.isLetter || $0.isNumber)) || $0 == "x" } ?? true }
  }
}

/// A child named before 小朋友 (GEN-019).
enum ChildNames {
  private static let surnames = Set("王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢唐许冯宋韩邓彭曹曾田萧潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤")
  private static let others = ["全体", "各班", "大班", "中班", "小班", "所有", "部分", "其他", "全园", "每位", "每个", "多名", "一名", "个别", "我们", "本班"]

  static func names(_ text: String) -> Bool {
    let word = Folding.compact(text)
    guard let range = word.firstRange(of: "小朋友") else { return false }
    let before = word[..<range.lowerBound].suffix(3)
    if before.holds("某") { return true }
    if others.contains(where: before.hasSuffix) || before.hasSuffix("名") || before.hasSuffix("个") || before.hasSuffix("位") { return false }
    return before.count >= 2 && (before.first.map(surnames.contains) ?? false || before.dropFirst().first.map(surnames.contains) ?? false)
  }
}

/// HTML entities that web exports leave in cells (domain §5.1, 90).
enum Entities {
  private static let named: [String: Unicode.Scalar] = ["nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

  /// Whether an entity begins there.
  static func begins(_ bytes: Span<UInt8>, at start: Int) -> Bool { end(bytes, from: start) != nil }

  private static func end(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var i = start + 1
    while i < bytes.count, i - start <= 9, bytes[i] != 0x3B { i += 1 }
    guard i < bytes.count, bytes[i] == 0x3B, i > start + 1 else { return nil }
    return scalar(bytes.extracting((start + 1)..<i).text) == nil ? nil : i
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[name] }
    let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
    return UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
  }

  /// The bytes with entities read and invisible characters left out, trimmed.
  static func cleaned(_ bytes: Span<UInt8>) -> [UInt8] {
    var text = String.UnicodeScalarView()
    var rest = Substring(bytes.text).unicodeScalars
    while let c = rest.first {
      rest.removeFirst()
      if c == "&", let end = rest.prefix(9).firstIndex(of: ";"), let scalar = scalar(String(rest[..<end])) {
        text.append(scalar)
        rest = rest[rest.index(after: end)...]
        continue
      }
      switch c.value {
      case 0x200B...0x200F, 0x2028...0x202E, 0x2060, 0xFEFF: continue
      case 0xA0, 0x202F: text.append(" ")
      default: text.append(c)
      }
    }
    let all = Array(String(text).utf8)
    let range = CellText.trimmed(all.span)
    return Array(all[range])
  }
}
