import CivilTime
import Conditions
import Diagnostics
import Histories
import Procedures

/// Writes a history anew: only what is known to tell of nobody is taken over.
///
/// Keys that are not named here, such as `title`, `source` and `cite`, are left out.
struct AnonymousWriting {
  private let procedure: Procedure
  let names: CaseNames
  let move: StatementMove
  private let keptTexts: KeptTexts
  /// The event whose own date stays a date; by its number.
  private let anchorEvent: Int?

  init(_ procedure: Procedure, _ names: CaseNames, _ move: StatementMove, _ keptTexts: KeptTexts, anchorEvent: Int?) {
    self.procedure = procedure
    self.names = names
    self.move = move
    self.keptTexts = keptTexts
    self.anchorEvent = anchorEvent
  }

  /// The history; `nil` where a date would leave the years in which histories lie.
  func history(_ tree: PlacedNode) -> PlacedNode? {
    var entries = Entries(at: tree.place)
    entries.add("history", .scalar(names.caseName, quoted: false))
    entries.add(tree["procedure"], as: "procedure")
    entries.add(tree["profile"], as: "profile")
    guard let children = children(tree["children"]), let events = events(tree["events"]) else { return nil }
    entries.add(children, as: "children")
    if let stated = tree["complete for"] {
      guard let complete = completeness(stated) else { return nil }
      entries.add(complete, as: "complete for")
    }
    if let stated = tree["observed until"] {
      guard let until = statement(stated, as: .lastDay, move) else { return nil }
      entries.add(until, as: "observed until")
    }
    entries.add(events, as: "events")
    return entries.node
  }

  private func children(_ node: PlacedNode?) -> PlacedNode? {
    guard let node, let children = node.entries else { return nil }
    var renamed = Entries(at: node.place)
    for child in children {
      var facts = Entries(at: child.value.place)
      for fact in child.value.entries ?? [] {
        if fact.key == "starts in" {
          facts.add(fact.value, as: fact.key)
        } else {
          guard let moved = statement(fact.value, as: .moment, move) else { return nil }
          facts.add(moved, as: fact.key)
        }
      }
      guard let name = names.children[child.key] else { return nil }
      renamed.add(facts.node, as: name)
    }
    return renamed.node
  }

  private func completeness(_ node: PlacedNode) -> PlacedNode? {
    guard let items = node.list else { return node }
    var written: [PlacedNode] = []
    for item in items {
      guard let entries = item.entries else {
        written.append(item)
        continue
      }
      var stretch = Entries(at: item.place)
      for entry in entries {
        let value: PlacedNode?
        switch entry.key {
        case "for": value = participants(entry.value, of: nil)
        case "from": value = statement(entry.value, as: .firstDay, move)
        case "until": value = statement(entry.value, as: .lastDay, move)
        default: value = entry.value
        }
        guard let value else { return nil }
        stretch.add(value, as: entry.key)
      }
      written.append(stretch.node)
    }
    return PlacedNode(.list(written), at: node.place)
  }

  // MARK: - Events

  private func events(_ node: PlacedNode?) -> PlacedNode? {
    guard let node, let items = node.list else { return nil }
    var written: [PlacedNode] = []
    for (number, item) in items.enumerated() {
      guard let event = event(item, number: number) else { return nil }
      written.append(event)
    }
    return PlacedNode(.list(written), at: node.place)
  }

