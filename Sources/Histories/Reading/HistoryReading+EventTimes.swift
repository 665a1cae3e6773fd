import CivilTime
import Diagnostics
import Procedures

extension HistoryReading {
  /// `when` and `time` of something that happened.
  mutating func readTime(of node: PlacedNode, number: Int, into draft: inout EventDraft) {
    for key in ["from", "until"] where !isAttribute(key, of: draft) {
      guard let entry = node.entries?.first(where: { $0.key == key }) else { continue }
      report(ValueProblem.stretchOfDoneEvent(key: key), at: entry.keyPlace)
    }
    guard let when = node["when"] else {
      report(TimeProblem.whenMissing, at: node.place)
      return
    }
    guard let written = times(of: when, key: "when") else { return }
    for time in written { claim(time, number: number, of: draft) }
    let inWhen = Set(written.compactMap(\.time?.minute))
    let inTime = node["time"].flatMap { timeOfDay($0) }
    if inWhen.count > 1 || (!inWhen.isEmpty && node["time"] != nil) {
      report(ValueProblem.twoTimes, at: node["time"]?.place ?? when.place)
    }
    draft.minute = inTime?.minute ?? inWhen.min() ?? -1
  }

  private mutating func claim(_ written: WrittenTime, number: Int, of draft: EventDraft) {
    guard !written.names(number) else {
      report(TimeProblem.itself(draft.identifier), at: written.place)
      return
    }
    let origin = TimeClaimOrigin.when(number, text: written.text, written.place)
    times.claim(number, .day(written.form), from: origin)
    // 1. "After" an event that stands further down would on one day come before it.
    guard case .bounded(let side, .point(let other), .excluded) = written.form else { return }
    switch side {
    case .after where other > number: times.claim(number, .notBefore(other, days: 1), from: origin)
    case .before where other < number: times.claim(other, .notBefore(number, days: 1), from: origin)
    case .after, .before: break
    }
  }

  private mutating func timeOfDay(_ node: PlacedNode) -> TimeOfDay? {
    guard let text = text(of: node, as: "`time`") else { return nil }
    if let time = TimeOfDay(text: text) { return time }
    report(TimeProblem.timeOfDay, at: node.place)
    return nil
  }

  /// The stretch over which a step was not done: `from` and `until`, or all of its `when`.
  mutating func readStretch(of node: PlacedNode, number: Int, into draft: inout EventDraft) {
    if let time = node["time"] { report(ValueProblem.timeOfNotDone, at: time.place) }
    guard let when = node["when"] else {
      draft.isOrdered = false
      return readFromUntil(of: node, number: number, into: &draft)
    }
    if node["from"] != nil || node["until"] != nil { report(TimeProblem.whenAndStretch, at: when.place) }
    guard let written = times(of: when, key: "when") else { return }
    guard written.count == 1, let time = written.first else {
      return report(ValueProblem.listOfNotDone, at: when.place)
    }
    if time.time != nil { report(ValueProblem.timeOfNotDone, at: when.place) }
    if time.names(number) { return report(TimeProblem.itself(draft.identifier), at: when.place) }
    if !time.form.hasFirst { return report(TimeProblem.notDoneWithoutBeginning, at: when.place) }
    let origin = TimeClaimOrigin.notDone(number, text: time.text, time.place)
    if time.form.isOneDay {
      times.claim(number, .day(time.form), from: origin)
      draft.end = number
    } else {
      times.claim(number, .first(time.form), from: origin)
      guard time.form.hasLast else { return }
      let end = times.addPoint()
      times.claim(end, .last(time.form), from: origin)
      draft.end = end
    }
  }

  private mutating func readFromUntil(of node: PlacedNode, number: Int, into draft: inout EventDraft) {
    if let until = node["until"] { draft.end = edge(.last, of: until, key: "until") }
    guard let from = node["from"] else {
      let isWithout = node["until"] == nil
      return report(isWithout ? TimeProblem.notDoneWithoutTime : .notDoneWithoutBeginning, at: node.place)
    }
    guard let (reference, text) = reference(of: from, key: "from") else { return }
    let origin = TimeClaimOrigin.notDone(number, text: "from \(text)", from.place)
    switch reference {
    case .point(number): report(TimeProblem.itself(draft.identifier), at: from.place)
    case .point(let other): times.claim(number, .day(.near(.point(other), days: 0)), from: origin)
    case .dates(let span): times.claim(number, .first(.within(span)), from: origin)
    }
  }

  func isAttribute(_ key: String, of draft: EventDraft) -> Bool {
    draft.event.map { procedure.vocabulary.events[$0].attribute(named: key) != nil } ?? false
  }
}

extension WrittenTime {
  /// Whether the statement counts from that event.
  fileprivate func names(_ number: Int) -> Bool { form.references.contains(number) }
}

extension WhenForm<TimeReference> {
  /// The points that the statement counts from.
  var references: [TimePoint] {
    let references: [TimeReference] =
      switch self {
      case .within: []
      case .between(let a, let b): [a, b]
      case .apart(_, _, let a), .near(let a, _), .bounded(_, let a, _): [a]
      }
    return references.compactMap { if case .point(let point) = $0 { point } else { nil } }
  }

  /// Whether a step not done then was not done on one day, known or not.
  fileprivate var isOneDay: Bool {
    switch self {
    case .within(let span): span.isExact
    case .near(_, let days): days == 0
    case .apart(let length, _, _): length.softener == nil && length.least == length.most && length.unit != .hour
    case .between, .bounded: false
    }
  }

  /// Whether the stretch has a first day.
  fileprivate var hasFirst: Bool {
    switch self {
    case .within, .between, .near: true
    case .bounded(let side, _, _): side == .after
    case .apart(let length, let side, _): side == .after || length.hasLongest
    }
  }

  /// Whether the stretch has a last day; otherwise it lasts as long as the observation.
  fileprivate var hasLast: Bool {
    switch self {
    case .within, .between, .near: true
    case .bounded: false
    case .apart(let length, let side, _): side == .before || length.hasLongest
    }
  }
}
