import CivilTime
import Histories

extension CaseHistory {
  /// How far an edit moves its event; `nil` where it moves none.
  func distance(of edit: HistoryEdit, in unit: Period.Unit) -> ChangeDistance? {
    guard case .move(let event, let time) = edit else { return nil }
    return distance(from: event, to: time, in: unit)
  }

  /// How far a time is after an event, in days or working days.
  func distance(from event: Int, to time: EditedTime, in unit: Period.Unit) -> ChangeDistance {
    let point = events[event].time
    let (from, to) = (times.spans[point], span(of: time))
    let days: (least: Int, most: Int)
    switch time {
    case .day: days = (to.earliest.days(since: from.latest), to.latest.days(since: from.earliest))
    case .after(let base, let later):
      let between = times.days(from: point, to: events[base].time)
      days = (between.least + later, between.most + later)
    }
    guard unit == .workingDay else { return ChangeDistance(least: days.least, most: days.most, unit: .day) }
    let calendar = WorkingCalendar.englandAndWales
    if case .day(let day) = time, let least = calendar.workingDays(after: from.latest, through: day),
      let most = calendar.workingDays(after: from.earliest, through: day)
    {
      return ChangeDistance(least: least, most: most, unit: .workingDay)
    }
    return ChangeDistance(least: days.least, most: days.most, unit: .day)
  }
}
