import Conditions

/// What statements are about.
enum Subject: Hashable {
  /// What an expression comes to, as far as it is of one kind.
  case value(Expression, Constant.Kind, moment: Int)
  case parameter(ParameterIndex, moment: Int)
  /// How what two expressions come to stands to one another.
  case order(Expression, Expression, moment: Int)
  /// Where the machine of a workflow is.
  case machine(WorkflowIndex, moment: Int)

  /// The moment of what stays as it is from the opening of a clock to its end.
  static let lasting = -1
}
