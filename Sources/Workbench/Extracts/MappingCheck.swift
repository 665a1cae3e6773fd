import Conditions
import Diagnostics
import Extracts
import Procedures

/// Holds a mapping against the vocabulary of a procedure: every event, attribute and word that it may come to must be one.
struct MappingCheck {
  private let vocabulary: Vocabulary
  private var diagnostics: [Diagnostic] = []

  /// Codes: PL8102.
  static func problems(of mapping: Mapping, under procedure: Procedure) -> [Diagnostic] {
    var check = MappingCheck(vocabulary: procedure.vocabulary)
    for event in mapping.records.flatMap(\.events) { check.check(event) }
    for node in mapping.completeFor?.list ?? [] { check.checkComplete(node) }
    return check.diagnostics.inReadingOrder()
  }

  private init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  private mutating func check(_ mapping: EventMapping) {
    let events = nodes(of: mapping.event).compactMap { event($0) }
    for node in mapping.done.map(nodes) ?? [] where !["yes", "no"].contains(node.scalar) {
      tell("`done` is yes or no.", at: node.place, nearest: nil)
    }
    for attribute in mapping.attributes {
      for event in events { check(attribute, of: event) }
    }
  }

  private mutating func check(_ mapping: AttributeMapping, of event: Vocabulary.Event) {
    guard let attribute = event.attribute(named: mapping.name) else {
      return tell(
        "`\(event.name)` has no attribute of this name.", at: mapping.place, from: mapping.name,
        among: event.attributes.map(\.name))
    }
    for node in nodes(of: mapping.value) { check(node, attribute) }
  }

  private mutating func check(_ node: PlacedNode, _ attribute: ConditionScope.Attribute) {
    switch attribute.type {
    case .choice(let choice): checkWord(node, choice, attribute.name)
    case .set(let choice):
      for item in node.list ?? [node] { checkWord(item, choice, attribute.name) }
    case .truth:
      guard !["yes", "no", "true", "false"].contains(node.scalar) else { return }
      tell("`\(attribute.name)` is yes or no.", at: node.place, nearest: nil)
    default: break
    }
  }

  private mutating func checkWord(_ node: PlacedNode, _ choice: ChoiceType, _ attribute: String) {
    guard let word = node.scalar, choice.index(of: word) == nil else { return }
    tell("`\(attribute)` has no such word.", at: node.place, from: word, among: choice.members)
  }

  private mutating func checkComplete(_ node: PlacedNode) {
    let named = node["event"] ?? node
    for item in named.list ?? [named] { _ = event(item) }
  }

  private mutating func event(_ node: PlacedNode) -> Vocabulary.Event? {
    guard let name = node.scalar else { return nil }
    if let index = vocabulary.event(named: name) { return vocabulary.events[index] }
    tell("The procedure has no event of this name.", at: node.place, from: name, among: vocabulary.events.map(\.name))
    return nil
  }

  /// All that a value may come to, but for the words of the extract itself.
  private func nodes(of value: ValueMapping) -> [PlacedNode] {
    switch value {
    case .stated(let node): [node]
    case .taken(_, let words): (words ?? [:]).values.filter { $0.scalar != ValueMapping.unknown }
    }
  }

  private mutating func tell(_ message: String, at place: Place, from word: String, among known: [String]) {
    tell(message, at: place, nearest: Suggestion.nearest(to: word, among: known))
  }

  private mutating func tell(_ message: String, at place: Place, nearest: String?) {
    let mend = nearest.map { "Did you mean `\($0)`?" } ?? "See the vocabulary of the procedure."
    diagnostics.append(Diagnostic(.mappingUnclear, message, at: place, mend: mend))
  }
}
