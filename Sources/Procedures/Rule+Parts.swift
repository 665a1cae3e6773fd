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

  /// Where the rule's clock runs, or its check or invariant is asked.
  public var during: Condition? {
    switch form {
    case .deadline(let deadline): deadline.during
    case .cadence(let cadence): cadence.during
    case .check(let check): check.during
    case .invariant(let invariant): invariant.during
    }
  }

  /// Whether the rule applies at all where it would open.
  public var when: Condition? {
    switch form {
    case .deadline(let deadline): deadline.when
    case .cadence(let cadence): cadence.when
    case .check(let check): check.when
    case .invariant: nil
    }
  }

  /// What a check or invariant demands.
  public var require: Condition? {
    switch form {
    case .check(let check): check.require
    case .invariant(let invariant): invariant.require
    case .deadline, .cadence: nil
    }
  }

  /// How long the rule's clocks run when they open; none of a check or invariant.
  public var limits: [LimitLength] {
    switch form {
    case .deadline(let deadline):
      switch deadline.limit {
      case .within(let length): [length]
      case .ahead(let length, let orWithin): [length, orWithin].compactMap(\.self)
      }
    case .cadence(let cadence): [cadence.every, cadence.first].compactMap(\.self)
    case .check, .invariant: []
    }
  }

  /// Every length of time in it: the limits, what lengthens them, and for how long an invariant may be broken.
  public var lengths: [LimitLength] {
    switch form {
    case .deadline(let deadline):
      if case .by(let length)? = deadline.extended?.end { limits + [length] } else { limits }
    case .cadence, .check: limits
    case .invariant(let invariant): [invariant.longerThan].compactMap(\.self)
    }
  }
}
