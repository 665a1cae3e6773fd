import CivilTime
import Conditions
import Procedures

/// An open clock of one rule for one child.
struct Clock: BitwiseCopyable {
  private let ruleNumber: Int32
  private let episodeNumber: Int32
  private let openingNumber: Int32
  private let triggerNumber: Int32
  private let stepNumber: Int32
  private let childNumber: Int16
  private let memberNumber: Int16
  private let minuteNumber: Int16
  /// The first interval of a cadence.
  var isFirst = false
  /// A part of a first interval, which may also be one of the later ones.
  var mayBeFirst = false
  /// Whether the record leaves open that it opened at all.
  var isOpeningDoubtful = false
  /// Whether the state it rests on is itself only possible.
  var isUncertain = false
  /// Whether the rules that wait for it to be overdue have opened.
  var hasEscalated = false
  let opening: TimeReference
  /// Which leaves of the pattern have been seen.
  var seen: UInt64 = 0
  /// Which leaves had been seen before the step in which one was last seen.
  var seenBefore: UInt64 = 0
  private var heardNumber: Int32 = -1
  private var parentNumber: Int32 = -1
  private var orderNumber: Int32 = 0
  /// The next open clock of the same rule and child; -1 at the end.
  var next: Int32 = -1
  /// What few clocks have, kept on the run's shelf; `nil` for a plain clock.
  fileprivate var shelved: Unmanaged<ClockExtras>?

  init(
    rule: RuleIndex, child: Int, episode: Int, member: Int, opening: TimeReference, openingEvent: Int, trigger: Int,
    step: Int, minute: Int
  ) {
    ruleNumber = Int32(truncatingIfNeeded: rule)
    childNumber = Int16(truncatingIfNeeded: child)
    episodeNumber = Int32(truncatingIfNeeded: episode)
    memberNumber = Int16(truncatingIfNeeded: member)
    self.opening = opening
    openingNumber = Int32(truncatingIfNeeded: openingEvent)
    triggerNumber = Int32(truncatingIfNeeded: trigger)
    stepNumber = Int32(truncatingIfNeeded: step)
    minuteNumber = Int16(truncatingIfNeeded: minute)
  }

  var rule: RuleIndex { Int(ruleNumber) }
  var child: Int { Int(childNumber) }
  var episode: Int { Int(episodeNumber) }
  /// The member of `each`; -1 without.
  var member: Int { Int(memberNumber) }
  /// The event that opened it, or revealed that it had opened; -1 for none.
  var openingEvent: Int { Int(openingNumber) }
  /// The event whose attributes `trigger` reads; -1 for none.
  var trigger: Int { Int(triggerNumber) }
  /// The step in which it opened: what happens in the same step never meets it.
  var step: Int { Int(stepNumber) }
  /// The time of day at which it opened, in minutes; -1 where none is given.
  var minute: Int { Int(minuteNumber) }

  /// The step in which a leaf was last seen.
  var heardAt: Int {
    get { Int(heardNumber) }
    set { heardNumber = Int32(truncatingIfNeeded: newValue) }
  }

  /// The clock whose being overdue opened this one; -1 for none.
  var parent: Int {
    get { Int(parentNumber) }
    set { parentNumber = Int32(truncatingIfNeeded: newValue) }
  }

  /// How many events had been followed before it opened, in order of work.
  var order: Int {
    get { Int(orderNumber) }
    set { orderNumber = Int32(truncatingIfNeeded: newValue) }
  }
}

/// What few clocks have.
final class ClockExtras {
  /// The length, where the rule works it out from the case.
  @exclusivity(unchecked) var length: DurationRange?
  /// The date that the trigger carries, for a limit counted back from it.
  @exclusivity(unchecked) var date: DateValue?
  /// What the record does not say and the verdict may hang on.
  @exclusivity(unchecked) var missing: [MissingValue] = []
  /// What may have fulfilled, excepted or lengthened it, though the record does not say.
  @exclusivity(unchecked) var doubts: [ClockDoubt] = []
  /// The date that it hangs on is not recorded.
  @exclusivity(unchecked) var isUndated = false
  /// Later events that carried its date anew.
  @exclusivity(unchecked) var redating: [Int] = []
  @exclusivity(unchecked) var extensions: [AppliedExtension] = []
  /// For a fixed cadence: everything that may fill a slot.
  @exclusivity(unchecked) var fulfilments: [SlotFulfilment] = []

  /// Whether nothing in them is about anything but its length, and whether it opened.
  var saysNothingOfEnding: Bool {
    date == nil && !isUndated && doubts.isEmpty && redating.isEmpty && extensions.isEmpty && fulfilments.isEmpty
  }

  fileprivate func forget() {
    (length, date, isUndated) = (nil, nil, false)
    if !missing.isEmpty { missing.removeAll(keepingCapacity: true) }
    if !doubts.isEmpty { doubts.removeAll(keepingCapacity: true) }
    if !redating.isEmpty { redating.removeAll(keepingCapacity: true) }
    if !extensions.isEmpty { extensions.removeAll(keepingCapacity: true) }
    if !fulfilments.isEmpty { fulfilments.removeAll(keepingCapacity: true) }
  }
}

/// The extras of the clocks of one case, which the next case uses again.
struct ExtrasShelf: ~Copyable {
  private var shelf: [ClockExtras] = []
  private var used = 0

  mutating func forget() { used = 0 }

  fileprivate mutating func next() -> ClockExtras {
    if used == shelf.count { shelf.append(ClockExtras()) } else { shelf[used].forget() }
    used += 1
    return shelf[used - 1]
  }
}

extension Clock {
  var extras: ClockExtras? { shelved?.takeUnretainedValue() }

  var isPlain: Bool { shelved == nil }

  /// A copy that nothing later changes.
  func asItStands(_ shelf: inout ExtrasShelf) -> Clock {
    guard let extras else { return self }
    var copy = self
    copy.shelved = nil
    let kept = copy.more(&shelf)
    kept.length = extras.length
    kept.date = extras.date
    kept.isUndated = extras.isUndated
    kept.extensions = extras.extensions
    return copy
  }

  /// The extras, made where there are none yet; only for a clock that is open.
  @discardableResult
  mutating func more(_ shelf: inout ExtrasShelf) -> ClockExtras {
    if let extras { return extras }
    let made = shelf.next()
    shelved = Unmanaged.passUnretained(made)
    return made
  }

  /// Whether its length is known, so that it has a due date.
  var isDatable: Bool { extras?.isUndated != true }

  var doubts: [ClockDoubt] { extras?.doubts ?? [] }
  var missing: [MissingValue] { extras?.missing ?? [] }
  var extensions: [AppliedExtension] { extras?.extensions ?? [] }
  var fulfilments: [SlotFulfilment] { extras?.fulfilments ?? [] }
}

/// What the record leaves open about a clock, and when.
struct ClockDoubt {
  enum Kind {
    /// It may have been fulfilled.
    case fulfilment
    /// What the rule excepts may have happened, or the limit may have been lengthened.
    case exception
  }

  let kind: Kind
  let time: TimeReference
  /// Whether some dating decides it, and nothing is missing.
  let isOfDates: Bool
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
  enum Standing {
    case known
    /// Under some dating it fits what is waited for, and under another it does not.
    case possible
    /// The record does not say whether it fits.
    case unknown
  }

  let time: TimeReference
  let event: Int
  let standing: Standing
}

/// What ends a clock.
struct ClockEnding: BitwiseCopyable {
  let kind: Judgement.Ending
  let time: TimeReference
  /// -1 for none.
  let event: Int
  /// The time of day in minutes; -1 where none is given.
  let minute: Int
}
