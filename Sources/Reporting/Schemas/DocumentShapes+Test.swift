import Expectations
import Procedures
import Replay

extension DocumentShapes {
  static let test: [JSONMember] = [
    .always("expectations", .count, "How many expectations were tried."),
    .always("hold", .count, "How many hold."),
    .always("fail", .count, "How many do not."),
    .always("files", .list(.part(trial)), "The files in the order in which they were found."),
    .always("coverage", .optional(.part(coverageOfProcedure)), "What all together reached; null where it was not asked for."),
    .always(
      "at_least",
      .list(
        .members([
          .always("of", measure, "What must be reached."), .always("percent", .count, "How many percent of it."),
          .always("found", .count, "How many percent were, rounded down."), .always("holds", .truth, "Whether that is enough."),
        ])), "How much must be reached."),
  ]

  private static let trial = JSONPart(
    "trial", "One file of expectations, held against a replay of its history.",
    .members([
      .always("file", .text, "Its path."), .always("title", .text, "Its title."), .always("case", .text, "The name of the case."),
      .always("procedure", .text, "The name of the procedure by which the case was judged."),
      .profile,
      .always("as_of", .optional(.day), "The day on which observation was made to end."),
      .always("holds", .truth, "Whether all of it holds."),
      .always("outcomes", .list(.part(outcome)), "What became of each claim."),
    ]))

  private static func failing(_ why: String, _ members: [JSONMember]) -> JSONShape {
    .members(claimed(holds: .surely(false)) + [.always("why", .only(why), "How it fails.")] + members)
  }

  private static func claimed(holds: JSONShape) -> [JSONMember] {
    [
      .always("line", .number(from: 1), "The line of the claim in the file."),
      .always("claim", .text, "The claim as a file writes it."), .always("holds", holds, "Whether it holds."),
    ]
  }

  private static let outcome = JSONPart(
    "outcome", "What became of one claim.",
    .either([
      .members(claimed(holds: .surely(true))),
      failing("nothing found", []),
      failing(
        "differs",
        [
          .always("nearest", .part(foundThing), "The nearest of what was found."),
          .always(
            "differs",
            .list(
              .members([
                .always("key", .text, "In what it differs."), .always("expected", .text, "What is expected there."),
                .always("found", .text, "What was found there."),
              ])), "In what the two differ."),
        ]),
      failing(
        "count",
        [
          .always("expected", .count, "How many are expected."),
          .always("found", .list(.part(foundThing)), "Those that were found."),
        ]),
      failing("stands elsewhere", [.always("stands", .texts, "Where the child stands.")]),
      failing("certainty", [.always("found", certainty, "How certain it is.")]),
      failing("found", [.always("found", .list(.part(foundThing)), "What was found and must not be.")]),
      failing("stands there", [.always("stands", .texts, "Where the child stands and must not.")]),
    ]))

  private static let foundThing = JSONPart(
    "found", "Something that was judged, told as a file of expectations writes it.",
    .members(
      [.always("about", .text, "The rule, or the workflow whose steps are meant.")]
        + TraitName.allCases.filter { $0 != .restsOn }.map { trait in
          .sometimes(trait.rawValue.replacing(" ", with: "_"), .text, "What stands behind `\(trait.rawValue)`.")
        } + [
          .always("rests_on", .texts, "The events that it rests on."),
          .always("finding", .optional(.text), "The name of the finding; null where it is told as none."),
        ]))
}

// MARK: - What was reached

extension DocumentShapes {
  private static let measure = JSONShape.words(CoverageCounts.Measure.allCases.map(\.rawValue))

  private static let counts = JSONPart(
    "counts", "How much of each measure was reached.",
    .members(CoverageCounts.Measure.allCases.map { .always($0.rawValue, .part(reached), "How many \($0.rawValue).") }))

  private static let coverageOfProcedure = JSONPart(
    "coverage", "What replays reached of a procedure.",
    .members([
      .always("all", .part(counts), "Of all workflows together."),
      .always(
        "workflows",
        .list(
          .members([
            .always("workflow", .text, "The name of the workflow."), .always("counts", .part(counts), "Of the workflow."),
            .sometimes(
              "states",
              .list(.members([.always("state", .text, "The state."), .always("entered", .count, "How often it was entered.")])),
              "Every state, where all is asked for."),
            .sometimes("transitions", .list(.part(coveredTransition)), "Every transition, where all is asked for."),
            .sometimes("rules", .list(.part(coveredRule)), "Every rule, where all is asked for."),
          ])), "Of each workflow."),
    ]))

  private static let coveredTransition = JSONPart(
    "covered_transition", "How often a transition was taken.",
    .members([
      .always("file", .text, "The file that has it."), .always("line", .number(from: 1), "The line of it."),
      .always("hears", .texts, "What takes it."), .always("from", .text, "Where it leads from."),
      .always("to", .texts, "Where it leads to."), .always("taken", .count, "How often it was taken."),
      .always("passed_over", .count, "How often it was only passed over."),
    ]))

  private static let coveredRule = JSONPart(
    "covered_rule", "How often a rule was kept and broken.",
    .members([
      .always("rule", .text, "The full name of the rule."), .always("judged", .count, "How much was judged under it."),
      .always("kept", .count, "How often it was kept."), .always("broken", .count, "How often it was broken."),
      .always("not_recorded", .count, "How often the record does not say."),
    ]))
}
