import Conditions
import Procedures

/// What a condition asks of the days of earlier events, and of nothing else; all that it asks besides counts as met.
indirect enum TimedCondition {
  case possible
  case never
  case all([TimedCondition])
  case any([TimedCondition])
  /// That an expression which looks at earlier events is true, or is not.
  case asked(Expression, of: OccurrenceReference, being: Bool)

  /// The earlier events that it looks at.
  var references: [OccurrenceReference] {
    switch self {
    case .possible, .never: []
    case .all(let parts), .any(let parts): parts.flatMap(\.references)
    case .asked(_, let reference, _): [reference]
    }
  }
}

extension TimedCondition {
  /// Reads a checked condition that is to hold, or is not to.
  init(_ condition: Expression, being wanted: Bool = true) {
    switch condition {
    case .constant(.truth(let truth)): self = truth == wanted ? .possible : .never
    case .not(let inner): self.init(inner, being: !wanted)
    case .and(let a, let b):
      let parts = [TimedCondition(a, being: wanted), TimedCondition(b, being: wanted)]
      self = wanted ? .joined(parts) : .either(parts)
    case .or(let a, let b):
      let parts = [TimedCondition(a, being: wanted), TimedCondition(b, being: wanted)]
      self = wanted ? .either(parts) : .joined(parts)
    case .choose(let condition, let then, let otherwise):
      self = .either([
        .joined([TimedCondition(condition), TimedCondition(then, being: wanted)]),
        .joined([TimedCondition(condition, being: false), TimedCondition(otherwise, being: wanted)]),
      ])
    case .compare(let comparison, .call(.count, let lists), .constant(.number(let number))):
      self = TimedCondition.counting(lists, comparison, number, wanted)
    default:
      guard condition.isOfDaysAlone, let reference = OccurrenceReference(of: condition) else {
        self = .possible
        return
      }
      self = .asked(condition, of: reference, being: wanted)
    }
  }

  /// A number of events compared with another: at most whether there is one at all is asked.
  private static func counting(
    _ lists: [Expression], _ comparison: Comparison, _ number: NumberRange, _ wanted: Bool
  ) -> TimedCondition {
    guard let number = number.exact?.whole else { return .possible }
    let isOneAtLeast: Bool? =
      switch (comparison, number) {
      case (.greater, 0...), (.greaterOrEqual, 1...), (.equal, 1...), (.notEqual, 0): true
      case (.equal, 0), (.less, 1), (.lessOrEqual, 0): false
      default: nil
      }
    guard let isOneAtLeast else { return .possible }
    // That there are fewer than three says nothing of whether there is one.
    let isExact =
      !isOneAtLeast || comparison == .notEqual || (comparison, number) == (.greater, 0)
      || (comparison, number) == (.greaterOrEqual, 1)
    guard wanted || isExact else { return .possible }
    return TimedCondition(.call(.occurred, lists), being: isOneAtLeast == wanted)
  }

  static func joined(_ parts: [TimedCondition]) -> TimedCondition {
    let asked = parts.filter { if case .possible = $0 { false } else { true } }
    return asked.isEmpty ? .possible : .all(asked)
  }

  static func either(_ parts: [TimedCondition]) -> TimedCondition {
    parts.contains { if case .possible = $0 { true } else { false } } ? .possible : .any(parts)
  }
}

extension Expression {
  /// Whether nothing in it makes earlier days less likely to fit than later ones but the days between events, and more
  /// events never make it fit where one does not.
  fileprivate var isOfDaysAlone: Bool {
    var isSo = true
    visit {
      switch $0 {
      case .constant(.date), .constant(.exact), .constant(.list): isSo = false
      case .constant, .this, .thisHappened, .trigger, .triggerHappened, .each, .parameter, .attribute, .happened,
        .itemAttribute, .itemHappened, .item, .state, .fact, .compare, .within, .anyOf, .arithmetic, .negative, .not, .and,
        .or, .filter, .some, .every, .occurrences, .list:
        break
      case .call(let function, _):
        switch function {
        case .known, .occurred, .latest, .since, .ever, .workingDaysBetween, .addWorkingDays, .listContains: break
        default: isSo = false
        }
      default: isSo = false
      }
    }
    return isSo
  }
}
