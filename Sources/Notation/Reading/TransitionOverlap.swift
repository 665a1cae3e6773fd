import Conditions
import Diagnostics
import Procedures

/// Finds pairs of transitions that could both be taken at once, so that the meaning would hang on line order.
///
/// A transition further in wins over one of a state around it, and parallel states each take their own; so only
/// transitions from one state are compared.
struct TransitionOverlap {
  private let workflow: Workflow
  private let vocabulary: Vocabulary

  static func faults(in workflow: Workflow, vocabulary: Vocabulary) -> [Diagnostic] {
    TransitionOverlap(workflow: workflow, vocabulary: vocabulary).faults()
  }

  private func faults() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (index, transition) in workflow.transitions.enumerated() {
      for earlier in workflow.transitions[..<index] where earlier.from == transition.from {
        guard let cue = sharedCue(earlier.cue, transition.cue), !areExclusive(earlier, transition) else { continue }
        diagnostics.append(
          Diagnostic(
            .overlappingTransitions,
            "From \"\(workflow.states[transition.from].path)\" two transitions may both be taken \(cue).",
            at: transition.place,
            mend: "Give each a \"when\" that excludes the other: compare one attribute with different words, or write not(...).",
            notes: [Diagnostic.Note("This is the other.", at: earlier.place)]))
      }
    }
    return diagnostics
  }

  /// What may take both, in words; `nil` where nothing does.
  private func sharedCue(_ a: Transition.Cue, _ b: Transition.Cue) -> String? {
    switch (a, b) {
    case (.events(let first), .events(let second)):
      first.first(where: second.contains).map { "on \"\(vocabulary.events[$0].name)\"" }
    case (.signal(let first), .signal(let second)): first == second ? "on the signal \"\(workflow.signals[first])\"" : nil
    case (.completion(let first), .completion(let second)):
      first == second ? "when \"\(workflow.states[first].path)\" is complete" : nil
    case (.always, .always): "at once"
    default: nil
    }
  }

  private func areExclusive(_ a: Transition, _ b: Transition) -> Bool {
    guard let first = a.when?.expression, let second = b.when?.expression else { return false }
    return Exclusion.areExclusive(first, second)
  }
}
