import CivilTime
import Conditions
import Diagnostics
import Procedures

extension HistoryReading {
  private static let keys = [
    "history", "title", "source", "procedure", "profile", "children", "complete for", "observed until", "events",
  ]

  /// All stages in order; `nil` only where a fault was told.
  mutating func history(_ node: PlacedNode) -> CaseHistory? {
    guard let entries = entries(of: node, as: "A history") else { return nil }
    checkKeys(of: entries, known: Self.keys)
    // 1. Every name first, because statements may name what stands further down.
    nameChildren(node["children"], of: node)
    let nodes = eventNodes(of: node)
    times = TimeClaims(pointCount: nodes.count)
    nameEvents(nodes)
    // 2. What is said, and what it says of time.
    let header = header(of: node)
    let events = nodes.enumerated().map { number, node in event(node, number: number) }
    let children = childRecords(node["children"])
    let completeness = completeness(node["complete for"])
    claimFileOrder(of: events)
    let observed = claimObservation(node["observed until"], of: events)
    // 3. The days that fit all of it.
    guard let header, !events.isEmpty, let times = solveTimes(of: events, at: node["events"]?.place ?? node.place)
    else { return nil }
    let end = observed ?? Self.lastPoint(of: events, times)
    checkStretches(of: events, children, completeness, times)
    return CaseHistory(
      name: header.name, title: header.title, procedure: header.procedure, profile: header.profile, children: children,
      events: events.enumerated().compactMap { number, draft in draft.event(at: number, observedUntil: end) },
      attributes: attributes.map { $0.entry(times) }, completeness: completeness.map(\.record), observedUntil: end,
      times: times, source: header.source)
  }

  private mutating func eventNodes(of node: PlacedNode) -> [PlacedNode] {
    guard let events = node["events"] else {
      report(ShapeProblem.missingKey("events", of: "A history"), at: node.place)
      return []
    }
    guard let nodes = items(of: events, as: "`events`") else { return [] }
    if nodes.isEmpty { report(ShapeProblem.noEvents, at: events.place) }
    return nodes
  }

  private struct Header {
    let name: String
    let title: String
    let source: HistorySource?
    let procedure: String?
    let profile: String?
  }

  private mutating func header(of node: PlacedNode) -> Header? {
    let title = text(under: "title", of: node)
    let source = node["source"].flatMap { publication($0) }
    let (procedure, profile) = (text(under: "procedure", of: node), text(under: "profile", of: node))
    guard let named = node["history"] else {
      report(ShapeProblem.missingKey("history", of: "A history"), at: node.place)
      return nil
    }
    guard let name = text(of: named, as: "`history`") else { return nil }
    if !WhenParser.isName(name) { report(ShapeProblem.badName(what: "The name of a history"), at: named.place) }
    return Header(name: name, title: title ?? name, source: source, procedure: procedure, profile: profile)
  }

  private mutating func publication(_ node: PlacedNode) -> HistorySource? {
    guard let entries = entries(of: node, as: "`source`") else { return nil }
    checkKeys(of: entries, known: ["title", "publisher", "dated"])
    guard node["title"] != nil else {
      report(ShapeProblem.missingKey("title", of: "`source`"), at: node.place)
      return nil
    }
    guard let title = text(under: "title", of: node) else { return nil }
    return HistorySource(
      title: title, publisher: text(under: "publisher", of: node), dated: text(under: "dated", of: node))
  }

  /// The point of the record that comes last in the nominal dating, else can come last, else stands last in the file.
  private static func lastPoint(of events: [EventDraft], _ times: CaseTimes) -> TimePoint {
    let points = events.indices.map { $0 } + events.compactMap(\.end)
    let last = points.max { a, b in
      (times.nominal[a], times.spans[a].latest, a) < (times.nominal[b], times.spans[b].latest, b)
    }
    return last ?? 0
  }

  /// Tells stretches that certainly end before they begin.
  private mutating func checkStretches(
    of events: [EventDraft], _ children: [ChildRecord], _ completeness: [CompletenessDraft], _ times: CaseTimes
  ) {
    for (number, event) in events.enumerated() {
      guard let end = event.end, times.days(from: number, to: end).most < 0 else { continue }
      report(TimeProblem.stretchReversed(key: "until"), at: event.place)
    }
    for (number, child) in children.enumerated() {
      guard let known = child.known, let until = child.until, times.days(from: known, to: until).most < 0 else { continue }
      report(TimeProblem.untilBeforeKnown, at: childPlaces[number])
    }
    for draft in completeness {
      guard let from = draft.record.from, let until = draft.record.until else { continue }
      if times.days(from: from, to: until).most < 0 { report(TimeProblem.completeReversed, at: draft.place) }
    }
  }
}

extension EventDraft {
  fileprivate func event(at number: Int, observedUntil: TimePoint) -> HistoryEvent? {
    guard let event else { return nil }
    return HistoryEvent(
      identifier: identifier, event: event, wasDone: wasDone, children: children, time: number,
      end: wasDone ? number : end ?? observedUntil, minute: minute, firstAttribute: Int32(firstAttribute),
      attributeCount: Int32(attributeCount), isFree: !isOrdered, cite: cite, place: place)
  }
}

extension AttributeDraft {
  fileprivate func entry(_ times: CaseTimes) -> AttributeEntry {
    let value: Value =
      switch content {
      case .value(let value): value
      case .point(let point):
        .date(
          DateValue(earliest: times.spans[point].earliest, latest: times.spans[point].latest, timePoint: point))
      }
    return AttributeEntry(attribute: attribute.index, children: children, value: value)
  }
}
