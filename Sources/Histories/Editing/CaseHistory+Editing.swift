public import CivilTime
import Conditions

extension CaseHistory {
  /// The history with one entry changed or added.
  ///
  /// **Unknown**: what is not exact stays as uncertain as it was; a moved or added event is as exact as the edit says.
  /// - Complexity: O(size of the history); its times are not solved anew.
  public func applying(_ edit: HistoryEdit) -> CaseHistory {
    var editing = HistoryEditing(self)
    editing.apply(edit)
    return editing.history
  }

  /// The days on which an edited event would be.
  public func span(of time: EditedTime) -> Span {
    switch time {
    case .day(let day): Span(day)
    case .after(let event, let days): times.spans[events[event].time].moved(by: days)
    }
  }

  /// An identifier that no entry bears yet: `new1`.
  fileprivate var freeIdentifier: String {
    let taken = Set(events.map(\.identifier))
    var number = 1
    while taken.contains("new\(number)") { number += 1 }
    return "new\(number)"
  }
}

/// A history while one entry of it is changed.
///
/// The time points of events bear the numbers of the events, so an event more renumbers all that follow.
private struct HistoryEditing {
  private(set) var history: CaseHistory

  init(_ history: CaseHistory) { self.history = history }

  mutating func apply(_ edit: HistoryEdit) {
    switch edit {
    case .move(let event, let time):
      retime(event, to: time) { entry, point in
        entry.with(time: point, end: point, minute: -1)
      }
    case .confirm(let event, let time, let attributes):
      retime(event, to: time) { entry, point in
        entry.with(time: point, end: point, minute: -1, wasDone: true)
      }
      restate(event, history.events[event].children, attributes)
    case .restate(let event, let children, let attributes): restate(event, children, attributes)
    case .add(let added, let place): add(added, before: place)
    }
  }

  // MARK: - Times

  /// Gives an event a new time; its old one stays for what else speaks of it.
  private mutating func retime(_ event: Int, to time: EditedTime, _ change: (HistoryEvent, TimePoint) -> HistoryEvent) {
    let old = history.events[event].time
    let times = history.times.appending(time, in: history)
    // The event's own point comes to bear the new time, and the last point the old one.
    let last = times.spans.count - 1
    let swapped = times.swapping(old, last)
    let isOwn = old == event
    func point(_ point: TimePoint) -> TimePoint { isOwn && point == old ? last : point }
    var events = history.events.map { $0.with(time: point($0.time), end: point($0.end)) }
    events[event] = change(history.events[event], isOwn ? old : last)
    history = history.with(events: events, times: isOwn ? swapped : times, point: point)
  }

  private mutating func add(_ added: AddedEvent, before place: Int) {
    // 1. The new time, at the place among the times of events that the event has among events.
    let times = history.times.appending(added.time, in: history).moving(history.times.spans.count, to: place)
    func point(_ point: TimePoint) -> TimePoint { point >= place ? point + 1 : point }
    // 2. The event with what is stated of it, behind all that is stated so far.
    var events = history.events.map { $0.with(time: point($0.time), end: point($0.end)) }
    let stated = added.attributes.sorted { $0.key < $1.key }
    events.insert(
      HistoryEvent(
        identifier: history.freeIdentifier, event: added.event, wasDone: true, children: added.children, time: place,
        end: place, minute: -1, firstAttribute: Int32(history.attributes.count), attributeCount: Int32(stated.count),
        isFree: true, cite: nil, place: nil), at: place)
    history = history.with(events: events, times: times, point: point)
    history = history.with(
      attributes: history.attributes
        + stated.map { AttributeEntry(attribute: $0.key, children: added.children, value: $0.value) })
  }

  // MARK: - Attributes

  private mutating func restate(_ event: Int, _ children: UInt64, _ attributes: [AttributeIndex: Value]) {
    guard !attributes.isEmpty else { return }
    let entry = history.events[event]
    // What others have of a changed attribute stays with them.
    let kept = history.attributes(of: entry).compactMap { stated -> AttributeEntry? in
      guard attributes[stated.attribute] != nil else { return stated }
      let others = stated.children & ~children
      return others == 0 ? nil : AttributeEntry(attribute: stated.attribute, children: others, value: stated.value)
    }
    let added = attributes.sorted { $0.key < $1.key }.map {
      AttributeEntry(attribute: $0.key, children: children, value: $0.value)
    }
    var events = history.events
    events[event] = entry.with(attributes: history.attributes.count, count: kept.count + added.count)
    history = history.with(events: events, times: history.times) { $0 }.with(attributes: history.attributes + kept + added)
  }
}

extension HistoryEvent {
  fileprivate func with(time: TimePoint, end: TimePoint, minute: Int16? = nil, wasDone: Bool? = nil) -> HistoryEvent {
    HistoryEvent(
      identifier: identifier, event: event, wasDone: wasDone ?? self.wasDone, children: children, time: time, end: end,
      minute: minute ?? self.minute, firstAttribute: firstAttribute, attributeCount: attributeCount,
      isFree: minute == nil ? isFree : true, cite: cite, place: place)
  }

  fileprivate func with(attributes first: Int, count: Int) -> HistoryEvent {
    HistoryEvent(
      identifier: identifier, event: event, wasDone: wasDone, children: children, time: time, end: end, minute: minute,
      firstAttribute: Int32(first), attributeCount: Int32(count), isFree: isFree, cite: cite, place: place)
  }
}

extension CaseHistory {
  /// The history with other events and times, all else under new numbers of time points.
  fileprivate func with(
    events: [HistoryEvent], times: CaseTimes, point: (TimePoint) -> TimePoint
  ) -> CaseHistory {
    CaseHistory(
      name: name, title: title, procedure: procedure, profile: profile,
      children: children.map {
        ChildRecord(
          name: $0.name, known: $0.known.map(point), born: $0.born.map(point), until: $0.until.map(point),
          startsIn: $0.startsIn)
      },
      events: events, attributes: attributes.map { $0.renumbered(point) },
      completeness: completeness.map {
        Completeness(event: $0.event, children: $0.children, from: $0.from.map(point), until: $0.until.map(point))
      }, observedUntil: point(observedUntil), times: times, source: source)
  }

  fileprivate func with(attributes: [AttributeEntry]) -> CaseHistory {
    CaseHistory(
      name: name, title: title, procedure: procedure, profile: profile, children: children, events: events,
      attributes: attributes, completeness: completeness, observedUntil: observedUntil, times: times, source: source)
  }
}

extension AttributeEntry {
  /// The same where a date that hangs on a time point names it by its new number.
  fileprivate func renumbered(_ point: (TimePoint) -> TimePoint) -> AttributeEntry {
    guard case .date(let date) = value, let old = date.timePoint else { return self }
    let renumbered = DateValue(
      earliest: date.earliest, latest: date.latest, timePoint: point(old), offset: date.offset)
    return AttributeEntry(attribute: attribute, children: children, value: .date(renumbered))
  }
}

extension Span {
  /// The span so many days later, or earlier below zero.
  fileprivate func moved(by days: Int) -> Span {
    Span(earliest: earliest.adding(days: days), latest: latest.adding(days: days)) ?? self
  }
}
