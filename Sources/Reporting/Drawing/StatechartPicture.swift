import Conditions
public import Procedures

/// A workflow as a picture: its states as boxes, and what leads from one to another as arrows.
///
/// The same workflow always gives the same bytes. It is drawn for a light and for a dark ground; no meaning hangs on a
/// colour: a step that is not required is dashed, the start has a dot before it, an end a double border.
public struct StatechartPicture: Sendable {
  private let workflow: Workflow
  private let layout: StatechartLayout

  public init(_ workflow: Workflow, of procedure: Procedure) {
    self.workflow = workflow
    layout = StatechartLayout(workflow, DrawnStep.steps(of: workflow, in: ReportedCase(rulesOf: procedure)))
  }

  /// The picture as an SVG file.
  public var svg: String {
    let height = layout.height + StatechartLegend.height
    let width = max(layout.width, StatechartLegend.width)
    var svg = SVGText()
    svg.line(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"\(width)\" height=\"\(height)\" "
        + "viewBox=\"0 0 \(width) \(height)\">")
    svg.element("title", [:], "\(workflow.title): states and steps")
    svg.line(StatechartStyle.sheet)
    svg.element("rect", ["class": "ground", "width": "\(width)", "height": "\(height)", "rx": "8"])
    for index in layout.order { draw(box: index, on: &svg) }
    drawStarts(on: &svg)
    for track in layout.tracks { draw(track, on: &svg) }
    for row in layout.rows { draw(row, on: &svg) }
    StatechartLegend.draw(at: layout.height, on: &svg)
    svg.line("</svg>")
    return svg.text
  }
}

// MARK: - States

extension StatechartPicture {
  private func draw(box index: StateIndex, on svg: inout SVGText) {
    guard let box = layout.boxes[index] else { return }
    let state = workflow.states[index]
    let isRegion = state.parent.map { workflow.states[$0].kind == .parallel } ?? false
    draw(frame: box, inset: 0, isRegion ? "state region" : "state depth\(box.depth % 3)", on: &svg)
    if state.kind == .end { draw(frame: box, inset: 3, "inner", on: &svg) }
    for (number, line) in box.title.enumerated() {
      let baseline = box.top + StatechartLayout.Metrics.padding + number * DrawnText.lineHeight + 13
      let left = box.left + StatechartLayout.Metrics.padding
      svg.element("text", ["class": "title", "x": "\(left)", "y": "\(baseline)"], line)
    }
  }

  private func draw(frame box: StatechartLayout.Box, inset: Int, _ style: String, on svg: inout SVGText) {
    svg.element(
      "rect",
      [
        "class": style, "x": "\(box.left + inset)", "y": "\(box.top + inset)",
        "width": "\(box.right - box.left - 2 * inset)", "height": "\(box.bottom - box.top - 2 * inset)",
        "rx": "\(7 - inset)",
      ])
  }

  /// A dot and an arrow before every state in which the workflow or a state begins.
  private func drawStarts(on svg: inout SVGText) {
    let inner = layout.order.flatMap { index -> [StateIndex] in
      if case .compound(let start) = workflow.states[index].kind { start } else { [] }
    }
    for start in workflow.startTargets + inner {
      guard let box = layout.boxes[start] else { continue }
      let y = box.top + StatechartLayout.Metrics.padding + 8
      svg.element("circle", ["class": "dot", "cx": "\(box.left - 18)", "cy": "\(y)", "r": "4"])
      svg.element("path", ["class": "begin", "d": "M\(box.left - 14) \(y)H\(box.left - 5)"])
      drawHead(at: box.left, y, pointing: .right, "head", on: &svg)
    }
  }
}

// MARK: - Arrows

extension StatechartPicture {
  private enum Pointing {
    case left
    case right
  }

  private func drawHead(at x: Int, _ y: Int, pointing: Pointing, _ style: String, on svg: inout SVGText) {
    let back = pointing == .right ? x - 7 : x + 7
    svg.element("path", ["class": style, "d": "M\(x) \(y)L\(back) \(y - 4)V\(y + 4)Z"])
  }

  private func colour(of state: StateIndex) -> Int {
    (layout.tracks.firstIndex { $0.state == state } ?? 0) % StatechartStyle.colours
  }

  /// The upright line of a state with its arrow into the state.
  private func draw(_ track: StatechartLayout.Track, on svg: inout SVGText) {
    guard let box = layout.boxes[track.state], let arrival = box.arrival else { return }
    let colour = colour(of: track.state)
    let style = "step to\(colour)\(track.isOptional ? " optional" : "")"
    svg.element("path", ["class": style, "d": "M\(track.left) \(track.top)V\(track.bottom)"])
    svg.element("path", ["class": style, "d": "M\(track.left) \(arrival)H\(box.right + 6)"])
    drawHead(at: box.right, arrival, pointing: .left, "head to\(colour)", on: &svg)
  }

  private func draw(_ row: StatechartLayout.Row, on svg: inout SVGText) {
    guard let box = layout.boxes[row.step.from] else { return }
    if row.step.isLoop {
      drawLoop(row, from: box, on: &svg)
    } else {
      drawWay(row, from: box, on: &svg)
    }
    for (number, line) in row.lines.enumerated() {
      let baseline = row.top + number * DrawnText.lineHeight + 14
      svg.element("text", ["x": "\(layout.labelsLeft + line.indent)", "y": "\(baseline)"], line.text)
    }
  }

  /// Out to the lines of the states it leads to, with a knot where it joins one.
  private func drawWay(_ row: StatechartLayout.Row, from box: StatechartLayout.Box, on svg: inout SVGText) {
    let joined = layout.tracks.filter { row.step.to.contains($0.state) }
    guard let last = joined.max(by: { $0.left < $1.left }) else { return }
    let colour = colour(of: last.state)
    let style = "step to\(colour)\(row.step.isOptional ? " optional" : "")"
    svg.element("path", ["class": style, "d": "M\(box.right) \(row.line)H\(last.left)"])
    for track in joined {
      svg.element(
        "circle", ["class": "knot to\(self.colour(of: track.state))", "cx": "\(track.left)", "cy": "\(row.line)", "r": "3"])
    }
  }

  /// Out and back again.
  private func drawLoop(_ row: StatechartLayout.Row, from box: StatechartLayout.Box, on svg: inout SVGText) {
    let far = layout.labelsLeft - 10
    let style = "step stay\(row.step.isOptional ? " optional" : "")"
    let path = "M\(box.right) \(row.line - 4)H\(far)a4 4 0 0 1 0 8H\(box.right + 6)"
    svg.element("path", ["class": style, "d": path])
    drawHead(at: box.right, row.line + 4, pointing: .left, "head stay", on: &svg)
  }
}
