import Tabular

/// Plain texts, read as tables are: by BOM, UTF-8, else GB18030.
enum Texts {
  static func decoded(_ bytes: [UInt8]) -> String? {
    TextDecoder.decode(bytes).map { String(decoding: $0.utf8, as: UTF8.self) }
  }
}
