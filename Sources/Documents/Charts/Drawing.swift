/// A chart as shapes on a sheet, before any format is written. Lengths are whole units of the sheet.
struct Drawing: Equatable {
  /// What a text is for; decides its color only.
  enum Role: String { case category, value, mark, legend }
  /// The end of a text that stands at its x.
  enum Anchor: String { case start, middle, end }

  /// One shape.
  enum Shape: Equatable {
    /// A filled rectangle of a series, counted from 1.
    case bar(x: Int, y: Int, width: Int, height: Int, series: Int)
    /// A fine line of the grid; the base line is heavier.
    case rule(x1: Int, y1: Int, x2: Int, y2: Int, isBase: Bool)
    /// Words on one line; y is their base line.
    case text(String, x: Int, y: Int, Anchor, Role)
    /// A series' line through points.
    case path([Point], series: Int)
    /// A point of a series.
    case dot(Point, series: Int)
  }

  /// A place on the sheet.
  struct Point: Equatable {
    var x: Int
    var y: Int
  }

  /// A rectangle that a text fills.
  struct Box: Equatable {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int

    /// Whether two boxes share more than an edge.
    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  let width: Int
  let height: Int
  var shapes: [Shape] = []

  /// The boxes that the texts fill, in order.
  var textBoxes: [Box] { shapes.compactMap(Self.box) }

  private static func box(_ shape: Shape) -> Box? {
    guard case .text(let text, let x, let y, let anchor, _) = shape else { return nil }
    let width = ChartText.width(text)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - (width + 1) / 2
      case .end: x - width
      }
    return Box(left: left, top: y - 12, right: left + width, bottom: y + 4)
  }

  /// Whether no text lies on another or leaves the sheet.
  var isLegible: Bool {
    let boxes = textBoxes
    let isInside = boxes.allSatisfy { $0.left >= 0 && $0.top >= 0 && $0.right <= width && $0.bottom <= height }
    guard isInside else { return false }
    return boxes.indices.allSatisfy { i in !boxes[(i + 1)...].contains { $0.overlaps(boxes[i]) } }
  }
}
