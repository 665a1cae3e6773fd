import Conditions
import Histories
import Procedures

/// Where one child stands in the middle of a replay.
struct ChildState: BitwiseCopyable {
  /// Whether judging has begun, and has not ended.
  var isJudged = false
  var hasEnded = false
  /// Whether the last event of the record opened clocks that run on after it.
  var isOutlived = false
  let known: TimeReference
  /// When the record says that the child is known, is born and leaves the case; -1 where it does not.
  let knownPoint: TimePoint
  let born: TimePoint
  let until: TimePoint
  /// The workflows whose machine has moved since invariants were last judged, bit by bit.
  var changedWorkflows = UInt64.max
  /// The last event of the moment at hand that was followed for this child.
  var occasion: Occasion?

  init(_ record: ChildRecord, known: TimeReference) {
    self.known = known
    knownPoint = record.known ?? -1
    born = record.born ?? -1
    until = record.until ?? -1
  }
}

/// One machine of one child.
struct MachineState: BitwiseCopyable {
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
struct InvariantStretch: BitwiseCopyable {
  enum Condition: UInt8, BitwiseCopyable {
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
  /// What was not recorded, by its number in the judgement book; -1 for nothing.
  var missing: Int32 = -1
  var isUncertain = false
}

/// A state of a workflow entered or left in the step at hand.
struct WorkflowChange: BitwiseCopyable {
  let workflow: Int
  let state: Int
  let isEntry: Bool
}

/// A machine that moved in the moment at hand, and on what.
struct MachineMove: BitwiseCopyable {
  let child: Int
  let workflow: WorkflowIndex
  let occasion: Occasion
}
