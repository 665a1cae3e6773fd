/// A place in a picture.
///
/// **Unit**: pixels, from the top left.
struct Point: Hashable, Sendable {
  var x: Int
  var y: Int

  func moved(by offset: Point) -> Point { Point(x: x + offset.x, y: y + offset.y) }
}

/// How much room something takes.
///
/// **Unit**: pixels.
struct Extent: Hashable, Sendable {
  var width = 0
  var height = 0
}

/// An upright rectangle of a picture.
///
/// **Unit**: pixels. **Ends**: two rectangles that share no more than an edge do not overlap.
struct Rectangle: Hashable, Sendable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  init(left: Int, top: Int, right: Int, bottom: Int) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  init(at place: Point, _ extent: Extent) {
    self.init(left: place.x, top: place.y, right: place.x + extent.width, bottom: place.y + extent.height)
  }

  var width: Int { right - left }
  var height: Int { bottom - top }

  func moved(by offset: Point) -> Rectangle {
    Rectangle(left: left + offset.x, top: top + offset.y, right: right + offset.x, bottom: bottom + offset.y)
  }

  func overlaps(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ other: Rectangle) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }
}

/// A level or upright piece of a line.
///
/// **Unit**: pixels. **Ends**: both belong to it.
struct Segment: Hashable, Sendable {
  let from: Point
  let to: Point

  var left: Int { min(from.x, to.x) }
  var right: Int { max(from.x, to.x) }
  var top: Int { min(from.y, to.y) }
  var bottom: Int { max(from.y, to.y) }
  var isLevel: Bool { from.y == to.y }

  /// Whether some of it lies within the rectangle, whose edge is not within it.
  func enters(_ area: Rectangle) -> Bool {
    left < area.right && area.left < right || left == right && area.left < left && left < area.right
      ? (top < area.bottom && area.top < bottom || top == bottom && area.top < top && top < area.bottom) : false
  }

  /// Whether a level and an upright piece cross, each going on at both sides of the other.
  func crosses(_ other: Segment) -> Bool {
    guard isLevel != other.isLevel else { return false }
    let (level, upright) = isLevel ? (self, other) : (other, self)
    return level.left < upright.left && upright.left < level.right && upright.top < level.top && level.top < upright.bottom
  }

  /// Whether the two lie upon each other for more than a point.
  func covers(_ other: Segment) -> Bool {
    guard isLevel == other.isLevel else { return false }
    return isLevel
      ? top == other.top && left < other.right && other.left < right
      : left == other.left && top < other.bottom && other.top < bottom
  }

  /// The pieces of a line that goes through these points.
  static func pieces(of points: [Point]) -> [Segment] { zip(points, points.dropFirst()).map { Segment(from: $0, to: $1) } }
}
