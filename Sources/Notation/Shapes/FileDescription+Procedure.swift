import Diagnostics
import Procedures

extension FileDescription {
  static let procedure = MappingShape(
    name: .procedure, noun: "procedure", explanation: "A procedure: what holds for all its workflows.",
    keys: [
      .required(.procedure, .scalar(.fileName), "The name by which profiles and histories call the procedure."),
      .required(.title, .text, "The name of the procedure for people."),
      .required(
        .calendar, .words(["england_and_wales"], .unknownCalendar), "The calendar that says which days are working days."),
      .required(
        .months, .words(["corresponding date"]),
        "How months are added: to the corresponding date, or the last day of a month that has none."),
      sources,
      parameters,
    ])

  static let source = MappingShape(
    name: .source, noun: "source", explanation: "An instrument from which rules or figures are taken.",
    keys: [
      .required(.title, .text, "The full title."),
      .optional(.publisher, .text, "Who issued it."),
      .optional(.dated, .text, "When it was issued or last amended, as far as it is known: 2021-03, 1989."),
      .required(.force, .words(Force.allCases.map(\.rawValue), .unknownForce), "How strongly it binds."),
    ])

  static let parameter = MappingShape(
    name: .parameter, noun: "parameter", explanation: "A figure with what it is for and where it comes from.",
    keys: [
      .required(.value, .either([value, .mapping(.datedValues)]), "The value, or a value from each of several dates."),
      .optional(.says, .text, "What the figure is, in one plain sentence."),
      .optional(.source, citationShape, "Where the figure comes from."),
    ], toldBy: [.value])

  static let datedValues = MappingShape(
    name: .datedValues, noun: "dated value", explanation: "A value from each of several dates, in order of date.",
    keys: [], others: (key: .date, value: value))

  /// The name of a source, or that with the place in it.
  static let citationShape = Shape.either([.name, .mapping(.citation)])

  static let citation = MappingShape(
    name: .citation, noun: "citation", explanation: "A source with the place in it.",
    keys: [
      .required(.of, .name, "The name of the source."),
      .optional(.at, .text, "The section, regulation, chapter or topic."),
      .optional(.read, .words(Evidence.allCases.map(\.rawValue)), "How far the text behind it was read."),
    ])

  static let profile = MappingShape(
    name: .profile, noun: "profile", explanation: "A profile: how one area, or one time, departs from a procedure.",
    keys: [
      .required(.profile, .scalar(.fileName), "The name of the profile."),
      .required(.title, .text, "The name of the profile for people."),
      .required(.extends, .scalar(.fileName), "The procedure it departs from."),
      sources,
      parameters,
      .optional(
        .rules, .names(.path, .either([.words(["off"]), ruleShape])),
        "Rules that replace those of the same name or are added, by workflow.rule; off removes one."),
      .optional(
        .transitions, .names(.path, .either([.words(["off"]), .mapping(.transition)])),
        "Named transitions that replace those of the same name, by workflow.name; off removes one."),
    ])
}
