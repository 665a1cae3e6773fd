import Diagnostics
import Procedures

extension FileDescription {
  /// A rule, whose form is told by a key of its own.
  static let ruleShape = Shape.oneOf([.deadline, .cadence, .check, .invariant], whenUnclear: .ruleFormUnclear)

  /// The keys of every rule.
  private static func common(finds: KeyShape) -> [KeyShape] {
    [
      .required(.says, .text, "What the rule demands, in one plain sentence."),
      .required(.source, citationShape, "The source that demands it.", whenMissing: .missingSource),
      finds,
      .optional(.inForce, .text, "The days on which the rule applies: 2013-04-15.., ..2013-04-14 or one day..another."),
    ]
  }

  private static let findingKinds = Shape.words(FindingKind.allCases.map(\.rawValue), .unknownFindingKind)

  private static func findsUnlessSaid(_ standard: String) -> KeyShape {
    .optional(.finds, findingKinds, "What a breach is told as; \(standard) unless said otherwise.")
  }

  private static let each = KeyShape.optional(
    .each, .text, "One clock or check for each member of a set: agency in trigger.involved.")
  private static let expect = KeyShape.required(.expect, .text, "The event, or the state entered or left, that meets it.")
  private static let unless = KeyShape.optional(.unless, .text, "An event that ends the clock without a finding.")
  private static let counting = KeyShape.optional(
    .counting, .words(["inclusive", "exclusive"]), "Whether the first day is counted; exclusive unless said otherwise.")

  static let deadline = MappingShape(
    name: .deadline, noun: "deadline", explanation: "Within a time of a trigger, something is expected.",
    keys: common(finds: findsUnlessSaid("missed, or late when done late")) + [
      each,
      .optional(.within, .text, "How long there is: 10 working days, a parameter, or an expression."),
      .optional(.ahead, .text, "How long before a date that the trigger carries it is due."),
      .optional(.orWithin, .text, "With ahead: how long there is where the date became known too late."),
      .required(.of, .text, "What opens the clock: an event, entering or leaving a state, a date, or overdue and a rule."),
      expect,
      .optional(.while, .text, "The states in which the clock runs; leaving them ends it."),
      unless,
      .optional(.when, .text, "The condition under which the trigger opens a clock."),
      counting,
      .optional(.extendedBy, .mapping(.extensionOfDeadline), "What lengthens the time."),
    ], needsOneOf: [.within, .ahead], toldBy: [.within, .ahead])

  static let extensionOfDeadline = MappingShape(
    name: .extensionOfDeadline, noun: "extension", explanation: "What lengthens a deadline.",
    keys: [
      .required(.event, .text, "The event that extends it."),
      .optional(.to, .name, "The date of that event to which it is extended."),
      .optional(.by, .text, "How much longer than the due date then standing it becomes."),
      .optional(.atMost, .scalar(.wholeNumber), "How often it may be extended; any number of times unless said."),
    ])

  static let cadence = MappingShape(
    name: .cadence, noun: "cadence", explanation: "Every so often while in a state, something is expected.",
    keys: common(finds: findsUnlessSaid("gap")) + [
      each,
      .required(.every, .text, "How often: 6 weeks, a parameter, or an expression."),
      .optional(.first, .text, "The length of the first interval, where it differs."),
      .required(.while, .text, "The states in which it runs."),
      expect,
      .optional(
        .slots, .words(["fixed"]), "fixed: the intervals lie on a grid from entry, whatever happened in the one before."),
      unless,
      .optional(.when, .text, "The condition under which an interval opens."),
      counting,
    ], toldBy: [.every])

  static let check = MappingShape(
    name: .check, noun: "check", explanation: "At an event, something must hold.",
    keys: common(
      finds: .required(.finds, findingKinds, "What a breach is told as.", whenMissing: .checkWithoutKind)) + [
        each,
        .required(.at, .text, "The event, or the state entered or left, at which it is checked."),
        .required(.require, .text, "The condition that must hold."),
        .optional(.when, .text, "The condition under which it is checked."),
        .optional(.while, .text, "The states in which it is checked."),
      ], toldBy: [.at])

  static let invariant = MappingShape(
    name: .invariant, noun: "invariant", explanation: "While one condition holds, another must.",
    keys: common(finds: findsUnlessSaid("conflict")) + [
      .required(.while, .text, "The condition during which it must hold."),
      .required(.require, .text, "The condition that must hold."),
      .optional(.forMoreThan, .text, "How long it may be broken without a finding."),
    ], toldBy: [.require])
}
