extension Condition {
  /// The value in a case.
  ///
  /// **Unknown**: `.unknown`, or a value with a range, where what is not recorded or uncertain could change it; the
  /// context is told what that was.
  public func evaluate(in context: any ConditionContext) -> Value { expression.evaluate(in: context) }

  /// Whether the condition holds in a case; FEEL's null counts as no.
  ///
  /// **Unknown**: the context is told what the answer hangs on.
  /// - Complexity: allocates nothing for comparisons of attributes, states, counts of filtered events and sets.
  public func holds(in context: any ConditionContext) -> Truth { expression.holds(in: context) }
}

extension Expression {
  /// The same for a checked expression.
  public func evaluate(in context: any ConditionContext) -> Value {
    var evaluator = Evaluator(context: context)
    let value = evaluator.value(of: self)
    if !value.isExact { evaluator.tellNotes() }
    return value
  }

  /// The same for a checked expression whose result is a truth.
  public func holds(in context: any ConditionContext) -> Truth {
    var evaluator = Evaluator(context: context)
    let truth = evaluator.outcomes(of: self).truth
    if truth == .unknown { evaluator.tellNotes() }
    return truth
  }
}
