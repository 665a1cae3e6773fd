import Conditions
import Procedures

/// Where one child stands in the middle of a replay.
final class ChildState {
  /// Whether judging has begun, and has not ended.
  @exclusivity(unchecked) var isJudged = false
  @exclusivity(unchecked) var hasEnded = false
  @exclusivity(unchecked) var known: TimeReference
  @exclusivity(unchecked) var machines: [MachineState]
  /// By rule: the newest open clock; -1 for none.
  @exclusivity(unchecked) var openClocks: [Int]
  /// By rule: whether its `while` held after the last step.
  @exclusivity(unchecked) var during: [Bool]
  /// By place among the invariants.
  @exclusivity(unchecked) var stretches: [InvariantStretch]
  /// By remembered event: the occurrences so far, by number, oldest first.
  @exclusivity(unchecked) var occurrences: [[Int32]]
  /// The workflows whose machine has moved since invariants were last judged, bit by bit.
  @exclusivity(unchecked) var changedWorkflows = UInt64.max
  /// The last event of the moment at hand that was followed for this child.
  @exclusivity(unchecked) var occasion: Occasion?

  init(known: TimeReference, machines: [MachineState], tables: ReplayTables) {
    self.known = known
    self.machines = machines
    openClocks = Array(repeating: -1, count: tables.rules.count)
    during = Array(repeating: false, count: tables.rules.count)
    stretches = Array(repeating: InvariantStretch(), count: tables.invariants.count)
    occurrences = Array(repeating: [], count: tables.rememberedCount)
  }
}

/// One machine of one child.
struct MachineState {
  var configuration: ConfigurationIndex
  var episode = 1
  /// Where the episode began in the order of work, and when.
  var episodeStart = 0
  var episodeTime: TimeReference?
  /// The last event that moved it; -1 for none.
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
