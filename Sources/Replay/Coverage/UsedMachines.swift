import Conditions
import Histories
import Procedures

/// The machines of a replay that moved, or that the record opens in some state.
///
/// Every machine is in its start state from the beginning: of one that nothing happened to, that is no coverage.
public struct UsedMachines: Sendable {
  private struct Machine: Hashable, Sendable {
    let child: Int
    let workflow: WorkflowIndex
  }

  private var machines: Set<Machine> = []

  public init(_ judged: JudgedCase) {
    for taken in judged.replay.transitions { machines.insert(Machine(child: taken.child, workflow: taken.workflow)) }
    for (child, record) in judged.history.children.enumerated() {
      for state in record.startsIn { machines.insert(Machine(child: child, workflow: state.workflow)) }
    }
  }

  public func contains(_ stay: Stay) -> Bool {
    machines.contains(Machine(child: stay.child, workflow: stay.state.workflow))
  }
}
