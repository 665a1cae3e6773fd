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
  /// The first `when` of an event that was done, or the stretch of one that was not.
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
