import CivilTime
import Replay

/// Small drawings of what many cases come to. Parts are told apart by how they are filled, so that they can be told on paper
/// without colours, and every drawing stands beside its numbers.
enum CorpusCharts {
  /// How parts of a bar are filled, as an element that a page has once.
  static let fillings = """
    <svg width="0" height="0" aria-hidden="true" class="fillings"><defs>\
    <pattern id="slanted" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <path class="ink" d="M0 0V5"/></pattern>\
    <pattern id="dotted" width="5" height="5" patternUnits="userSpaceOnUse"><circle class="blot" cx="2" cy="2" r="0.9"/></pattern>\
    </defs></svg>
    """

  /// How a verdict is filled.
  static func filling(of verdict: Verdict) -> String {
    switch verdict {
    case .met, .held: "part met"
    case .late: "part late"
    case .missed, .broken: "part missed"
    case .running: "part running"
    case .lapsed: "part lapsed"
    default: "part unknown"
    }
  }

  /// The verdicts of a rule side by side, 200 by 14 pixels, each as wide as its share; one that is there has a pixel at least.
  static func bar(_ counts: [(verdict: Verdict, count: Int)]) -> String {
    let whole = counts.reduce(0) { $0 + $1.count }
    var html = HTMLText()
    let told = counts.filter { $0.count > 0 }.map { "\($0.verdict.inWords) \($0.count)" }.joined(separator: ", ")
    picture(width: 200, height: 14, told.isEmpty ? "nothing judged" : told, on: &html) { svg in
      var before = 0
      for (verdict, count) in counts where count > 0 {
        let (left, right) = (before * 198 / whole, (before + count) * 198 / whole)
        before += count
        rectangle(filling(of: verdict), left: left + 1, top: 1, width: max(1, right - left), height: 12, on: &svg)
      }
    }
    return html.text
  }

  /// Counts as columns beside one another, 200 by 26 pixels, the highest as high as the drawing.
  static func columns(_ counts: [Int], _ told: String) -> String {
    let most = max(1, counts.max() ?? 1)
    let width = 198 / max(1, counts.count)
    var html = HTMLText()
    picture(width: 200, height: 26, told, on: &html) { svg in
      svg.element("path", [("class", "axis"), ("d", "M1 25H199")])
      for (place, count) in counts.enumerated() where count > 0 {
        let height = max(2, count * 23 / most)
        rectangle("part late", left: 2 + place * width, top: 25 - height, width: width - 4, height: height, on: &svg)
      }
    }
    return html.text
  }

  /// Two counts as bars below one another, 200 by 18 pixels: the one before slanted, the one after full.
  static func pair(_ old: Int, _ new: Int, of most: Int) -> String {
    var html = HTMLText()
    picture(width: 200, height: 18, "\(old) before, \(new) after", on: &html) { svg in
      if old > 0 { rectangle("part late", left: 1, top: 1, width: max(1, old * 198 / most), height: 7, on: &svg) }
      if new > 0 { rectangle("part missed", left: 1, top: 10, width: max(1, new * 198 / most), height: 7, on: &svg) }
    }
    return html.text
  }

  /// Two shares in tenths of a percent as bars below one another, 260 by 18 pixels: the one that is stated slanted, the one
  /// that was made full.
  static func shares(_ stated: Int, _ made: Int, of most: Int, stated word: String) -> String {
    var html = HTMLText()
    let told = "\(stated / 10).\(stated % 10)% \(word), \(made / 10).\(made % 10)% made"
    picture(width: 260, height: 18, told, on: &html) { svg in
      if stated > 0 { rectangle("part late", left: 1, top: 1, width: max(1, stated * 258 / most), height: 7, on: &svg) }
      if made > 0 { rectangle("part met", left: 1, top: 10, width: max(1, made * 258 / most), height: 7, on: &svg) }
    }
    return html.text
  }

