import Platform
import LedgerKit
import Ledgers

extension InputReader {
  /// The same files understood anew where 列名.csv names columns of their ledgers; what is in them is not read again.
  static func withOwnHeaders(_ inputs: [Input]) -> [Input] {
    let headers = ownHeaders(inputs)
    guard !headers.isEmpty else { return inputs }
    let recognizer = Catalog.recognizer(with: headers)
    return inputs.map { input in
      guard let sheet = input.records else { return input }
      return Input(
        file: input.file, size: input.size, digest: input.digest, understanding: understand(input.file, sheet, by: recognizer))
    }
  }

  /// A file as a work folder's run understands it: by the 列名.csv beside it.
  static func readWithNeighbor(_ url: URL) -> Input {
    let input = read(url.lastPathComponent, url)
    let neighbor = url.deletingLastPathComponent().appendingPathComponent("列名.csv")
    guard neighbor.path != url.path, FileManager.default.fileExists(atPath: neighbor.path) else { return input }
    return withOwnHeaders([input, read("列名.csv", neighbor)])[0]
  }

  private static func ownHeaders(_ inputs: [Input]) -> [OwnHeader] {
    let sheets = inputs.flatMap(\.sheets).filter { $0.ledger.id == HeaderSheet.ledger.id }
    guard !sheets.isEmpty else { return [] }
    var builder = TableBuilder(lexicon: Lexicon(), window: nil, asOf: nil)
    for sheet in sheets { builder.append(sheet) }
    return builder.tables[HeaderSheet.ledger.id].map { HeaderSheet.read($0).headers } ?? []
  }
}
