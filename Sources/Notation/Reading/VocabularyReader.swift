import Conditions
import Diagnostics
import Procedures

/// Reads who acts and what can happen.
struct VocabularyReader {
  /// The most words that one closed list, the roles among them, may have.
  static let mostMembers = 128

  /// Keys of a history's events, which no attribute can be named after.
  static let reservedNames: [Key] = [.id, .event, .for, .when, .done, .time, .order, .cite]

  private var diagnostics: [Diagnostic] = []

  static func read(_ draft: ProcedureDraft, into diagnostics: inout [Diagnostic]) -> Vocabulary {
    var reader = VocabularyReader()
    let vocabulary = reader.read(roles: draft.roles, events: draft.events)
    diagnostics += reader.diagnostics
    return vocabulary
  }

  private mutating func read(roles: [Declaration], events: [Declaration]) -> Vocabulary {
    if roles.count > Self.mostMembers {
      tell(
        .tooManyMembers, "There are \(roles.count) roles, and \(Self.mostMembers) at most are read.",
        at: roles[Self.mostMembers].place, mend: "Take together those that no rule tells apart.")
    }
    let readRoles = roles.map { role in
      Vocabulary.Role(name: role.name, title: role.node.text(.title) ?? Self.inWords(role.name), place: role.place)
    }
    let choice = ChoiceType(name: "role", members: readRoles.map(\.name))
    let names = Set(events.flatMap { $0.node.entries(.attributes).map(\.key) }).sorted()
    let indices = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let readEvents = events.map { event in
      let attributes = event.node.entries(.attributes).compactMap { entry in
        attribute(entry, index: indices[entry.key] ?? 0, roles: choice)
      }
      let title = event.node.text(.title) ?? Self.inWords(event.name)
      return Vocabulary.Event(
        name: event.name, title: title, attributes: attributes, place: event.place, isContext: event.node.isTrue(.context))
    }
    return Vocabulary(roles: readRoles, events: readEvents, attributeNames: names)
  }

  private mutating func attribute(
    _ entry: PlacedNode.Entry, index: AttributeIndex, roles: ChoiceType
  ) -> ConditionScope.Attribute? {
    if entry.key == "happened" || Self.reservedNames.contains(where: { $0.rawValue == entry.key }) {
      tell(
        .badName, "No attribute can be called \"\(entry.key)\", which every event has.", at: entry.keyPlace,
        mend: "Choose another name.")
    }
    guard let text = entry.value.scalar else { return nil }
    guard let type = type(text, of: entry, roles: roles) else { return nil }
    return ConditionScope.Attribute(name: entry.key, index: index, type: type)
  }

  private mutating func type(_ text: String, of entry: PlacedNode.Entry, roles: ChoiceType) -> ConditionType? {
    switch text {
    case "boolean": return .truth
    case "number": return .number
    case "text": return .text
    case "date": return .date
    case "duration": return .duration
    case "role": return .choice(roles)
    case "set of role": return .set(roles)
    default: break
    }
    if text.hasPrefix("one of ") { return choice(text.dropFirst(7), of: entry).map { .choice($0) } }
    if text.hasPrefix("set of ") { return choice(text.dropFirst(7), of: entry).map { .set($0) } }
    let known = ["boolean", "number", "text", "date", "duration", "role", "set of role"]
    tell(
      .badAttributeType, "\"\(text)\" is no type of attribute.", at: entry.value.place,
      mend: Suggestion.mend(
        for: text, among: known, otherwise: "A type is \(known.joined(separator: ", ")), one of [a, b] or set of [a, b]."))
    return nil
  }

  /// The words in `[a, b]`.
  private mutating func choice(_ text: Substring, of entry: PlacedNode.Entry) -> ChoiceType? {
    let place = entry.value.place
    guard text.first == "[", text.last == "]" else {
      tell(
        .badAttributeType, "A closed list is written [a, b].", at: place,
        mend: "Write its words between [ and ], with commas between them.")
      return nil
    }
    let words = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
    if let bad = words.first(where: { !ScalarShape.isName($0, joinedBy: "_") }) {
      tell(
        .badAttributeType, "\"\(bad)\" is no word of a closed list.", at: place,
        mend: "Write words in lower case, with _ between their parts: no_reply.")
      return nil
    }
    if let twice = words.indices.first(where: { words[..<$0].contains(words[$0]) }) {
      tell(.badAttributeType, "The word \"\(words[twice])\" stands twice in the list.", at: place, mend: "Delete one of the two.")
      return nil
    }
    guard words.count <= Self.mostMembers else {
      tell(
        .tooManyMembers, "The list has \(words.count) words, and \(Self.mostMembers) at most are read.", at: place,
        mend: "Take together those that no rule tells apart, or write \"text\".")
      return nil
    }
    return ChoiceType(name: entry.key, members: words)
  }

  private mutating func tell(_ code: DiagnosticCode, _ message: String, at place: Place, mend: String? = nil) {
    diagnostics.append(Diagnostic(code, message, at: place, mend: mend))
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// A name as words for people: `core_group_held` is "Core group held".
  static func inWords(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 }).capitalised
  }
}
