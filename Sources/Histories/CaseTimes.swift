public import CivilTime

/// When each time point of a case may have been, and how far two of them may have been apart.
///
/// A case whose every time is one exact date holds only those dates and no network.
public struct CaseTimes: Sendable {
  /// The earliest and latest day of each time point that fits the whole history.
  public let spans: [Span]
  /// One dating that fits: the middle of each span where that solves the network, else its earliest solution.
  public let nominal: [Day]
  /// The solved network; `nil` where every span is one day.
  public let network: DifferenceNetwork.Solution?

  public init(exact days: [Day]) {
    self.spans = days.map { Span($0) }
    self.nominal = days
    self.network = nil
  }

  public init(spans: [Span], nominal: [Day], network: DifferenceNetwork.Solution) {
    self.spans = spans
    self.nominal = nominal
    self.network = network
  }

  public var isExact: Bool { network == nil }

  /// The least and the most of `b - a` in whole days under every dating that fits.
  public func days(from a: TimePoint, to b: TimePoint) -> (least: Int, most: Int) {
    let widest = (
      least: spans[b].earliest.days(since: spans[a].latest), most: spans[b].latest.days(since: spans[a].earliest)
    )
    guard a != b else { return (0, 0) }
    guard let network, !(spans[a].isExact && spans[b].isExact) else { return widest }
    let bounds = network.difference(from: a, to: b)
    return (max(widest.least, bounds.lo ?? widest.least), min(widest.most, bounds.hi ?? widest.most))
  }
}
