/// What can be wrong with a file of expectations, without its wording.
enum ExpectationProblem {
  case unknownRule(String, known: [String])
  case unknownWorkflow(String, known: [String])
  case unknownState(String, known: [String])
  case unknownChild(String, known: [String])
  case unknownEvent(String, known: [String])
  case unknownStep(String, known: [String])
  /// The members of the rule; none where it has no `each`.
  case unknownMember(String, known: [String])
  case unclearTime(String)
  case unclearSpan(String)
  case unclearLateness(String)
  /// The verdicts that there are for such a rule.
  case verdictNeverGiven(String, given: [String])
  /// The kinds that the rule is told as.
  case kindNeverTold(String, told: [String])
  /// A verdict and a kind that never go together.
  case kindNotOfVerdict(String, verdict: String)
  case saysNotHow
  case expectsNothing
}
