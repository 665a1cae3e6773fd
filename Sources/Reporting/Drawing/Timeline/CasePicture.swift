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
    let (width, height) = (max(layout.width, TimelineLegend.width), layout.height + TimelineLegend.height)
    var svg = XMLText()
    let count = reported.countOfNumbers
    svg.begin(
      width: width, height: height, title: "\(reported.history.title): the case along time",
      description: "\(reported.history.children.count) children, \(reported.history.events.count) entries, \(count) findings.")
    svg.line(TimelineStyle.sheet.element)
    svg.line(TimelineStyle.hatching)
    svg.element("rect", ["class": "ground", "width": "\(width)", "height": "\(height)"])
    TimelineDrawing(layout: layout, observedUntil: reported.observedUntil.latest).draw(on: &svg)
    svg.element("path", ["class": "lane", "d": "M20 \(layout.height)H\(layout.scale.right)"])
    TimelineLegend(top: layout.height).draw(on: &svg)
    svg.close("svg")
    return svg.text
  }
}
