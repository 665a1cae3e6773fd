import Conditions

extension Expression {
  /// The same asked of the event at hand where it was asked of the item of a list.
  var ofThis: Expression {
    switch self {
    case .itemAttribute(let attribute, scope: 0): .this(attribute)
    case .itemHappened(scope: 0): .thisHappened
    case .not(let inner): .not(inner.ofThis)
    case .and(let a, let b): .and(a.ofThis, b.ofThis)
    case .or(let a, let b): .or(a.ofThis, b.ofThis)
    case .compare(let comparison, let a, let b): .compare(comparison, a.ofThis, b.ofThis)
    case .arithmetic(let arithmetic, let a, let b): .arithmetic(arithmetic, a.ofThis, b.ofThis)
    case .anyOf(let subject, let items): .anyOf(subject.ofThis, items.map(\.ofThis))
    case .within(let subject, let low, let lowIncluded, let high, let highIncluded):
      .within(
        subject.ofThis, low: low.ofThis, lowIncluded: lowIncluded, high: high.ofThis, highIncluded: highIncluded)
    case .members(let inner, let count): .members(inner.ofThis, of: count)
    case .call(let function, let arguments): .call(function, arguments.map(\.ofThis))
    default: self
    }
  }

  /// The set that an expression goes through the words of.
  var wholeSet: Expression {
    if case .members(let inner, _) = self { inner.wholeSet } else { self }
  }
}
