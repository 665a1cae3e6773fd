import Conditions

/// Where a machine is: its active states, and what its history states remember.
struct Configuration: Hashable, Sendable {
  var active: StateSet
  /// For each history state that has been left at least once, the states it remembers.
  var memory: [StateIndex: StateSet] = [:]
  /// Whether a top-level end state is active, so that the machine has stopped.
  var isFinished = false
}

/// The number of a configuration, in the order in which they were first met.
typealias ConfigurationIndex = Int

/// One state entered or left, in the order in which it happened.
struct StateChange: Hashable, Sendable {
  let state: StateIndex
  let isEntry: Bool
}

/// What one event did to a machine.
final class MachineStep: Sendable {
  let configuration: ConfigurationIndex
  let changes: [StateChange]
  let sends: [Send]
  /// The transitions that were taken, in order.
  let taken: [Int]

  init(configuration: ConfigurationIndex, changes: [StateChange] = [], sends: [Send] = [], taken: [Int] = []) {
    self.configuration = configuration
    self.changes = changes
    self.sends = sends
    self.taken = taken
  }

  struct Send: Hashable, Sendable {
    let signal: Int
    let after: Delay
  }
}
