import CivilTime
import Replay

extension Finding {
  /// The days on which it can have begun: when what was to be done fell due, when a condition stopped to hold, or when a step came
  /// out of its order.
  var when: Span { judgement.map { $0.due ?? $0.opened } ?? departure?.happened ?? Span(day) }
}
