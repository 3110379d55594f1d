/// Several problems in one cell; domain §5.1, 58.
enum NumberedList {
  /// The items of `1.灭火器压力不足 2.应急灯不亮`, ①…②…, （1）…（2）…, without their numbers; none where the text is no such list.
  static func items(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var marks: [Range<Int>] = []
    var i = 0
    while i < scalars.count {
      if let end = mark(marks.count + 1, scalars, at: i), marks.isEmpty ? isBlank(scalars[..<i]) : true {
        marks.append(i..<end)
        i = end
      } else {
        i += 1
      }
    }
    guard marks.count >= 2 else { return [] }
    let items = marks.indices.map { n in
      let end = n + 1 < marks.count ? marks[n + 1].lowerBound : scalars.count
      return trimmed(scalars[marks[n].upperBound..<end])
    }
    return items.allSatisfy { !$0.isEmpty } ? items : []
  }

  /// Whether a text that is no numbered list names several problems all the same: line breaks or ； between them.
  static func isUnnumbered(_ text: String) -> Bool {
    text.split { $0.isNewline || $0 == "；" || $0 == ";" }.count { !Folding.compact(String($0)).isEmpty } >= 2
  }

  /// The end of the mark of the `n`th item, if it begins at `start`: `2.`, 2、, ②, （2）; never the `2.` of 2.5米.
  private static func mark(_ n: Int, _ s: [Unicode.Scalar], at start: Int) -> Int? {
    if n <= 20, s[start].value == 0x2460 + UInt32(n) - 1 { return start + 1 }
    var i = start
    let isBracketed = s[i] == "(" || s[i] == "（"
    if isBracketed { i += 1 }
    for digit in String(n).unicodeScalars {
      guard i < s.count, s[i] == digit || s[i].value == digit.value + 0xFEE0 else { return nil }
      i += 1
    }
    guard i < s.count else { return nil }
    if isBracketed { return s[i] == ")" || s[i] == "）" ? i + 1 : nil }
    guard ".、．)）".unicodeScalars.contains(s[i]), i + 1 < s.count else { return nil }
    if s[i] == ".", isDigit(s[i + 1]) { return nil }
    return start > 0 && (isDigit(s[start - 1]) || s[start - 1] == ".") ? nil : i + 1
  }

  private static func isDigit(_ s: Unicode.Scalar) -> Bool { ("0"..."9").contains(s) }

  private static func isBlank(_ s: ArraySlice<Unicode.Scalar>) -> Bool { s.allSatisfy(Folding.isBlank) }

  private static func trimmed(_ s: ArraySlice<Unicode.Scalar>) -> String {
    let isEdge = { (c: Unicode.Scalar) in Folding.isBlank(c) || "；;。，,".unicodeScalars.contains(c) }
    guard let first = s.firstIndex(where: { !isEdge($0) }), let last = s.lastIndex(where: { !isEdge($0) }) else { return "" }
    return String(String.UnicodeScalarView(s[first...last]))
  }
}
