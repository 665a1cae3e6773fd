import CivilTime
import Histories
import Procedures

/// A case as a picture along time: what happened to each child, the states the child was in, the clocks that ran, and what was
/// found, by the numbers of the report.
///
/// The same case always gives the same bytes. What is not known to the day is drawn over all days on which it may have been.
public struct CasePicture: Sendable {
  private let reported: ReportedCase
  private let layout: TimelineLayout

  public init(_ reported: ReportedCase) {
    self.reported = reported
    layout = TimelineLayout(reported)
  }

  /// The picture as an SVG file.
  public var svg: String {
    let (width, height) = (max(layout.width, 1340), layout.height + CasePicture.legendHeight)
    var svg = XMLText()
    let count = reported.countOfNumbers
    svg.begin(
      width: width, height: height, title: "\(reported.history.title): the case along time",
      description: "\(reported.history.children.count) children, \(reported.history.events.count) entries, \(count) findings.")
    svg.line(StatechartStyle.sheet)
    svg.line(CasePicture.sheet)
    svg.line(StatechartStyle.arrows)
    svg.element("rect", ["class": "ground", "width": "\(width)", "height": "\(height)"])
    drawAxis(on: &svg)
    for lane in layout.lanes { draw(lane, on: &svg) }
    drawLegend(on: &svg)
    svg.close("svg")
    return svg.text
  }

  private static let legendHeight = 76

  private static let sheet = """
    <style>
    .month { stroke: #d8dee4; } .year { stroke: #8c959f; } .lane { stroke: #8c959f; fill: none; }
    .maybe { fill: #ddf4ff; stroke: #57606a; stroke-dasharray: 3 3; } .stay { fill: #b6dcfb; stroke: #57606a; }
    .span { stroke: #57606a; stroke-width: 2; } .clockline { stroke: #57606a; stroke-width: 1.5; }
    .over { stroke: #b42318; stroke-width: 4; } .due { stroke: #1f2328; stroke-width: 1.5; }
    .still { fill: url(#hatch); stroke: none; } .hatch { stroke: #c2410c; stroke-width: 1.2; opacity: 0.45; }
    .found { fill: #b42318; } .end { stroke: #1f2328; stroke-dasharray: 2 3; }
    @media (prefers-color-scheme: dark) {
    .month { stroke: #2b3037; } .year, .lane { stroke: #57606a; }
    .maybe { fill: #1c2b3a; stroke: #8b949e; } .stay { fill: #1f4a73; stroke: #8b949e; }
    .span, .clockline { stroke: #8b949e; } .over { stroke: #ff7b72; } .due, .end { stroke: #e6e8eb; }
    .hatch { stroke: #f0883e; } .found { fill: #ff7b72; }
    }
    </style>
    <defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V7"/></pattern></defs>
    """
}

// MARK: - The axis

extension CasePicture {
  private func drawAxis(on svg: inout XMLText) {
    let scale = layout.scale
    for year in scale.years {
      if year.hasRoomForMonths {
        for month in year.months { upright("month", at: year.x(month), on: &svg) }
      }
      upright("year", at: year.left, on: &svg)
    }
    let end = scale.x(reported.observedUntil.latest)
    upright("end", at: end, on: &svg)
    for top in layout.axes { drawNames(at: top, on: &svg) }
  }

  /// The names of the years and, where there is room, of the months.
  private func drawNames(at top: Int, on svg: inout XMLText) {
    let scale = layout.scale
    svg.rectangle(
      Rectangle(left: 0, top: top + 1, right: layout.width, bottom: top + TimelineLayout.axisHeight - 1), style: "ground",
      corner: 0)
    for year in scale.years {
      svg.text([DrawnText(text: "\(year.first.year)", style: .title)], at: Point(x: year.left + 4, y: top + 6))
      guard year.hasRoomForMonths else { continue }
      for month in year.months {
        svg.text([DrawnText(text: month.monthInWords, style: .name)], at: Point(x: year.x(month) + 3, y: top + 25))
      }
    }
  }

