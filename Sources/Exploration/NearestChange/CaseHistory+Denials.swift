import CivilTime
import Conditions
import Histories

extension CaseHistory {
  /// Whether an edit has an event be at a time for which an entry says that nothing of its kind was done for one of its
  /// children: by another time, by one event more, or by stating of an event what is denied.
  func denies(_ edit: HistoryEdit) -> Bool {
    switch edit {
    case .move(let event, let time):
      return denies(events[event].event, of: events[event].children, at: time, stated(of: event))
    case .add(let added, _): return denies(added.event, of: added.children, at: added.time, added.attributes)
    case .restate(let event, let children, let attributes):
      let (kind, now) = (events[event].event, EditedTime.after(event: event, days: 0))
      let (before, after) = (stated(of: event), stated(of: event).merging(attributes) { $1 })
      return denies(kind, of: children, at: now, after) && !denies(kind, of: children, at: now, before)
    case .confirm: return false
    }
  }

  private func stated(of event: Int) -> [AttributeIndex: Value] {
    Dictionary(attributes(of: events[event]).map { ($0.attribute, $0.value) }) { first, _ in first }
  }

  private func denies(
    _ event: Int, of children: UInt64, at time: EditedTime, _ stated: [AttributeIndex: Value]
  ) -> Bool {
    events.contains { entry in
      !entry.wasDone && entry.event == event && entry.children & children != 0 && covers(entry, time)
        && !attributes(of: entry).contains { $0.value.excludes(stated[$0.attribute]) }
    }
  }

  /// Whether a time lies within the stretch of which an entry speaks: for certain, or on the days that are thought likeliest.
  private func covers(_ entry: HistoryEvent, _ time: EditedTime) -> Bool {
    let day = span(of: time)
    let isCertain = times.spans[entry.time].latest <= day.earliest && times.spans[entry.end].earliest >= day.latest
    let likeliest: Day =
      switch time {
      case .day(let day): day
      case .after(let event, let days): times.nominal[events[event].time].adding(days: days)
      }
    return isCertain || times.nominal[entry.time] <= likeliest && likeliest <= times.nominal[entry.end]
  }
}

extension Value {
  /// Whether what is denied is something else than what is stated: another word, yes in place of no.
  fileprivate func excludes(_ stated: Value?) -> Bool {
    switch (self, stated) {
    case (.choice(let denied), .choice(let word)?): denied != word
    case (.truth(let denied), .truth(let truth)?): denied != truth
    default: false
    }
  }
}
