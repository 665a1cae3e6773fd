import Conditions

/// A condition in the form in which the replay asks it: the shapes that most conditions have are answered without
/// evaluating the expression.
indirect enum CompiledCondition {
  /// `this.attribute`, or `this.attribute = true`.
  case thisIsTrue(AttributeIndex)
  /// `this.attribute = "word"`, or membership in a list of words, bit by bit.
  case thisIsOneOf(AttributeIndex, UInt128)
  /// `list contains(this.attribute, "word")`.
  case thisContains(AttributeIndex, Int)
  /// `list contains(this.attribute, each)`.
  case thisContainsEach(AttributeIndex)
  case state(StateReference)
  case not(CompiledCondition)
  case and(CompiledCondition, CompiledCondition)
  case or(CompiledCondition, CompiledCondition)
  case evaluated(Condition)

  init(_ condition: Condition) {
    self = CompiledCondition.recognised(condition.expression) ?? .evaluated(condition)
  }

  private static func recognised(_ expression: Expression) -> CompiledCondition? {
    switch expression {
    case .this(let attribute): .thisIsTrue(attribute)
    case .state(let state): .state(state)
    case .not(let inner): recognised(inner).map { .not($0) }
    case .and(let a, let b): both(a, b).map { .and($0, $1) }
    case .or(let a, let b): both(a, b).map { .or($0, $1) }
    case .compare(.equal, let a, let b): equality(a, b) ?? equality(b, a)
    case .compare(.notEqual, let a, let b): (equality(a, b) ?? equality(b, a)).map { .not($0) }
    case .anyOf(.this(let attribute), let choices): oneOf(attribute, choices)
    case .call(.listContains, let arguments): contains(arguments)
    default: nil
    }
  }

  private static func both(_ a: Expression, _ b: Expression) -> (CompiledCondition, CompiledCondition)? {
    guard let a = recognised(a), let b = recognised(b) else { return nil }
    return (a, b)
  }

  private static func equality(_ a: Expression, _ b: Expression) -> CompiledCondition? {
    guard case .this(let attribute) = a, case .constant(let value) = b else { return nil }
    switch value {
    case .truth(true): return .thisIsTrue(attribute)
    case .truth(false): return .not(.thisIsTrue(attribute))
    case .choice(let word): return .thisIsOneOf(attribute, 1 << UInt128(word))
    default: return nil
    }
  }

  private static func oneOf(_ attribute: AttributeIndex, _ choices: [Expression]) -> CompiledCondition? {
    var words: UInt128 = 0
    for choice in choices {
      guard case .constant(.choice(let word)) = choice else { return nil }
      words |= 1 << UInt128(word)
    }
    return .thisIsOneOf(attribute, words)
  }

  private static func contains(_ arguments: [Expression]) -> CompiledCondition? {
    guard arguments.count == 2, case .this(let attribute) = arguments[0] else { return nil }
    switch arguments[1] {
    case .constant(.choice(let word)): return .thisContains(attribute, word)
    case .each: return .thisContainsEach(attribute)
    default: return nil
    }
  }
}
