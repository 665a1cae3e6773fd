/// What the marks of a statechart mean, in a line below it.
enum StatechartLegend {
  /// **Unit**: pixels.
  static let height = 34
  static let width = 640

  static func draw(at top: Int, on svg: inout SVGText) {
    let (y, baseline) = (top + 12, top + 16)
    svg.element("circle", ["class": "dot", "cx": "22", "cy": "\(y)", "r": "4"])
    svg.element("text", ["x": "34", "y": "\(baseline)"], "begins here")
    svg.element("rect", ["class": "state depth0", "x": "138", "y": "\(y - 8)", "width": "22", "height": "16", "rx": "5"])
    svg.element("rect", ["class": "inner", "x": "141", "y": "\(y - 5)", "width": "16", "height": "10", "rx": "2"])
    svg.element("text", ["x": "168", "y": "\(baseline)"], "ends here")
    svg.element("path", ["class": "step stay", "d": "M260 \(y)H290"])
    svg.element("text", ["x": "298", "y": "\(baseline)"], "required step")
    svg.element("path", ["class": "step stay optional", "d": "M412 \(y)H442"])
    svg.element("text", ["x": "450", "y": "\(baseline)"], "step that may come")
  }
}
