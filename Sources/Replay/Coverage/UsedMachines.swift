import Conditions
import Histories
import Procedures

/// The machines of a replay that moved, or that the record opens in some state.
///
/// Every machine is in its start state from the beginning: of one that nothing happened to, that is no coverage. Nor is a
/// state through which a machine only came because a step was passed over.
public struct UsedMachines: Sendable {
  private struct Machine: Hashable, Sendable {
    let child: Int
    let workflow: WorkflowIndex
  }

  private struct Passage: Hashable, Sendable {
    let machine: Machine
    let event: Int
  }

  private var machines: Set<Machine> = []
  /// The events that showed that steps were passed over.
  private var passages: Set<Passage> = []

  public init(_ judged: JudgedCase) {
    for taken in judged.replay.transitions {
      let machine = Machine(child: taken.child, workflow: taken.workflow)
      machines.insert(machine)
      if taken.manner == .passedOver, let event = taken.event { passages.insert(Passage(machine: machine, event: event)) }
    }
    for (child, record) in judged.history.children.enumerated() {
      for state in record.startsIn { machines.insert(Machine(child: child, workflow: state.workflow)) }
    }
  }

  public func contains(_ stay: Stay) -> Bool {
    let machine = Machine(child: stay.child, workflow: stay.state.workflow)
    if let event = stay.enteringEvent, event == stay.leavingEvent,
      passages.contains(Passage(machine: machine, event: event))
    {
      return false
    }
    return machines.contains(machine)
  }
}
