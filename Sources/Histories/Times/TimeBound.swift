import CivilTime

/// Bounds on the days from one time point to another, as one claim sets them.
struct TimeBound: Equatable {
  /// The network's origin stands for 1970-01-01.
  static let origin = DifferenceNetwork.origin

  let from: TimePoint
  let to: TimePoint
  /// **Ends**: both belong to it; `nil` is open.
  let least: Int?
  let most: Int?

  func holds(from a: Day, to b: Day) -> Bool {
    let days = b.days(since: a)
    return (least.map { $0 <= days } ?? true) && (most.map { days <= $0 } ?? true)
  }
}
