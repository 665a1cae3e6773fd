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

/// What is said of a subject; of null a comparison may say neither yes nor no.
enum Claim: Hashable {
  /// It is true.
  case holds
  case compares(Comparison, Constant)
  case isNull
  /// The first of two compares so with the second.
  case stands(Comparison)
  case isIn(StateIndex)
}

/// Which answers to a question are wanted; a condition that is null is neither true nor false.
enum Wanted: Hashable {
  case yes
  case no
  case notYes
  case notNo

  /// What is wanted of a condition where this is wanted of its `not(…)`.
  var negated: Wanted {
    switch self {
    case .yes: .no
    case .no: .yes
    case .notYes: .notNo
    case .notNo: .notYes
    }
  }

  /// Whether the answer no is among those wanted.
  var isMet: (no: Bool, null: Bool, yes: Bool) {
    switch self {
    case .yes: (false, false, true)
    case .no: (true, false, false)
    case .notYes: (true, true, false)
    case .notNo: (false, true, true)
    }
  }
}
