/// What pictures are made of.
extension XMLText {
  /// The head of a picture with what it is called and what it shows, for readers of screens too.
  mutating func begin(width: Int, height: Int, title: String, description: String) {
    open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-labelledby": "title description", "width": "\(width)",
        "height": "\(height)", "viewBox": "0 0 \(width) \(height)",
      ])
    element("title", ["id": "title"], title)
    element("desc", ["id": "description"], description)
  }

  mutating func rectangle(_ area: Rectangle, style: String, corner: Int) {
    element(
      "rect",
      [
        "class": style, "x": "\(area.left)", "y": "\(area.top)", "width": "\(area.width)", "height": "\(area.height)",
        "rx": "\(corner)",
      ])
  }

  /// Lines of text below one another.
  mutating func text(_ lines: [DrawnText], at place: Point) {
    var top = place.y
    var note: String?
    for line in lines {
      if line.note != note {
        if note != nil { close("g") }
        if let told = line.note { beginGroup(told) }
        note = line.note
      }
      element("text", ["class": line.style.rawValue, "x": "\(place.x)", "y": "\(top + line.height - 4)"], line.text)
      top += line.height
    }
    if note != nil { close("g") }
  }

  private mutating func beginGroup(_ note: String) {
    open("g", [:])
    element("title", [:], note)
  }

  /// A way of level and upright pieces with round corners.
  static func path(_ points: [Point], corner: Int) -> String {
    guard let first = points.first, let last = points.last else { return "" }
    var path = "M\(first.x) \(first.y)"
    for (before, (turn, after)) in zip(points, zip(points.dropFirst(), points.dropFirst(2))) {
      let reach = min(corner, length(before, turn) / 2, length(turn, after) / 2)
      let (start, end) = (towards(before, from: turn, reach), towards(after, from: turn, reach))
      path += "L\(start.x) \(start.y)Q\(turn.x) \(turn.y) \(end.x) \(end.y)"
    }
    return path + "L\(last.x) \(last.y)"
  }

  private static func length(_ a: Point, _ b: Point) -> Int { abs(a.x - b.x) + abs(a.y - b.y) }

  private static func towards(_ other: Point, from point: Point, _ reach: Int) -> Point {
    Point(x: point.x + (other.x - point.x).signum() * reach, y: point.y + (other.y - point.y).signum() * reach)
  }
}
