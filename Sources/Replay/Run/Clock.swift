import CivilTime
import Conditions
import Procedures

/// An open clock of one rule for one child.
struct Clock {
  let rule: RuleIndex
  let child: Int
  let episode: Int
  /// The member of `each`; -1 without.
  let member: Int
  let opening: TimeReference
  /// The event that opened it, or revealed that it had opened; -1 for none.
  let openingEvent: Int
  /// The event whose attributes `trigger` reads; -1 for none.
  let trigger: Int
  /// The step in which it opened: what happens in the same step never meets it.
  let step: Int
  /// The time of day at which it opened, in minutes; -1 where none is given.
  let minute: Int
  /// The first interval of a cadence.
  var isFirst = false
  /// Which leaves of the pattern have been seen.
  var seen: UInt64 = 0
  /// Whether something unrecorded may have fulfilled or excepted it, or may mean that it never opened.
  var isDoubtful = false
  /// Whether the state it rests on is itself only possible.
  var isUncertain = false
  /// The clock whose being overdue opened this one; -1 for none.
  var parent = -1
  /// The next open clock of the same rule and child; -1 at the end.
  var next = -1
  /// What few clocks have; `nil` for a plain clock.
  var extras: ClockExtras?
}

/// What few clocks have.
final class ClockExtras {
  /// The length, where the rule works it out from the case.
  var length: DurationRange?
  /// The date that the trigger carries, for a limit counted back from it.
  var date: DateValue?
  /// What the record does not say and the verdict may hang on.
  var missing: [MissingValue] = []
  var extensions: [AppliedExtension] = []
  /// For a fixed cadence: everything that may fill a slot.
  var fulfilments: [SlotFulfilment] = []
}

extension Clock {
  /// The extras, made where there are none yet; only for a clock that is open.
  mutating func more() -> ClockExtras {
    if let extras { return extras }
    let made = ClockExtras()
    extras = made
    return made
  }

  var missing: [MissingValue] { extras?.missing ?? [] }
  var extensions: [AppliedExtension] { extras?.extensions ?? [] }
  var fulfilments: [SlotFulfilment] { extras?.fulfilments ?? [] }
}

/// An event that lengthens a clock.
struct AppliedExtension {
  enum End {
    case by(DurationRange)
    case to(DateValue)
  }

  let time: TimeReference
  let end: End
  let event: Int
}

/// An event that may fill a slot of a fixed cadence.
struct SlotFulfilment {
  let time: TimeReference
  let event: Int
  /// False where the record does not say whether it fits.
  let isKnown: Bool
}

/// What ends a clock.
struct ClockEnding {
  let kind: Judgement.Ending
  let time: TimeReference
  /// -1 for none.
  let event: Int
  /// The time of day in minutes; -1 where none is given.
  let minute: Int
}
