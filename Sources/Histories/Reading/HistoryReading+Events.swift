import CivilTime
import Conditions
import Diagnostics
import Procedures

extension HistoryReading {
  /// The keys that every entry of `events` may have; all others are attributes.
  static let entryKeys = ["id", "event", "for", "when", "from", "until", "done", "time", "order", "cite"]

  /// Gives every entry its identifier, so that statements may name events further down.
  mutating func nameEvents(_ nodes: [PlacedNode]) {
    var places: [String: Place] = [:]
    for (number, node) in nodes.enumerated() {
      let name = node["id"].flatMap { eventName(from: $0) } ?? "event\(number + 1)"
      let place = node["id"]?.place ?? node.place
      identifiers.append(name)
      if let first = places[name] {
        report(ShapeProblem.duplicateIdentifier(name, first: first), at: place)
      } else {
        places[name] = place
        numbers[name] = number
      }
    }
  }

  private mutating func eventName(from node: PlacedNode) -> String? {
    guard let name = text(of: node, as: "`id`") else { return nil }
    if WhenParser.isEventName(name) { return name }
    report(ShapeProblem.badIdentifier, at: node.place)
    return nil
  }

  mutating func event(_ node: PlacedNode, number: Int) -> EventDraft {
    var draft = EventDraft(identifier: identifiers[number], firstAttribute: attributes.count, place: node.place)
    draft.children = allChildren
    guard let entries = entries(of: node, as: "An entry of `events`") else { return draft }
    draft.wasDone = wasDone(node)
    draft.event = eventType(of: node)
    draft.cite = text(under: "cite", of: node)
    draft.isOrdered = !isFree(node)
    let participants = participants(of: node["for"])
    draft.children = participants.children
    if draft.wasDone {
      readTime(of: node, number: number, into: &draft)
    } else {
      readStretch(of: node, number: number, into: &draft)
    }
    readAttributes(entries, of: draft, participants: participants)
    draft.attributeCount = attributes.count - draft.firstAttribute
    return draft
  }

  private mutating func wasDone(_ node: PlacedNode) -> Bool {
    guard let done = node["done"] else { return true }
    if done.scalar == "no" || done.scalar == "false" { return false }
    report(ValueProblem.doneNotNo, at: done.place)
    return true
  }

  private mutating func isFree(_ node: PlacedNode) -> Bool {
    guard let order = node["order"] else { return false }
    if order.scalar == "free" { return true }
    report(ShapeProblem.onlyValue(of: "order", value: "free"), at: order.place)
    return false
  }

  private mutating func eventType(of node: PlacedNode) -> EventIndex? {
    guard let named = node["event"] else {
      report(ShapeProblem.missingKey("event", of: "An entry of `events`"), at: node.place)
      return nil
    }
    return eventType(named)
  }

  /// The event of the vocabulary that a text names.
  mutating func eventType(_ node: PlacedNode) -> EventIndex? {
    guard let name = text(of: node, as: "`event`") else { return nil }
    if let index = procedure.vocabulary.event(named: name) { return index }
    report(NameProblem.unknownEvent(name, known: procedure.vocabulary.events.map(\.name)), at: node.place)
    return nil
  }
}
