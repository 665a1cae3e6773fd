import Conditions
import Diagnostics
import Procedures

/// Finds pairs of transitions that could both be taken at once, so that the meaning would hang on line order.
///
/// A transition further in wins over one of a state around it, and parallel states each take their own; so only
/// transitions from one state are compared.
struct TransitionOverlap {
  private let workflow: Workflow
  private let number: WorkflowIndex
  private let surroundings: Surroundings
  /// The same, where nothing is taken for known of this workflow's states: what shuts two guards out must not hang on
  /// where the machine can be.
  private let surroundingsElsewhere: Surroundings
  private let contraries: ContraryParts

  static func faults(in workflows: [Workflow], _ surroundings: Surroundings) -> [Diagnostic] {
    workflows.indices.flatMap { number in
      TransitionOverlap(
        workflow: workflows[number], number: number, surroundings: surroundings,
        surroundingsElsewhere: surroundings.without(statesOf: number),
        contraries: ContraryParts(of: workflows[number].transitions)
      ).faults()
    }
  }

  /// At most one fault for each transition: with the first before it that it overlaps.
  private func faults() -> [Diagnostic] {
    var earlier: [StateIndex: [Int]] = [:]
    return workflow.transitions.enumerated().compactMap { index, transition in
      defer { earlier[transition.from, default: []].append(index) }
      return earlier[transition.from]?.lazy.filter { !contraries.areContrary(index, $0) }
        .compactMap { fault(of: transition, with: workflow.transitions[$0]) }.first
    }
  }

  private func fault(of transition: Transition, with earlier: Transition) -> Diagnostic? {
    guard let cue = SharedCue(earlier.cue, transition.cue), !areExclusive(earlier, transition, cue) else { return nil }
    let example = example(earlier, transition, cue).map { [Diagnostic.Note($0)] } ?? []
    return Diagnostic(
      .overlappingTransitions,
      "From \"\(workflow.states[transition.from].path)\" two transitions may both be taken \(words(cue)).",
      at: transition.place,
      mend: "Give each a \"when\" that excludes the other: compare one attribute with different words, or write not(...).",
      notes: [Diagnostic.Note("This is the other.", at: earlier.place)] + example)
  }

  private func words(_ cue: SharedCue) -> String {
    switch cue {
    case .event(let event): "on \"\(surroundings.scope.events[event].name)\""
    case .signal(let signal): "on the signal \"\(workflow.signals[signal])\""
    case .completion(let state): "when \"\(workflow.states[state].path)\" is complete"
    case .always: "at once"
    }
  }

  private func areExclusive(_ a: Transition, _ b: Transition, _ cue: SharedCue) -> Bool {
    guard a.when != nil, b.when != nil else { return false }
    return guards(a, b, cue, in: surroundingsElsewhere).areImpossible
  }

  private func guards(_ a: Transition, _ b: Transition, _ cue: SharedCue, in surroundings: Surroundings) -> JointConditions {
    var conditions = JointConditions(in: surroundings)
    for condition in [a.when, b.when].compactMap(\.self) { conditions.add(condition.expression, at: cue.moment) }
    return conditions
  }

  /// An event on which both are taken, in words; `nil` where none was found.
  private func example(_ a: Transition, _ b: Transition, _ cue: SharedCue) -> String? {
    var conditions = guards(a, b, cue, in: surroundings)
    let from = StateReference(workflow: number, state: a.from)
    conditions.add(.state(from), at: cue.moment)
    guard case .possible(let example?) = conditions.answer() else { return nil }
    var event: EventIndex?
    if case .event(let shared) = cue { event = shared }
    return ExampleInWords(example, of: event, at: cue.moment, in: surroundings.scope, knowing: from).text
      .map { "For example: \($0)." }
  }
}
