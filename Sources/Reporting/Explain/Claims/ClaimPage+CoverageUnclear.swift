import Diagnostics

extension ClaimPage {
  /// The page on a row that does not say what carries it.
  static let coverageUnclear = ClaimPage(
    .coverageUnclear, "A row that does not say what carries it",
    claims: """
      A row of the list names no rule and no parameter, or names one and says that the figure is left out.
      """,
    matters: """
      Nobody can tell whether the timescale is judged.
      """,
    bad: """
        - {section: "2.1", row: A1, figure: 10 WD, rules: []}
      """,
    mend: """
      Name what carries the figure, or write `left out` and the reason.
      """,
    good: """
        - {section: "2.1", row: A1, figure: 10 WD, rules: [plan.first_group]}
      """,
    unseen: """
      The reason is not judged.
      """)
}
