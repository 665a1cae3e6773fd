/// What the marks of a timeline are, each beside its words.
struct TimelineLegend {
  static let width = 1_340
  static let height = 100

  /// **Unit**: pixels.
  let top: Int

  /// The legend as an element of a page, which has the hatching.
  static var element: String {
    var svg = XMLText()
    svg.open(
      "svg",
      [
        "class": "timeline", "width": "\(width)", "height": "\(height)", "viewBox": "0 0 \(width) \(height)",
        "aria-label": "What the marks mean",
      ])
    TimelineLegend(top: 0).draw(on: &svg)
    svg.close("svg")
    return svg.text
  }

  func draw(on svg: inout XMLText) {
    let (y, below) = (top + 26, top + 52)
    func word(_ x: Int, _ y: Int, _ text: String) { svg.text([DrawnText(text: text, style: .plain)], at: Point(x: x, y: y - 9)) }
    svg.element("path", ["class": "span", "d": "M20 \(y)H50"])
    svg.element("circle", ["class": "dot", "cx": "35", "cy": "\(y)", "r": "3.5"])
    word(58, y, "happened, at some time over the line")
    svg.element("path", ["class": "undone", "d": "M31 \(below - 4)l8 8m0 -8l-8 8"])
    word(58, below, "recorded as not done")
    svg.rectangle(Rectangle(left: 330, top: y - 8, right: 380, bottom: y + 8), style: "maybe", corner: 3)
    svg.rectangle(Rectangle(left: 340, top: y - 8, right: 370, bottom: y + 8), style: "stay", corner: 3)
    word(388, y, "in a state; dashed: perhaps")
    svg.rectangle(Rectangle(left: 330, top: below - 8, right: 380, bottom: below + 8), style: "still", corner: 0)
    word(388, below, "drift, or a gap")
    svg.element("path", ["class": "clockline", "d": "M600 \(y)H620"])
    svg.element("path", ["class": "over", "d": "M620 \(y)H640"])
    svg.element("path", ["class": "due", "d": "M620 \(y - 4)V\(y + 4)"])
    word(648, y, "a clock, its due date, and overdue")
    svg.element("path", ["class": "clockline lapsed", "d": "M600 \(below)H640"])
    word(648, below, "a clock that lapsed before its end")
    svg.element("path", ["class": "found", "d": "M930 \(y - 7)l5 7l-5 7l-5 -7Z"])
    word(944, y, "a finding that is certain, by its number in the report")
    svg.element("path", ["class": "found possible", "d": "M930 \(below - 7)l5 7l-5 7l-5 -7Z"])
    word(944, below, "one that is possible")
    word(
      20, below + 26,
      "A year is the wider, the more falls into it. The dotted line is the end of observation. Clocks run from the first day on which "
        + "they can have begun to the last on which they can fall due.")
  }
}
