import CivilTime
import Conditions
import Procedures

/// One rule as the replay uses it where plain figures are not enough.
final class CompiledRule {
  enum Form: UInt8 {
    case deadline
    case cadence
    case slots
    case check
    case invariant
  }

  let form: Form
  let workflow: WorkflowIndex
  let inForce: ForcePeriod
  /// What fulfils the clock; what a check looks at.
  let expect: CompiledPattern
  let during: CompiledCondition?
  let when: CompiledCondition?
  /// What a check or an invariant requires.
  let require: CompiledCondition?
  let unless: CompiledPattern?
  let extended: CompiledPattern?
  let extensionEnd: Extension.End?
  let extensionLimit: Int
  let length: LimitLength?
  let firstLength: LimitLength?
  let chosenLength: ChosenLength?
  let chosenFirstLength: ChosenLength?
  let orWithin: LimitLength?
  /// The limit counts back from a date that the trigger carries.
  let isAhead: Bool
  let counting: Counting

  init(_ rule: Rule, _ program: inout ConditionProgram) {
    workflow = rule.workflow
    inForce = rule.inForce
    switch rule.form {
    case .deadline(let deadline):
      form = .deadline
      expect = CompiledPattern(deadline.expect, &program)
      during = program.compile(deadline.during)
      when = program.compile(deadline.when)
      unless = deadline.unless.map { CompiledPattern($0, &program) }
      extended = deadline.extended.map { CompiledPattern($0.pattern, &program) }
      extensionEnd = deadline.extended?.end
      extensionLimit = deadline.extended.map { $0.atMost ?? .max } ?? 0
      counting = deadline.counting
      switch deadline.limit {
      case .within(let length): (self.length, orWithin, isAhead) = (length, nil, false)
      case .ahead(let length, let orWithin): (self.length, self.orWithin, isAhead) = (length, orWithin, true)
      }
      (require, firstLength) = (nil, nil)
    case .cadence(let cadence):
      form = cadence.grid == .fixedFromEntry ? .slots : .cadence
      expect = CompiledPattern(cadence.expect, &program)
      during = program.compile(cadence.during)
      when = program.compile(cadence.when)
      unless = cadence.unless.map { CompiledPattern($0, &program) }
      counting = cadence.counting
      (length, firstLength, orWithin, isAhead) = (cadence.every, cadence.first, nil, false)
      (require, extended, extensionEnd, extensionLimit) = (nil, nil, nil, 0)
    case .check(let check):
      form = .check
      expect = CompiledPattern(check.at, &program)
      during = program.compile(check.during)
      when = program.compile(check.when)
      require = program.compile(check.require)
      counting = .exclusive
      (unless, length, firstLength, orWithin, isAhead) = (nil, nil, nil, nil, false)
      (extended, extensionEnd, extensionLimit) = (nil, nil, 0)
    case .invariant(let invariant):
      form = .invariant
      expect = CompiledPattern(.any([]), &program)
      during = program.compile(invariant.during)
      require = program.compile(invariant.require)
      length = invariant.longerThan
      counting = .exclusive
      (when, unless, firstLength, orWithin, isAhead) = (nil, nil, nil, nil, false)
      (extended, extensionEnd, extensionLimit) = (nil, nil, 0)
    }
    chosenLength = program.compile(length: length)
    chosenFirstLength = program.compile(length: firstLength)
  }
}

extension CompiledRule {
  /// The unit of the rule's length: of a parameter, that of its first value; days where it is worked out.
  func unit(in procedure: Procedure) -> Period.Unit {
    switch length {
    case .literal(let period): return period.unit
    case .parameter(let parameter):
      if case .duration(let range)? = procedure.parameters[parameter].values.first?.value { return range.least.unit }
      return .day
    case .expression, nil: return .day
    }
  }

  /// Whether some leaf of what it expects is fulfilled by being in a state.
  var expectsState: Bool {
    expect.leaves.contains { if case .entering = $0 { true } else { false } }
  }

  /// Whether its length, or that of its first interval, is worked out from the case.
  var worksOutLength: Bool { worksOutLaterLength || firstLength?.condition != nil }

  var worksOutLaterLength: Bool { length?.condition != nil }
}

extension LimitLength {
  /// The length where it is written out, or is a parameter with one exact value for all time.
  func fixed(in procedure: Procedure) -> Period? {
    switch self {
    case .literal(let period): return period
    case .parameter(let parameter):
      guard case .duration(let range)? = procedure.parameters[parameter].fixedValue else { return nil }
      return range.exact
    case .expression: return nil
    }
  }
}
