import Conditions
import Procedures

/// What the marks of a statechart mean, below it.
struct StatechartLegend {
  /// What a row below the first explains.
  private enum Row {
    case hole
    case noTimescale
    case clocks
    case others
    case grouped
    case fromAny
    case fromAnyOther
  }

  private let rows: [Row]

  init(of chart: StatechartLayout) {
    let (boxes, origins) = (chart.drawn.boxes, chart.drawn.gathered.map(\.origin))
    let isGrouped = boxes.contains(where: \.isGrouped)
    let hasOthers = boxes.contains { !$0.clocksOfOthers.isEmpty }
    let shown: [(Row, Bool)] = [
      (.fromAny, origins.contains(.every)), (.fromAnyOther, origins.contains(.everyOther)),
      (.hole, boxes.contains(where: \.isHole)), (.noTimescale, chart.drawn.hasNoTimescale),
      (.clocks, boxes.contains { !$0.clocks.isEmpty }), (.others, hasOthers && !isGrouped), (.grouped, isGrouped),
    ]
    rows = shown.filter(\.1).map(\.0)
  }

  /// **Unit**: pixels.
  var size: Extent {
    let words = rows.map { DrawnText(text: StatechartLegend.words($0), style: .plain).width + StatechartLegend.symbol }
    return Extent(
      width: 2 * ChartMetrics.margin + (words + [4 * StatechartLegend.column]).reduce(0, max),
      height: (1 + rows.count) * StatechartLegend.row + 26)
  }

  private static let column = 160
  private static let row = 24
  /// The room of a mark before its words.
  private static let symbol = 42

  func draw(at top: Int, on svg: inout XMLText) {
    svg.element("path", ["class": "divider", "d": "M\(ChartMetrics.margin) \(top)H\(size.width - ChartMetrics.margin)"])
    drawSteps(at: top + 20, on: &svg)
    for (number, row) in rows.enumerated() {
      let y = top + 20 + (number + 1) * StatechartLegend.row
      drawMark(of: row, at: y, on: &svg)
      word(StatechartLegend.words(row), 0, y, on: &svg)
    }
  }

  private func left(_ place: Int) -> Int { ChartMetrics.margin + place * StatechartLegend.column }

  private func word(_ text: String, _ place: Int, _ y: Int, on svg: inout XMLText) {
    svg.text([DrawnText(text: text, style: .plain)], at: Point(x: left(place) + StatechartLegend.symbol, y: y - 9))
  }

  private func drawSteps(at y: Int, on svg: inout XMLText) {
    svg.element("circle", ["class": "dot", "cx": "\(left(0) + 15)", "cy": "\(y)", "r": "5"])
    word("begins here", 0, y, on: &svg)
    svg.rectangle(Rectangle(left: left(1) + 4, top: y - 8, right: left(1) + 30, bottom: y + 8), style: "state depth0", corner: 5)
    svg.rectangle(Rectangle(left: left(1) + 7, top: y - 5, right: left(1) + 27, bottom: y + 5), style: "inner", corner: 2)
    word("ends here", 1, y, on: &svg)
    svg.element("path", ["class": "step", "d": "M\(left(2)) \(y)H\(left(2) + 34)", "marker-end": "url(#arrow)"])
    word("required step", 2, y, on: &svg)
    svg.element("path", ["class": "step optional", "d": "M\(left(3)) \(y)H\(left(3) + 34)", "marker-end": "url(#arrow)"])
    word("step that may come", 3, y, on: &svg)
  }

  private func drawMark(of row: Row, at y: Int, on svg: inout XMLText) {
    switch row {
    case .hole:
      svg.rectangle(Rectangle(left: left(0) + 12, top: y - 8, right: left(0) + 18, bottom: y + 8), style: "drift", corner: 3)
    case .clocks: svg.text([DrawnText(text: "every", style: .clock)], at: Point(x: left(0), y: y - 9))
    case .others, .grouped: svg.text([DrawnText(text: "of", style: .clock)], at: Point(x: left(0), y: y - 9))
    case .fromAny, .fromAnyOther:
      svg.element("path", ["class": "step", "d": "M\(left(0) + 24) \(y)H\(left(0) + 6)", "marker-end": "url(#arrow)"])
    case .noTimescale: break
    }
  }

  private static func words(_ row: Row) -> String {
    switch row {
    case .hole: "drift hole: a case can rest here with no clock about this workflow running"
    case .noTimescale: DrawnWorkflow.noTimescale
    case .clocks: "and within: the timescales that govern a state and all inside it, each with its rule"
    case .others: "and a name: timescales of that other workflow"
    case .grouped: "and a name: timescales of that other workflow; point at a count to read each with its rule"
    case .fromAny: "\"from any state\": wherever a case is in the box named, or in the workflow where none is"
    case .fromAnyOther: "\"from any other state\": wherever a case is, unless in this state already"
    }
  }
}
