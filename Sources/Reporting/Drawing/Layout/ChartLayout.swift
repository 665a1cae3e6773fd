/// Where everything of a chart stands.
///
/// No box, label or line can lie upon another by the way they are placed; `faults` makes sure of it.
struct ChartLayout: Sendable {
  let chart: Chart
  /// The boxes of the chart, by number.
  var boxes: [Rectangle]
  var headings: [Rectangle]
  /// The labels of the lines, by number; `nil` for a line without words.
  var labels: [Rectangle?]
  /// The ways of the lines, by number, from where each begins to its arrow.
  var ways: [[Point]]
  /// The dashed lines between boxes that go on at once.
  private(set) var dividers: [Segment] = []
  private(set) var size = Extent()

  init(_ chart: Chart) {
    self.chart = chart
    let nowhere = Rectangle(left: 0, top: 0, right: 0, bottom: 0)
    boxes = chart.boxes.map { _ in nowhere }
    headings = boxes
    labels = chart.lines.map { _ in nil }
    ways = chart.lines.map { _ in [] }
    let open = ContainerLayout(of: nil, in: chart)
    size = open.size
    var pieces = chart.lines.map { _ in [[Point]]() }
    var rising: Set<Int> = []
    take(open, at: Point(x: 0, y: 0), &pieces, &rising)
    for line in chart.lines.indices where !chart.lines[line].isLoop {
      let way = pieces[line].sorted { ($0.first?.y ?? 0, $0.last?.y ?? 0) < ($1.first?.y ?? 0, $1.last?.y ?? 0) }.flatMap(\.self)
      ways[line] = ChartLayout.simplified(rising.contains(line) ? way.reversed() : way)
    }
    for box in chart.boxes.indices { placeLoops(of: box) }
  }

  /// Takes over what stands in a container, by where the container stands in the picture.
  private mutating func take(_ layout: ContainerLayout, at corner: Point, _ pieces: inout [[[Point]]], _ rising: inout Set<Int>) {
    rising.formUnion(layout.plan.rising)
    for (number, link) in layout.plan.links.enumerated() {
      var way = layout.ways[number].map { $0.moved(by: corner) }
      // A container may be given more height than it needs, and its lower edge is where it then ends.
      if link.lower == .edge, let container = layout.plan.container, let end = way.last {
        way.append(Point(x: end.x, y: boxes[container].bottom))
      }
      pieces[link.line].append(way)
    }
    for (line, area) in layout.labels { labels[line] = area.moved(by: corner) }
    for (box, area) in layout.boxes.sorted(by: { $0.key < $1.key }) {
      boxes[box] = area.moved(by: corner)
      headings[box] = Rectangle(
        at: Point(x: boxes[box].left + ChartMetrics.padding, y: boxes[box].top + ChartMetrics.padding), chart.boxes[box].heading)
      if let inner = layout.inner[box] { take(inner, at: Point(x: boxes[box].left, y: boxes[box].top), &pieces, &rising) }
      if chart.boxes[box].isParallel { divide(box) }
    }
  }

  /// A way without the points at which it does not turn.
  private static func simplified(_ way: [Point]) -> [Point] {
    way.reduce(into: []) { points, point in
      if points.last == point { return }
      if points.count > 1, let last = points.last {
        let before = points[points.count - 2]
        if before.x == last.x && last.x == point.x || before.y == last.y && last.y == point.y { points.removeLast() }
      }
      points.append(point)
    }
  }

  private mutating func divide(_ box: Int) {
    let members = chart.children(of: box).sorted { (boxes[$0].left, $0) < (boxes[$1].left, $1) }
    for (left, right) in zip(members, members.dropFirst()) where boxes[left].top == boxes[right].top {
      let x = (boxes[left].right + boxes[right].left - (chart.boxes[right].isStart ? ChartMetrics.startRoom : 0)) / 2
      dividers.append(Segment(from: Point(x: x, y: boxes[left].top), to: Point(x: x, y: boxes[left].bottom)))
    }
  }

  private mutating func placeLoops(of box: Int) {
    var y = boxes[box].top + ChartMetrics.padding
    for line in chart.lines.indices where chart.lines[line].isLoop && chart.lines[line].from == box {
      let label = chart.lines[line].label
      let (near, far) = (boxes[box].right, boxes[box].right + ChartMetrics.loopReach)
      let half = chart.loopHalf
      let middle = y + (chart.loopHeight(label) - ChartMetrics.padding) / 2
      let turns = chart.lines[line].isShort ? [(far, 0), (near, 0)] : [(near, -half), (far, -half), (far, half), (near, half)]
      ways[line] = turns.map { Point(x: $0, y: middle + $1) }
      if label.height > 0 { labels[line] = Rectangle(at: Point(x: far + ChartMetrics.labelGap, y: y), label) }
      y += chart.loopHeight(label)
    }
  }
}
