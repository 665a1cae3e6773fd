public import CivilTime
public import Conditions
public import Diagnostics

/// One demand of the procedure, with the sentence that says it and the source that makes it.
public struct Rule: Sendable {
  public let name: String
  public let workflow: WorkflowIndex
  /// `workflow.rule`, which is unique in the procedure.
  public let fullName: String
  /// What the rule demands, in one plain sentence.
  public let says: String
  public let citation: Citation
  /// The days on which the rule applies.
  public let inForce: ForcePeriod
  /// The kind of finding a breach is told as.
  public let finds: FindingKind
  /// One clock or check per member of a set, where the rule has `each`.
  public let each: EachMember?
  public let form: RuleForm
  /// Whether a profile added or replaced it.
  public let isFromProfile: Bool
  public let place: Place

  public init(
    name: String, workflow: WorkflowIndex, fullName: String, says: String, citation: Citation, inForce: ForcePeriod,
    finds: FindingKind, each: EachMember?, form: RuleForm, isFromProfile: Bool, place: Place
  ) {
    self.name = name
    self.workflow = workflow
    self.fullName = fullName
    self.says = says
    self.citation = citation
    self.inForce = inForce
    self.finds = finds
    self.each = each
    self.form = form
    self.isFromProfile = isFromProfile
    self.place = place
  }
}

/// From the first day, through the last, both included; `nil` is open.
public struct ForcePeriod: Sendable, Hashable {
  public let from: Day?
  public let through: Day?

  public static let always = ForcePeriod(from: nil, through: nil)

  public init(from: Day?, through: Day?) {
    self.from = from
    self.through = through
  }

  @inlinable public func contains(_ day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (through.map { day <= $0 } ?? true)
  }

  /// The days in both periods; `nil` where there is none.
  public func common(with other: ForcePeriod) -> ForcePeriod? {
    let common = ForcePeriod(
      from: [from, other.from].compactMap(\.self).max(), through: [through, other.through].compactMap(\.self).min())
    if let first = common.from, let last = common.through, last < first { return nil }
    return common
  }
}

/// `each: NAME in SET`.
public struct EachMember: Sendable {
  public let name: String
  public let over: Condition
  /// The closed list that the members are words of.
  public let choice: ChoiceType

  public init(name: String, over: Condition, choice: ChoiceType) {
    self.name = name
    self.over = over
    self.choice = choice
  }
}

public enum RuleForm: Sendable {
  case deadline(Deadline)
  case cadence(Cadence)
  case check(Check)
  case invariant(Invariant)
}

/// A length of time: written out, a parameter's, or worked out from the case.
public enum LimitLength: Sendable {
  case literal(Period)
  case parameter(ParameterIndex)
  case expression(Condition)
}

/// `within D of TRIGGER expect PATTERN`, or `ahead D of DATE expect PATTERN`.
public struct Deadline: Sendable {
  public enum Limit: Sendable {
    case within(LimitLength)
    /// Due that long before the date the trigger carries; `orWithin` of the day it became known where that is too late.
    case ahead(LimitLength, orWithin: LimitLength?)
  }

  public let limit: Limit
  public let trigger: Trigger
  public let expect: Pattern
  /// States in which the clock runs; it lapses when they are left on or before the due date.
  public let during: Condition?
  public let unless: Pattern?
  /// Whether the trigger opens a clock at all.
  public let when: Condition?
  public let counting: Counting
  public let extended: Extension?

  public init(
    limit: Limit, trigger: Trigger, expect: Pattern, during: Condition?, unless: Pattern?, when: Condition?,
    counting: Counting, extended: Extension?
  ) {
    self.limit = limit
    self.trigger = trigger
    self.expect = expect
    self.during = during
    self.unless = unless
    self.when = when
    self.counting = counting
    self.extended = extended
  }
}

/// What lengthens a deadline.
public struct Extension: Sendable {
  public enum End: Sendable {
    /// Longer by this much than the due date then standing.
    case by(LimitLength)
    /// To a date that the extending event carries.
    case to(AttributeIndex)
  }

  public let pattern: Pattern
  public let end: End
  /// How often it may be extended; `nil` is without limit.
  public let atMost: Int?

  public init(pattern: Pattern, end: End, atMost: Int?) {
    self.pattern = pattern
    self.end = end
    self.atMost = atMost
  }
}

/// `every D while STATE expect PATTERN`.
public struct Cadence: Sendable {
  public enum Grid: Sendable, Hashable {
    /// Each interval opens at the last fulfilment.
    case fromLastFulfilment
    /// One slot per D from entry, whatever happened in the slot before.
    case fixedFromEntry
  }

  public let every: LimitLength
  /// The length of the first interval, where it differs.
  public let first: LimitLength?
  public let during: Condition
  public let expect: Pattern
  public let unless: Pattern?
  public let when: Condition?
  public let grid: Grid
  public let counting: Counting

  public init(
    every: LimitLength, first: LimitLength?, during: Condition, expect: Pattern, unless: Pattern?, when: Condition?,
    grid: Grid, counting: Counting
  ) {
    self.every = every
    self.first = first
    self.during = during
    self.expect = expect
    self.unless = unless
    self.when = when
    self.grid = grid
    self.counting = counting
  }
}

/// `at PATTERN require CONDITION`.
public struct Check: Sendable {
  public let at: Pattern
  public let require: Condition
  public let when: Condition?
  public let during: Condition?

  public init(at: Pattern, require: Condition, when: Condition?, during: Condition?) {
    self.at = at
    self.require = require
    self.when = when
    self.during = during
  }
}

/// `while CONDITION require CONDITION`, for longer than a while where it says so.
public struct Invariant: Sendable {
  public let during: Condition
  public let require: Condition
  public let longerThan: LimitLength?

  public init(during: Condition, require: Condition, longerThan: LimitLength?) {
    self.during = during
    self.require = require
    self.longerThan = longerThan
  }
}
