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
    ConditionShape(expression).inWords {
      single($0, on: events)
    } offersChoice: {
      $0.offersChoice
    }
  }

  /// One demand, or that it is not so.
  private func single(_ expression: Expression, on events: [EventIndex]) -> String? {
    switch expression {
    case .compare(let comparison, let left, let right): return demand(comparison, left, right, events)
    case .this, .itemAttribute: return expression.ownAttribute.map { "\(quoted($0)) yes" }
    case .not(let inner): return opposite(of: inner, on: events)
    case .call(.known, let asked): return asked.first.flatMap(recorded).map { "\($0) recorded" }
    case .call(.listContains, let asked): return among(asked, "among", on: events)
    case .anyOf(let left, let choices): return choice(left, choices, events) { $0.joinedInWords("or") }
    default: return nil
    }
  }

  private func opposite(of expression: Expression, on events: [EventIndex]) -> String? {
    switch expression {
    case .call(.known, let asked): return asked.first.flatMap(recorded).map { "\($0) not recorded" }
    case .call(.listContains, let asked): return among(asked, "not among", on: events)
    case .compare(let comparison, let left, let right): return demand(comparison.opposite, left, right, events)
    case .anyOf(let left, let choices):
      return choice(left, choices, events) { words in
        words.count > 1 ? "neither \(words.joinedInWords("nor"))" : "other than \(words.joinedInWords())"
      }
    default: return expression.ownAttribute.map { "\(quoted($0)) no" }
    }
  }

  /// An attribute with some of its values.
  private func choice(
    _ left: Expression, _ choices: [Expression], _ events: [EventIndex], _ joined: ([String]) -> String
  ) -> String? {
    guard let attribute = left.ownAttribute else { return nil }
    let words = choices.compactMap { value($0, of: attribute, on: events) }
    return words.count == choices.count ? "\(quoted(attribute)) \(joined(words))" : nil
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
    if left.isWhenItHappened {
      guard let words = comparison.ofTime, let day = moment(right) else { return nil }
      return "its day \(words) \(day)"
    }
    guard let attribute = left.ownAttribute else { return nil }
    if comparison == .equal, right == .trigger(attribute) {
      return "the same \(quoted(attribute)) as what set the clock running"
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
    case .parameter(let index): return figure(index)
    case .trigger(let other): return "the \(quoted(other)) of what set the clock running"
    case .choose(let condition, let then, let otherwise):
      guard let asked = ofTrigger(condition), let first = value(then, of: attribute, on: events),
        let second = value(otherwise, of: attribute, on: events)
      else { return nil }
      return "\(first) where \(asked), and else \(second)"
    default: return nil
    }
  }

  /// What a condition asks of what set the clock running.
  private func ofTrigger(_ condition: Expression) -> String? {
    guard case .compare(let comparison, .trigger(let attribute), .constant(let value)) = condition else { return nil }
    let events = Array(reported.procedure.vocabulary.events.indices)
    guard let type = reported.type(of: attribute, on: events) else { return nil }
    return
      "the \(quoted(attribute)) of what set the clock running is \(comparison.inWords)\(reported.inWordsWithRoles(value, of: type))"
  }

  /// A day, counted from the birth.
  private func moment(_ expression: Expression) -> String? {
    switch expression {
    case .fact(.born): "the birth"
    case .arithmetic(.add, .fact(.born), .parameter(let index)): "\(figure(index)) after the birth"
    default: nil
    }
  }

  private func figure(_ index: ParameterIndex) -> String {
    "the figure \"\(reported.procedure.parameters[index].name.asWords)\""
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
    case .filter(.occurrences(let events, let reach), let condition) where !condition.asksTheEventAtHand:
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

  /// Whether its words have an "or" of their own.
  fileprivate var offersChoice: Bool {
    switch self {
    case .anyOf(_, let choices): choices.count > 1
    case .compare(_, _, .choose): true
    default: false
    }
  }

  /// Whether something is asked of the event at hand, and not of one that is looked for.
  fileprivate var asksTheEventAtHand: Bool {
    var isSo = false
    visit { part in
      switch part {
      case .this, .thisHappened: isSo = true
      default: break
      }
    }
    return isSo
  }

  /// Whether this is the day of the event at hand.
  fileprivate var isWhenItHappened: Bool {
    switch self {
    case .thisHappened, .itemHappened(scope: 0): true
    default: false
    }
  }

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

  /// What stands between two days in words.
  fileprivate var ofTime: String? {
    switch self {
    case .less: "before"
    case .lessOrEqual: "not after"
    case .greater: "after"
    case .greaterOrEqual: "not before"
    case .equal, .notEqual: nil
    }
  }
}
