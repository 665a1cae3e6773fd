import CivilTime
import Conditions

/// Writes a checked expression as it stands in a file, for a message.
struct ExpressionInWords {
  let scope: ConditionScope
  let moment: ConditionMoment
  /// The names of what quantifiers look at, innermost last; `nil` for a filter, in which attributes have bare names.
  private var items: [String?] = []

  init(in scope: ConditionScope, at moment: ConditionMoment) {
    self.scope = scope
    self.moment = moment
  }

  /// The expression as text; `nil` where some part of it is not written here.
  func text(_ expression: Expression) -> String? {
    switch expression {
    case .constant(let value): return Self.literal(value, words: nil)
    case .this(let attribute): return name(of: attribute).map { "this.\($0)" }
    case .trigger(let attribute): return name(of: attribute).map { "trigger.\($0)" }
    case .thisHappened: return "this.happened"
    case .triggerHappened: return "trigger.happened"
    case .each: return "each"
    case .today: return "today"
    case .siblings: return "siblings"
    case .attribute(let attribute, let occurrence):
      return joined([occurrence]) { of in name(of: attribute).map { "\(of[0]).\($0)" } }
    case .happened(let occurrence): return joined([occurrence]) { "\($0[0]).happened" }
    case .itemAttribute(let attribute, let scope): return name(of: attribute).flatMap { ofItem($0, scope) }
    case .itemHappened(let scope): return ofItem("happened", scope)
    case .item(let scope): return item(scope) ?? "item"
    case .state(let state): return path(of: state)
    case .stateOfChild(let state, let child): return joined([child]) { "\($0[0]).\(path(of: state))" }
    case .fact(let fact): return Self.name(of: fact)
    case .factOfChild(let fact, let child): return joined([child]) { "\($0[0]).\(Self.name(of: fact))" }
    case .parameter(let parameter): return scope.parameters[parameter].name
    case .occurrences(let events, let reach):
      let names = events.map { scope.events[$0].name }.joined(separator: ", ")
      return reach == .ever ? "ever(\(names))" : names
    case .clocks(let question, let rule): return "\(Self.name(of: question))(\(scope.rules[rule]))"
    case .not(let inner): return joined([inner]) { "not(\($0[0]))" }
    case .and(let a, let b): return joined([a, b]) { "(\($0[0]) and \($0[1]))" }
    case .or(let a, let b): return joined([a, b]) { "(\($0[0]) or \($0[1]))" }
    case .compare(let comparison, let a, let b): return compared(comparison, a, b)
    case .arithmetic(let operation, let a, let b), .calculation(let operation, let a, let b):
      return joined([a, b]) { "\($0[0]) \(Self.sign(of: operation)) \($0[1])" }
    case .call(.listContains, let arguments) where arguments.count == 2:
      guard let list = text(arguments[0]) else { return nil }
      guard case .constant(let word) = arguments[1] else { return joined(arguments) { "list contains(\(list), \($0[1]))" } }
      return Self.literal(word, words: words(of: arguments[0])).map { "list contains(\(list), \($0))" }
    case .call(let function, let arguments): return joined(arguments) { "\(function.rawValue)(\($0.joined(separator: ", ")))" }
    case .filter(let list, let keeping):
      guard let list = text(list), let keeping = inside(nil).text(keeping) else { return nil }
      return "\(list)[\(keeping)]"
    case .some(let list, let satisfies): return quantified("some", list, satisfies)
    case .every(let list, let satisfies): return quantified("every", list, satisfies)
    default: return nil
    }
  }

  private func joined(_ parts: [Expression], _ write: ([String]) -> String?) -> String? {
    let texts = parts.compactMap(text)
    return texts.count == parts.count ? write(texts) : nil
  }

  private func compared(_ comparison: Comparison, _ a: Expression, _ b: Expression) -> String? {
    if case .constant(let value) = b {
      guard let text = text(a), let literal = Self.literal(value, words: words(of: a)) else { return nil }
      return "\(text) \(comparison.sign) \(literal)"
    }
    return joined([a, b]) { "\($0[0]) \(comparison.sign) \($0[1])" }
  }

  private func quantified(_ quantifier: String, _ list: Expression, _ condition: Expression) -> String? {
    let variable = String("xyzuvw".dropFirst(items.count).first ?? "w")
    guard let list = text(list), let condition = inside(variable).text(condition) else { return nil }
    return "\(quantifier) \(variable) in \(list) satisfies \(condition)"
  }

  private func inside(_ name: String?) -> ExpressionInWords {
    var inside = self
    inside.items.append(name)
    return inside
  }

  // MARK: Names

  private func item(_ scope: Int) -> String? {
    items.indices.contains(items.count - 1 - scope) ? items[items.count - 1 - scope] : nil
  }

  private func ofItem(_ name: String, _ scope: Int) -> String? { item(scope).map { "\($0).\(name)" } ?? name }

  private func path(of state: StateReference) -> String {
    let workflow = scope.workflows[state.workflow]
    return "\(workflow.name).\(workflow.states[state.state])"
  }

  private func name(of attribute: AttributeIndex) -> String? { scope.attribute(attribute)?.name }

  /// The closed list that an attribute is a word of; where events differ, the one of the event that has it first.
  private func words(of expression: Expression) -> ChoiceType? {
    switch expression {
    case .this(let attribute), .trigger(let attribute), .itemAttribute(let attribute, _), .attribute(let attribute, _):
      let events = [moment.this, moment.trigger].first { events in events.contains { scope.events[$0].has(attribute) } }
      let found = events?.lazy.compactMap { event in scope.events[event].attributes.first { $0.index == attribute } }.first
      return (found ?? scope.attribute(attribute))?.type.words
    case .each: return moment.each
    default: return nil
    }
  }

  private static func name(of fact: ChildFact) -> String {
    switch fact {
    case .born: "child.born"
    case .known: "child.known"
    case .unborn: "unborn"
    }
  }

  private static func name(of question: ClockQuestion) -> String {
    switch question {
    case .running: "running"
    case .overdue: "overdue"
    case .due: "due"
    }
  }

  private static func sign(of operation: Arithmetic) -> String {
    switch operation {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .power: "**"
    }
  }
}

extension ExpressionInWords {
  /// A value of an expression as it is written; a word only where its closed list is known.
  func literal(_ value: Value, of expression: Expression) -> String? { Self.literal(value, words: words(of: expression)) }

  static func literal(_ value: Value, words: ChoiceType?) -> String? {
    switch value {
    case .null: return "null"
    case .choice(let word): return words.flatMap { $0.members.indices.contains(word) ? "\"\($0.members[word])\"" : nil }
    case .text(let text): return "\"\(text)\""
    case .date: return value.written.map { "date(\"\($0)\")" }
    case .duration(let range): return value.written.map { "duration(\"\($0)\")" } ?? range.exact?.description
    default: return value.written
    }
  }
}

extension Comparison {
  /// As FEEL writes it.
  var sign: String {
    switch self {
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}

extension ConditionType {
  var words: ChoiceType? {
    switch self {
    case .choice(let list), .set(let list): list
    default: nil
    }
  }
}

extension ConditionScope.Event {
  func has(_ attribute: AttributeIndex) -> Bool { attributes.contains { $0.index == attribute } }
}

extension ConditionScope {
  /// An attribute as the first event that has it declares it.
  func attribute(_ attribute: AttributeIndex) -> Attribute? {
    events.lazy.compactMap { event in event.attributes.first { $0.index == attribute } }.first
  }
}
