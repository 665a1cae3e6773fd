extension DocumentShapes {
  static let compare: [JSONMember] = [
    .always("old", side, "The procedure as it was."),
    .always("new", side, "The procedure as it is to be."),
    .always("structure", .list(.members(change)), "What is written otherwise."),
    .always("touched", .texts, "Rules that are written alike and hang on a figure that is not."),
    .always(
      "cases",
      .list(
        .members([
          .always("case", .text, "The name of the history."),
          .always("title", .text, "The same, with the end of its path where another history has that name."),
          .always("changes", .list(.members(findingChange)), "The findings that are made otherwise, in order of day."),
          .always("alike", .count, "How many findings both make alike."),
          .always(
            "not_recorded",
            .members([
              .always("old", .count, "How many things are not recorded before."),
              .always("new", .count, "How many things are not recorded after."),
            ]), "What the record does not say."),
          .always("moved_otherwise", .texts, "The workflows in which a child is in other states, or at other times."),
        ])), "The histories under both."),
    .always(
      "workload",
      .members([
        .always("child_days", .count, "How long children were observed, all together, in days."),
        .always(
          "changes",
          .list(
            .members([
              .always("expected", .text, "What the clocks wait for."),
              .always("role", .optional(.text), "Who does it; null where the rule does not say."),
              .always("old", .count, "How many fell due before."),
              .always("new", .count, "How many fall due after."),
            ])), "The work of which more or less falls due."),
      ]), "What falls due for those who work by it."),
    .always(
      "drift",
      .optional(
        .members([
          .always("opened", .list(.members(hole)), "The drift holes of the new procedure alone."),
          .always("closed", .list(.members(hole)), "The drift holes of the old procedure alone."),
          .always("kept", .count, "How many both have."),
        ])), "The drift holes that open or close; null where they were not looked for."),
    .always(
      "examples",
      .list(
        .members([
          .always("name", .text, "What differs."),
          .always("made_up_under", .words(["old", "new"]), "Under which of the two the case was made up."),
          .always("example", .part(example), "The case."),
          .always("changes", .list(.members(findingChange)), "The findings that are made otherwise."),
          .always("moved_otherwise", .texts, "The workflows in which the child is in other states, or at other times."),
          .always("moves", .list(.members(move)), "Where the child is in those workflows, before and after."),
        ])), "Made-up cases that show what no history shows."),
    .always("unshown", .texts, "What neither a history nor a made-up case shows."),
  ]

  private static let side = JSONShape.members([
    .always("title", .text, "What it is called; with the ends of paths where the names of the two are the same."),
    .always("procedure", .text, "The name of the procedure."), .profile,
  ])

  private static let change: [JSONMember] = [
    .always("part", .words(StructureDifference.Change.Part.allCases.map(\.rawValue)), "What kind of thing it is."),
    .always("manner", .words(["added", "removed", "changed"]), "How it differs."),
    .always("name", .text, "Its name; of a transition its workflow."),
    .always("says", .text, "What it is or demands."),
    .always("from", .optional(.text), "The state that a transition leads from; null for all else."),
    .always(
      "to", .optional(.texts), "The states that a transition leads to, none where it stays where it is; null for all else."),
    .always(
      "terms",
      .list(
        .members([
          .always("term", .text, "The name of the term."),
          .always("old", .optional(.text), "The term as it was; null where there was none."),
          .always("new", .optional(.text), "The term as it is to be; null where there is none."),
        ])), "The terms that differ; none of what was added or removed."),
  ]

  private static let findingChange: [JSONMember] = [
    .always("id", .text, "The finding."),
    .always("change", .words(["gained", "lost", "altered"]), "What becomes of it."),
    .always("days_later", .optional(.number), "How many days later it is placed, below zero earlier; null unless both make it."),
    .always("old", .optional(.members(told)), "The finding as it was; null where it was not made."),
    .always("new", .optional(.members(told)), "The finding as it is; null where it is not made."),
    .always(
      "figures",
      .list(
        .members([
          .always("figure", .text, "The name of the figure."),
          .always("old", .optional(.text), "What it was; null where there was none."),
          .always("new", .optional(.text), "What it is to be; null where there is none."),
          .always("source", .text, "Who says so, of the side that makes the finding, and where both do of the new one."),
        ])), "The changed figures that it rests on."),
  ]

  private static let move: [JSONMember] = [
    .always("child", .text, "The child."),
    .always("workflow", .text, "The workflow."),
    .always(
      "old", .list(.members(stay)),
      "Where the child is before, from the last state that is alike; none where there is no such workflow."),
    .always("new", .list(.members(stay)), "The same after."),
  ]

  private static let stay: [JSONMember] = [
    .always("state", .text, "The state."),
    .always("entered", .part(span), "When it was entered."),
    .always("left", .optional(.part(span)), "When it was left; null where the child is still in it when observation ends."),
  ]

  private static let told: [JSONMember] = [
    .always("child", .text, "The child."),
    .always("rule", .optional(.text), "The rule; null where it rests on the steps of a workflow."),
    .always("kind", .text, "The kind of finding."),
    .always("certainty", .words(["certain", "possible"]), "Whether it holds under every dating."),
    .always("severity", .words(["low", "medium", "high"]), "How much it weighs."),
    .always("day", .day, "The day that places it in time."),
    .always("sentence", .text, "The finding in words."),
    .always(
      "breach", .optional(.text),
      "How long it ran, and whether it still does when the record ends; null for what is over at once."),
  ]

  private static let hole: [JSONMember] = [
    .always("state", .text, "The state, as workflow.state."),
    .always("beside", .texts, "The states of other workflows in which the child is meanwhile."),
    .always("otherwise", .text, "What is told of the state under the other procedure."),
    .always("example", .part(example), "A case that rests there."),
  ]
}
