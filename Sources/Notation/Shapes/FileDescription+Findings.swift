import Diagnostics
import Procedures

extension FileDescription {
  static let findingsTable = MappingShape(
    name: .findingsTable, noun: "table of findings",
    explanation: "A reviewer's table of findings, each row with the findings of a replay that show it.",
    keys: [
      .required(.findings, .scalar(.fileName), "The name of the history whose findings these are."),
      .required(.history, .text, "The file of that history, which lies beside this one."),
      .required(.rows, .list(.mapping(.findingsRow)), "Every row of the reviewer's table, once and in its order."),
      .optional(
        .unmatched, .list(.mapping(.unmatchedFlag)), "Findings of a replay that no row tells, each with why it stands."),
    ])

  static let findingsRow = MappingShape(
    name: .findingsRow, noun: "row", explanation: "One finding of the reviewer.",
    keys: [
      .required(.row, .scalar(.wholeNumber), "Its number in the reviewer's table."),
      .required(
        .machine, .words(["yes", "partly", "no"]), "Whether a machine could see it in the chronology: yes, partly or no."),
      .optional(.required, .truth, "true: a replay that does not raise it has failed."),
      .optional(.profile, .scalar(.fileName), "The profile it is judged by, where that is not the history's own."),
      .optional(.note, .text, "What the findings show of it, and what they leave open."),
      .optional(.findings, .list(.mapping(.listedFinding)), "The findings that a replay must raise."),
      .optional(.notSeen, .text, "Why no rule raises it."),
    ], needsOneOf: [.findings, .notSeen])

  /// What tells one finding of a replay.
  private static let findingKeys: [KeyShape] = [
    .required(.child, .scalar(.fileName), "The child, by the history's own name."),
    .required(.rule, .scalar(.path), "The rule as workflow.rule, or workflow.missed_transition or workflow.out_of_order."),
    .optional(.member, .text, "The member of the rule's each: the role, agency or word it is about."),
    .required(.event, .text, "The event that opened it, by the history's identifier; start where none did."),
    .required(
      .kind, .words(FindingKind.allCases.filter { $0 != .notRecorded }.map(\.rawValue), .unknownFindingKind),
      "The kind it is told as."),
    .required(.certainty, .words(["certain", "possible"]), "Whether it holds under every dating that fits the history."),
    .required(.finding, .text, "The identifier under which a replay tells it."),
  ]

  static let listedFinding = MappingShape(
    name: .listedFinding, noun: "finding", explanation: "A finding that a replay must raise.", keys: findingKeys)

  static let unmatchedFlag = MappingShape(
    name: .unmatchedFlag, noun: "unmatched finding", explanation: "A finding of a replay that no row tells.",
    keys: findingKeys + [.required(.reason, .text, "Why it stands.")])
}
