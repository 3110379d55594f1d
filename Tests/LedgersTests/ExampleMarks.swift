import LedgerKit
import Ledgers

@testable import Houqin

/// Where a finding is, or where an example's mark says it must be.
struct Place: Hashable, CustomStringConvertible {
  let file: String?
  let row: Int?
  let column: String?

  var description: String { "\(file ?? "–") row \(row.map(String.init) ?? "–") 〔\(column ?? "–")〕" }
}

/// An example with its marks taken out.
struct UnmarkedExample {
  var files: [(name: String, text: String)] = []
  /// For each mark its file, Excel row and the number of the cell it stands before.
  private var marks: [(file: String, row: Int, cell: Int)] = []

  init(_ example: Example) {
    for file in example.files {
      var text = ""
      var (row, cell, isQuoted) = (1, 0, false)
      for character in file.text {
        switch character {
        case "↓":
          marks.append((file.name, row, cell))
          continue
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cell += 1
        case "\n" where !isQuoted: (row, cell) = (row + 1, 0)
        default: break
        }
        text.append(character)
      }
      files.append((file.name, text))
    }
  }

  /// The marked cells, each with the header of its column if the sheet's ledger has that column.
  func places(in examination: Examination) -> [Place] {
    marks.map { mark in
      let sheet = examination.inputs.first { $0.file == mark.file }?.sheet
      let isMapped = (sheet?.map.cells.contains(mark.cell) ?? false) || sheet?.sequenceCell == mark.cell
      return Place(file: mark.file, row: mark.row, column: isMapped ? sheet?.headers[mark.cell] : nil)
    }
  }

  /// A finding about a whole row names no column; its mark stands before the row.
  func isBeforeRow(_ place: Place) -> Bool { marks.contains { $0.file == place.file && $0.row == place.row && $0.cell == 0 } }
}
