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
