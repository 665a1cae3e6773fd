import Diagnostics

extension ClaimPage {
  /// The page on a figure that differs from the list.
  static let coverageFigureDiffers = ClaimPage(
    .coverageFigureDiffers, "A figure that differs from the list",
    claims: """
      The rule or parameter is there and has another figure than the list of timescales says.
      """,
    matters: """
      Cases would be judged by a number that the guidance does not give.
      """,
    bad: """
        - {section: "2.1", row: A1, figure: 10 WD, parameters: {group_within: 15 working days}}
      """,
    mend: """
      Find out which of the two is right, and correct the other.
      """,
    good: """
        - {section: "2.1", row: A1, figure: 10 WD, parameters: {group_within: 10 working days}}
      """,
    unseen: """
      Figures are compared as written in units that can be turned into one another, and not by what a calendar \
      makes of them.
      """)
}
