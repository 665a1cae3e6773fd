public import Conditions

extension RuleForm {
  /// Whether the rule runs clocks: a deadline or a cadence.
  public var isClock: Bool {
    switch self {
    case .deadline, .cadence: true
    case .check, .invariant: false
    }
  }
}

extension Rule {
  /// What the rule's clock waits for.
  public var expect: Pattern? {
    switch form {
    case .deadline(let deadline): deadline.expect
    case .cadence(let cadence): cadence.expect
    case .check, .invariant: nil
    }
  }
}
