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
  /// Where each time point lies in the network; `nil` where each bears the number of its node.
  let anchors: [TimeAnchor?]?

  public init(exact days: [Day]) {
    self.init(spans: days.map { Span($0) }, nominal: days, network: nil, anchors: nil)
  }

  public init(spans: [Span], nominal: [Day], network: DifferenceNetwork.Solution) {
    self.init(spans: spans, nominal: nominal, network: network, anchors: nil)
  }

  init(spans: [Span], nominal: [Day], network: DifferenceNetwork.Solution?, anchors: [TimeAnchor?]?) {
    self.spans = spans
    self.nominal = nominal
    self.network = network
    self.anchors = anchors
  }

  public var isExact: Bool { network == nil }

  /// The least and the most of `b - a` in whole days under every dating that fits.
  public func days(from a: TimePoint, to b: TimePoint) -> (least: Int, most: Int) {
    let widest = (
      least: spans[b].earliest.days(since: spans[a].latest), most: spans[b].latest.days(since: spans[a].earliest)
    )
    guard a != b else { return (0, 0) }
    guard let network, !(spans[a].isExact && spans[b].isExact) else { return widest }
    guard let first = anchor(of: a), let last = anchor(of: b) else { return widest }
    let apart = last.days - first.days
    guard first.node != last.node else { return (apart, apart) }
    let bounds = network.difference(from: first.node, to: last.node)
    return (
      max(widest.least, bounds.lo.map { $0 + apart } ?? widest.least),
      min(widest.most, bounds.hi.map { $0 + apart } ?? widest.most)
    )
  }

  /// Where a time point lies in the network; `nil` for a day that depends on nothing.
  func anchor(of point: TimePoint) -> TimeAnchor? {
    guard let anchors else { return TimeAnchor(node: point, days: 0) }
    return anchors[point]
  }
}

/// So many days after a node of a network of times.
struct TimeAnchor: Sendable, Hashable {
  let node: Int
  let days: Int
}
