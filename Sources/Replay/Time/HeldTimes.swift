import Histories

/// The times of a case whose dates are not exact, in one place, for they are asked very often.
final class HeldTimes {
  private let times: CaseTimes

  init(_ times: CaseTimes) { self.times = times }

  /// The least and the most of `b - a` in whole days under every dating that fits.
  func days(from a: TimePoint, to b: TimePoint) -> (least: Int, most: Int) { times.days(from: a, to: b) }
}
