import CivilTime
import Diagnostics

/// Something the history says about the day of one of its time points.
struct TimeClaim {
  enum Meaning {
    /// The point is the day that the statement speaks of.
    case day(WhenForm<TimeReference>)
    /// The point is the first day of the stretch that the statement speaks of.
    case first(WhenForm<TimeReference>)
    /// The point is the last day of that stretch.
    case last(WhenForm<TimeReference>)
    /// The point lies so many days or more after another.
    case notBefore(TimePoint, days: Int)
  }

  let point: TimePoint
  let meaning: Meaning
  let origin: TimeClaimOrigin
}

/// Where a claim comes from, so that a contradiction can be told in words.
enum TimeClaimOrigin {
  /// An event's `when`.
  case when(Int, text: String, Place)
  /// The stretch over which an event was not done, by the key or keys that give it.
  case notDone(Int, text: String, Place)
  /// A date that an event carries.
  case attribute(Int, name: String, text: String, Place)
  /// A key of a child: `known`, `born` or `until`.
  case child(key: String, text: String, Place)
  /// Any other key that holds a date: `observed until`, or `from` and `until` of `complete for`.
  case key(String, text: String, Place)
  /// The second event stands below the first in the file.
  case fileOrder(Int, Int, Place)
  /// The same, and on one day its time of day would be the earlier.
  case fileOrderByTime(Int, Int, Place)
  /// Nothing in the record is later than its last observed day.
  case observed(Int, Place)

  var place: Place {
    switch self {
    case .when(_, _, let place), .notDone(_, _, let place), .attribute(_, _, _, let place), .child(_, _, let place),
      .key(_, _, let place), .fileOrder(_, _, let place), .fileOrderByTime(_, _, let place), .observed(_, let place):
      place
    }
  }
}

/// All time points of a history and all claims about them.
struct TimeClaims {
  private(set) var pointCount: Int
  private(set) var claims: [TimeClaim] = []

  /// - Parameter pointCount: the points that there are from the beginning, one for each event.
  init(pointCount: Int) { self.pointCount = pointCount }

  mutating func addPoint() -> TimePoint {
    pointCount += 1
    return pointCount - 1
  }

  mutating func claim(_ point: TimePoint, _ meaning: TimeClaim.Meaning, from origin: TimeClaimOrigin) {
    claims.append(TimeClaim(point: point, meaning: meaning, origin: origin))
  }
}