  /// The share still in a state as steps, 300 by 84 pixels: with a short upright where somebody was observed no longer, and below
  /// it how many were there at first, after half of the longest stay, and at its end.
  static func survival(_ curve: SurvivalCurve, _ name: String) -> String {
    let (left, top, high) = (50, 8, 40)
    let longest = max(1, curve.longest)
    func x(_ days: Int) -> Int { left + days * 220 / longest }
    func y(_ thousandths: Int) -> Int { top + (1_000 - thousandths) * high / 1_000 }
    var path = "M\(left) \(top)"
    for step in curve.steps { path += "H\(x(step.days))V\(y(step.thousandths))" }
    path += "H\(x(longest))"
    var ends = Set<Int>()
    let censored = curve.censoredDays.filter { ends.insert(x($0)).inserted }.map { days in
      "M\(x(days)) \(y(curve.thousandths(after: days)) - 4)v8"
    }
    let last =
      curve.steps.last.map { "after \(CorpusFigures.inWords(days: $0.days)) \(percent($0.thousandths))" } ?? "nobody left"
    var html = HTMLText()
    picture(width: 300, height: 84, "Share still in \(name); \(last)", on: &html) { svg in
      svg.element("path", [("class", "axis"), ("d", "M\(left) \(top)V\(top + high)H\(left + 222)M\(left) \(top + high / 2)h-4")])
      for (share, below) in [("100%", 4), ("50%", 4 + high / 2), ("0", 4 + high)] {
        svg.element("text", [("x", "\(left - 6)"), ("y", "\(top + below)"), ("class", "quiet scale")], text: share)
      }
      svg.element("path", [("class", "curve"), ("d", path)])
      if !censored.isEmpty { svg.element("path", [("class", "censored"), ("d", censored.joined())]) }
      for days in Set([0, longest / 2, longest]).sorted() {
        let words = days == longest ? CorpusFigures.inWords(days: days) : "\(days)"
        svg.element("text", [("x", "\(x(days))"), ("y", "\(top + high + 15)"), ("class", "quiet at")], text: words)
        svg.element(
          "text", [("x", "\(x(days))"), ("y", "\(top + high + 31)"), ("class", "at")], text: "\(curve.countThere(after: days))")
      }
      svg.element("text", [("x", "\(left - 16)"), ("y", "\(top + high + 31)"), ("class", "quiet scale")], text: "there")
    }
    return html.text
  }

  private static func percent(_ thousandths: Int) -> String { "\((thousandths + 5) / 10)%" }

  /// Findings by month from the first with any until the last: a column for each month, what is certain full, what is possible
  /// slanted above it and what may belong to another month dotted, and an upright, by its number, where rules changed.
  static func months(_ months: [(name: String, figures: CorpusFigures.MonthFigures, change: String?)], startOfYears: [Int: Int])
    -> String
  {
    let (left, high) = (46, 160)
    let width = max(2, min(18, 1_200 / max(1, months.count)))
    let most = max(1, months.map(\.figures.all).max() ?? 1)
    var html = HTMLText()
    picture(
      width: left + months.count * width + 20, height: high + 60, "Findings by month; the table below has the numbers", on: &html
    ) {
      svg in
      for part in 0...4 where most * part % 4 == 0 || part == 4 {
        let y = 20 + high - high * part / 4
        svg.element("path", [("class", "grid"), ("d", "M\(left) \(y)H\(left + months.count * width)")])
        svg.element("text", [("x", "4"), ("y", "\(y + 4)"), ("class", "quiet")], text: "\(most * part / 4)")
      }
      for (place, month) in months.enumerated() {
        let x = left + place * width
        if let year = startOfYears[place] {
          svg.element("path", [("class", "axis"), ("d", "M\(x) \(20 + high)v8")])
          svg.element("text", [("x", "\(x + 2)"), ("y", "\(high + 40)"), ("class", "quiet")], text: "\(year)")
        }
        let parts = [
          ("part missed", month.figures.certain), ("part late", month.figures.possible),
          ("part running", month.figures.elsewhere),
        ]
        svg.element("g") { svg in
          svg.element(
            "title",
            text: "\(month.name): \(month.figures.certain) certain, \(month.figures.possible) possible, "
              + "\(month.figures.elsewhere) perhaps in another month")
          var before = 0
          for (style, count) in parts where count > 0 {
            let (low, top) = (before * high / most, (before + count) * high / most)
            before += count
            let broad = max(1, width - (width > 3 ? 2 : 0))
            rectangle(style, left: x, top: 20 + high - top, width: broad, height: max(1, top - low), on: &svg)
          }
        }
        if let change = month.change {
          svg.element("path", [("class", "change"), ("d", "M\(x) 14V\(20 + high)")])
          svg.element("text", [("x", "\(x - 3)"), ("y", "10")], text: change)
        }
      }
      svg.element("path", [("class", "axis"), ("d", "M\(left) 20V\(20 + high)H\(left + months.count * width)")])
    }
    return html.text
  }

  private static func picture(
    width: Int, height: Int, _ told: String, on html: inout HTMLText, _ body: (inout HTMLText) -> Void
  ) {
    html.element(
      "svg",
      [
        ("viewBox", "0 0 \(width) \(height)"), ("width", "\(width)"), ("height", "\(height)"), ("role", "img"),
        ("aria-label", told),
      ], body)
  }

  private static func rectangle(_ style: String, left: Int, top: Int, width: Int, height: Int, on svg: inout HTMLText) {
    svg.element(
      "rect",
      [
        ("class", style), ("x", "\(left)"), ("y", "\(top)"), ("width", "\(width)"), ("height", "\(height)"),
      ])
  }
}
