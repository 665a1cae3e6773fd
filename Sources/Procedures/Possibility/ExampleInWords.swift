public import Conditions

/// An example as one line: the event with its attributes, the states beside it, and what else must hold.
public struct ExampleInWords {
  private let example: JointExample
  private let event: EventIndex?
  private let moment: ConditionMoment
  private let scope: ConditionScope
  private let known: StateReference?

  /// - Parameter known: a state of which the message says already that the child is in it.
  public init(
    _ example: JointExample, of event: EventIndex?, at moment: ConditionMoment, in scope: ConditionScope,
    knowing known: StateReference?
  ) {
    self.example = example
    self.event = event
    self.moment = moment
    self.scope = scope
    self.known = known
  }

  /// `nil` where nothing needs saying, or something cannot be said.
  public var text: String? {
    var (attributes, states, further): ([String], [String], [String]) = ([], [], [])
    for (_, fact) in example.facts {
      switch fact {
      case .value(.this(let attribute), let value?):
        guard let name = name(of: attribute), let literal = literal(value, .this(attribute)) else { return nil }
        attributes.append("\(name) = \(literal)")
      case .states(let workflow, let active, let inactive): states += words(workflow, active, inactive)
      default:
        guard let words = words(fact) else { return nil }
        further.append(words)
      }
    }
    var parts: [String] = []
    if let event {
      let name = scope.events[event].name
      parts.append(attributes.isEmpty ? name : "\(name)[\(attributes.joined(separator: " and "))]")
    }
    if !states.isEmpty { parts.append("while \(states.joined(separator: " and "))") }
    if !further.isEmpty { parts.append("where \(further.joined(separator: " and "))") }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private var writer: ExpressionInWords { ExpressionInWords(in: scope, at: moment) }

  private func name(of attribute: AttributeIndex) -> String? { scope.attribute(attribute)?.name }

  private func literal(_ value: Value, _ expression: Expression) -> String? { writer.literal(value, of: expression) }

  /// What else than an attribute of the event or a state must be so.
  private func words(_ fact: JointExample.Fact) -> String? {
    switch fact {
    case .value(let expression, .truth(true)): return writer.text(expression)
    case .value(let expression, .truth(false)): return writer.text(expression).map { "not(\($0))" }
    case .value(let expression, let value?):
      guard let text = writer.text(expression), let literal = literal(value, expression) else { return nil }
      return "\(text) = \(literal)"
    case .value(let expression, nil): return writer.text(expression).map { "\($0) is something else" }
    case .parameter(let parameter, let value):
      return ExpressionInWords.literal(value, words: scope.parameters[parameter].type.words)
        .map { "\(scope.parameters[parameter].name) = \($0)" }
    case .order(let a, let comparison, let b):
      guard let first = writer.text(a), let second = writer.text(b) else { return nil }
      return "\(first) \(comparison.sign) \(second)"
    case .states: return nil
    }
  }

  /// The states that say most: those around them go without saying.
  private func words(_ workflow: WorkflowIndex, _ active: [StateIndex], _ inactive: [StateIndex]) -> [String] {
    let (name, paths) = (scope.workflows[workflow].name, scope.workflows[workflow].states)
    let knownPath = known.flatMap { $0.workflow == workflow ? paths[$0.state] : nil }
    let innermost = active.filter { state in
      let around = active.filter { $0 != state }.map { paths[$0] } + [knownPath].compactMap(\.self)
      return paths[state] != knownPath && !around.contains { $0.hasPrefix(paths[state] + ".") }
    }
    if !innermost.isEmpty { return innermost.map { "in \(name).\(paths[$0])" } }
    return knownPath == nil ? inactive.map { "not in \(name).\(paths[$0])" } : []
  }
}
