import Conditions
import Procedures

/// A workflow as a picture: its states as boxes, the steps between them as lines with arrows, and the timescales that govern
/// each state in its box.
///
/// The same workflow always gives the same bytes. It is drawn for a light and for a dark ground; no meaning hangs on a
/// colour: a step that is not required is dashed, the start has a dot before it, an end a double border, and a state in which
/// a case can drift says so.
public struct StatechartPicture: Sendable {
  private let chart: StatechartLayout
  private var drawn: DrawnWorkflow { chart.drawn }
  private var layout: ChartLayout { chart.layout }

  public init(_ drawn: DrawnWorkflow) { chart = StatechartLayout(drawn) }

  /// The picture as an SVG file.
  public var svg: String {
    let legend = StatechartLegend(of: chart)
    let width = max(layout.size.width, legend.size.width)
    let height = layout.size.height + legend.size.height
    var svg = XMLText()
    svg.begin(width: width, height: height, title: "\(drawn.workflow.title): states and steps", description: description)
    svg.line(StatechartStyle.sheet.element)
    svg.line(StatechartStyle.arrows)
    svg.element("rect", ["class": "ground", "width": "\(width)", "height": "\(height)"])
    for state in layout.chart.boxes.indices { draw(frameOf: state, on: &svg) }
    for divider in layout.dividers {
      svg.element("path", ["class": "divider", "d": XMLText.path([divider.from, divider.to], corner: 0)])
    }
    for way in chart.ways.indices { draw(way, on: &svg) }
    for state in layout.chart.boxes.indices { draw(headingOf: state, on: &svg) }
    legend.draw(at: layout.size.height, on: &svg)
    svg.close("svg")
    return svg.text
  }

  /// The workflow in words, for whoever does not see the picture.
  private var description: String {
    let states = drawn.boxes.map(\.title).joined(separator: "; ")
    let steps = drawn.steps.map { step in
      let targets = step.to.map { drawn.boxes[$0].title }.joinedInWords()
      return "from \(drawn.boxes[step.from].title) to \(targets): \(step.labels.joinedInWords("or"))"
    }
    return "States: \(states). Steps: \(steps.joined(separator: "; "))."
  }
}

// MARK: - States

extension StatechartPicture {
  private func draw(frameOf state: StateIndex, on svg: inout XMLText) {
    let area = layout.boxes[state]
    svg.rectangle(area, style: style(of: state), corner: drawn.workflow.states[state].isHistory ? 14 : 7)
    if drawn.workflow.states[state].kind == .end {
      let inner = Rectangle(left: area.left + 3, top: area.top + 3, right: area.right - 3, bottom: area.bottom - 3)
      svg.rectangle(inner, style: "inner", corner: 4)
    }
    if drawn.boxes[state].isHole {
      svg.rectangle(
        Rectangle(left: area.left, top: area.top, right: area.left + 6, bottom: area.bottom), style: "drift", corner: 3)
    }
    guard layout.chart.boxes[state].isStart else { return }
    let (x, y) = (area.left, area.top + ChartMetrics.padding + 8)
    svg.element("circle", ["class": "dot", "cx": "\(x - 20)", "cy": "\(y)", "r": "5"])
    svg.element("path", ["class": "step", "d": "M\(x - 16) \(y)H\(x)", "marker-end": "url(#arrow)"])
  }

  private func style(of state: StateIndex) -> String {
    chart.isOpenRegion(state) ? "region" : "state depth\(StateNesting(of: drawn.workflow).around(state).count % 3)"
  }

  private func draw(headingOf state: StateIndex, on svg: inout XMLText) {
    svg.text(chart.headings[state], at: Point(x: layout.headings[state].left, y: layout.headings[state].top))
  }
}

// MARK: - Steps

extension StatechartPicture {
  private func draw(_ number: Int, on svg: inout XMLText) {
    let (way, points) = (chart.ways[number], layout.ways[number])
    let style = way.isOptional ? "step optional" : "step"
    svg.element("path", ["class": style, "d": XMLText.path(points, corner: 6), "marker-end": "url(#arrow)"])
    // A step of a state with others inside it begins at its edge from within.
    if let first = points.first, StateNesting(of: drawn.workflow).isInside(way.to, way.from) {
      svg.element("circle", ["class": "dot", "cx": "\(first.x)", "cy": "\(first.y)", "r": "3"])
    }
    guard let label = layout.labels[number] else { return }
    svg.text(way.label, at: Point(x: label.left, y: label.top))
  }
}