  private func event(_ node: PlacedNode, number: Int) -> PlacedNode? {
    guard let type = node["event"]?.scalar.flatMap({ procedure.vocabulary.event(named: $0) }) else { return nil }
    let event = procedure.vocabulary.events[type]
    let isDone = node["done"] == nil
    var entries = Entries(at: node.place)
    entries.add("id", .scalar("e\(number + 1)", quoted: false))
    for entry in node.entries ?? [] {
      switch entry.key {
      case "id", "cite": continue
      case "event", "done", "order", "time": entries.add(entry.value, as: entry.key)
      case "for":
        guard let participants = participants(entry.value, of: event) else { return nil }
        entries.add(participants, as: entry.key)
      case "when":
        let move = number == anchorEvent ? StatementMove(days: move.days, names: move.names) : move
        guard let when = statement(entry.value, as: .moment, move, time: { entries.add("time", .scalar($0, quoted: true)) })
        else { return nil }
        entries.add(when, as: entry.key)
      case "from" where !isDone, "until" where !isDone:
        guard let edge = statement(entry.value, as: entry.key == "from" ? .firstDate : .lastDay, move) else { return nil }
        entries.add(edge, as: entry.key)
      default:
        guard let kept = attribute(entry, of: event) else { return nil }
        if let value = kept { entries.add(value, as: entry.key) }
      }
    }
    return entries.node
  }

  /// `for`: the children by their new names; what is said of one child alone is an attribute.
  private func participants(_ node: PlacedNode, of event: Vocabulary.Event?) -> PlacedNode? {
    func renamed(_ name: String) -> String? { names.children[name] }
    switch node.content {
    case .nothing: return node
    case .scalar(let name, _):
      if name == "world" { return node }
      return renamed(name).map { PlacedNode(.scalar($0, quoted: false), at: node.place) }
    case .list(let items):
      let children = items.compactMap { item in
        item.scalar.flatMap(renamed).map { PlacedNode(.scalar($0, quoted: false), at: item.place) }
      }
      return children.count == items.count ? PlacedNode(.list(children), at: node.place) : nil
    case .entries(let children):
      var written = Entries(at: node.place)
      for child in children {
        var own = Entries(at: child.value.place)
        for entry in child.value.entries ?? [] {
          guard let event, let kept = attribute(entry, of: event) else { return nil }
          if let value = kept { own.add(value, as: entry.key) }
        }
        guard let name = renamed(child.key) else { return nil }
        written.add(own.node, as: name)
      }
      return written.node
    }
  }

  /// The value of an attribute: dates moved, text dropped or turned into a pseudonym, all else as it is, for it is of the
  /// closed lists and measures of the vocabulary. The outer `nil` is for what cannot be written, the inner for what is dropped.
  private func attribute(_ entry: PlacedNode.Entry, of event: Vocabulary.Event) -> PlacedNode?? {
    guard let attribute = event.attribute(named: entry.key) else { return .some(nil) }
    switch attribute.type {
    case .date: return statement(entry.value, as: .date, move).map { .some($0) }
    case .text:
      guard keptTexts.contains(attribute.index), let text = entry.value.scalar else { return .some(nil) }
      return .some(PlacedNode(.scalar(names.text(text), quoted: false), at: entry.value.place))
    default: return .some(entry.value)
    }
  }

  // MARK: - Times

  /// A statement of time, or a list of which all hold.
  private func statement(
    _ node: PlacedNode, as role: StatementMove.Role, _ move: StatementMove, time: (String) -> Void = { _ in }
  ) -> PlacedNode? {
    if let items = node.list {
      let moved = items.map { statement($0, as: role, move, time: time) }
      return moved.contains { $0 == nil } ? nil : PlacedNode(.list(moved.compactMap(\.self)), at: node.place)
    }
    guard let text = node.scalar, let moved = move.moved(text, as: role) else { return nil }
    if let minute = moved.time { time(minute.description) }
    return PlacedNode(.scalar(moved.text, quoted: false), at: node.place)
  }
}

/// Entries of a mapping while it is written.
private struct Entries {
  private let place: Place
  private var entries: [PlacedNode.Entry] = []

  init(at place: Place) { self.place = place }

  mutating func add(_ key: String, _ content: PlacedNode.Content) { add(PlacedNode(content, at: place), as: key) }

  mutating func add(_ value: PlacedNode?, as key: String) {
    if let value { entries.append(PlacedNode.Entry(key: key, keyPlace: value.place, value: value)) }
  }

  var node: PlacedNode { PlacedNode(.entries(entries), at: place) }
}
