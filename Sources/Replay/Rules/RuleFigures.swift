import CivilTime
import Conditions
import Procedures

/// What the replay reads of a rule at every step, as plain figures.
struct RuleFigures: BitwiseCopyable {
  let form: CompiledRule.Form
  let workflow: WorkflowIndex
  let during: CompiledCondition?
  let when: CompiledCondition?
  /// Whether a clock that the last event of a child's record opens runs on after it.
  var outlivesRecord: Bool { form == .deadline && during == nil }
  /// What a check or an invariant requires.
  let require: CompiledCondition?
  let each: CompiledSet?
  /// Whether what it requires can be answered for all members of its set at once.
  let requiresTogether: Bool
  /// The length where it is the same on every day and for every case.
  let fixedLength: Period?
  /// The same for the first interval of a cadence.
  let fixedFirstLength: Period?
  let hasFirstLength: Bool
  /// Whether its length, or that of its first interval, is worked out from the case when a clock opens.
  let worksOutLength: Bool
  /// Whether the length of every interval but perhaps the first is worked out.
  let worksOutLaterLength: Bool
  /// The length, and that of the first interval, where it is one of two that a condition chooses between.
  let chosenLength: ChosenLength?
  let chosenFirstLength: ChosenLength?
  let unit: Period.Unit
  let counting: Counting
  let isAhead: Bool
  /// Whether its clocks hang on a date that an event carries.
  let opensOnDate: Bool
  let inForce: ForceDays
  /// One leaf of its pattern is always enough.
  let isSimple: Bool
  /// Whether no two of its judgements can share an identifier: a check that is made at events alone, once at each.
  let isJudgedOnce: Bool
  /// Whether some leaf of its pattern is fulfilled by being in a state.
  let expectsState: Bool
  /// How often its limit may be lengthened: 0 where it may not.
  let extensionLimit: Int
  /// Whether other rules wait for its clocks to be overdue.
  let isWatched: Bool
  /// The one workflow that its `while` asks about, where it asks about states of one only; -1 otherwise.
  let duringWorkflow: WorkflowIndex
  /// Among `ReplayTables.namedWorkflows`: the workflows whose states it names.
  let workflowsNamed: Places
  /// Among `ReplayTables.eventsBehind`: the events on whose silence its pattern rests.
  let eventsBehind: Places
}

/// `if condition then length else other`, of which either length may be one that only the evaluator knows.
struct ChosenLength: BitwiseCopyable {
  enum Length: BitwiseCopyable {
    case fixed(Period)
    /// `latest(event).attribute`.
    case ofLatest(Int32, OccurrenceReach, attribute: Int32)
    case evaluated
  }

  let condition: CompiledCondition
  let first: Length
  let second: Length
}

/// The days on which a rule applies, both ends included.
struct ForceDays: BitwiseCopyable {
  let first: Day
  let last: Day

  init(_ period: ForcePeriod) {
    first = period.from ?? .earliest
    last = period.through ?? .latest
  }

  var isAlways: Bool { first == .earliest && last == .latest }

  func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// Whether some day of a range is among them.
  func meets(_ days: DayRange) -> Bool { first <= days.most && days.least <= last }
}
