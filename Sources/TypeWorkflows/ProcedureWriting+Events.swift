import Conditions
import Diagnostics
import Procedures

extension ProcedureWriting {
  mutating func writeEvents() {
    let events = procedure.vocabulary.events
    var book = NameBook(of: "event")
    for event in events {
      book.take(SwiftName.enumCase(event.name), for: event.name, at: event.place)
      tellLabels(of: event)
    }
    tell(book)
    code.says("What can happen, with what may be stated of it; what is not stated is unknown.")
    code.open("public enum Event: CaseRecords.TypedEvent")
    for event in events { writeCase(event) }
    code.gap()
    code.says("The names of the events.")
    writeEnum("Name", of: events.map { ($0.name, nil) })
    code.gap()
    writeName(of: events)
    code.gap()
    writeAttributes(of: events)
    code.close()
  }

  private mutating func tellLabels(of event: Vocabulary.Event) {
    var book = NameBook(of: "attribute")
    for attribute in event.attributes { book.take(SwiftName.label(attribute.name), for: attribute.name, at: event.place) }
    tell(book)
  }

  private mutating func writeCase(_ event: Vocabulary.Event) {
    code.says("\(event.title).")
    let payload = event.attributes.map { "\(SwiftName.label($0.name)): \(type(of: $0))? = nil" }.joined(separator: ", ")
    code.line("case \(SwiftName.enumCase(event.name))\(payload.isEmpty ? "" : "(\(payload))")")
  }

  private func type(of attribute: ConditionScope.Attribute) -> String {
    let word = lists.type(of: attribute, procedure.vocabulary).map { "Words.\($0)" } ?? "Role"
    switch attribute.type {
    case .truth: return "Swift.Bool"
    case .number: return "CaseRecords.Amount"
    case .date: return "CaseRecords.When"
    case .duration: return "CaseRecords.Length"
    case .choice: return word
    case .set: return "CaseRecords.Members<\(word)>"
    // A vocabulary declares no attribute of the types after text.
    case .text, .daysDuration, .monthsDuration, .time, .dateTime, .list, .range, .context, .occurrences, .occurrence,
      .children, .child, .null:
      return "Swift.String"
    }
  }

  private mutating func writeName(of events: [Vocabulary.Event]) {
    code.block("public var name: Name") { code in
      code.line("switch self {")
      for event in events {
        let name = SwiftName.enumCase(event.name)
        code.line("case .\(name): .\(name)")
      }
      code.line("}")
    }
  }

  private mutating func writeAttributes(of events: [Vocabulary.Event]) {
    code.block("public var attributes: [CaseRecords.StatedAttribute]") { code in
      code.line("switch self {")
      for event in events where !event.attributes.isEmpty {
        let values = event.attributes.indices.map { "let value\($0 + 1)" }.joined(separator: ", ")
        let stated = event.attributes.enumerated().map { ".init(\"\($1.name)\", value\($0 + 1))" }
        code.line("case .\(SwiftName.enumCase(event.name))(\(values)): [\(stated.joined(separator: ", "))]")
      }
      if events.contains(where: \.attributes.isEmpty) { code.line("default: []") }
      code.line("}")
    }
  }
}
