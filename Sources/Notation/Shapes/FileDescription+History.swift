extension FileDescription {
  static let history = MappingShape(
    name: .history, noun: "history", explanation: "A case history: what is recorded of the children of one case.",
    keys: [
      .required(.history, .scalar(.fileName), "The name of the history."),
      .optional(.title, .text, "The name of the history for people."),
      .optional(.source, .mapping(.historySource), "The publication it was taken from."),
      .optional(.procedure, .scalar(.fileName), "The procedure it asks to be judged by."),
      .optional(.profile, .scalar(.fileName), "The profile it asks to be judged by."),
      .required(.children, .names(.fileName, .mapping(.child)), "The children, by the history's own names."),
      .optional(
        .completeFor, .either([.words(["everything"]), .list(.either([.name, .mapping(.completeness)]))]),
        "The events for which the record is complete, what is not recorded did not happen; everything means all of them."),
      .required(.observedUntil, .text, "The last observed day: an event's identifier or a date."),
      .required(.events, .list(.mapping(.occurrence)), "What happened, in order of time."),
    ])

  static let historySource = MappingShape(
    name: .historySource, noun: "source", explanation: "The publication a history was taken from.",
    keys: [
      .required(.title, .text, "The full title."),
      .optional(.publisher, .text, "Who published it."),
      .optional(.dated, .text, "When it was published, as far as it is known."),
    ])

  static let child = MappingShape(
    name: .child, noun: "child", explanation: "One child of the case.",
    keys: [
      .optional(
        .known, .oneOrMany(.text), "When judging begins: an event's identifier or a time; the child's first event if not said."),
      .optional(.born, .oneOrMany(.text), "When the child is born: an event's identifier or a time."),
      .optional(.until, .oneOrMany(.text), "When judging ends: an event's identifier or a time."),
      .optional(.startsIn, .names(.name, .scalar(.path)), "The state of each workflow in which the record finds the child."),
    ])

  static let completeness = MappingShape(
    name: .completeness, noun: "completeness", explanation: "A stretch over which the record of an event is complete.",
    keys: [
      .required(.event, .oneOrMany(.name), "The event, or several."),
      .optional(.for, .list(.text), "The children for whom it is; all unless said otherwise."),
      .optional(.from, .text, "From when: an event's identifier or a date."),
      .optional(.until, .text, "Until when: an event's identifier or a date."),
    ])

  static let occurrence = MappingShape(
    name: .occurrence, noun: "event", explanation: "Something that happened, or is recorded as not done, with its attributes.",
    keys: [
      .required(.id, .text, "The history's own name for it."),
      .required(.event, .name, "What happened, by its name in the vocabulary."),
      .optional(
        .for, .either([.words(["world"]), .list(.text), .names(.text, .names(.name, .anything))]),
        "The children it happened to, with attributes that differ by child; world is nobody's event."),
      .optional(.when, .oneOrMany(.text), "When it happened: a date, a span, or a relation to another event."),
      .optional(.from, .text, "With done: no, from when it was not done."),
      .optional(.until, .text, "With done: no, until when it was not done."),
      .optional(.done, .words(["no", "false"]), "no, or false: the step is recorded as not done."),
      .optional(.time, .text, "The time of day, with an exact date: 14:30."),
      .optional(.order, .words(["free"]), "free: its place in the file says nothing about its time."),
      .optional(.cite, .text, "Where it stands in the source."),
    ], others: (key: .name, value: .anything))
}
