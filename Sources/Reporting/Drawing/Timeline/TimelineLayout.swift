import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// Where everything of a case stands along time: a lane for what happened to each child, and one for each workflow in which
/// the child was in more than its first state or in which something was found.
///
/// **Unit**: pixels, from the top left. Everything with words has a place in which nothing else is.
struct TimelineLayout: Sendable {
  let scale: TimelineScale
  private(set) var lanes: [TimelineLane] = []
  private(set) var height = 0
  /// Where the names of the years stand: above the lanes of each child.
  private(set) var axes: [Int] = []
  private let reported: ReportedCase
  private let numbering: FindingNumbering
  private let isAlone: Bool

  static let axisHeight = 44
  private static let margin = 20

  /// As wide as the words that begin last need it.
  var width: Int {
    lanes.flatMap(\.marks).compactMap(\.labelArea?.right).reduce(scale.right, max) + TimelineLayout.margin
  }

  /// - Parameter only: the child whose lanes they are; `nil` for all children. The scale is that of the whole case in either.
  init(_ reported: ReportedCase, only: Int? = nil) {
    self.reported = reported
    isAlone = only != nil
    numbering = FindingNumbering(reported)
    let spans = reported.history.times.spans
    let ends = spans.flatMap { [$0.earliest, $0.latest] }
    let days = [ends.min(), ends.max(), reported.observedUntil.latest].compactMap(\.self)
    scale = TimelineScale(
      of: days + reported.history.times.nominal + reported.replay.findings.map(\.day),
      left: TimelineLayout.margin)
    for child in only.map({ [$0] }) ?? Array(reported.history.children.indices) {
      axes.append(height)
      height += TimelineLayout.axisHeight
      add(
        lane: isAlone ? "What happened" : "What happened to \(reported.name(ofChild: child))", rows: [events(of: child)],
        drifts: [])
      for workflow in reported.procedure.workflows.indices where isShown(workflow, of: child) { add(workflow, of: child) }
    }
  }

  private func isShown(_ workflow: WorkflowIndex, of child: Int) -> Bool {
    stays(of: child, in: workflow).contains { $0.enteringEvent != nil }
      || !findings(of: child, in: workflow).isEmpty
  }

  private mutating func add(_ workflow: WorkflowIndex, of child: Int) {
    add(
      lane: (isAlone ? "" : "\(reported.name(ofChild: child)): ") + reported.procedure.workflows[workflow].title,
      of: reported.procedure.workflows[workflow].title,
      rows: [
        stays(of: child, in: workflow).map(draft), clocks(of: child, in: workflow).compactMap(draft),
        numbered(findings(of: child, in: workflow)),
      ], drifts: drifts(of: child, in: workflow))
  }

  /// What lies upon something else: the words of one mark upon another mark or its words, or a word out of the picture.
  ///
  /// - Complexity: in proportion to the square of the marks of a lane.
  var faults: [String] {
    let picture = Rectangle(left: 0, top: 0, right: width, bottom: height)
    return lanes.flatMap { lane -> [String] in
      let isHeadingFree =
        lane.area.contains(lane.heading.area)
        && !lane.marks.contains { [$0.area, $0.labelArea].compactMap(\.self).contains { $0.overlaps(lane.heading.area) } }
      return (isHeadingFree ? [] : ["the heading of a lane is not free"])
        + lane.marks.indices.flatMap { number -> [String] in
          guard let words = lane.marks[number].labelArea else { return [] }
          let upon = lane.marks.indices.filter { other in
            other != number
              && (lane.marks[other].area.overlaps(words) || lane.marks[other].labelArea.map { $0.overlaps(words) } ?? false)
          }
          return upon.map { "\(lane.marks[number].told) upon \(lane.marks[$0].told)" }
            + (picture.contains(words) ? [] : ["\(lane.marks[number].told) is out of the picture"])
        }
    }
  }
}

// MARK: - What is on a lane

