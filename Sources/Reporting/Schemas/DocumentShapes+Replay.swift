import CivilTime
import Exploration
import Procedures
import Replay

extension DocumentShapes {
  static let replay: [JSONMember] = [
    .always("cases", .list(.part(replayedCase)), "The cases in the order in which their histories were given.")
  ]

  static let explanation: [JSONMember] = [
    .always("case", .text, "The name of the case."),
    .always("procedure", .text, "The name of the procedure by which it was judged."),
    .profile,
    .always(
      "number", .optional(.number(from: 1)), "The number of the finding in the report for people; null for what is not recorded."),
    .always("finding", .part(finding), "All that a replay tells of it."),
    .always("terms", .list(.part(term)), "What the rule asks, part by part."),
    .always("in_force", .optional(.text), "When the rule is in force; null where the finding is of no rule."),
    .always(
      "records",
      .list(
        .members([
          .always("id", .text, "The event, by its name in the history."),
          .always(
            "states",
            .list(
              .members([
                .always("attribute", .text, "What is stated."), .always("value", .text, "What the history says of it."),
              ])), "What the event states."),
        ])), "The events that the finding rests on, with what each states."),
    .always(
      "chain",
      .list(
        .members([
          .always("link", .words(ChainLink.Kind.allCases.map(\.rawValue)), "What kind of link it is."),
          .always("happened", .optional(.part(span)), "When; null for what belongs to the link before it."),
          .always("id", .optional(.text), "The event, by its name in the history; null where it is none."),
          .always("text", .text, "What it is, in words."),
        ])), "How it came to the finding: states, conditions and events in their order."),
    .always(
      "nearest_change", .optional(.part(nearestChange)),
      "What the search for a change of the history that avoids the finding came to; null for what is not recorded."),
  ]

  private static let nearestChange = JSONPart(
    "nearest_change", "The changes with the fewest entries and then the fewest days that were found to avoid a finding.",
    .members([
      .always("sentence", .text, "The nearest change, or how far was searched, in words."),
      .always("tried", .count, "How many changed histories were replayed."),
      .always("most_entries", .count, "The most entries that any change tried had."),
      .always("found", .count, "How many changes of the lowest cost were found."),
      .always("changes", .list(.part(change)), "The first of them, at most four; empty where none was found."),
    ]))

  private static let change = JSONPart(
    "change", "One change of a history, with what its replay said.",
    .members([
      .always("effect", .words(NearestChange.Effect.allCases.map(\.word)), "What becomes of the finding."),
      .always("edits", .list(.part(edit)), "What is changed, one entry after the other."),
      .always("brings", .texts, "The findings that the changed history has and the history has not, by name."),
      .always("also_ends", .count, "How many other findings the change ends."),
    ]))

  private static let edit = JSONPart(
    "edit", "One entry that is changed or added.",
    .members([
      .always(
        "edit", .words(["move", "add", "restate", "confirm"]), "Moved, added, stated otherwise, or done where it was not."),
      .always("id", .optional(.text), "The entry, by its name in the history; null for one that is added."),
      .always("event", .text, "What happened, by its name in the vocabulary."),
      .always("happened", .optional(.part(span)), "When it then is; null where that stays."),
      .always(
        "counted_from",
        .optional(
          .members([
            .always("id", .text, "The entry from which it is counted."),
            .always("days", .number, "How many days after it; below zero before it."),
          ])), "From what its day is counted; null for a day of its own."),
      .always(
        "moved",
        .optional(
          .members([
            .always("least", .number, "The least; below zero is earlier."), .always("most", .number, "The most."),
            .always("unit", .words(Period.Unit.allCases.map(\.rawValue)), "The unit of both."),
          ])), "How far it was moved; null where it was not."),
      .always(
        "states",
        .list(
          .members([
            .always("attribute", .text, "What is stated."), .always("value", .text, "What is stated of it then."),
          ])), "What is stated of it, where that is changed or added."),
    ]))

  /// What a rule asks, part by part.
  static let term = JSONPart(
    "term", "One part of what a rule asks.",
    .members([.always("term", .text, "Which part it is."), .always("text", .text, "What it asks, in words.")]))

  static let span = JSONPart(
    "span", "The days on which something may have been: any from the earliest to the latest fits the history.",
    .members([
      .always("earliest", .day, "The first of the days, which is one of them."),
      .always("latest", .day, "The last of the days, which is one of them; the same where the day is known."),
    ]))

  static let certainty = JSONShape.words([Certainty.certain, .possible].map(\.inWords))
  static let findingKind = JSONShape.words(FindingKind.allCases.map(\.rawValue))

  private static let replayedCase = JSONPart(
    "case", "One case, as it was judged.",
    .members([
      .always("case", .text, "The name of the case."),
      .always("title", .text, "The title of its history."),
      .always("taken_from", .optional(.text), "What the history was taken from."),
      .always("procedure", .text, "The name of the procedure by which it was judged."),
      .always("procedure_path", .optional(.text), "The path of the procedure; null for one that is built in."),
      .profile,
      .always("profile_path", .optional(.text), "The path of the profile; null for one found by its name."),
      .always(
        "as_of", .optional(.day), "The day on which observation was made to end; null where the whole record was replayed."),
      .always("observed_until", .part(span), "The last day that the record covers."),
      .always("children", .texts, "The children, by their names in the history."),
      .always("findings", .list(.part(finding)), "The findings in order of day."),
      .always(
        "tallies", .list(.part(tally)), "For each rule under which something was judged, how often each verdict was given."),
      .always("stays", .list(.part(stay)), "The stays of the children in the states of the workflows."),
    ]))

