import Diagnostics
import Procedures

/// A stretch of a complete record, before the times of the history are solved.
struct CompletenessDraft {
  let record: Completeness
  let place: Place
}

extension HistoryReading {
  /// For a record that leaves nothing out, as a made-up one does.
  private static let everything = "everything"
  private static let completenessKeys = ["event", "for", "from", "until"]

  /// `complete for`: events by name, or with the children and the time for which the record holds them all; or everything.
  mutating func completeness(_ node: PlacedNode?) -> [CompletenessDraft] {
    if let node, node.scalar == Self.everything {
      return procedure.vocabulary.events.indices.map { event in
        let record = Completeness(event: event, children: allChildren, from: nil, until: nil)
        return CompletenessDraft(record: record, place: node.place)
      }
    }
    guard let node, let items = items(of: node, as: "`complete for`") else { return [] }
    return items.flatMap { completeness(of: $0) }
  }

  private mutating func completeness(of node: PlacedNode) -> [CompletenessDraft] {
    if node.scalar != nil {
      guard let event = eventType(node) else { return [] }
      let record = Completeness(event: event, children: allChildren, from: nil, until: nil)
      return [CompletenessDraft(record: record, place: node.place)]
    }
    guard let entries = entries(of: node, as: "An entry of `complete for`") else { return [] }
    checkKeys(of: entries, known: Self.completenessKeys)
    guard let named = node["event"] else {
      report(ShapeProblem.missingKey("event", of: "An entry of `complete for`"), at: node.place)
      return []
    }
    let participants = participants(of: node["for"])
    for (_, own) in participants.own { checkKeys(of: own, known: []) }
    let from = node["from"].flatMap { edge(.first, of: $0, key: "from") }
    let until = node["until"].flatMap { edge(.last, of: $0, key: "until") }
    return (named.list ?? [named]).compactMap { name in
      guard let event = eventType(name) else { return nil }
      let record = Completeness(event: event, children: participants.children, from: from, until: until)
      return CompletenessDraft(record: record, place: node.place)
    }
  }
}