extension TimelineLayout {
  /// A mark that has no row yet.
  private struct Draft {
    let kind: TimelineMark.Kind
    let left: Int
    let right: Int
    let height: Int
    let label: String?
    let told: String
  }

  private func events(of child: Int) -> [Draft] {
    reported.history.events.indices.filter { number in
      let entry = reported.history.events[number]
      return entry.children & (1 << UInt64(child)) != 0
        && reported.history.times.spans[entry.time].earliest <= reported.observedUntil.latest
    }.map { number in
      let entry = reported.history.events[number]
      let span = reported.span(of: number)
      return Draft(
        kind: .event(at: scale.x(reported.history.times.nominal[entry.time]), wasDone: entry.wasDone),
        left: scale.x(span.earliest),
        right: scale.x(span.latest), height: 18, label: entry.identifier,
        told: "\(entry.identifier): \(reported.described(number))")
    }
  }

  private func stays(of child: Int, in workflow: WorkflowIndex) -> [Stay] {
    reported.replay.stays.filter { stay in
      stay.child == child && stay.state.workflow == workflow
        && reported.procedure.workflows[workflow].states[stay.state.state].children.isEmpty
    }
  }

  private func draft(_ stay: Stay) -> Draft {
    let state = reported.procedure.workflows[stay.state.workflow].states[stay.state.state]
    let left = stay.left ?? reported.observedUntil
    let title = state.title ?? state.name.asWords.capitalised
    let until = stay.left.map { "left \($0.inWords)" } ?? "still there when observation ends"
    return Draft(
      kind: .stay(certainFrom: scale.x(stay.entered.latest), certainTo: scale.x(left.earliest)),
      left: scale.x(stay.entered.earliest), right: max(scale.x(left.latest), scale.x(stay.entered.earliest) + 3), height: 20,
      label: title, told: "\(title): entered \(stay.entered.inWords), \(until)")
  }

  private func clocks(of child: Int, in workflow: WorkflowIndex) -> [Judgement] {
    reported.replay.judgements.filter { judgement in
      judgement.child == child && reported.procedure.rules[judgement.rule].workflow == workflow
        && reported.procedure.rules[judgement.rule].form.isClock && judgement.verdict != .notRecorded
    }
  }

  private func draft(_ clock: Judgement) -> Draft? {
    guard let due = clock.due else { return nil }
    let end = (clock.ended ?? reported.observedUntil).latest
    let rule = reported.procedure.rules[clock.rule]
    let isOver = clock.verdict.isBreach
    let (left, right) = (scale.x(clock.opened.earliest), scale.x(isOver ? max(end, due.latest) : end))
    return Draft(
      kind: .clock(due: scale.x(due.earliest)...scale.x(due.latest), isBroken: isOver, hasLapsed: clock.verdict == .lapsed),
      left: left,
      right: max(right, left + 2), height: 6, label: nil,
      told: "\(rule.says) Opened \(clock.opened.inWords), due \(due.asALimit), \(clock.verdict.inWords). \(rule.fullName)")
  }

  private func findings(of child: Int, in workflow: WorkflowIndex) -> [Finding] {
    reported.replay.findings.filter {
      $0.child == child && $0.workflow == workflow && numbering.number(of: $0) != nil
    }
  }

  /// A mark for each number on each day.
  private func numbered(_ findings: [Finding]) -> [Draft] {
    findings.reduce(into: []) { drafts, finding in
      guard let draft = draft(finding), !drafts.contains(where: { $0.label == draft.label && $0.left == draft.left }) else {
        return
      }
      drafts.append(draft)
    }
  }

  private func draft(_ finding: Finding) -> Draft? {
    guard let number = numbering.number(of: finding) else { return nil }
    let when = finding.when
    return Draft(
      kind: .finding(at: scale.x(finding.day), number: number, isCertain: finding.certainty == .certain),
      left: scale.x(when.earliest), right: scale.x(when.latest), height: 20, label: "\(number)",
      told:
        "Finding \(number), \(finding.kind.rawValue), \(finding.certainty.inWords): \(FindingSentence(reported).sentence(finding))"
    )
  }

