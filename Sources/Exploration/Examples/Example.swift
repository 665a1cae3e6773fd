public import CivilTime
import Conditions
public import Histories
public import Procedures

/// A made-up case of one child, who may have a sibling, that shows what a procedure allows: dated events, then a time in which nothing happens.
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

  /// Whether anything is recorded of a sibling, who else is not known.
  public var hasSibling: Bool { events.contains(where: \.isOfSibling) }

  /// The days of birth of the child and of the sibling, if there is one.
  var births: [Day] {
    [start.adding(days: birth)] + (hasSibling ? [start.adding(days: Example.siblingBirth)] : [])
  }

  /// Of a child of six.
  private static let siblingBirth = -2_200

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
          identifier: "e\(number + 1)", event: planned.event, wasDone: true, children: planned.children, time: number,
          end: number,
          minute: -1, firstAttribute: Int32(attributes.count), attributeCount: Int32(stated.count), isFree: false,
          cite: nil, place: nil))
      attributes += stated.map { AttributeEntry(attribute: $0.key, children: planned.children, value: $0.value) }
    }
    // The times are those of the events, the end, and the births, also of a child who is still unborn then.
    let births = births
    let children = births.indices.map { number in
      ChildRecord(
        name: Example.names[number], known: nil, born: days.count + 1 + number, until: nil, startsIn: [])
    }
    let all: UInt64 = hasSibling ? 3 : 1
    return CaseHistory(
      name: name, title: "Example", procedure: procedure.name, profile: procedure.profile, children: children,
      events: lines, attributes: attributes,
      completeness: procedure.vocabulary.events.indices.map {
        Completeness(event: $0, children: all, from: nil, until: nil)
      },
      observedUntil: days.count, times: CaseTimes(exact: days + [end] + births))
  }

  /// What the child and the sibling are called in a history.
  static let names = ["child", "sibling"]
}

extension PlannedEvent {
  /// The children it concerns, one bit each: the child's or the sibling's.
  fileprivate var children: UInt64 { isOfSibling ? 2 : 1 }
}
