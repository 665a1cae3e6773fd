public import Conditions
import Procedures

/// A clock that can go on after the workflow of its rule has come to its end.
public struct OutlivingClock: Sendable {
  public let rule: RuleIndex
  /// Ends with the workflow in an end state and the clock open.
  public let example: Example
}

extension Explorer {
  /// The limits that nothing ends when their workflow does, each with an example.
  ///
  /// Asked of deadlines without `while`; one that the search finds no example for is not told, which proves nothing.
  public func outlivingClocks(budget: Int = Explorer.usualBudget) -> [OutlivingClock] {
    procedure.rules.indices.compactMap { index in
      guard case .deadline(let deadline) = procedure.rules[index].form, deadline.during == nil,
        let goal = OutlivingGoal(index, of: procedure, maps: maps)
      else { return nil }
      let outcome = ExampleSearch(explorer: self, goal: goal, budget: budget).outcome(from: [Example(start: start)])
      return outcome.reached.map { OutlivingClock(rule: index, example: $0.example) }
    }
  }
}
