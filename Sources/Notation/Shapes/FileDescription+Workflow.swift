extension FileDescription {
  static let workflow = MappingShape(
    name: .workflow, noun: "workflow",
    explanation: "A workflow: the states a child can be in, the events that change them, and the rules.",
    keys: [
      .required(.workflow, .name, "The name of the workflow."),
      .required(.title, .text, "The name of the workflow for people."),
      .optional(.for, .words(["child"]), "Whose workflow it is."),
      .optional(.source, citationShape, "The source of the order of its steps."),
      sources,
      parameters,
      .optional(.start, .scalar(.path), "The state in which every machine begins, where no state is marked as the start."),
      .optional(.signals, .list(.name), "What states and transitions may raise or send within the workflow."),
      .required(.states, .names(.name, .mapping(.state)), "The states, by name."),
      .optional(.transitions, .list(.mapping(.transition)), "The ways from state to state."),
      .optional(.rules, .names(.name, ruleShape), "What the procedure demands, by name."),
    ])

  static let state = MappingShape(
    name: .state, noun: "state", explanation: "A state a child can be in.",
    keys: [
      .optional(.title, .text, "The state for people."),
      .optional(
        .start, .either([.truth, .scalar(.path)]),
        "true marks the state in which every machine begins; inside a state with states, the name of the first."),
      .optional(.end, .truth, "true marks a state in which the workflow, or the state around it, is complete."),
      .optional(.parallel, .truth, "true: all the states inside are active at once."),
      .optional(.states, .names(.name, .mapping(.state)), "The states inside."),
      .optional(.history, .words(["shallow", "deep"]), "Remembers which states beside it were last active."),
      .optional(.otherwise, .oneOrMany(.path), "Where a history state leads when there is nothing to remember."),
      .optional(.onEntry, .list(action), "What is raised or sent whenever the state is entered."),
      .optional(.onExit, .list(action), "What is raised or sent whenever the state is left."),
    ])

  static let action = Shape.oneOf([.raising, .sending], whenUnclear: nil)

  static let raising = MappingShape(
    name: .raising, noun: "raised signal", explanation: "A signal that is heard before the step ends.",
    keys: [.required(.raise, .name, "The signal.")], toldBy: [.raise])

  static let sending = MappingShape(
    name: .sending, noun: "sent signal", explanation: "A signal that is heard after a while.",
    keys: [
      .required(.send, .name, "The signal."),
      .required(.after, .text, "After how long it is heard: 10 working days."),
    ], toldBy: [.send])

  static let transition = MappingShape(
    name: .transition, noun: "transition", explanation: "A way from a state to others.",
    keys: [
      .optional(.on, .oneOrMany(.name), "The event, or any of several, on which it is taken."),
      .optional(.signal, .name, "The signal on which it is taken."),
      .optional(.completed, .scalar(.path), "The state whose completion takes it."),
      .required(.from, .oneOrMany(.path), "The state it leads from, or several."),
      .optional(.to, .oneOrMany(.path), "The state it leads to, or one in each of several parallel states."),
      .optional(.when, .text, "The condition under which it is taken."),
      .optional(.name, .name, "The name by which a profile may replace it."),
      .optional(.optional, .truth, "true: the procedure does not require this step."),
      .optional(.leaves, .truth, "true: a target inside its from state leaves that state and enters it again."),
      .optional(.do, .list(action), "What is raised or sent on the way."),
    ])
}
