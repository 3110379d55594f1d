/// East Asian encodings that ledgers are not read in, but whose bytes can be told from GB18030's.
///
/// Nearly all their two-byte codes are codes of GB18030 as well, so such a text decodes without damage, to nonsense.
public enum SuspectedEncoding: String, Sendable, CaseIterable {
  /// Traditional Chinese, Taiwan and Hong Kong.
  case big5 = "Big5"
  /// Japanese, as Windows saves it.
  case shiftJIS = "Shift-JIS"
  /// Japanese, as Unix saved it.
  case eucJP = "EUC-JP"
  /// Korean.
  case eucKR = "EUC-KR"

  /// The encoding that `bytes`, which decode as GB18030, are more plausibly in; `nil` if they may be Chinese in GB18030.
  ///
  /// Each character counts once however often it occurs, so that a rare name in every row weighs no more than in one.
  /// Texts of few different characters are never suspected. Only the first 256 KiB are judged.
  public static func judge(_ bytes: TextBytes) -> SuspectedEncoding? {
    let codes = TwoByteCodes(bytes)
    if codes.isLikeShiftJIS { return .shiftJIS }
    if codes.isLikeBig5 { return .big5 }
    if codes.isLikeEUCJP { return .eucJP }
    return codes.isLikeEUCKR ? .eucKR : nil
  }
}

/// The different two-byte codes of a text, counted by what they are in the encodings that are told apart.
private struct TwoByteCodes {
  private var count = 0
  /// Of Shift-JIS: 81–9F, E0–EA.
  private var shiftJISLeads = 0
  /// Of Big5's punctuation and its frequent characters: A1–A3, A4–C6.
  private var big5Leads = 0
  /// 40–7E: two fifths of Big5's codes; in GB18030 only characters that GB 2312 lacks, the rare and the Traditional.
  private var lowTrails = 0
  /// 80–A0: none of Big5's codes, and a third of those characters.
  private var middleTrails = 0
  /// Hiragana and katakana, at the same place in GB 2312 and EUC-JP.
  private var kana = 0
  /// GB 2312's and EUC-JP's characters: B0–F7.
  private var hanzi = 0
  /// D0–F7: EUC-JP's rare characters; in GB 2312 all from X on.
  private var lateHanzi = 0
  /// EUC-KR's syllables: B0–C8, which are GB 2312's first half by sound, A to roughly R.
  private var hangul = 0

  init(_ bytes: TextBytes) {
    var isSeen = [Bool](repeating: false, count: 0x10000)
    var index = 0
    let end = min(bytes.count, 256 * 1024)
    while index + 1 < end {
      let (lead, trail) = (bytes[index], bytes[index + 1])
      guard GB18030Table.pointer(lead: lead, trail: trail) != nil else {
        index += 1
        continue
      }
      index += 2
      let code = Int(lead) << 8 | Int(trail)
      if !isSeen[code] { add(lead, trail) }
      isSeen[code] = true
    }
  }

  private mutating func add(_ lead: UInt8, _ trail: UInt8) {
    count += 1
    if 0x81...0x9F ~= lead || 0xE0...0xEA ~= lead { shiftJISLeads += 1 }
    if 0xA1...0xC6 ~= lead { big5Leads += 1 }
    if trail < 0x7F { lowTrails += 1 }
    if 0x80...0xA0 ~= trail { middleTrails += 1 }
    guard trail > 0xA0 else { return }
    if 0xA4...0xA5 ~= lead { kana += 1 }
    if 0xB0...0xF7 ~= lead { hanzi += 1 }
    if 0xD0...0xF7 ~= lead { lateHanzi += 1 }
    if 0xB0...0xC8 ~= lead { hangul += 1 }
  }

  /// Chinese has half its characters at B0–D7 even in Traditional writing, where Shift-JIS has half-width katakana only.
  var isLikeShiftJIS: Bool { count >= 16 && shiftJISLeads * 10 >= count * 9 }

  /// Simplified Chinese has next to no low trails and half its characters beyond C6; Traditional Chinese in GB18030
  /// has as many middle trails as low ones, and leads anywhere.
  var isLikeBig5: Bool {
    count >= 20 && big5Leads * 10 >= count * 9 && lowTrails * 5 >= count && middleTrails * 50 <= count
  }

  /// Japanese cannot do without kana and uses few rare characters; in Chinese, a third is from X on.
  var isLikeEUCJP: Bool {
    kana >= 10 && kana * 5 >= count && lateHanzi * 8 <= hanzi && (kana + hanzi) * 10 >= count * 8 && lowTrails * 50 <= count
  }

  /// Chinese has nearly half its characters at C9 or beyond.
  var isLikeEUCKR: Bool {
    hanzi >= 32 && hangul * 100 >= hanzi * 97 && hanzi * 10 >= count * 8 && (lowTrails + middleTrails) * 50 <= count
  }
}
