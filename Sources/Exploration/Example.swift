public import CivilTime
import Conditions
public import Histories
public import Procedures

/// A made-up case of one child that shows what a procedure allows: dated events, then a time in which nothing happens.
public struct Example: Sendable, Hashable {
  /// The day before the first event.
  public let start: Day
  public internal(set) var events: [PlannedEvent]
  /// Whole days from the start to the child's birth; below zero the child was born before.
  public internal(set) var birth: Int
  /// How many days are observed after the last event.
  public internal(set) var rest: Int

  public init(start: Day, events: [PlannedEvent] = [], birth: Int = Example.usualBirth, rest: Int = Example.usualRest) {
    self.start = start
    self.events = events
    self.birth = birth
    self.rest = rest
  }

  /// A child of three years.
  public static let usualBirth = -1_100
  /// Half a year.
  public static let usualRest = 183

  /// The day of each event: a working day.
  public var days: [Day] {
    var day = start
    return events.map { event in
      day = day.adding(days: event.gap)
      day = WorkingCalendar.englandAndWales.firstWorkingDay(onOrAfter: day) ?? day
      return day
    }
  }

  /// The last observed day.
  public var end: Day { (days.last ?? start).adding(days: rest) }

  /// The example as a history in which everything that happened is recorded.
  public func history(named name: String, of procedure: Procedure) -> CaseHistory {
    history(named: name, of: procedure, on: days)
  }

  /// The same with each event on a day of its own choice, in time order.
  func history(named name: String, of procedure: Procedure, on days: [Day]) -> CaseHistory {
    let end = (days.last ?? start).adding(days: rest)
    var attributes: [AttributeEntry] = []
    var lines: [HistoryEvent] = []
    for (number, planned) in events.enumerated() {
      let stated = planned.attributes.sorted { $0.key < $1.key }
      lines.append(
        HistoryEvent(
          identifier: "e\(number + 1)", event: planned.event, wasDone: true, children: 1, time: number, end: number,
          minute: -1, firstAttribute: Int32(attributes.count), attributeCount: Int32(stated.count), isFree: false,
          cite: nil, place: nil))
      attributes += stated.map { AttributeEntry(attribute: $0.key, children: 1, value: $0.value) }
    }
    let birthDay = start.adding(days: birth)
    let isBorn = birthDay <= end
    return CaseHistory(
      name: name, title: "Example", procedure: procedure.name, profile: procedure.profile,
      children: [
        ChildRecord(name: "child", known: nil, born: isBorn ? days.count + 1 : nil, until: nil, startsIn: [])
      ],
      events: lines, attributes: attributes,
      completeness: procedure.vocabulary.events.indices.map { Completeness(event: $0, children: 1, from: nil, until: nil) },
      observedUntil: days.count, times: CaseTimes(exact: days + [end] + (isBorn ? [birthDay] : [])))
  }
}
