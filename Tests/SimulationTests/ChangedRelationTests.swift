import Histories
import Replay
import Testing

/// One relation of the Theo history changed, and what it does to the findings.
@Suite struct `One relation changed` {
  @Test(arguments: RelationChange.all.indices) func `What was worked out by hand changes so`(_ number: Int) throws {
    let change = RelationChange.all[number]
    let before = try #require(Theo.then)
    let after = try Theo.replay(changing: change.old, to: change.new)
    for (name, told) in change.changes.sorted(by: { $0.key < $1.key }) {
      let identifier = "theo/\(name)"
      let found = [before.findings[identifier]?.told, after.findings[identifier]?.told]
      #expect(found == told, "\(change.new): \(identifier)")
    }
  }

  @Test(arguments: RelationChange.all.indices) func `Nothing changes but what rests on a time that moved`(
    _ number: Int
  ) throws {
    let change = RelationChange.all[number]
    let before = try #require(Theo.then)
    let after = try Theo.replay(changing: change.old, to: change.new)
    let identifiers = Set(before.findings.keys).union(after.findings.keys)
    for identifier in identifiers where before.findings[identifier]?.told != after.findings[identifier]?.told {
      let points = before.points(behind: identifier).union(after.points(behind: identifier))
      let hasMoved = points.contains { a in
        before.history.times.spans[a] != after.history.times.spans[a]
          || points.contains { before.history.times.days(from: a, to: $0) != after.history.times.days(from: a, to: $0) }
      }
      #expect(hasMoved, "\(change.new): \(identifier)")
    }
  }
}

extension ReplayedCase {
  /// The times that a finding, or the judgement that took its place, rests on.
  fileprivate func points(behind identifier: String) -> Set<TimePoint> {
    let judgement = judgements[identifier]
    let departure = findings[identifier]?.departure
    let events = (judgement?.evidence ?? []) + [departure?.event, departure?.since].compactMap(\.self)
    var points = Set(events.flatMap { [history.events[$0].time, history.events[$0].end] })
    if let child = judgement?.child ?? departure?.child {
      let record = history.children[child]
      points.formUnion([record.known, record.until, record.born].compactMap(\.self))
    }
    return points.union([history.observedUntil])
  }
}
