import Replay
import Testing

/// One relation of the Theo history changed, and what it does to the findings: those named, and no others.
@Suite struct `One relation changed` {
  @Test(arguments: RelationChange.all.indices) func `What rests on it changes, and nothing else`(_ number: Int) throws {
    let change = RelationChange.all[number]
    let before = try #require(Theo.then).findings.mapValues(\.told)
    let after = try Theo.replay(changing: change.old, to: change.new).findings.mapValues(\.told)
    var found: [String: [String?]] = [:]
    for identifier in Set(before.keys).union(after.keys) where before[identifier] != after[identifier] {
      found[String(identifier.dropFirst("theo/".count))] = [before[identifier], after[identifier]]
    }
    for identifier in Set(found.keys).union(change.changes.keys).sorted() {
      #expect(found[identifier] == change.changes[identifier], "\(change.new): \(identifier)")
    }
  }
}
