import Diagnostics

extension ClaimPage {
  /// The page on a figure that the list names and the procedure has not.
  static let coverageParameterUnknown = ClaimPage(
    .coverageParameterUnknown, "A figure that the list names and the procedure has not",
    claims: """
      A list of timescales names a parameter that the procedure does not have.
      """,
    matters: """
      The list would count a timescale as covered that no figure states.
      """,
    bad: """
        - {section: "2.1", row: A1, figure: 10 WD, parameters: [group_with]}
      """,
    mend: """
      Write the parameter, or name the one that is meant.
      """,
    good: """
        - {section: "2.1", row: A1, figure: 10 WD, parameters: [group_within]}
      """,
    unseen: """
      Whether a rule reads the parameter is told apart, by PL5104.
      """)
}
