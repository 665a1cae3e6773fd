import CivilTime
import Conditions
import Diagnostics
import Procedures

/// An entry of the record before the times of the history are solved.
struct EventDraft {
  let identifier: String
  var event: EventIndex?
  var wasDone = true
  var children: UInt64 = 0
  /// Until when it was not done; `nil` is the end of observation, or the event's own time for what happened.
  var end: TimePoint?
  /// Minutes after midnight; -1 where no time of day is given.
  var minute: Int16 = -1
  /// Whether its place in the file says something about its time.
  var isOrdered = true
  var firstAttribute = 0
  var attributeCount = 0
  var cite: String?
  let place: Place
}

/// An attribute before the times of the history are solved.
struct AttributeDraft {
  enum Content: Equatable {
    case value(Value)
    /// A date that hangs on events.
    case point(TimePoint)
  }

  let attribute: ConditionScope.Attribute
  var children: UInt64
  let content: Content
  let place: Place
}
