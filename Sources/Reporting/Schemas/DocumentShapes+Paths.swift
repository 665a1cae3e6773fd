extension DocumentShapes {
  static let paths: [JSONMember] = [
    .always("procedure", .text, "The name of the procedure."),
    .profile,
    .always(
      "workflows",
      .list(
        .members([
          .always("workflow", .text, "The name of the workflow."),
          .always(
            "counts", .members(PathCount.allCases.map { .sometimes($0.key, .part(reached), "How much of it is reached.") }),
            "How much is reached of what was asked for."),
          .always("longest", .number(from: 1), "The most events that a history has."),
          .always(
            "paths",
            .list(
              .members([
                .always("example", .part(example), "The case."),
                .always("reaches", .list(.members(target)), "All that it reaches."),
                .always("firstToReach", .list(.members(target)), "What it is the first to reach."),
              ])), "The cases, which together reach what is reached."),
          .always(
            "unreached",
            .list(
              .members(
                target + [
                  .always("proved", .truth, "Whether it is proved that nothing reaches it."),
                  .always("tried", .count, "How many cases were tried."),
                  .always("why", .text, "The proof, or how far the search went."),
                ])), "What none reaches."),
        ])), "The workflows that were asked for."),
  ]

  private static let target: [JSONMember] = [
    .always("kind", .words(PathCount.allCases.map(\.key)), "What it is: a state, a transition, a rule to keep or to break."),
    .always("name", .text, "Its name."),
  ]

  static let reached = JSONPart(
    "reached", "How much of something is reached.",
    .members([.always("reached", .count, "How many."), .always("of", .count, "Of how many.")]))
}
