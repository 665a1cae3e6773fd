extension DocumentShapes {
  static let check: [JSONMember] = [
    .always("procedures", .list(.part(checkedProcedure)), "The procedures that were checked, each alone and with its profiles."),
    .always(
      "histories",
      .list(
        .members([
          .always("case", .text, "The name of the case."), .always("title", .text, "The title of its history."),
          .always("children", .count, "How many children it is about."), .always("events", .count, "How many entries it has."),
        ])), "The histories that were read."),
    .always("drift", .list(.part(drift)), "Where a child can rest with no clock running, for each procedure that was asked."),
    .always("diagnostics", .list(.part(diagnostic)), "What is wrong, in the order of files and lines."),
  ]

  private static let checkedProcedure = JSONPart(
    "procedure", "How much a procedure holds.",
    .members(
      [
        .always("procedure", .text, "The name of the procedure."), .always("title", .text, "Its title."),
        .profile,
      ]
        + ["workflows", "states", "transitions", "rules", "sources", "events", "roles", "parameters"].map { noun in
          .always(noun, .count, "How many \(noun) it has.")
        }))

  private static let diagnostic = JSONPart(
    "diagnostic", "One thing that is wrong.",
    .members([
      .always("code", .part(code), "The code."),
      .always("severity", severity, "Whether it must be mended."),
      .always("message", .text, "What is wrong."),
      .always("file", .text, "The file, or the option or command that is at fault."),
      .always("line", .optional(.number(from: 1)), "The line; null where the file as a whole is meant."),
      .always("column", .optional(.number(from: 1)), "The column in Unicode scalars; null where the file as a whole is meant."),
      .always(
        "length", .optional(.number(from: 1)), "How many Unicode scalars it covers; null where the file as a whole is meant."),
      .always("mend", .optional(.text), "What to do about it; null where the message says it."),
    ]))

  // MARK: Drift

  private static let drift = JSONPart(
    "drift", "What was found when a procedure was asked where a child can drift.",
    .members([
      .always("procedure", .text, "The name of the procedure."),
      .profile,
      .always("states", .list(.part(driftAnswer)), "Every state in which a case can stand, with the answer."),
      .always(
        "outliving",
        .list(
          .members([
            .always("rule", .text, "The full name of the rule."), .always("code", .part(code), "The code of the claim."),
            .always("example", .part(example), "A case in which the clock outlives the workflow."),
          ])), "The clocks that run on when their workflow has come to its end."),
      .always("together", .list(.part(conflict)), "The timescales that cannot be met together."),
      .always(
        "beside",
        .list(
          .members([
            .always("state", .text, "The other state in which the child is."),
            .always("states", .list(.part(driftAnswer)), "The answers for the states of other workflows."),
          ])), "The same where the child is in one more state meanwhile."),
    ]))

  private static func answered(_ answer: String, _ members: [JSONMember]) -> JSONShape {
    .members(
      [.always("state", .text, "The state as workflow.state."), .always("answer", .only(answer), "What was found of it.")]
        + members + [.always("mayRun", .texts, "The clocks about the workflow that may run there.")])
  }

  private static let driftAnswer = JSONPart(
    "drift_answer", "Whether a child can rest in a state for good with no clock running about the workflow.",
    .either([
      answered(
        "hole",
        [
          .always("code", .part(code), "The code of the claim."),
          .always("example", .part(example), "A case in which it does."),
          .always("runMeanwhile", .texts, "The clocks of other workflows that run in the example."),
        ]),
      answered("watched", [.always("by", .texts, "The clocks that run in any case.")]),
      answered("only against rules", [.always("rules", .list(.texts), "Rules that such a case breaks, for each example found.")]),
      answered(
        "not decided",
        [
          .always("tried", .count, "How many cases were tried."),
          .always("stillOpen", .texts, "The clocks that still run in the nearest of them."),
        ]),
    ]))

  private static let conflict = JSONPart(
    "conflict", "Limits and checks that nobody can keep together.",
    .members([
      .always("rules", .texts, "The rules."), .always("code", .part(code), "The code of the claim."),
      .always("openedBy", .text, "The event that sets them running."),
      .always("always", .truth, "Whether it is so on every working day that was tried."),
      .always("workingDays", .count, "On how many working days it is so."),
      .always("ofWorkingDays", .count, "How many were tried."),
      .always("from", .day, "The first day that was tried."), .always("through", .day, "The last day that was tried."),
      .always("days", .list(.day), "The days on which it is so; none are listed where it always is."),
      .always("brokenInTime", .texts, "What is broken where the limit is met in time."),
      .always("inTime", .part(example), "A case that meets the limit in time."),
      .always("inOrder", .optional(.part(example)), "A case that keeps every check, and is late."),
    ]))

  static let example = JSONPart(
    "example", "A made-up case.",
    .members([
      .always(
        "events",
        .list(
          .members([
            .always("event", .text, "What happens, by its name in the vocabulary."), .always("when", .day, "On which day."),
            .sometimes("for", .words(["sibling"]), "Whom it is about, where that is not the child."),
            .always("attributes", .named(.text), "What it states."),
          ])), "What happens, in order."),
      .always("observedUntil", .day, "The last day of the case."),
    ]))
}
