import Scoring

extension DocumentShapes {
  static let score: [JSONMember] = [
    .always("reviews", .list(.part(review)), "The reviews in the order of their tables."),
    .always("all", .part(scoreCounts), "The counts of all reviews together."),
  ]

  private static let review = JSONPart(
    "review", "One review, held against a replay of its history.",
    .members([
      .always("review", .text, "Its name."), .always("title", .text, "Its title."),
      .always("procedure", .text, "The name of the procedure by which the case was judged."),
      .profile,
      .always("counts", .part(scoreCounts), "The counts of the review."),
      .always("rows", .list(.part(row)), "The rows of the reviewer's table."),
      .always("flags", .list(.part(flag)), "Every finding but what is not recorded."),
      .always("unmatched", .list(.part(listed)), "The findings that the table lists as matching no row."),
    ]))

  private static let scoreCounts = JSONPart(
    "score_counts", "Rows by what a machine can see, and flags.",
    .members([
      .always("yes", .part(rowCounts), "Rows that a machine can see."),
      .always("partly", .part(rowCounts), "Rows that it can see in part."),
      .always("no", .part(rowCounts), "Rows that it cannot see."),
      .always("required", .part(rowCounts), "Rows that must be raised."),
      .always("flags", .part(flagCounts), "All flags."),
      .always(
        "rules",
        .list(
          .members([.always("rule", .text, "The full name of the rule."), .always("flags", .part(flagCounts), "Its flags.")])),
        "The flags of each rule."),
    ]))

  private static let permille = JSONShape.optional(.count)

  private static let rowCounts = JSONPart(
    "row_counts", "How many rows are raised.",
    .members([
      .always("raised", .count, "Rows of which every finding is raised as listed."),
      .always("in_part", .count, "Rows of which some are."), .always("not_raised", .count, "Rows of which none is."),
      .always("all", .count, "All of them."),
      .always("rest_on_ours", .count, "Rows that rest on a figure that no source gives."),
      .always("raised_permille", permille, "How many of a thousand are raised; null where there is none."),
    ]))

  private static let flagCounts = JSONPart(
    "flag_counts", "How flags stand to the rows.",
    .members([
      .always("all", .count, "All of them."), .always("matched", .count, "Flags that a row lists."),
      .always("defended", .count, "Others that are certain, and whose rule is not taken from the review."),
      .always("unexplained", .count, "The rest."),
      .always("unexplained_permille", permille, "How many of a thousand are unexplained; null where there is none."),
    ]))

  private static let row = JSONPart(
    "row", "One row of a reviewer's table.",
    .members([
      .always("row", .number(from: 1), "Its number."),
      .always("machine", .words(MachineMark.allCases.map(\.rawValue)), "Whether a machine can see it."),
      .always("required", .truth, "Whether it must be raised."),
      .always("profile", .optional(.text), "The profile that it is judged by, where that is not the review's."),
      .always("outcome", .words(["raised", "in part", "not raised"]), "Whether it is raised."),
      .always("rests_on_ours", .truth, "Whether it rests on a figure that no source gives."),
      .always("note", .optional(.text), "What the table says of it."),
      .always("not_seen", .optional(.text), "Why no rule shows it."),
      .always("findings", .list(.part(listed)), "The findings that show it."),
    ]))

  private static let listed = JSONPart(
    "listed", "A finding that a table lists.",
    .members([
      .always("finding", .text, "The name of the finding."), .always("kind", findingKind, "The kind that the table states."),
      .always("certainty", certainty, "The certainty that the table states."),
      .always("as_listed", .truth, "Whether it is raised so."),
      .always("told_kind", .optional(findingKind), "The kind that it is raised with; null where it is not raised."),
      .always("told_certainty", .optional(certainty), "The certainty that it is raised with; null where it is not raised."),
    ]))

  private static let flag = JSONPart(
    "flag", "A finding, and how it stands to the rows.",
    .members([
      .always("finding", .text, "The name of the finding."),
      .always("rule", .text, "The full name of the rule, or the workflow."),
      .always("kind", findingKind, "What it is told as."), .always("certainty", certainty, "Whether it is certain."),
      .always("standing", .words(["matched", "defended", "unexplained"]), "How it stands to the rows."),
      .always("reason", .optional(.text), "What the table says of it."),
    ]))
}

// MARK: - Coverage of timescales

extension DocumentShapes {
  static let coverage: [JSONMember] = [
    .always(
      "lists",
      .list(
        .members([
          .always("timescales", .text, "The name of the list."), .always("title", .text, "Its title."),
          .always("procedure", .text, "The procedure that it is held against."),
          .always("complete", .truth, "Whether every duration is carried, or left out for a reason."),
          .always("figures", .list(.part(timescale)), "The durations in the order of the list."),
          .always("differences", .list(.part(difference)), "What the list and the table do not share, where a table was read."),
        ])), "The lists of timescales.")
  ]

  private static let carrier = JSONPart(
    "carrier", "A rule or parameter that carries a duration.",
    .members([
      .always("name", .text, "Its name."),
      .always("figure", .optional(.text), "The figure that it must have; null where the list does not say."),
    ]))

  private static let timescale = JSONPart(
    "timescale", "One duration of a list.",
    .members([
      .always("section", .text, "The section of the table."), .always("row", .text, "The row of the table."),
      .always("figure", .text, "The duration."),
      .always("standing", .words(["carried", "left out", "not covered"]), "What becomes of it."),
      .always("profile", .optional(.text), "The profile under which it holds; null for the procedure as it stands."),
      .always("rules", .list(.part(carrier)), "The rules that carry it."),
      .always("parameters", .list(.part(carrier)), "The parameters that carry it."),
      .always("left_out", .optional(.text), "Why it is left out."),
      .always("problems", .texts, "What is wrong with it."),
    ]))

  private static let difference = JSONPart(
    "difference", "What a list and its table do not share.",
    .members([
      .always("what", .words(["row not listed", "durations not listed", "row not in table"]), "What it is."),
      .always("section", .text, "The section of the table."), .always("row", .text, "The row of the table."),
      .always("line", .optional(.number(from: 1)), "The line of the table; null where the table has no such row."),
      .always("durations", .texts, "The durations that are not listed."),
    ]))
}
