import Foundation
import TestSupport
import Testing

@testable import LedgerKit

/// Compares the normal forms with Foundation's, the reference on Linux; elsewhere Foundation may know another edition of Unicode.
@Suite("Normal forms")
struct NormalFormTests {
  @Test(
    "What people and systems write for the same",
    arguments: [
      ("１２．５％", "１２．５％", "12.5%"), ("㎏㎡℃…①", "㎏㎡℃…①", "kgm2°C...1"), ("e\u{301}a\u{323}\u{302}", "éậ", "éậ"),
      ("か\u{3099}ﾊﾟ", "がﾊﾟ", "がパ"), ("\u{1100}\u{1161}\u{11A8}각", "각각", "각각"), ("\u{F967}\u{2F00}", "不\u{2F00}", "不一"),
      // Marks in the order of their classes; one of the same class stands between.
      ("a\u{302}\u{323}", "ậ", "ậ"), ("a\u{305}\u{301}", "a\u{305}\u{301}", "a\u{305}\u{301}"),
      ("\u{301}a", "\u{301}a", "\u{301}a"), ("ﷺ", "ﷺ", "صلى الله عليه وسلم"), ("", "", ""),
    ])
  func forms(text: String, nfc: String, nfkc: String) {
    // Scalars, since String's == knows no difference.
    #expect(Array(NormalForm.nfc(text).unicodeScalars) == Array(nfc.unicodeScalars))
    #expect(Array(NormalForm.nfkc(text).unicodeScalars) == Array(nfkc.unicodeScalars))
  }

  @Test(
    "A part is held as bytes, in normal form",
    arguments: [
      ("全园师生", "师生", true), ("全园师生", "师长", false), ("师", "师生", false), ("师生", "", false), ("", "师", false),
      ("\u{F967}合格", "不合格", true), ("e\u{301}a", "éa", true), ("食\u{200D}堂", "食", true), ("a\r\nb", "\nb", true), ("共３人", "３", true),
    ])
  func holds(text: String, part: String, isHeld: Bool) {
    #expect(text.holds(part) == isHeld)
    #expect(("在" + text).dropFirst().holds(part) == isHeld)
  }

  #if os(Linux)
    /// Two hundred and fifty-six characters at a time, on lines of their own.
    @Test("Every character", arguments: 0...0x10)
    func everyCharacter(plane: UInt32) {
      for block in stride(from: plane << 16, to: (plane + 1) << 16, by: 256) {
        var text = String.UnicodeScalarView()
        for scalar in (block..<block + 256).compactMap(Unicode.Scalar.init) { text.append(contentsOf: [scalar, "\n"]) }
        compare(String(text))
      }
    }

    /// Foundation leaves some of these as they are (a mark of a lower class that is only another way to write two, a final behind a whole
    /// syllable). So here the standard library is asked, which compares texts by their canonical forms.
    @Test("Letters and marks in any order", arguments: 1...40 as ClosedRange<UInt64>)
    func mixed(seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      for _ in 0..<500 {
        var (text, apart) = ("", "")
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
          let scalar = Self.scalars.randomElement(using: &generator)?.randomElement(using: &generator) ?? "?"
          text.unicodeScalars.append(scalar)
          apart.unicodeScalars += String(Character(scalar)).decomposedStringWithCompatibilityMapping.unicodeScalars
        }
        let (nfc, nfkc) = (NormalForm.nfc(text), NormalForm.nfkc(text))
        #expect(nfc == text && nfkc == apart, "\(text.unicodeScalars.map(\.value))")
        #expect(NormalForm.nfc(nfc).utf8.elementsEqual(nfc.utf8) && NormalForm.nfkc(nfkc).utf8.elementsEqual(nfkc.utf8))
        #expect(Array(NormalForm.nfc(apart).utf8) == Array(nfkc.utf8))
      }
    }

    private static let scalars: [[Unicode.Scalar]] = {
      let tables = NormalFormTables.self
      let hangul = [0xAC00, 0xAC01, 0xD7A3] + Array(0x1100...0x1112) + Array(0x1161...0x1175) + Array(0x11A8...0x11C2) as [UInt32]
      let marks = tables.pairs.map(\.mark) + Array(0x300...0x36F) + [0x3099, 0x309A, 0x5B0, 0x0F71, 0x20D0, 0x1D165]
      let sources = [
        tables.pairs.map(\.letter), tables.pairs.map(\.whole), tables.compatible.scalars, marks, marks, hangul, hangul, [0x41],
      ]
      return sources.map { $0.compactMap { Unicode.Scalar($0) } }
    }()

    private func compare(_ text: String) {
      let (nfc, nfkc) = (text.precomposedStringWithCanonicalMapping, text.precomposedStringWithCompatibilityMapping)
      let codes = text.unicodeScalars.map { String($0.value, radix: 16) }
      #expect(Array(NormalForm.nfc(text).utf8) == Array(nfc.utf8), "\(codes)")
      #expect(Array(NormalForm.nfkc(text).utf8) == Array(nfkc.utf8), "\(codes)")
    }

    @Test("The generated file is what Foundation gives; HOUQIN_RECORD=1 rewrites it, and fails")
    func generatedFile() throws {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources/LedgerKit/Values/NormalFormTables.swift")
      let source = NormalFormSource().text
      if ProcessInfo.processInfo.environment["HOUQIN_RECORD"] == "1" {
        try source.write(to: file, atomically: false, encoding: .utf8)
        Issue.record("recorded \(file.path)")
      }
      #expect(try [UInt8](Data(contentsOf: file)) == Array(source.utf8))
    }
  #endif
}