  private static let tally = JSONPart(
    "tally", "How often each verdict was given under one rule.",
    .members(
      [.always("rule", .text, "The full name of the rule."), .always("all", .count, "How much was judged under it.")]
        + Verdict.allCases.map { verdict in
          .always(verdict.inWords.replacing(" ", with: "_"), .count, "How many were \(verdict.inWords).")
        }))

  private static let stay = JSONPart(
    "stay", "One unbroken stay of a child in a state.",
    .members([
      .always("child", .text, "The child."),
      .always("state", .text, "The state as workflow.state."),
      .always("episode", .number(from: 1), "Which run of the workflow it belongs to."),
      .always("entered", .part(span), "When it was entered."),
      .always("left", .optional(.part(span)), "When it was left; null where the child is still in it when observation ends."),
      .always("entered_with", .optional(.text), "The event with which it was entered; null where none did it."),
      .always("left_with", .optional(.text), "The event with which it was left; null where none did it."),
    ]))
}

// MARK: - Findings

extension DocumentShapes {
  static let finding = JSONPart(
    "finding", "Something the procedure requires that the history shows otherwise, or does not show.",
    .members(
      identity + times + [
        .always("evidence", .list(.part(entry)), "The events that it rests on, in the order of the history."),
        .always(
          "jumped", .list(.part(jumpedStep)),
          "The required steps that were passed over, in the order in which they should have come."),
        .always("not_recorded", .texts, "What the record does not say and the finding hangs on, in words."),
        .always("sentence", .text, "What was found, as one sentence."),
      ]))

  private static let identity: [JSONMember] = [
    .always("id", .text, "The name of the finding, the same on every run: case/child/workflow.rule/event#number."),
    .always("case", .text, "The name of the case."),
    .always("child", .text, "The child."),
    .always("episode", .number(from: 1), "Which run of the workflow it belongs to."),
    .always("workflow", .text, "The workflow."),
    .always("rule", .optional(.text), "The full name of the rule; null where the finding is of the steps of a workflow."),
    .always("says", .optional(.text), "The rule in one sentence."),
    .always("source", .optional(.part(source)), "What the rule, or the workflow, is taken from."),
    .always("figures", .list(.part(figure)), "The figures that the finding rests on."),
    .always("kind", findingKind, "What it is told as."),
    .always("certainty", certainty, "Whether it holds under every dating that fits the history, or only under some."),
    .always("severity", .words(Severity.allCases.map(\.inWords)), "How much it weighs."),
    .always(
      "verdict", .optional(.words(Verdict.allCases.map(\.inWords))),
      "How the clock, check or standing condition ended; null for steps of a workflow."),
    .always("member", .optional(.text), "The one of several that is meant, where a rule asks something of each."),
  ]

  private static let times: [JSONMember] = [
    .always("opened", .optional(.part(span)), "When the clock opened, or the check was made."),
    .always("due", .optional(.part(span)), "The last day on time; null where there is no limit."),
    .always(
      "happened", .optional(.part(span)),
      "When it was fulfilled or ended, or when the event happened that shows it; null where nothing did."),
    .always("ending", .optional(.words(Judgement.Ending.allCases.map(\.word))), "What ended it."),
    .always(
      "lateness",
      .optional(
        .members([
          .always("least", .number, "The least that a fitting dating allows."),
          .always("most", .number, "The most that a fitting dating allows."),
          .always("unit", .words(Period.Unit.allCases.map(\.rawValue)), "The unit of both, which is the rule's own."),
        ])), "How late it was, or is so far, in whole units; null where it was not late."),
    .always("intervals", .optional(.number(from: 1)), "How many whole intervals went by at least, for a gap."),
  ]

  private static let entry = JSONPart(
    "entry", "One event of the history.",
    .members([
      .always("id", .text, "Its name in the history."),
      .always("event", .text, "What happened, by its name in the vocabulary."),
      .always("done", .truth, "Whether it was done; an entry may say that something was not done."),
      .always("happened", .part(span), "When."),
      .always("when", .optional(.text), "When, in the words of the history."),
      .always("cite", .optional(.text), "Where in its source the history has it from."),
    ]))

  private static let jumpedStep = JSONPart(
    "jumped_step", "A required step that was passed over.",
    .members([
      .always("step", .texts, "The events of which any is the step."),
      .always("shown_not_done", .truth, "Whether the record shows that it was not done; else it is not recorded."),
    ]))

  private static let figure = JSONPart(
    "figure", "One figure that a rule takes from a parameter.",
    .members([
      .always("parameter", .text, "The name of the parameter."), .always("value", .text, "Its value, with its unit."),
      .always("profile", .optional(.text), "The profile that sets it; null where the procedure does."),
      .always("says", .text, "Who says so, in words."),
      .always("source", .optional(.part(source)), "What it is taken from, where that is not the source of the rule."),
    ]))

  private static let source = JSONPart(
    "source", "What a rule or figure is taken from.",
    .members([
      .always("title", .text, "Its title."),
      .always("publisher", .optional(.text), "Who published it."),
      .always("dated", .optional(.text), "Its date or edition."),
      .always("at", .optional(.text), "The place in it."),
      .always("force", .words(Force.allCases.map(\.rawValue)), "What force it has."),
      .always("force_in_words", .text, "The same in words."),
      .always("verified", .optional(evidence), "How far it was read; null where nothing says so."),
    ]))

  static let evidence = JSONShape.words(Evidence.allCases.map(\.rawValue))
}
