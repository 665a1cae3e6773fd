public import Conditions
public import Procedures
import Replay

/// One thing that a path through a procedure can reach.
public enum PathTarget: Sendable, Hashable {
  /// How a clock, check or invariant may turn out.
  public enum Outcome: Sendable, Hashable, CaseIterable {
    /// Met in time, or held.
    case kept
    /// Late, missed or broken.
    case broken
  }

  /// That a machine is in the state, not only on its way through it past steps that were left out.
  case state(StateReference)
  /// That the transition is taken, by its number in the workflow.
  case transition(WorkflowIndex, Int)
  /// That something is judged under the rule, for certain, and turns out so.
  case rule(RuleIndex, Outcome)
}

/// A kind of thing that paths are asked to reach.
public enum PathMeasure: String, Sendable, Hashable, CaseIterable {
  case states
  case transitions
  case rules
}

extension PathTarget {
  public var measure: PathMeasure {
    switch self {
    case .state: .states
    case .transition: .transitions
    case .rule: .rules
    }
  }

  /// All targets of a workflow, in the order of its file: a history state is none, since no machine is ever in it.
  public static func all(
    of workflow: WorkflowIndex, _ measures: Set<PathMeasure>, in procedure: Procedure
  ) -> [PathTarget] {
    let states = procedure.workflows[workflow].states
    return PathMeasure.allCases.filter(measures.contains).flatMap { measure -> [PathTarget] in
      switch measure {
      case .states:
        states.indices.filter { !states[$0].isHistory }.map { .state(StateReference(workflow: workflow, state: $0)) }
      case .transitions: procedure.workflows[workflow].transitions.indices.map { .transition(workflow, $0) }
      case .rules:
        procedure.rules.indices.filter { procedure.rules[$0].workflow == workflow }.flatMap { rule in
          Outcome.allCases.map { .rule(rule, $0) }
        }
      }
    }
  }
}

extension PathTarget.Outcome {
  /// Whether a verdict is of this kind.
  func holds(of verdict: Verdict) -> Bool {
    switch self {
    case .kept: verdict.isKept
    case .broken: verdict.isBreach
    }
  }
}

extension Situation {
  /// Everything that the example reaches.
  func reached(under procedure: Procedure) -> Set<PathTarget> {
    let used = UsedMachines(judged(under: procedure))
    var reached: Set<PathTarget> = []
    for stay in replay.stays where used.contains(stay) { reached.insert(.state(stay.state)) }
    for taken in replay.transitions where taken.manner == .taken {
      reached.insert(.transition(taken.workflow, taken.transition))
    }
    for judgement in replay.judgements where judgement.certainty == .certain {
      for outcome in PathTarget.Outcome.allCases where outcome.holds(of: judgement.verdict) {
        reached.insert(.rule(judgement.rule, outcome))
      }
    }
    return reached
  }

  private func judged(under procedure: Procedure) -> JudgedCase {
    JudgedCase(procedure: procedure, history: example.history(named: "example", of: procedure), replay: replay)
  }
}
