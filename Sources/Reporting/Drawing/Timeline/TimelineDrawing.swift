import CivilTime

/// The lanes of a case below the names of years and months, as part of a picture or of a page.
struct TimelineDrawing {
  let layout: TimelineLayout
  let observedUntil: Day
  /// Where the number of a finding leads; `nil` for nowhere.
  var link: (Int) -> String? = { _ in nil }

  func draw(on svg: inout XMLText) {
    drawAxis(on: &svg)
    for lane in layout.lanes { draw(lane, on: &svg) }
  }

  /// The lanes as an element of a page, whose style sheet has the looks and which has the hatching.
  func element(named name: String) -> String {
    let (width, height) = (layout.width, layout.height + 4)
    var svg = XMLText()
    svg.open(
      "svg",
      [
        "class": "timeline", "width": "\(width)", "height": "\(height)", "viewBox": "0 0 \(width) \(height)",
        "aria-label": name,
      ])
    draw(on: &svg)
    svg.close("svg")
    return svg.text
  }

  // MARK: - The axis

  private func drawAxis(on svg: inout XMLText) {
    let scale = layout.scale
    for year in scale.years {
      if year.hasRoomForMonths {
        for month in year.months { upright("month", at: year.x(month), on: &svg) }
      }
      upright("year", at: year.left, on: &svg)
    }
    upright("end", at: scale.x(observedUntil), on: &svg)
    for top in layout.axes { drawNames(at: top, on: &svg) }
  }

  /// The names of the years and, where there is room, of the months.
  private func drawNames(at top: Int, on svg: inout XMLText) {
    svg.rectangle(
      Rectangle(left: 0, top: top + 1, right: layout.width, bottom: top + TimelineLayout.axisHeight - 1), style: "ground",
      corner: 0)
    for year in layout.scale.years {
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

  // MARK: - Lanes

  private func draw(_ lane: TimelineLane, on svg: inout XMLText) {
    svg.open("g", lane.workflow.map { ["data-workflow": $0] } ?? [:])
    svg.element("path", ["class": "lane", "d": "M\(lane.area.left) \(lane.area.top)H\(lane.area.right)"])
    svg.open("g", ["class": "heading"])
    svg.rectangle(lane.heading.area, style: "ground", corner: 0)
    svg.text([lane.heading.text], at: Point(x: lane.heading.area.left, y: lane.heading.area.top))
    svg.close("g")
    for drift in lane.drifts { svg.rectangle(drift, style: "still", corner: 0) }
    for mark in lane.marks {
      let place = if case .finding(_, let number, _) = mark.kind { link(number) } else { String?.none }
      if let place {
        svg.open("a", ["class": "mark", "href": place])
      } else {
        svg.open("g", ["class": "mark", "role": "img"])
      }
      svg.element("title", [:], mark.told)
      TimelineDrawing.draw(mark.kind, in: mark.area, on: &svg)
      if let label = mark.label, let place = mark.labelArea {
        // Words stand clear of the lines of years and of the end, and of hatching.
        if place.left > mark.area.right || place.right < mark.area.left { svg.rectangle(place, style: "ground", corner: 0) }
        svg.text([label], at: Point(x: place.left, y: place.top))
      }
      svg.close(place == nil ? "g" : "a")
    }
    svg.close("g")
  }

  /// A mark alone, without its words.
  static func draw(_ kind: TimelineMark.Kind, in area: Rectangle, on svg: inout XMLText) {
    let middle = (area.top + area.bottom) / 2
    switch kind {
    case .stay(let from, let to):
      svg.rectangle(area, style: "maybe", corner: 3)
      if from < to {
        svg.rectangle(Rectangle(left: from, top: area.top, right: to, bottom: area.bottom), style: "stay", corner: 3)
      }
    case .event(let place, let wasDone):
      if area.width > 0 { svg.element("path", ["class": "span", "d": "M\(area.left) \(middle)H\(area.right)"]) }
      if wasDone {
        svg.element("circle", ["class": "dot", "cx": "\(place)", "cy": "\(middle)", "r": "3.5"])
      } else {
        svg.element("path", ["class": "undone", "d": "M\(place - 4) \(middle - 4)l8 8m0 -8l-8 8"])
      }
    case .clock(let due, let isBroken, let hasLapsed):
      let style = hasLapsed ? "clockline lapsed" : "clockline"
      let (first, last) = (due.lowerBound, due.upperBound)
      svg.element("path", ["class": style, "d": "M\(area.left) \(middle)H\(min(last, area.right))"])
      if isBroken, last < area.right { svg.element("path", ["class": "over", "d": "M\(last) \(middle)H\(area.right)"]) }
      let shown = Rectangle(left: first, top: area.top, right: min(last, area.right), bottom: area.bottom)
      if shown.width > 0 { svg.rectangle(shown, style: "maybe", corner: 0) }
      for place in Set([first, last]).sorted() where place <= area.right {
        svg.element("path", ["class": "due", "d": "M\(place) \(area.top)V\(area.bottom)"])
      }
    case .finding(let place, _, let isCertain):
      if area.width > 0 { svg.element("path", ["class": "span", "d": "M\(area.left) \(middle)H\(area.right)"]) }
      svg.element(
        "path",
        ["class": isCertain ? "found" : "found possible", "d": "M\(place) \(area.top + 3)l5 7l-5 7l-5 -7Z"])
    }
  }
}
