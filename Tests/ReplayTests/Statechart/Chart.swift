/// A state machine as the pseudo-code of SCXML sees it: states that know one another, with their transitions.
///
/// Nothing of the engine or the reader is used, so that a fault there cannot hide here.
final class ChartState {
  enum Kind: Equatable {
    case scxml
    case state
    case parallel
    case final
    case history(isDeep: Bool)
  }

  let identifier: String
  let kind: Kind
  private(set) weak var parent: ChartState?
  private(set) var children: [ChartState] = []
  /// Its place in document order.
  let order: Int
  var transitions: [ChartTransition] = []
  /// The transition to the start inside, or to what a history state leads to without a memory.
  var initial: ChartTransition?
  /// The blocks of actions on entering.
  var onEntry: [[ChartAction]] = []
  var onExit: [[ChartAction]] = []

  init(_ identifier: String, _ kind: Kind, in parent: ChartState?, order: Int) {
    self.identifier = identifier
    self.kind = kind
    self.parent = parent
    self.order = order
    parent?.children.append(self)
  }

  var isHistory: Bool { if case .history = kind { true } else { false } }

  /// The state and all below it, in document order.
  var all: [ChartState] { [self] + children.flatMap(\.all) }
}

struct ChartTransition {
  /// What tells it from every other of the machine.
  var number = -1
  let source: ChartState
  /// Event descriptors; none for a transition without an event.
  var events: [String] = []
  var condition: ChartCondition?
  var targets: [ChartState] = []
  var isInternal = false
  var content: [ChartAction] = []
}

indirect enum ChartCondition {
  case isIn(String)
  case not(ChartCondition)
  case and(ChartCondition, ChartCondition)
  case or(ChartCondition, ChartCondition)
}

indirect enum ChartAction {
  case raise(String)
  case send(String, delay: Int, identifier: String?)
  case cancel(String)
  case log(String)
  case choose(ChartCondition, then: [ChartAction], otherwise: [ChartAction])
  /// A send to a target that cannot be.
  case failingSend
}