  private func upright(_ style: String, at x: Int, on svg: inout XMLText) {
    svg.element("path", ["class": style, "d": "M\(x) \(TimelineLayout.axisHeight)V\(layout.height)"])
  }
}

// MARK: - Lanes

extension CasePicture {
  private func draw(_ lane: TimelineLane, on svg: inout XMLText) {
    svg.element("path", ["class": "lane", "d": "M20 \(lane.area.top)H\(lane.area.right)"])
    svg.text(lane.heading, at: Point(x: 20, y: lane.area.top + 6))
    for drift in lane.drifts { svg.rectangle(drift, style: "still", corner: 0) }
    for mark in lane.marks {
      svg.open("g", [:])
      svg.element("title", [:], mark.told)
      draw(mark, on: &svg)
      if let label = mark.label, let place = mark.labelArea { svg.text([label], at: Point(x: place.left, y: place.top)) }
      svg.close("g")
    }
  }

  private func draw(_ mark: TimelineMark, on svg: inout XMLText) {
    let (area, middle) = (mark.area, (mark.area.top + mark.area.bottom) / 2)
    switch mark.kind {
    case .stay(let from, let to):
      svg.rectangle(area, style: "maybe", corner: 3)
      if from < to {
        svg.rectangle(Rectangle(left: from, top: area.top, right: to, bottom: area.bottom), style: "stay", corner: 3)
      }
    case .event(let place):
      if area.width > 0 { svg.element("path", ["class": "span", "d": "M\(area.left) \(middle)H\(area.right)"]) }
      svg.element("circle", ["class": "dot", "cx": "\(place)", "cy": "\(middle)", "r": "3.5"])
    case .clock(let due, let isBroken):
      svg.element("path", ["class": "clockline", "d": "M\(area.left) \(middle)H\(min(due, area.right))"])
      if isBroken, due < area.right { svg.element("path", ["class": "over", "d": "M\(due) \(middle)H\(area.right)"]) }
      if due <= area.right { svg.element("path", ["class": "due", "d": "M\(due) \(area.top)V\(area.bottom)"]) }
    case .finding:
      svg.element(
        "path", ["class": "found", "d": "M\(area.left) \(area.top + 3)l4 6l-4 6l-4 -6Z"])
    }
  }

  private func drawLegend(on svg: inout XMLText) {
    let y = layout.height + 26
    svg.element("path", ["class": "lane", "d": "M20 \(layout.height)H\(layout.scale.right)"])
    func word(_ x: Int, _ text: String) { svg.text([DrawnText(text: text, style: .plain)], at: Point(x: x, y: y - 9)) }
    svg.element("path", ["class": "span", "d": "M20 \(y)H50"])
    svg.element("circle", ["class": "dot", "cx": "35", "cy": "\(y)", "r": "3.5"])
    word(58, "happened, at some time over the line")
    svg.rectangle(Rectangle(left: 330, top: y - 8, right: 380, bottom: y + 8), style: "maybe", corner: 3)
    svg.rectangle(Rectangle(left: 340, top: y - 8, right: 370, bottom: y + 8), style: "stay", corner: 3)
    word(388, "in a state; dashed: perhaps")
    svg.element("path", ["class": "clockline", "d": "M600 \(y)H620"])
    svg.element("path", ["class": "over", "d": "M620 \(y)H640"])
    svg.element("path", ["class": "due", "d": "M620 \(y - 4)V\(y + 4)"])
    word(648, "a clock, its due date, and overdue")
    svg.rectangle(Rectangle(left: 900, top: y - 8, right: 940, bottom: y + 8), style: "still", corner: 0)
    word(948, "drift, or a gap")
    svg.element("path", ["class": "found", "d": "M1070 \(y - 6)l4 6l-4 6l-4 -6Z"])
    word(1080, "a finding by its number in the report")
    svg.text(
      [DrawnText(text: "A year is the wider, the more falls into it. The dotted line is the end of observation.", style: .plain)],
      at: Point(x: 20, y: y + 16))
  }
}
