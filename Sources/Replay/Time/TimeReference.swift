import CivilTime
import Histories

/// When an opening or ending was, as something that can be dated together with other times of the case.
enum TimeReference: Hashable, BitwiseCopyable {
  /// The time of an event, or another time point of the history.
  case point(TimePoint)
  /// Some time from one time point to another, such as that of a step which was passed over.
  case between(TimePoint, TimePoint)
  /// A date that depends on nothing else.
  case date(earliest: Day, latest: Day)
  /// Worked out from another clock or time, by number in the run.
  case derived(Int)

  var isDerived: Bool {
    if case .derived = self { true } else { false }
  }
}

/// A time that follows from another.
struct DerivedTime {
  enum Step {
    case later(by: Period)
    /// The day after the due date of a clock, as it stood when it was overdue.
    case dayAfterDue(Clock)
  }

  let base: TimeReference
  let step: Step
  /// The time that all steps start from, which follows from no other.
  let root: TimeReference
  /// Whether it is one day when its root is one: every step is so much later.
  let isOneDay: Bool
  /// By days of its root: the day that it has then, once it was asked, for chains of signals are long.
  var answered: [Day: Day] = [:]
  /// By days of its root: every day that it may have then, where it may have several.
  var answeredDays: [Day: [Day]] = [:]
  /// By ranges of its root: the range that it has then, where it may have several days.
  var answeredRanges: [DayRange: DayRange] = [:]
}

/// The least and the most of a day, both included.
struct DayRange: Hashable, BitwiseCopyable {
  var least: Day
  var most: Day

  init(_ least: Day, _ most: Day) {
    self.least = least
    self.most = most
  }

  init(_ day: Day) { self.init(day, day) }

  mutating func widen(to other: DayRange) {
    least = min(least, other.least)
    most = max(most, other.most)
  }

  var span: Span { Span(earliest: least, latest: most) ?? Span(least) }

  /// The same, where the range has an end.
  var spanWithEnd: Span? { most == .latest ? nil : span }
}
