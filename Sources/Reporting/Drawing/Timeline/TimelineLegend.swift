/// What the marks of a timeline are, each beside its words.
struct TimelineLegend {
  static let width = 1_340
  static let height = 120

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
    func mark(_ kind: TimelineMark.Kind, _ left: Int, _ right: Int, _ y: Int, half: Int) {
      TimelineDrawing.draw(kind, in: Rectangle(left: left, top: y - half, right: right, bottom: y + half), on: &svg)
    }
    mark(.event(at: 35, wasDone: true), 20, 50, y, half: 9)
    word(58, y, "happened, at some time over the line")
    mark(.event(at: 35, wasDone: false), 20, 20, below, half: 9)
    word(58, below, "recorded as not done")
    mark(.stay(certainFrom: 340, certainTo: 370), 330, 380, y, half: 8)
    word(388, y, "in a state; dashed: perhaps")
    svg.rectangle(Rectangle(left: 330, top: below - 8, right: 380, bottom: below + 8), style: "still", corner: 0)
    word(388, below, "drift, or a gap")
    mark(.clock(due: 614...622, isBroken: true, hasLapsed: false), 596, 640, y, half: 4)
    word(648, y, "a clock, when it fell due, and overdue")
    mark(.clock(due: .max...(.max), isBroken: false, hasLapsed: true), 600, 640, below, half: 4)
    word(648, below, "a clock that lapsed before its end")
    mark(.finding(at: 930, number: 1, isCertain: true), 920, 940, y, half: 10)
    word(944, y, "a finding that is certain, by its number in the report")
    mark(.finding(at: 930, number: 2, isCertain: false), 930, 930, below, half: 10)
    word(944, below, "one that is possible")
    word(20, below + 26, "A year is the wider, the more falls into it. The dotted line is the end of observation.")
    word(
      20, below + 46,
      "Clocks run from the first day on which they can have begun; two uprights are the first and the last on which they can fall "
        + "due.")
  }
}
