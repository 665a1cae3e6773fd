import Diagnostics

extension ClaimPage {
  /// The page on a profile that the list names and the procedure has not.
  static let coverageProfileUnknown = ClaimPage(
    .coverageProfileUnknown, "A profile that the list names and the procedure has not",
    claims: """
      A row of the list speaks of a profile that does not extend the procedure.
      """,
    matters: """
      The figure of a local area would be compared with nothing.
      """,
    bad: """
        - {section: "2.1", row: A1, figure: 10 WD, profile: nowhere, rules: [plan.first_group]}
      """,
    mend: """
      Write the profile, or name the one that is meant.
      """,
    good: """
        - {section: "2.1", row: A1, figure: 10 WD, profile: strict, rules: [plan.first_group]}
      """,
    unseen: """
      A profile is looked up by its name alone.
      """)
}
