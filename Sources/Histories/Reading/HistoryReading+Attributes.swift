import CivilTime
import Conditions
import Diagnostics
import Procedures

extension HistoryReading {
  /// What an entry says of its event, for all its children and for some.
  ///
  /// What is said of one child counts for that child alone; what the entry says itself counts for the others.
  mutating func readAttributes(_ entries: [PlacedNode.Entry], of draft: EventDraft, participants: Participants) {
    guard let type = draft.event else { return }
    let event = procedure.vocabulary.events[type]
    var ownChildren: [AttributeIndex: UInt64] = [:]
    for (child, own) in participants.own {
      for entry in own {
        guard let attribute = attribute(entry, of: event) else { continue }
        ownChildren[attribute.index, default: 0] |= 1 << UInt64(child)
        add(entry.value, as: attribute, for: 1 << UInt64(child), of: draft)
      }
    }
    for entry in entries where !isEntryKey(entry.key, of: draft) {
      guard let attribute = attribute(entry, of: event) else { continue }
      let own = ownChildren[attribute.index, default: 0]
      add(entry.value, as: attribute, for: draft.children & ~own, of: draft)
    }
  }

  private func isEntryKey(_ key: String, of draft: EventDraft) -> Bool {
    guard Self.entryKeys.contains(key) else { return false }
    // An event that happened may carry a date named `from` or `until`.
    guard key == "from" || key == "until", draft.wasDone else { return true }
    return !isAttribute(key, of: draft)
  }

  private mutating func attribute(
    _ entry: PlacedNode.Entry, of event: Vocabulary.Event
  ) -> ConditionScope.Attribute? {
    if let attribute = event.attribute(named: entry.key) { return attribute }
    let known = event.attributes.map(\.name)
    report(NameProblem.unknownAttribute(entry.key, event: event.name, known: known), at: entry.keyPlace)
    return nil
  }

  private mutating func add(
    _ node: PlacedNode, as attribute: ConditionScope.Attribute, for children: UInt64, of draft: EventDraft
  ) {
    guard let content = content(of: node, as: attribute, ofEvent: numbers[draft.identifier] ?? 0) else { return }
    // Where every child has a value of its own, the entry's value is only read for its faults.
    guard children != 0 || draft.children == 0 else { return }
    let start = draft.firstAttribute
    let alike = attributes[start...].firstIndex { $0.attribute.index == attribute.index && $0.content == content }
    if let alike {
      attributes[alike].children |= children
    } else {
      attributes.append(AttributeDraft(attribute: attribute, children: children, content: content, place: node.place))
    }
  }

  private mutating func content(
    of node: PlacedNode, as attribute: ConditionScope.Attribute, ofEvent event: Int
  ) -> AttributeDraft.Content? {
    if node.isNothing {
      report(ValueProblem.nothingStated(attribute: attribute.name), at: node.place)
      return nil
    }
    switch attribute.type {
    case .truth: return truth(node, attribute.name).map { .value(.truth($0)) }
    case .number: return number(node, attribute.name).map { .value(.number($0)) }
    case .text: return scalar(node, attribute.name, .text).map { .value(.text($0)) }
    case .date: return date(node, attribute.name, ofEvent: event)
    case .duration: return duration(node, attribute.name).map { .value(.duration($0)) }
    case .choice(let choice): return word(node, attribute.name, choice).map { .value(.choice($0)) }
    case .set(let choice): return set(node, attribute.name, choice).map { .value(.set($0)) }
    case .daysDuration, .monthsDuration, .time, .dateTime, .list, .range, .context, .occurrences, .occurrence, .children,
      .child, .null:
      // A vocabulary declares no such attribute.
      report(ValueProblem.wrongValue(attribute: attribute.name, .text), at: node.place)
      return nil
    }
  }
}
