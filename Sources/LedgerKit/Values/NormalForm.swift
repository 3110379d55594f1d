/// Unicode's normal forms, which the standard library keeps to itself: a text as it is stored (NFC) and as it is compared (NFKC).
///
/// The tables are generated from Foundation's on Linux, and a test compares every character. Foundation itself is not used: it brings
/// all of ICU with it, which takes longer to load than a school's ledgers take to read.
public enum NormalForm {
  /// NFC. Some file systems give the names of files with their accents and voicing marks taken apart.
  public static func nfc(_ text: String) -> String {
    var text = text
    if text.withUTF8(isNFC) { return text }
    return composed(decomposed(text) { NormalFormTables.canonical[$0] })
  }

  /// NFKC: `１２．５％` is `12.5%`, `㎏` is `kg`.
  public static func nfkc(_ text: String) -> String {
    composed(decomposed(text) { NormalFormTables.compatible[$0] ?? NormalFormTables.canonical[$0] })
  }

  /// Whether NFC leaves a text in UTF-8 as it is, at a glance: Latin letters, punctuation, Chinese characters and full-width forms. Most
  /// texts are such.
  static func isNFC(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.indices.allSatisfy { i in
      let (second, third) = (i + 1 < text.count ? text[i + 1] : 0, i + 2 < text.count ? text[i + 2] : 0)
      switch text[i] {
      case 0..<0xCC, 0xE4...0xE9: return true
      // U+2010 to 2027 and 3000 to 3029, the rest of the Chinese characters, full-width forms.
      case 0xE2: return second == 0x80 && (0x90...0xA7).contains(third)
      case 0xE3: return second == 0x80 && third <= 0xA9 || second >= 0x90
      case 0xEF: return second >= 0xBC
      default: return false
      }
    }
  }

  /// Every character taken apart, the marks behind each letter in the order of their classes.
  private static func decomposed(_ text: String, _ parts: (UInt32) -> ArraySlice<UInt32>?) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if NormalFormTables.isPlain(scalar.value) {
        result.append(scalar.value)
      } else if let syllable = Hangul.parts(of: scalar.value) {
        result += syllable
      } else if let parts = parts(scalar.value) {
        result += parts
      } else {
        result.append(scalar.value)
      }
    }
    orderMarks(&result)
    return result
  }

  private static func orderMarks(_ scalars: inout [UInt32]) {
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex { combiningClass($0) == 0 } ?? scalars.count
      if end > start + 1 {
        // Marks of one class keep their order.
        let marks = scalars[start..<end].enumerated().map { (order: combiningClass($0.element), place: $0.offset, scalar: $0.element) }
        scalars.replaceSubrange(start..<end, with: marks.sorted { ($0.order, $0.place) < ($1.order, $1.place) }.map(\.scalar))
      }
      start = end + 1
    }
  }

  /// Letters and their marks put together as far as there is a character for both.
  private static func composed(_ scalars: [UInt32]) -> String {
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    var letter: Int?
    // The class of the mark before, behind which a mark of the same class is out of the letter's reach; -1 right behind the letter.
    var last = -1
    for scalar in scalars {
      let own = combiningClass(scalar)
      if let letter, last < own, let whole = Hangul.whole(result[letter], scalar) ?? NormalFormTables.whole(result[letter], scalar) {
        result[letter] = whole
        continue
      }
      if own == 0 { letter = result.count }
      last = own == 0 ? -1 : own
      result.append(scalar)
    }
    var text = String.UnicodeScalarView()
    text.reserveCapacity(3 * result.count)
    for scalar in result { Unicode.Scalar(scalar).map { text.append($0) } }
    return String(text)
  }

  /// 0 for letters, more for marks.
  private static func combiningClass(_ scalar: UInt32) -> Int {
    if scalar < 0x300 || NormalFormTables.isPlain(scalar) { return 0 }
    return Unicode.Scalar(scalar).map { Int($0.properties.canonicalCombiningClass.rawValue) } ?? 0
  }
}

/// Korean syllables, which are put together by a rule rather than a table: an initial, a vowel and perhaps a final.
private enum Hangul {
  private static let (syllables, initials, vowels, beforeFinals) = (UInt32(0xAC00), UInt32(0x1100), UInt32(0x1161), UInt32(0x11A7))
  private static let (vowelCount, finalCount) = (UInt32(21), UInt32(28))
  private static let all = syllables..<0xD7A4

  static func parts(of syllable: UInt32) -> [UInt32]? {
    guard all.contains(syllable) else { return nil }
    let (initial, rest) = (syllable - syllables).quotientAndRemainder(dividingBy: vowelCount * finalCount)
    let (vowel, final) = rest.quotientAndRemainder(dividingBy: finalCount)
    return [initials + initial, vowels + vowel] + (final == 0 ? [] : [beforeFinals + final])
  }

  static func whole(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if (initials..<initials + 19).contains(first), (vowels..<vowels + vowelCount).contains(second) {
      return syllables + ((first - initials) * vowelCount + second - vowels) * finalCount
    }
    guard all.contains(first), (first - syllables) % finalCount == 0, (beforeFinals + 1..<beforeFinals + finalCount).contains(second) else {
      return nil
    }
    return first + second - beforeFinals
  }
}

/// What characters are taken apart into.
struct DecompositionTable {
  /// In ascending order.
  let scalars: [UInt32]
  /// Where in `parts` those of each scalar end.
  let ends: [UInt16]
  let parts: [UInt32]

  subscript(_ scalar: UInt32) -> ArraySlice<UInt32>? {
    let place = scalars.firstPlace { $0 >= scalar }
    guard place < scalars.count, scalars[place] == scalar else { return nil }
    return parts[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
  }
}

extension NormalFormTables {
  /// ASCII and Chinese characters, which are neither taken apart nor marks; looked up nowhere, for most characters are such.
  static func isPlain(_ scalar: UInt32) -> Bool { scalar < 0xA0 || (0x3400...0x9FFF).contains(scalar) }

  /// The character for a letter with a mark.
  static func whole(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    if mark < 0x300 || isPlain(mark) { return nil }
    let place = pairs.firstPlace { ($0.mark, $0.letter) >= (mark, letter) }
    guard place < pairs.count, pairs[place].mark == mark, pairs[place].letter == letter else { return nil }
    return pairs[place].whole
  }
}

extension Array {
  /// The first place from which on a condition holds.
  fileprivate func firstPlace(where isReached: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
