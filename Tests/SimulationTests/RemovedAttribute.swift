import Conditions
import Diagnostics
import Procedures

/// One attribute that the Theo history states of one event that happened, for all its children or for one.
struct StatedAttribute: Sendable {
  let event: String
  let type: String
  let attribute: String
  /// The child for whom it is stated alone; `nil` where it is stated of the event.
  let child: String?

  /// Every attribute stated of what happened that a rule or a transition reads. What was not done is left out: there an attribute narrows what the
  /// record denies, and without it the record would deny more.
  static func all(in tree: PlacedNode, readBy procedure: Procedure) -> [StatedAttribute] {
    let vocabulary = procedure.vocabulary
    let read = (procedure.rules.map(\.references) + procedure.workflows.flatMap(\.transitions).map(\.references))
      .reduce(into: Set<References.EventAttribute>()) { $0.formUnion($1.attributes) }
    return (tree["events"]?.list ?? []).filter { $0["done"] == nil }.flatMap { node -> [StatedAttribute] in
      guard let identifier = node["id"]?.scalar, let type = node["event"]?.scalar,
        let event = vocabulary.event(named: type)
      else { return [] }
      let known = vocabulary.events[event].attributes
        .filter { read.contains(.init(event: event, attribute: $0.index)) }.map(\.name)
      func stated(_ entries: [PlacedNode.Entry]?, _ child: String?) -> [StatedAttribute] {
        (entries ?? []).filter { known.contains($0.key) }.map {
          StatedAttribute(event: identifier, type: type, attribute: $0.key, child: child)
        }
      }
      let own = (node["for"]?.entries ?? []).flatMap { stated($0.value.entries, $0.key) }
      return stated(node.entries, nil) + own
    }
  }

  /// The history without it.
  func removed(from tree: PlacedNode) -> PlacedNode {
    tree.replacing("events") { events in
      PlacedNode(
        .list((events.list ?? []).map { $0["id"]?.scalar == event ? removed(fromEvent: $0) : $0 }), at: events.place)
    }
  }

  private func removed(fromEvent node: PlacedNode) -> PlacedNode {
    guard let child else { return node.without(attribute) }
    return node.replacing("for") { $0.replacing(child) { $0.without(attribute) } }
  }
}

extension PlacedNode {
  func without(_ key: String) -> PlacedNode {
    PlacedNode(.entries((entries ?? []).filter { $0.key != key }), at: place)
  }

  func replacing(_ key: String, _ change: (PlacedNode) -> PlacedNode) -> PlacedNode {
    let changed = (entries ?? []).map { entry in
      entry.key == key ? Entry(key: key, keyPlace: entry.keyPlace, value: change(entry.value)) : entry
    }
    return PlacedNode(.entries(changed), at: place)
  }
}
