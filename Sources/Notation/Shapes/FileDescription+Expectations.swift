import Diagnostics
import Procedures

extension FileDescription {
  static let expectations = MappingShape(
    name: .expectations, noun: "file of expectations",
    explanation: "What a replay of one history is expected to find, and what not.",
    keys: [
      .required(.expectations, .text, "What is tried here, in a few words."),
      .required(
        .history, .either([.text, .mapping(.history)]),
        "The file of the history, by its path from this file; or the history itself, written here in full."),
      .optional(
        .profile, .scalar(.fileName), "The profile it is judged by, or none; the one the history names if not said."),
      .optional(.asOf, .scalar(.date), "The day on which observation ends; the record's own end if not said."),
      .optional(.expect, .list(expectation), "What must be so, each with as much as matters: what is left out is not compared."),
      .optional(
        .never, .list(.either([.text, expectation])),
        "What must not be found: a rule, workflow.* for all of a workflow, or an expectation that must not hold."),
      .optional(
        .nothingElse, .either([.truth, .list(.text)]),
        "true: nothing is found but what is expected; or only of these rules and workflows (workflow.*)."),
    ], needsOneOf: [.expect, .never, .nothingElse])

  private static let expectation = Shape.oneOf([.expectedJudgement, .expectedDeparture, .expectedState], whenUnclear: nil)

  private static let expectedChild = KeyShape.optional(
    .child, .oneOrMany(.text), "The child, by the history's own name; given several, each of them.")

  private static let expectedCertainty = KeyShape.optional(
    .certainty, .words(["certain", "possible"]), "Whether it holds under every dating that fits the history.")

  private static let expectedTimes = KeyShape.optional(
    .times, .scalar(.wholeNumber), "How many such there are; one or more if not said.")

  static let expectedJudgement = MappingShape(
    name: .expectedJudgement, noun: "expectation of a rule",
    explanation: "How a clock, a check or a stretch of a rule is judged.",
    keys: [
      .required(.rule, .text, "The rule, as workflow.rule; or any of a workflow, as workflow.*."),
      expectedChild,
      .optional(.member, .text, "The member of the rule's each: the role, agency or word it is about."),
      .optional(
        .openedBy, .text,
        "The event that opened it, or at which a check was made, by the history's identifier; start where none did."),
      .optional(.closedBy, .text, "The event that ended it, by the history's identifier."),
      .optional(
        .verdict, .words(["met", "late", "missed", "lapsed", "running", "held", "broken", "not recorded"]),
        "How it ended: a clock met, late, missed, lapsed or running, a check or condition held or broken, or not recorded."),
      .optional(.kind, .words(FindingKind.allCases.map(\.rawValue), .unknownFindingKind), "The kind of finding it is told as."),
      expectedCertainty,
      .optional(.opened, .text, "The day it opened, or the first to the last that it may be: 2020-11-17 to 2020-11-20."),
      .optional(.due, .text, "The last day on time, or the first to the last that it may be."),
      .optional(.ended, .text, "The day it ended, or the first to the last that it may be."),
      .optional(.lateBy, .text, "How late: 4 working days, 4 to 9 working days, less than a week."),
      .optional(.intervals, .scalar(.wholeNumber), "Of a gap, how many whole intervals went by."),
      .optional(.restsOn, .list(.text), "Events that are among those it rests on, by the history's identifiers."),
      expectedTimes,
    ], toldBy: [.rule], family: "expectation")

  static let expectedDeparture = MappingShape(
    name: .expectedDeparture, noun: "expectation of a workflow",
    explanation: "A step of a workflow that was passed over, or came out of order.",
    keys: [
      .required(.workflow, .name, "The workflow."),
      .required(
        .kind, .words(["missed transition", "out of order", "not recorded"], .unknownFindingKind), "The kind it is told as."),
      expectedChild,
      .optional(.shownBy, .text, "The event that shows it, by the history's identifier."),
      .optional(.passedOver, .list(.name), "The steps that were passed over, in their order, by their events."),
      expectedCertainty,
      expectedTimes,
    ], toldBy: [.workflow], family: "expectation")

  static let expectedState = MappingShape(
    name: .expectedState, noun: "expectation of a state", explanation: "Where a child stands.",
    keys: [
      .required(.state, .scalar(.path), "The state, as workflow.state."),
      expectedChild,
      .optional(
        .at, .text,
        "When: a day, at its end, or end for where the record leaves the child. If not said it is the end, and of never any time."
      ),
      expectedCertainty,
    ], toldBy: [.state], family: "expectation")
}
