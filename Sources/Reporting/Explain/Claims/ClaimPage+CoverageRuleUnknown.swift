import Diagnostics

extension ClaimPage {
  /// The page on a rule that the list names and the procedure has not.
  static let coverageRuleUnknown = ClaimPage(
    .coverageRuleUnknown, "A rule that the list names and the procedure has not",
    claims: """
      A list of timescales says that a rule carries a figure, and the procedure has no rule of that name.
      """,
    matters: """
      The list would count a timescale as covered that no rule judges.
      """,
    bad: """
        - {section: "2.1", row: A1, figure: 10 WD, rules: [plan.first_grup]}
      """,
    mend: """
      Write the rule, or name the one that is meant, as workflow.rule.
      """,
    good: """
        - {section: "2.1", row: A1, figure: 10 WD, rules: [plan.first_group]}
      """,
    unseen: """
      Only the name is looked up; what the rule demands is for a reader to compare.
      """)
}
