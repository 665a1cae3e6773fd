/// How a case of the suite ends.
enum FeelVerdict: Equatable {
  /// The expression is accepted and has the value that the suite gives.
  case agree
  /// The checker rejects an expression for which the suite expects an error.
  case rejectedAsExpected
  /// The checker rejects an expression for which the suite has a value; the reason is what the checker says.
  case rejected(reason: String)
  /// The case does not test the expression, and its outcome differs.
  case excluded
  /// The expression is accepted and has another value.
  case disagree(found: String)
}
