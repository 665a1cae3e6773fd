extension FileDescription {
  static let vocabulary = MappingShape(
    name: .vocabulary, noun: "vocabulary", explanation: "A vocabulary: who acts in a procedure, and what can happen.",
    keys: [
      .required(.vocabulary, .scalar(.fileName), "The name of the vocabulary."),
      .optional(.title, .text, "The name of the vocabulary for people."),
      .optional(.roles, .names(.name, .mapping(.role)), "Who acts or attends, by name."),
      .optional(.events, .names(.name, .mapping(.event)), "What can happen, by name."),
    ])

  static let role = MappingShape(
    name: .role, noun: "role", explanation: "Someone who acts or attends.",
    keys: [.optional(.title, .text, "The role for people.")])

  static let event = MappingShape(
    name: .event, noun: "event", explanation: "Something that can happen.",
    keys: [
      .optional(.title, .text, "The event for people."),
      .optional(
        .attributes, .names(.name, .text),
        "What is recorded of it, each with its type: boolean, number, text, date, duration, role, one of [a, b], "
          + "set of role or set of [a, b]."),
      .optional(
        .context, .truth, "true: no rule or transition reads it; it is kept so that the chronology is whole."),
    ])
}
