import Conditions
import Procedures

/// Where one child stands in the middle of a replay.
struct ChildState {
  /// Whether judging has begun, and has not ended.
  var isJudged = false
  var hasEnded = false
  var known: TimeReference
  var machines: [MachineState]
  /// By rule: the newest open clock; -1 for none.
  var openClocks: [Int]
  /// By rule: whether its `while` held after the last step.
  var during: [Bool]
  /// By rule: the stretch of an invariant.
  var stretches: [InvariantStretch]
  /// By event: the occurrences so far, by number, oldest first.
  var occurrences: [[Int32]]
  /// The workflows whose machine has moved since invariants were last judged, bit by bit.
  var changedWorkflows = UInt64.max
  /// The last event of the moment at hand that was followed for this child.
  var occasion: Occasion?
}

/// One machine of one child.
struct MachineState {
  var configuration: ConfigurationIndex
  var episode = 1
  /// Where the episode began in the order of work, and when.
  var episodeStart = 0
  var episodeTime: TimeReference?
  var lastTime: TimeReference?
  var lastEvent = -1
  var hasMoved = false
  /// Whether the way here hangs on something not recorded.
  var isUncertain = false
}

/// An unbroken stretch of an invariant.
struct InvariantStretch {
  enum Condition: UInt8 {
    case off
    case held
    case broken
    case brokenPossibly
    case unknown
  }

  var condition = Condition.off
  var start: TimeReference = .point(0)
  var event = -1
  var episode = 1
  var missing: [MissingValue] = []
  var isUncertain = false
}

/// A state of a workflow entered or left in the step at hand.
struct WorkflowChange {
  let workflow: Int
  let state: Int
  let isEntry: Bool
}
