import CivilTime
import Conditions
public import Procedures

extension Example {
  /// The example as a history file that `plumbline replay` reads.
  ///
  /// - Parameter claim: what the example shows, one sentence a line, for the head of the file.
  public func text(named name: String, title: String, claim: [String], of procedure: Procedure) -> String {
    let head = claim.map { "# \($0)" } + ["history: \(name)", "title: \(Example.quoted(title))", "procedure: \(procedure.name)"]
    let profile = procedure.profile.map { ["profile: \($0)"] } ?? []
    let children = zip(Example.names, births).map { "  \($0): {born: \($1)}" }
    let frame =
      ["", "children:"] + children
      + ["", "complete for: everything", "observed until: \(end)", "", "events:"]
    let lines = zip(events, days).enumerated().map { number, line in
      entry("e\(number + 1)", line.0, on: line.1, of: procedure)
    }
    return (head + profile + frame + lines).joined(separator: "\n") + "\n"
  }

  private func entry(_ identifier: String, _ planned: PlannedEvent, on day: Day, of procedure: Procedure) -> String {
    let event = procedure.vocabulary.events[planned.event]
    let stated = event.attributes.compactMap { attribute in
      planned.attributes[attribute.index].map { "\(attribute.name): \(Example.written($0, attribute.type))" }
    }
    let child = hasSibling ? ["for: [\(Example.names[planned.isOfSibling ? 1 : 0])]"] : []
    let parts = ["id: \(identifier)", "event: \(event.name)"] + child + ["when: \(day)"] + stated
    let whole = "  - {\(parts.joined(separator: ", "))}"
    guard whole.count > 120 else { return whole }
    return "  - " + parts.joined(separator: "\n    ")
  }

  private static func written(_ value: Value, _ type: ConditionType) -> String {
    switch value {
    case .truth(let truth): return "\(truth)"
    case .number(let range): return range.exact?.description ?? ""
    case .text(let text): return quoted(text)
    case .date(let date): return date.earliest.description
    case .duration(let range): return range.least.description
    case .choice(let word): return type.words[word]
    case .set(let set):
      let words = type.words.indices.filter { set.contains($0) == .yes }.map { type.words[$0] }
      return "[\(words.joined(separator: ", "))]"
    default: return ""
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}

extension ConditionType {
  /// The words of the closed list of a choice or set.
  fileprivate var words: [String] {
    switch self {
    case .choice(let choice), .set(let choice): choice.members
    default: []
    }
  }
}
