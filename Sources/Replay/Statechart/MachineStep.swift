import Conditions
import Procedures

/// What one event did to a machine.
struct MachineStep: Hashable, Sendable {
  let configuration: ConfigurationIndex
  /// The transitions it took, in order, and those that followed by themselves.
  var transitions: [Int] = []
  var changes: [StateChange] = []
  var sends: [Send] = []
  /// What it did in virtual time, in order.
  var effects: [Effect] = []
  /// Whether it was cut off because the machine never came to rest.
  var isCutOff = false

  struct Send: Hashable, Sendable {
    let signal: Int
    let after: Delay
  }

  /// What a step asks of whoever keeps the virtual time.
  enum Effect: Hashable, Sendable {
    case post(signal: Int, after: Milliseconds, identifier: String?)
    case cancel(identifier: String)
    case log(label: String, text: String)
  }
}

/// One state entered or left, in the order in which it happened.
struct StateChange: Hashable, BitwiseCopyable {
  let state: StateIndex
  let isEntry: Bool
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
