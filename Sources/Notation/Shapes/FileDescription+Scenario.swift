extension FileDescription {
  static let scenario = MappingShape(
    name: .scenario, noun: "training scenario",
    explanation: "A case that unfolds from decision to decision: what the world does, and what a trainee may choose.",
    keys: [
      .required(.scenario, .scalar(.fileName), "The name of the scenario."),
      .required(.title, .text, "The name of the scenario for people."),
      .required(.teaches, .text, "What a trainee can learn from it, in a sentence or two."),
      .optional(.source, .mapping(.historySource), "The publication it was drawn from."),
      .required(.procedure, .scalar(.fileName), "The procedure by which it is judged."),
      .optional(.profile, .scalar(.fileName), "The profile by which it is judged."),
      .required(.children, .names(.fileName, .mapping(.child)), "The children, by names of the scenario's own."),
      .optional(
        .completeFor, .either([.words(["everything"]), .list(.either([.name, .mapping(.completeness)]))]),
        "The events for which the record is complete; everything means all of them, and is so if not said."),
      .required(.observedUntil, .scalar(.date), "The last day, on which the debrief looks back."),
      .required(.events, .list(.mapping(.occurrence)), "What the world does whatever is chosen, each with its day."),
      .required(.decisions, .list(.mapping(.decision)), "Where the trainee decides, in order of time."),
    ])

  static let decision = MappingShape(
    name: .decision, noun: "decision", explanation: "A point at which the trainee decides what happens next.",
    keys: [
      .required(.decision, .name, "The name of the decision."),
      .required(.on, .scalar(.date), "The day on which it is made."),
      .optional(.onlyAfter, .oneOrMany(.path), "It is met only after one of these choices, as decision.choice."),
      .required(.tells, .text, "What the trainee is told, and asked."),
      .required(.choices, .list(.mapping(.choice)), "What can be chosen, at least two."),
      .optional(.found, .text, "What the reviewers of the real case found at this point."),
      .optional(.cite, .text, "Where they say so."),
    ])

  static let choice = MappingShape(
    name: .choice, noun: "choice", explanation: "Something a trainee may choose, right or wrong.",
    keys: [
      .required(.choice, .name, "The name of the choice."),
      .required(.says, .text, "What is chosen, in a few words."),
      .optional(.does, .list(.mapping(.occurrence)), "What the trainee's agency does, each with its day; nothing is to wait."),
      .optional(.then, .list(.mapping(.occurrence)), "What the world does in answer, each with its day."),
      .optional(.answer, .text, "What the trainee is told of the answer."),
    ])
}
