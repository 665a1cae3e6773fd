import CivilTime
import Conditions
import Procedures
import Replay

/// An open clock, with all that has happened to it.
struct ReferenceClock {
  let number: Int
  let rule: RuleIndex
  let child: Int
  let episode: Int
  let member: Int?
  /// May be set anew, to weigh a stretch of the clock instead of the whole.
  var opening: ReferenceTime
  let openingEvent: Int?
  let trigger: Int?
  /// The time of day at which it opened.
  var minute: Int?
  /// How many events of the child had been followed when it opened.
  let followedBefore: Int
  /// The length and the fall-back, where the rule works them out from the case; a length that is unknown is `.unknown`.
  var length: Value = .null
  var otherLength: Value = .null
  /// The date that the trigger carries, for a limit counted back from it; `.unknown` where it is not recorded.
  var date: Value = .null
  /// The first interval of a cadence.
  var isFirst = false
  /// Only a stretch of the first interval, before which the step may have been done or not: the longer length holds.
  var isPart = false
  /// The leaves of `expect` that have been seen, by number.
  var seen: Set<Int> = []
  /// Those of them that had been seen before the occasion at hand.
  var seenBefore: Set<Int> = []
  var isOpen = true
  var isEscalated = false
  /// Whether the state it rests on hangs on something not recorded.
  var isUncertain = false
  var doubts: [ReferenceDoubt] = []
  var missing: [MissingValue] = []
  var extensions: [ReferenceExtension] = []
  /// What may fill a slot of a fixed cadence.
  var fulfilments: [(time: ReferenceTime, event: Int?, standing: ReferenceStanding)] = []
  /// The clock whose being overdue opened it.
  var parent: Int?
  /// Events its verdict rests on besides the opening and the closing one.
  var evidence: [Int] = []
}

/// How sure it is that something fills a slot, besides its time.
enum ReferenceStanding {
  case known
  /// Some dating makes it fit, and another does not.
  case possible
  /// The record does not say whether it fits.
  case unknown
}

/// Something not recorded that may have changed how the clock ends.
struct ReferenceDoubt {
  enum Kind {
    /// Whether it opened at all.
    case opening
    case fulfilment(ReferenceTime)
    case exception(ReferenceTime)
    case lengthening(ReferenceTime)
  }

  let kind: Kind
  /// Whether the record says it all, and the dates alone leave it open.
  var isOfDates = false
}

/// An event that lengthens a clock.
struct ReferenceExtension {
  enum End {
    case by(DurationRange)
    case to(DateValue)
  }

  let time: ReferenceTime
  let event: Int?
  let end: End
}

struct ReferenceEnding {
  let kind: Judgement.Ending
  let time: ReferenceTime
  let event: Int?
  /// The time of day.
  var minute: Int?
  /// The end of a stretch, of which the last day itself still belongs to it.
  var isLastDayIn = false
  /// What it is no later than under any dating, for a stretch that may reach beyond the clock's own end.
  var last: ReferenceTime?
}

/// Whose stretch: that of a rule, or of one member of its `each`.
struct ReferenceStretchKey: Hashable {
  let rule: RuleIndex
  let member: Int?
}

/// An unbroken stretch of an invariant.
struct ReferenceStretch {
  enum Condition {
    case held, broken, brokenPossibly, unknown
  }

  let condition: Condition
  let start: ReferenceTime
  let event: Int?
  let episode: Int
  var isUncertain: Bool
  let missing: [MissingValue]
}

/// A due moment, of which the latest may never come.
///
/// **Unit**: minutes since 1970-01-01 00:00; a limit in days is due in the last minute of its day.
struct ReferenceDue: Hashable {
  var leastMinute: Int?
  var mostMinute: Int?

  static let never = ReferenceDue(leastMinute: nil, mostMinute: nil)

  var least: Day? { leastMinute.map(ReferenceDue.day) }
  var most: Day? { mostMinute.map(ReferenceDue.day) }

  static func day(_ minute: Int) -> Day {
    Day(number: Int32((minute >= 0 ? minute : minute - 1439) / 1440))
  }

  static func endOf(_ day: Day) -> Int { Int(day.number) * 1440 + 1439 }
}
