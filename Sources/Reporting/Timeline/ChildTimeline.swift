import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// The drawing of one child's case: a lane of events, then a lane for each workflow with its states, clocks and findings.
///
/// **Unit**: pixels, from the top left. Nothing in it overlaps anything else of its kind: what would meet stands in rows.
struct ChildTimeline {
  private enum Metrics {
    static let labels = 190
    static let plot = 1_120
    static let right = 24
    static let axis = 34
    static let eventRow = 13
    static let stateRow = 22
    static let clockRow = 6
    static let numberRow = 20
    static let gap = 12
  }

  private let reported: ReportedCase
  private let child: Int
  private let numbers: FindingNumbering
  private let scale: TimeScale
  private var drawn = HTMLText()
  private var y = Metrics.axis

  /// The drawing, or `nil` where nothing is recorded of the child.
  static func svg(of child: Int, in reported: ReportedCase) -> String? {
    var timeline = ChildTimeline(reported, child)
    return timeline?.draw()
  }

  private init?(_ reported: ReportedCase, _ child: Int) {
    self.reported = reported
    self.child = child
    numbers = FindingNumbering(reported)
    let history = reported.history
    let own = history.events.filter { $0.children & (1 << UInt64(child)) != 0 }
    guard let first = own.map({ history.times.spans[$0.time].earliest }).min() else { return nil }
    let known = history.children[child].known.map { history.times.spans[$0].earliest } ?? first
    scale = TimeScale(
      from: min(first, known), through: reported.observedUntil.latest, left: Metrics.labels, width: Metrics.plot)
  }

