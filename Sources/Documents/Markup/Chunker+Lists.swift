extension Chunker {
  mutating func takeList(ordered: Bool) {
    var items: [[SourceLine]] = []
    let inner = lines[next].indent + 2
    while next < lines.count {
      let line = lines[next]
      if let marker = ListMarker(line), line.indent < inner, marker.isOrdered == ordered {
        items.append([marker.content])
      } else if !line.isBlank, line.indent >= inner {
        items[items.count - 1].append(ListMarker(line)?.asNestedLine ?? line)
      } else if !(line.isBlank && listGoesOn(ordered)) {
        break
      }
      next += 1
    }
    chunks.append(.list(items.map(\.text), ordered: ordered))
  }

  /// Whether another item of the same list follows the blank line.
  private func listGoesOn(_ ordered: Bool) -> Bool {
    guard let following = lines[next...].first(where: { !$0.isBlank }), let marker = ListMarker(following) else { return false }
    return marker.isOrdered == ordered && !(ordered && marker.startsList && following.indent < 2)
  }
}
