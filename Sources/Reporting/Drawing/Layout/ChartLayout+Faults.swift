/// What must not be in a chart that a person is to read.
enum LayoutFault: Hashable, Sendable {
  /// Two boxes lie upon each other, and neither is in the other.
  case boxesOverlap(Int, Int)
  /// A box reaches out of the one around it.
  case boxLeaves(Int)
  /// The label of a line lies upon a box, or over its edge.
  case labelOnBox(line: Int, box: Int)
  case labelOnHeading(line: Int, box: Int)
  case labelsOverlap(Int, Int)
  /// A line goes through the label of another.
  case lineThroughLabel(line: Int, label: Int)
  /// A line goes through a box that it neither leads to nor from, nor lies in.
  case lineThroughBox(line: Int, box: Int)
  case lineThroughHeading(line: Int, box: Int)
  /// Two lines run upon each other.
  case linesCover(Int, Int)
  /// A line does not begin or end at the edge of its box.
  case lineLoose(Int)
  case outside(Int)
}

extension ChartLayout {
  /// How often two lines cross.
  var crossings: Int {
    let pieces = ways.map(Segment.pieces)
    return pieces.indices.reduce(0) { count, line in
      count
        + pieces[line].reduce(0) { count, piece in
          count + pieces[(line + 1)...].reduce(0) { $0 + $1.count { piece.crosses($0) } }
        }
    }
  }

  /// Everything that lies upon something else, and every line that is loose; nothing in a good layout.
  ///
  /// - Complexity: in proportion to the square of what is drawn.
  var faults: [LayoutFault] { boxFaults + labelFaults + lineFaults }

  private var boxFaults: [LayoutFault] {
    let picture = Rectangle(at: Point(x: 0, y: 0), size)
    return chart.boxes.indices.flatMap { box -> [LayoutFault] in
      let upon = chart.boxes.indices.filter { other in
        other > box && boxes[box].overlaps(boxes[other]) && !chart.isInside(box, other) && !chart.isInside(other, box)
      }
      let leaves = chart.boxes[box].parent.map { !boxes[$0].contains(boxes[box]) || headings[$0].overlaps(boxes[box]) } ?? false
      return upon.map { .boxesOverlap(box, $0) } + (leaves ? [.boxLeaves(box)] : [])
        + (picture.contains(boxes[box]) && boxes[box].contains(headings[box]) ? [] : [.outside(box)])
    }
  }

  private var labelFaults: [LayoutFault] {
    chart.lines.indices.flatMap { line -> [LayoutFault] in
      guard let label = labels[line] else { return [] }
      let onBoxes = chart.boxes.indices.filter {
        boxes[$0].overlaps(label) && !boxes[$0].contains(label) || isAtomic($0) && boxes[$0].overlaps(label)
      }
      let onHeadings = chart.boxes.indices.filter { headings[$0].overlaps(label) }
      let onLabels = chart.lines.indices.filter { other in other > line && (labels[other]?.overlaps(label) ?? false) }
      return onBoxes.map { .labelOnBox(line: line, box: $0) } + onHeadings.map { .labelOnHeading(line: line, box: $0) }
        + onLabels.map { .labelsOverlap(line, $0) }
    }
  }

  private func isAtomic(_ box: Int) -> Bool { !chart.boxes.contains { $0.parent == box } }

  private var lineFaults: [LayoutFault] {
    let pieces = ways.map(Segment.pieces)
    return chart.lines.indices.flatMap { line -> [LayoutFault] in
      let own = chart.around(chart.lines[line].from) + chart.around(chart.lines[line].to)
      let boxesHit = chart.boxes.indices.filter { box in
        !own.contains(box) && pieces[line].contains { $0.enters(boxes[box]) }
      }
      let headingsHit = chart.boxes.indices.filter { box in pieces[line].contains { $0.enters(headings[box]) } }
      let labelsHit = chart.lines.indices.filter { other in
        other != line && (labels[other].map { label in pieces[line].contains { $0.enters(label) } } ?? false)
      }
      let upon = chart.lines.indices.filter { other in
        other > line && pieces[line].contains { piece in pieces[other].contains { piece.covers($0) } }
      }
      return boxesHit.map { .lineThroughBox(line: line, box: $0) }
        + headingsHit.map { .lineThroughHeading(line: line, box: $0) }
        + labelsHit.map { .lineThroughLabel(line: line, label: $0) } + upon.map { .linesCover(line, $0) }
        + (isTied(line) ? [] : [.lineLoose(line)])
    }
  }

  /// Whether a line begins at the edge of the box it comes from, ends at that of the box it leads to, and only goes level or
  /// upright.
  private func isTied(_ line: Int) -> Bool {
    guard let first = ways[line].first, let last = ways[line].last, ways[line].count > 1 else { return false }
    return (chart.lines[line].isShort || isOnEdge(first, of: chart.lines[line].from)) && isOnEdge(last, of: chart.lines[line].to)
      && Segment.pieces(of: ways[line]).allSatisfy { $0.from.x == $0.to.x || $0.isLevel }
  }

  private func isOnEdge(_ point: Point, of box: Int) -> Bool {
    let area = boxes[box]
    let isBeside = area.top <= point.y && point.y <= area.bottom && area.left <= point.x && point.x <= area.right
    return isBeside && (point.x == area.left || point.x == area.right || point.y == area.top || point.y == area.bottom)
  }
}
