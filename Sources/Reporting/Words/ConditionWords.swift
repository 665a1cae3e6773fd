import Conditions
import Procedures

/// Tells conditions of a procedure in words, as far as there are words for them.
struct ConditionWords {
  private let reported: ReportedCase
  /// The members of the rule's `each` that are spoken of.
  private let members: [String]

  init(_ reported: ReportedCase, members: [String] = []) {
    self.reported = reported
    self.members = members
  }

  /// What a condition asks of an event, to stand behind "with"; `nil` where there are no words for it.
  func demand(_ expression: Expression, on events: [EventIndex]) -> String? {
    switch expression {
    // Whether something is known and whether it is so is one demand.
    case .and(.call(.known, let asked), let demanded) where asked == [demanded] && demanded.ownAttribute != nil:
      return demand(demanded, on: events)
    case .and(let a, let b):
      guard let first = demand(a, on: events), let second = demand(b, on: events) else { return nil }
      return "\(a.isAlternative ? "either \(first)" : first) and \(b.isAlternative ? "either \(second)" : second)"
    case .or(let a, let b):
      guard let first = demand(a, on: events), let second = demand(b, on: events) else { return nil }
      return "\(first) or \(second)"
    case .compare(let comparison, let left, let right): return demand(comparison, left, right, events)
    case .this, .itemAttribute: return expression.ownAttribute.map { "\(quoted($0)) yes" }
    case .not(let inner): return opposite(of: inner, on: events)
    case .call(.known, let asked): return asked.first.flatMap(recorded).map { "\($0) recorded" }
    case .call(.listContains, let asked): return among(asked, "among", on: events)
    case .anyOf(let left, let choices):
      guard let attribute = left.ownAttribute else { return nil }
      let words = choices.compactMap { value($0, of: attribute, on: events) }
      return words.count == choices.count ? "\(quoted(attribute)) \(words.joinedInWords("or"))" : nil
    default: return nil
    }
  }

  private func opposite(of expression: Expression, on events: [EventIndex]) -> String? {
    if case .call(.known, let asked) = expression { return asked.first.flatMap(recorded).map { "\($0) not recorded" } }
    if case .call(.listContains, let asked) = expression { return among(asked, "not among", on: events) }
    return expression.ownAttribute.map { "\(quoted($0)) no" }
  }

  private func among(_ asked: [Expression], _ words: String, on events: [EventIndex]) -> String? {
    guard asked.count == 2, let attribute = asked[0].ownAttribute, let value = value(asked[1], of: attribute, on: events) else {
      return nil
    }
    return "\(value) \(words) \(quoted(attribute))"
  }

  /// An attribute of the event at hand, or of what set the clock running.
  private func recorded(_ expression: Expression) -> String? {
    if case .trigger(let attribute) = expression { return "\(quoted(attribute)) of what set the clock running" }
    return expression.ownAttribute.map(quoted)
  }

  private func demand(
    _ comparison: Comparison, _ left: Expression, _ right: Expression, _ events: [EventIndex]
  ) -> String? {
    guard let attribute = left.ownAttribute else { return nil }
    if comparison == .equal, right == .trigger(attribute) {
      return "the same \(quoted(attribute)) as what set the clock running"
    }
    if comparison == .equal, case .trigger(let other) = right {
      return "\(quoted(attribute)) the \(quoted(other)) of what set the clock running"
    }
    guard let value = value(right, of: attribute, on: events) else { return nil }
    return "\(quoted(attribute)) \(comparison.inWords)\(value)"
  }

  private func value(_ expression: Expression, of attribute: AttributeIndex, on events: [EventIndex]) -> String? {
    switch expression {
    case .constant(let value):
      guard let type = reported.type(of: attribute, on: events) else { return nil }
      return reported.inWordsWithRoles(value, of: type)
    case .each:
      guard members.count > 1 else { return members.first.map { "the \($0)" } ?? "the one concerned" }
      return "each of \(members.map { "the \($0)" }.joinedInWords())"
    case .parameter(let index): return "the figure \"\(reported.procedure.parameters[index].name.asWords)\""
    default: return nil
    }
  }

  private func quoted(_ attribute: AttributeIndex) -> String { reported.name(ofAttribute: attribute) }
}

extension ConditionWords {
  /// What was the case where a condition is broken that asks for a step or for a state; `nil` where it asks for more.
  func opposite(of require: Expression) -> String? {
    switch require {
    case .call(.occurred, let arguments): arguments.first.flatMap(steps).map { "\($0.step) had not come before it\($0.since)" }
    case .state(let state): "the child was not in \(reported.fullName(of: state))"
    case .not(let inner): inner.alternativeStates.map { "the child was in \(names($0, "or"))" }
    case .or: require.alternativeStates.map { "the child was in neither \(names($0, "nor"))" }
    default: nil
    }
  }

  private func names(_ states: [StateReference], _ last: String) -> String {
    states.map(reported.fullName).joinedInWords(last)
  }

  /// Occurrences in words, and since when they are looked for.
  private func steps(_ list: Expression) -> (step: String, since: String)? {
    switch list {
    case .occurrences(let events, _): (events.map(reported.title(ofEvent:)).joinedInWords("or"), "")
    case .filter(.occurrences(let events, let reach), let condition):
      demand(condition, on: events).flatMap { asked in
        steps(.occurrences(events, reach)).map { ("\($0.step) with \(asked)", $0.since) }
      }
    case .call(.since, let arguments):
      arguments.count == 2
        ? steps(arguments[0]).flatMap { step in steps(arguments[1]).map { (step.step, ", or not since an earlier \($0.step)") } }
        : nil
    default: nil
    }
  }
}

extension Expression {
  /// The attribute of the event at hand that this is.
  var ownAttribute: AttributeIndex? {
    switch self {
    case .this(let attribute), .itemAttribute(let attribute, scope: 0): attribute
    default: nil
    }
  }

  fileprivate var isAlternative: Bool { if case .or = self { true } else { false } }

  /// The states of which one is asked for; `nil` where this is anything else.
  fileprivate var alternativeStates: [StateReference]? {
    switch self {
    case .state(let state): [state]
    case .or(let a, let b):
      if let first = a.alternativeStates, let second = b.alternativeStates { first + second } else { nil }
    default: nil
    }
  }
}

extension Condition {
  /// As written in the file, for what there are no words for.
  var textOnOneLine: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension Comparison {
  /// What stands between an attribute and a value in words.
  fileprivate var inWords: String {
    switch self {
    case .equal: ""
    case .notEqual: "other than "
    case .less: "less than "
    case .lessOrEqual: "at most "
    case .greater: "more than "
    case .greaterOrEqual: "at least "
    }
  }
}
