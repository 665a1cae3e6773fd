import CivilTime
import Conditions
import Procedures

/// The plain figures of one rule, as they are read most often.
struct RuleFigures {
  let form: CompiledRule.Form
  let workflow: WorkflowIndex
  /// The length where it is the same on every day and for every case.
  let fixedLength: Period?
  /// The same for the first interval of a cadence.
  let fixedFirstLength: Period?
  let counting: Counting
  let isAhead: Bool
  let isAlwaysInForce: Bool
  /// One leaf of its pattern is always enough.
  let isSimple: Bool
  let unit: Period.Unit
}

/// One rule as the replay uses it.
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
  let each: CompiledSet?
  let unless: CompiledPattern?
  let extended: CompiledPattern?
  let extensionEnd: Extension.End?
  let extensionLimit: Int
  let length: LimitLength?
  let firstLength: LimitLength?
  let orWithin: LimitLength?
  /// The limit counts back from a date that the trigger carries.
  let isAhead: Bool
  let counting: Counting

  /// The length where it is the same on every day and for every case.
  let fixedLength: Period?
  /// The same for the first interval of a cadence.
  let fixedFirstLength: Period?

  init(_ rule: Rule, in procedure: Procedure) {
    workflow = rule.workflow
    inForce = rule.inForce
    each = rule.each.map { CompiledSet($0.over, in: procedure) }
    switch rule.form {
    case .deadline(let deadline):
      form = .deadline
      expect = CompiledPattern(deadline.expect)
      during = deadline.during.map(CompiledCondition.init)
      when = deadline.when.map(CompiledCondition.init)
      unless = deadline.unless.map(CompiledPattern.init)
      extended = deadline.extended.map { CompiledPattern($0.pattern) }
      extensionEnd = deadline.extended?.end
      extensionLimit = deadline.extended?.atMost ?? .max
      counting = deadline.counting
      switch deadline.limit {
      case .within(let length): (self.length, orWithin, isAhead) = (length, nil, false)
      case .ahead(let length, let orWithin): (self.length, self.orWithin, isAhead) = (length, orWithin, true)
      }
      (require, firstLength) = (nil, nil)
    case .cadence(let cadence):
      form = cadence.grid == .fixedFromEntry ? .slots : .cadence
      expect = CompiledPattern(cadence.expect)
      during = CompiledCondition(cadence.during)
      when = cadence.when.map(CompiledCondition.init)
      unless = cadence.unless.map(CompiledPattern.init)
      counting = cadence.counting
      (length, firstLength, orWithin, isAhead) = (cadence.every, cadence.first, nil, false)
      (require, extended, extensionEnd, extensionLimit) = (nil, nil, nil, 0)
    case .check(let check):
      form = .check
      expect = CompiledPattern(check.at)
      during = check.during.map(CompiledCondition.init)
      when = check.when.map(CompiledCondition.init)
      require = CompiledCondition(check.require)
      counting = .exclusive
      (unless, length, firstLength, orWithin, isAhead) = (nil, nil, nil, nil, false)
      (extended, extensionEnd, extensionLimit) = (nil, nil, 0)
    case .invariant(let invariant):
      form = .invariant
      expect = CompiledPattern(.any([]))
      during = CompiledCondition(invariant.during)
      require = CompiledCondition(invariant.require)
      length = invariant.longerThan
      counting = .exclusive
      (when, unless, firstLength, orWithin, isAhead) = (nil, nil, nil, nil, false)
      (extended, extensionEnd, extensionLimit) = (nil, nil, 0)
    }
    fixedLength = length?.fixed(in: procedure)
    fixedFirstLength = firstLength?.fixed(in: procedure)
  }
}

extension LimitLength {
  /// The length where it is written out, or is a parameter with one exact value for all time.
  fileprivate func fixed(in procedure: Procedure) -> Period? {
    switch self {
    case .literal(let period): return period
    case .parameter(let parameter):
      let values = procedure.parameters[parameter].values
      guard values.count == 1, values[0].from == nil, case .duration(let range) = values[0].value else { return nil }
      return range.exact
    case .expression: return nil
    }
  }
}

/// The set that `each` runs over.
enum CompiledSet {
  /// The same words on every day and for every case, in order.
  case fixed([Int])
  /// `this.attribute`.
  case this(AttributeIndex)
  case evaluated(Condition)

  init(_ condition: Condition, in procedure: Procedure) {
    switch condition.expression {
    case .parameter(let parameter):
      let values = procedure.parameters[parameter].values
      if values.count == 1, values[0].from == nil, case .set(let set) = values[0].value {
        self = .fixed(set.inside.places)
      } else {
        self = .evaluated(condition)
      }
    case .this(let attribute): self = .this(attribute)
    default: self = .evaluated(condition)
    }
  }
}

extension UInt128 {
  /// The places of the bits that are set, lowest first.
  var places: [Int] {
    var rest = self
    var places: [Int] = []
    while rest != 0 {
      places.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return places
  }
}