  private mutating func draw() -> String {
    drawEvents()
    for workflow in reported.procedure.workflows.indices { drawLane(workflow) }
    let width = Metrics.labels + Metrics.plot + Metrics.right
    let name = reported.history.children[child].name
    var whole = HTMLText()
    whole.element(
      "svg",
      [
        ("viewBox", "0 0 \(width) \(y)"), ("width", "\(width)"), ("height", "\(y)"), ("role", "group"),
        ("aria-label", "Timeline of \(name). Everything in it stands in the lists below."),
      ]
    ) { svg in
      svg.raw("<defs><pattern id=\"drift-\(child)\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" ")
      svg.raw(
        "patternTransform=\"rotate(45)\"><path d=\"M0 0V7\" stroke=\"currentColor\" stroke-opacity=\".35\"></path></pattern></defs>"
      )
      drawAxis(on: &svg)
      svg.raw(drawn.text)
    }
    return whole.text
  }

  // MARK: - Axis and events

  private func drawAxis(on svg: inout HTMLText) {
    for mark in scale.marks {
      let x = scale.x(mark.day)
      svg.element("path", [("class", "grid"), ("d", "M\(x) \(Metrics.axis - 6)V\(y)")])
      guard x < Metrics.labels + Metrics.plot - 20 else { continue }
      svg.element("text", [("x", "\(x + 3)"), ("y", "16"), ("class", "quiet")], text: mark.label)
    }
    svg.element("path", [("class", "axis"), ("d", "M\(Metrics.labels) 24H\(Metrics.labels + Metrics.plot)")])
  }

  /// A name left of its lane, in as many lines as it needs.
  private mutating func label(_ text: String, at y: Int) {
    for (place, line) in TextPage.wrapped(text, to: 27).enumerated() {
      drawn.element("text", [("x", "4"), ("y", "\(y + place * 15)")], text: line)
    }
  }

  private mutating func drawEvents() {
    let history = reported.history
    label("Events", at: y + 10)
    let own = history.events.indices.filter { number in
      history.events[number].children & (1 << UInt64(child)) != 0
        && history.times.nominal[history.events[number].time] <= reported.observedUntil.latest
    }.sorted { a, b in
      (reported.span(of: a).earliest, a) < (reported.span(of: b).earliest, b)
    }
    var packing = RowPacking()
    for number in own {
      let span = reported.span(of: number)
      let (x1, x2) = (scale.x(span.earliest), scale.x(span.latest))
      let row = packing.row(from: x1 - 6, to: x2 + 6)
      let at = y + 6 + row * Metrics.eventRow
      let middle = scale.x(history.times.nominal[history.events[number].time])
      let entry = history.events[number]
      drawn.element("g") { html in
        html.element("title", text: "\(entry.identifier): \(reported.described(number))")
        if x1 < x2 {
          html.element(
            "path", [("class", "span"), ("d", "M\(x1) \(at - 3)V\(at + 3)M\(x1) \(at)H\(x2)M\(x2) \(at - 3)V\(at + 3)")])
        }
        let kind = entry.wasDone ? (span.isExact ? "event done" : "event") : "event"
        if entry.wasDone {
          html.element("circle", [("class", kind), ("cx", "\(middle)"), ("cy", "\(at)"), ("r", "3.5")])
        } else {
          html.element("path", [("class", "event"), ("d", "M\(middle - 3) \(at - 3)l6 6m0 -6l-6 6")])
        }
      }
    }
    y += max(1, packing.rowCount) * Metrics.eventRow + Metrics.gap
  }

  // MARK: - One workflow

  private mutating func drawLane(_ index: WorkflowIndex) {
    let workflow = reported.procedure.workflows[index]
    let stays = reported.replay.stays.filter { stay in
      stay.child == child && stay.state.workflow == index && workflow.states[stay.state.state].children.isEmpty
    }
    let judgements = reported.replay.judgements.filter { judgement in
      judgement.child == child && reported.procedure.rules[judgement.rule].workflow == index
    }
    let findings = reported.replay.findings.filter { $0.child == child && $0.workflow == index && $0.kind != .notRecorded }
    guard stays.contains(where: { $0.enteringEvent != nil }) || !findings.isEmpty else { return }
    let top = y
    drawn.element("path", [("class", "grid"), ("d", "M0 \(y)H\(Metrics.labels + Metrics.plot)")])
    y += 6
    label(workflow.title, at: y + 13)
    draw(stays.filter { $0.enteringEvent != nil || $0.left != nil || stays.count == 1 }, of: workflow)
    draw(judgements)
    let bottom = y
    draw(findings)
    shade(findings, from: top + 2, to: bottom)
    y += Metrics.gap
  }

  private mutating func draw(_ stays: [Stay], of workflow: Workflow) {
    let sorted = stays.sorted { ($0.entered.earliest, $0.state.state) < ($1.entered.earliest, $1.state.state) }
    var packing = RowPacking()
    for stay in sorted {
      let left = stay.left ?? reported.observedUntil
      let (x1, x2) = (scale.x(stay.entered.earliest), max(scale.x(left.latest), scale.x(stay.entered.earliest) + 3))
      let at = y + packing.row(from: x1, to: x2 - 1) * Metrics.stateRow
      let (sure1, sure2) = (scale.x(stay.entered.latest), scale.x(left.earliest))
      let state = workflow.states[stay.state.state]
      let name = state.title ?? state.name.asWords
      drawn.element("g") { html in
        let until = stay.left.map { "until \($0.inWords)" } ?? "and still there"
        html.element("title", text: "\(name), from \(stay.entered.inWords) \(until)")
        if sure1 > x1 || sure2 < x2 {
          html.element("path", [("class", "unsure"), ("d", "M\(x1) \(at)H\(x2)V\(at + 16)H\(x1)Z")])
        }
        if sure2 > sure1 {
          html.element("path", [("class", "bar"), ("d", "M\(sure1) \(at)H\(sure2)V\(at + 16)H\(sure1)Z")])
        }
        if DrawnText.width(of: name) + 8 < x2 - x1 {
          html.element("text", [("x", "\(x1 + 5)"), ("y", "\(at + 12)")], text: name)
        }
      }
    }
    y += max(1, packing.rowCount) * Metrics.stateRow
  }

  /// Each clock as a thin line until its due date, where it turns; what goes on after it is thick.
  private mutating func draw(_ judgements: [Judgement]) {
    let clocks = judgements.filter { $0.due != nil && $0.verdict != .notRecorded }
      .sorted { ($0.opened.earliest, $0.rule, $0.ordinal) < ($1.opened.earliest, $1.rule, $1.ordinal) }
    var packing = RowPacking()
    for clock in clocks {
      guard let due = clock.due else { continue }
      let end = clock.ended ?? reported.observedUntil
      let (x1, x2) = (scale.x(clock.opened.earliest), scale.x(max(min(due.latest, scale.last), end.latest)))
      let at = y + 3 + packing.row(from: x1, to: x2 + 3) * Metrics.clockRow
      let turn = scale.x(due.latest)
      let stop = clock.verdict.isBreach ? turn : min(scale.x(end.latest), turn)
      drawn.element("g") { html in
        html.element(
          "title", text: "\(reported.procedure.rules[clock.rule].says) \(clock.verdict.inWords.capitalised); \(due.asALimit).")
        html.element("path", [("class", clock.verdict == .lapsed ? "clock lapsed" : "clock"), ("d", "M\(x1) \(at)H\(stop)")])
        if due.latest <= scale.last { html.element("path", [("class", "due"), ("d", "M\(turn) \(at - 2)V\(at + 3)")]) }
        if clock.verdict.isBreach, scale.x(end.latest) > turn {
          html.element("path", [("class", "over"), ("d", "M\(turn) \(at)H\(scale.x(end.latest))")])
        }
      }
    }
    y += packing.rowCount * Metrics.clockRow + 4
  }

  private mutating func draw(_ findings: [Finding]) {
    var packing = RowPacking()
    var seen: Set<Int> = []
    for finding in findings.sorted(by: { ($0.day, $0.identifier) < ($1.day, $1.identifier) }) {
      guard let number = numbers.number(of: finding), seen.insert(number).inserted else { continue }
      let x = scale.x(finding.day)
      let at = y + 10 + packing.row(from: x - 10, to: x + 10) * Metrics.numberRow
      let certainty = finding.certainty == .possible ? "number possible" : "number"
      drawn.element("a", [("href", "#finding-\(number)"), ("class", certainty)]) { html in
        html.element("title", text: "Finding \(number): \(FindingSentence(reported).sentence(finding))")
        html.element("circle", [("cx", "\(x)"), ("cy", "\(at)"), ("r", "8.5")])
        html.element("text", [("x", "\(x)"), ("y", "\(at + 4)")], text: "\(number)")
      }
    }
    if packing.rowCount > 0 { y += packing.rowCount * Metrics.numberRow + 2 }
  }

  /// The time without progress behind the lane.
  private mutating func shade(_ findings: [Finding], from top: Int, to bottom: Int) {
    for finding in findings where finding.kind == .gap || finding.kind == .drift {
      guard let judgement = finding.judgement else { continue }
      let start = scale.x((judgement.due ?? judgement.opened).latest)
      let end = scale.x((judgement.ended ?? reported.observedUntil).latest)
      guard end > start else { continue }
      drawn.element(
        "rect",
        [
          ("x", "\(start)"), ("y", "\(top)"), ("width", "\(end - start)"), ("height", "\(bottom - top)"),
          ("fill", "url(#drift-\(child))"), ("pointer-events", "none"),
        ])
    }
  }
}
