/// What the marks of a statechart mean, below it.
struct StatechartLegend {
  let hasHoles: Bool
  let hasClocks: Bool

  /// **Unit**: pixels.
  var size: Extent { Extent(width: 2 * 20 + 4 * StatechartLegend.column, height: rows * StatechartLegend.row + 26) }

  private static let column = 160
  private static let row = 24

  private var rows: Int { 1 + (hasHoles ? 1 : 0) + (hasClocks ? 1 : 0) }

  func draw(at top: Int, on svg: inout XMLText) {
    svg.element("path", ["class": "divider", "d": "M20 \(top)H\(size.width - 20)"])
    var y = top + 20
    func left(_ place: Int) -> Int { 20 + place * StatechartLegend.column }
    func word(_ place: Int, _ text: String) {
      svg.text([DrawnText(text: text, style: .plain)], at: Point(x: left(place) + 42, y: y - 9))
    }
    svg.element("circle", ["class": "dot", "cx": "\(left(0) + 15)", "cy": "\(y)", "r": "5"])
    word(0, "begins here")
    svg.rectangle(Rectangle(left: left(1) + 4, top: y - 8, right: left(1) + 30, bottom: y + 8), style: "state depth0", corner: 5)
    svg.rectangle(Rectangle(left: left(1) + 7, top: y - 5, right: left(1) + 27, bottom: y + 5), style: "inner", corner: 2)
    word(1, "ends here")
    svg.element("path", ["class": "step", "d": "M\(left(2)) \(y)H\(left(2) + 34)", "marker-end": "url(#arrow)"])
    word(2, "required step")
    svg.element("path", ["class": "step optional", "d": "M\(left(3)) \(y)H\(left(3) + 34)", "marker-end": "url(#arrow)"])
    word(3, "step that may come")
    if hasHoles {
      y += StatechartLegend.row
      svg.rectangle(Rectangle(left: left(0) + 12, top: y - 8, right: left(0) + 18, bottom: y + 8), style: "drift", corner: 3)
      word(0, "drift hole: a case can rest here with no clock about this workflow running")
    }
    if hasClocks {
      y += StatechartLegend.row
      svg.text([DrawnText(text: "every", style: .clock)], at: Point(x: left(0), y: y - 9))
      word(0, "and within: the timescales that govern a state and all inside it, each with its rule")
    }
  }
}
