import Diagnostics

extension HistoryReading {
  /// What the order of the file says: an entry is not earlier than those above it, but for those that are free.
  ///
  /// A step that was not done over a stretch stands rightly anywhere in or between: what is above it comes not after the
  /// stretch's last day, what is below not before its first.
  mutating func claimFileOrder(of events: [EventDraft]) {
    var lastDone: Int?
    var lastTimed: Int?
    var notDone: [Int] = []
    for (number, event) in events.enumerated() where event.isOrdered {
      guard event.wasDone else {
        if let lastDone, let end = event.end { claim(end, notBefore: lastDone, of: number, event.place) }
        notDone.append(number)
        continue
      }
      if let lastDone { claim(number, notBefore: lastDone, of: number, event.place) }
      for earlier in notDone { claim(number, notBefore: earlier, of: number, event.place) }
      notDone = []
      lastDone = number
      guard event.minute >= 0 else { continue }
      if let lastTimed, events[lastTimed].minute > event.minute {
        // The later entry has the earlier time of day, so it belongs to a later day.
        times.claim(
          number, .notBefore(lastTimed, days: 1), from: .fileOrderByTime(lastTimed, number, event.place))
      }
      lastTimed = number
    }
  }

  private mutating func claim(_ point: TimePoint, notBefore earlier: Int, of number: Int, _ place: Place) {
    times.claim(point, .notBefore(earlier, days: 0), from: .fileOrder(earlier, number, place))
  }

  /// `observed until`: nothing that happened is later.
  mutating func claimObservation(_ node: PlacedNode?, of events: [EventDraft]) -> TimePoint? {
    guard let node, let observed = edge(.last, of: node, key: "observed until") else { return nil }
    for (number, event) in events.enumerated() where event.wasDone && number != observed {
      times.claim(observed, .notBefore(number, days: 0), from: .observed(number, node.place))
    }
    return observed
  }
}
