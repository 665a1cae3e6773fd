public import Conditions
import Procedures
import Replay

/// Whether a child can rest in a state with no clock running.
public struct DriftAnswer: Sendable {
  public enum Standing: Sendable {
    /// A child can rest there for good: the example ends there with no clock about the workflow open.
    case hole(Example)
    /// These clocks run as long as a child is there, unless what they except happens.
    case watched(by: [RuleIndex])
    /// Every example without a clock that was found breaks rules as long as the child rests there: these in one, those in
    /// another.
    case onlyAgainst([Breach])
    /// No example was found, and nothing proves that there is none.
    case notFound(NearMiss)
  }

  /// An example in which invariants are broken at its end.
  public struct Breach: Sendable {
    public let rules: [RuleIndex]
    public let example: Example
  }

  /// The nearest that a search came.
  public struct NearMiss: Sendable {
    /// The clocks about the workflow that were still open.
    public let open: [RuleIndex]
    public let tried: Int
    /// Whether every way that was thought of was tried.
    public let isExhausted: Bool
  }

  public let state: StateReference
  /// The states of other workflows in which the child was to be meanwhile.
  public let beside: [StateReference]
  public let standing: Standing
  /// The clocks that may run there and need not.
  public let mayRun: [RuleIndex]
  /// For a hole: the clocks of other workflows that run in the example meanwhile.
  public let runMeanwhile: [RuleIndex]
}

extension Explorer {
  /// Whether a case can stand in the state: it is atomic, and neither where every machine begins nor an end.
  public func isResting(_ state: StateReference) -> Bool { maps[state.workflow].restingStates.contains(state.state) }

  /// How many examples are tried for each state.
  public static let usualBudget = 300

  /// Asks of every state in which a case can stand, but where machines begin and end, whether a child can rest there with no
  /// clock about its workflow running.
  ///
  /// - Parameter beside: states of other workflows in which the child is to be meanwhile.
  public func driftAnswers(beside: [StateReference] = [], budget: Int = Explorer.usualBudget) -> [DriftAnswer] {
    maps.indices.filter { workflow in !beside.contains { $0.workflow == workflow } }.flatMap { workflow in
      maps[workflow].restingStates.map { state in
        driftAnswer(of: StateReference(workflow: workflow, state: state), beside: beside, budget: budget)
      }
    }
  }

  /// The states of a workflow in which a child can rest for good with no clock about it running.
  public func driftHoles(of workflow: WorkflowIndex) -> Set<StateIndex> {
    Set(
      maps[workflow].restingStates.filter { state in
        let answer = driftAnswer(of: StateReference(workflow: workflow, state: state))
        return if case .hole = answer.standing { true } else { false }
      })
  }

  func driftAnswer(
    of state: StateReference, beside: [StateReference] = [], budget: Int = Explorer.usualBudget
  ) -> DriftAnswer {
    let clocks = clocksAbout[state.workflow]
    let always = clocks.filter { alwaysRuns($0, in: state) }
    let may = clocks.filter { !always.contains($0) && mayRun($0, in: state) }
    func answer(_ standing: DriftAnswer.Standing, meanwhile: [RuleIndex] = []) -> DriftAnswer {
      DriftAnswer(state: state, beside: beside, standing: standing, mayRun: may, runMeanwhile: meanwhile)
    }
    guard always.isEmpty || !beside.isEmpty else { return answer(.watched(by: always)) }
    // Where clocks run in any case, what is left to ask is whether the states can stand side by side at all.
    let goal = DriftGoal([state] + beside, clocks: always.isEmpty ? Set(clocks) : [], maps: maps)
    let outcome = ExampleSearch(explorer: self, goal: goal, budget: budget).outcome(from: [Example(start: start)])
    if let reached = outcome.reached {
      guard always.isEmpty else { return answer(.watched(by: always)) }
      return answer(.hole(reached.example), meanwhile: Set(reached.open.map(\.rule)).sorted())
    }
    let breaches = breaches(in: outcome.tried.filter(goal.isBrokenOnly))
    if !breaches.isEmpty { return answer(.onlyAgainst(breaches)) }
    return answer(
      .notFound(
        DriftAnswer.NearMiss(
          open: Set(outcome.nearest.open.map(\.rule)).intersection(goal.clocks).sorted(), tried: outcome.tried.count,
          isExhausted: outcome.isExhausted)))
  }

  /// The fewest rules that are broken in any example, and in the others that break none of the same.
  private func breaches(in situations: [Situation]) -> [DriftAnswer.Breach] {
    var found: [DriftAnswer.Breach] = []
    let inOrder = situations.enumerated().sorted { a, b in
      (a.element.broken.count, a.element.flaws, a.offset) < (b.element.broken.count, b.element.flaws, b.offset)
    }
    for (_, situation) in inOrder {
      let rules = Set(situation.broken.map(\.rule)).sorted()
      guard !found.contains(where: { Set($0.rules).isSubset(of: rules) }) else { continue }
      found.append(DriftAnswer.Breach(rules: rules, example: situation.example))
    }
    return found
  }
}
