/// Distinct texts, numbered in the order they are met. Made for sequences in which a text is often followed by itself or by one of a few:
/// the standard library's hash of a text costs more than all that is done with the number.
public struct NumberedTexts {
  /// The texts by their numbers.
  public private(set) var texts: [String] = []
  private var numbers: [String: Int] = [:]
  /// The texts met last, which are compared first.
  private var recent: [(text: String, number: Int)] = []

  /// Creates an empty collection.
  public init() {}

  /// The number of a text, a new one if it was not met before.
  public mutating func number(of text: String) -> Int {
    for known in recent where known.text.hasSameBytes(as: text) { return known.number }
    let number = numbers[text] ?? texts.count
    if number == texts.count {
      texts.append(text)
      numbers[text] = number
    }
    if recent.count == 4 { recent.removeFirst() }
    recent.append((text, number))
    return number
  }
}
