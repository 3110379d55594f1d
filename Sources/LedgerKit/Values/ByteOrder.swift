extension String {
  /// Whether the text stands before another by its UTF-8 bytes. Of composed texts, and nearly all are, that is the order of `<`, which
  /// normalises Chinese texts at each comparison: sorting the groups of a breakdown took a fifth of all figures' time.
  public func precedesByBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
