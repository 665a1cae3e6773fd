import CivilTime

extension CaseTimes {
  /// The times with one more at the end, which moves none of the others.
  func appending(_ time: EditedTime, in history: CaseHistory) -> CaseTimes {
    let anchored: TimeAnchor?
    let span = history.span(of: time)
    let nominalDay: Day
    switch time {
    case .day(let day): (anchored, nominalDay) = (nil, day)
    case .after(let event, let days):
      let base = history.events[event].time
      anchored = anchor(of: base).map { TimeAnchor(node: $0.node, days: $0.days + days) }
      nominalDay = nominal[base].adding(days: days)
    }
    let anchors = network == nil ? nil : spans.indices.map(anchor) + [anchored]
    return CaseTimes(spans: spans + [span], nominal: nominal + [nominalDay], network: network, anchors: anchors)
  }

  /// The times with two of them under one another's number.
  func swapping(_ a: TimePoint, _ b: TimePoint) -> CaseTimes {
    var order = Array(spans.indices)
    order.swapAt(a, b)
    return ordered(order)
  }

  /// The times with one of them put under another number; those from there on come one later.
  func moving(_ point: TimePoint, to place: TimePoint) -> CaseTimes {
    var order = Array(spans.indices)
    order.remove(at: point)
    order.insert(point, at: place)
    return ordered(order)
  }

  /// The times in another order, each given by its old number.
  private func ordered(_ order: [TimePoint]) -> CaseTimes {
    CaseTimes(
      spans: order.map { spans[$0] }, nominal: order.map { nominal[$0] }, network: network,
      anchors: anchors.map { anchors in order.map { anchors[$0] } })
  }
}
