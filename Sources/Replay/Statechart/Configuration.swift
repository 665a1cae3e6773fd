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
struct StateChange: Hashable, BitwiseCopyable {
  let state: StateIndex
  let isEntry: Bool
}

/// What one event did to a machine.
struct MachineStep: Hashable, Sendable {
  let configuration: ConfigurationIndex
  var changes: [StateChange] = []
  var sends: [Send] = []

  struct Send: Hashable, Sendable {
    let signal: Int
    let after: Delay
  }
}

/// The number of a step, in the order in which a chart first made it.
typealias StepNumber = Int

/// A step as the replay reads it.
struct StepFigures: BitwiseCopyable {
  let configuration: ConfigurationIndex
  /// Among the chart's changes.
  let changes: Places
  let hasSends: Bool
}