  /// The stretches in which a case drifted, or a step was left out of a cadence.
  private func drifts(of child: Int, in workflow: WorkflowIndex) -> [ClosedRange<Int>] {
    findings(of: child, in: workflow).filter { $0.kind == .drift || $0.kind == .gap }.compactMap { finding in
      guard let judgement = finding.judgement else { return nil }
      let start = scale.x((judgement.due ?? judgement.opened).latest)
      return start...max(start, scale.x((judgement.ended ?? reported.observedUntil).latest))
    }
  }
}

// MARK: - Places

extension TimelineLayout {
  private mutating func add(
    lane heading: String, of workflow: String? = nil, rows groups: [[Draft]], drifts: [ClosedRange<Int>]
  ) {
    let name = DrawnText(text: heading, style: .plain)
    let place = Rectangle(
      at: Point(x: TimelineLayout.margin, y: height + 5), Extent(width: name.width, height: name.height))
    var marks: [TimelineMark] = []
    var y = place.bottom + 4
    for group in groups where !group.isEmpty {
      let placed = rows(of: group, at: y)
      marks += placed.marks
      y += placed.height + 4
    }
    lanes.append(
      TimelineLane(
        workflow: workflow, heading: TimelineLane.Heading(text: name, area: place),
        area: Rectangle(left: scale.left, top: height, right: scale.right, bottom: y), marks: marks,
        drifts: drifts.map { Rectangle(left: $0.lowerBound, top: place.bottom + 2, right: $0.upperBound, bottom: y) }))
    height = y
  }

  private func rows(of drafts: [Draft], at top: Int) -> (marks: [TimelineMark], height: Int) {
    var rows = TimelineRows()
    let step = drafts.map(\.height).reduce(0, max) + 2
    let written = drafts.map { draft in
      let label = draft.label.map { DrawnText(text: $0, style: .plain) }
      return (draft: draft, label: label, start: label.map { start(ofWords: $0.width, for: draft) } ?? draft.left)
    }
    let ordered = written.enumerated().sorted { a, b in
      (min(a.element.draft.left, a.element.start), a.offset) < (min(b.element.draft.left, b.element.start), b.offset)
    }.map(\.element)
    let marks = ordered.map { draft, label, start -> TimelineMark in
      let end = label.map { start + $0.width } ?? draft.right
      let row = rows.row(from: min(draft.left, start) - 6, to: max(draft.right, end) + 4)
      let y = top + row * step
      return TimelineMark(
        kind: draft.kind, area: Rectangle(left: draft.left, top: y, right: draft.right, bottom: y + draft.height), label: label,
        labelArea: label.map {
          Rectangle(at: Point(x: start, y: y + (draft.height - $0.height) / 2), Extent(width: $0.width, height: $0.height))
        },
        told: draft.told)
    }
    return (marks, rows.count * step)
  }

  /// Where the words of a mark begin: on its certain part or, where they do not fit there, on an uncertain one, so that no edge
  /// runs through them, and else behind it, or before it where the picture ends.
  private func start(ofWords width: Int, for draft: Draft) -> Int {
    let behind = max(draft.right, point(of: draft)) + 6
    guard case .stay(let from, let to) = draft.kind else { return behind }
    let parts = from < to ? [(from, to), (draft.left, from), (to, draft.right)] : [(draft.left, draft.right)]
    return parts.first { $0.1 - $0.0 >= width + 10 }.map { $0.0 + 5 }
      ?? (behind + width > scale.right && draft.left - 6 - width > scale.left ? draft.left - 6 - width : behind)
  }

  private func point(of draft: Draft) -> Int {
    switch draft.kind {
    case .event(let place, _): place
    case .finding(let place, _, _): place
    default: draft.left
    }
  }
}
