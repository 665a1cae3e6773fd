public import CivilTime
public import Conditions

/// How one clock, check or invariant ended.
public enum Verdict: UInt8, Sendable, CaseIterable, Hashable, BitwiseCopyable {
  /// A clock was fulfilled on or before its due date.
  case met
  /// A clock was fulfilled after its due date.
  case late
  /// A clock was past due and unfulfilled when it ended.
  case missed
  /// A clock stopped mattering on or before its due date.
  case lapsed
  /// A clock was not past due when observation ended.
  case running
  /// The record does not say.
  case notRecorded
  /// A check or invariant held.
  case held
  /// A check or invariant was broken.
  case broken

  /// Whether what was demanded was done, or held.
  public var isKept: Bool { self == .met || self == .held }

  /// Whether the verdict is told as a finding.
  public var isBreach: Bool { self == .late || self == .missed || self == .broken }
}

public enum Certainty: UInt8, Sendable, Hashable, BitwiseCopyable {
  /// Every dating that fits the history gives this verdict.
  case certain
  /// Some dating that fits the history gives it, and some other does not.
  case possible
}

/// How late a step was, from the least to the most that a fitting dating allows, in whole units of the rule.
public struct Lateness: Sendable, Hashable, BitwiseCopyable {
  public let least: Int
  public let most: Int
  public let unit: Period.Unit

  public init(least: Int, most: Int, unit: Period.Unit) {
    self.least = least
    self.most = most
    self.unit = unit
  }
}

/// One clock, check or unbroken stretch of an invariant, with its verdict and all that the verdict rests on.
public struct Judgement: Sendable, Hashable {
  public let rule: RuleIndex
  public let child: Int
  /// Which run of the rule's workflow it belongs to, from 1.
  public let episode: Int
  /// The member of the rule's `each`, as an index into its choice; `nil` without `each`.
  public let member: Int?
  public var verdict: Verdict
  public var certainty: Certainty
  /// When the clock opened, the check was made, or the stretch began.
  public let opened: Span
  /// The last day on time; `nil` for a check, and for an invariant without a limit.
  public let due: Span?
  /// When it was fulfilled, left, or ended; `nil` for a check.
  public var ended: Span?
  /// What ended the clock or stretch.
  public let ending: Ending
  /// For a breach of a clock; for what is still unfulfilled, the lateness so far.
  public var lateness: Lateness?
  /// For a gap: how many whole intervals went by without the step under every dating, at least 1.
  public var intervals: Int?
  /// The event that opened it, by its number in the history; `nil` where none did.
  public let openingEvent: Int?
  public let closingEvent: Int?
  /// Events the verdict rests on besides the one that opened and the one that closed, by number.
  public let furtherEvidence: [Int]
  /// What was not recorded, where the verdict hangs on it.
  public internal(set) var missing: [MissingValue]
  /// Tells apart several of one rule, child, opening event and member; from 1.
  public var ordinal: Int

  public enum Ending: UInt8, Sendable, CaseIterable, Hashable, BitwiseCopyable {
    case fulfilled
    /// The state in which the clock ran was left.
    case left
    /// What the rule excepts happened.
    case excepted
    /// The child's record or the observation ended.
    case observationEnded
    /// A check, which is made at once.
    case atOnce
    /// A slot of a fixed cadence went by.
    case slotPassed
    /// The stretch of an invariant ended.
    case restored
  }

  public init(
    rule: RuleIndex, child: Int, episode: Int, member: Int?, verdict: Verdict, certainty: Certainty, opened: Span,
    due: Span?, ended: Span?, ending: Ending, lateness: Lateness?, intervals: Int? = nil, openingEvent: Int?,
    closingEvent: Int?, furtherEvidence: [Int] = [], missing: [MissingValue] = [],
    ordinal: Int = 1
  ) {
    self.rule = rule
    self.child = child
    self.episode = episode
    self.member = member
    self.verdict = verdict
    self.certainty = certainty
    self.opened = opened
    self.due = due
    self.ended = ended
    self.ending = ending
    self.lateness = lateness
    self.intervals = intervals
    self.openingEvent = openingEvent
    self.closingEvent = closingEvent
    self.furtherEvidence = furtherEvidence
    self.missing = missing
    self.ordinal = ordinal
  }

  /// Every event the verdict rests on, by number, in file order.
  public var evidence: [Int] {
    Set([openingEvent, closingEvent].compactMap(\.self) + furtherEvidence).sorted()
  }
}

/// An event that a machine could only follow by passing over required steps, or could not follow at all.
public struct Departure: Sendable, Hashable {
  public enum Kind: UInt8, Sendable, Hashable {
    /// Required steps were jumped.
    case jumped
    /// No sequence of steps leads to the event: it is out of order.
    case outOfOrder
    /// Which of several ways was taken is not recorded.
    case undecided
  }

  public let kind: Kind
  public let child: Int
  public let workflow: WorkflowIndex
  public let episode: Int
  /// The revealing event, by number.
  public let event: Int
  /// The machine's last event before it, by number.
  public let since: Int?
  /// The jumped required transitions, in the order in which they should have come.
  public let jumped: [Int]
  /// Of `jumped`, those whose event the record shows was not done; the others are not recorded.
  public let shownNotDone: [Int]
  public let certainty: Certainty
  public let happened: Span
  public let missing: [MissingValue]

  public init(
    kind: Kind, child: Int, workflow: WorkflowIndex, episode: Int, event: Int, since: Int?, jumped: [Int],
    shownNotDone: [Int], certainty: Certainty, happened: Span, missing: [MissingValue]
  ) {
    self.kind = kind
    self.child = child
    self.workflow = workflow
    self.episode = episode
    self.event = event
    self.since = since
    self.jumped = jumped
    self.shownNotDone = shownNotDone
    self.certainty = certainty
    self.happened = happened
    self.missing = missing
  }
}

/// One unbroken stay of a child in a state of a workflow.
public struct Stay: Sendable, Hashable {
  public let child: Int
  public let state: StateReference
  public let episode: Int
  public let entered: Span
  /// `nil` while the child is still in it when observation ends.
  public let left: Span?
  public let enteringEvent: Int?
  public let leavingEvent: Int?

  public init(
    child: Int, state: StateReference, episode: Int, entered: Span, left: Span?, enteringEvent: Int?, leavingEvent: Int?
  ) {
    self.child = child
    self.state = state
    self.episode = episode
    self.entered = entered
    self.left = left
    self.enteringEvent = enteringEvent
    self.leavingEvent = leavingEvent
  }
}
