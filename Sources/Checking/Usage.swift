import Conditions
import Diagnostics
import Procedures

/// What the rules, transitions and parameters of a procedure use, and what of it nothing uses.
struct Usage {
  private let procedure: Procedure
  private let references: References
  private let sources: Set<Int>

  init(of procedure: Procedure) {
    self.procedure = procedure
    var references = References()
    for rule in procedure.rules { references.formUnion(rule.references) }
    for transition in procedure.workflows.flatMap(\.transitions) { references.formUnion(transition.references) }
    self.references = references
    let cited = procedure.workflows.compactMap(\.citation) + procedure.parameters.compactMap(\.citation)
    sources = Set((procedure.rules.map(\.citation) + cited).map(\.source))
  }

  func unusedEvents() -> [Diagnostic] {
    procedure.vocabulary.events.enumerated().compactMap { index, event in
      event.isContext || references.events.contains(index) ? nil : unused(.unusedEvent, "event", event.name, at: event.place)
    }
  }

  func unusedParameters() -> [Diagnostic] {
    procedure.parameters.enumerated().compactMap { index, parameter in
      references.parameters.contains(index) ? nil : unused(.unusedParameter, "parameter", parameter.name, at: parameter.place)
    }
  }

  func unusedSources() -> [Diagnostic] {
    procedure.sources.enumerated().compactMap { index, source in
      sources.contains(index) ? nil : unused(.unusedSource, "source", source.name, at: source.place)
    }
  }

  func unusedRoles() -> [Diagnostic] {
    let choice = procedure.vocabulary.roleChoice
    return procedure.vocabulary.roles.enumerated().compactMap { index, role in
      let isWritten = references.choices.contains(References.ChoiceWord(list: choice, member: index))
      return isWritten || isInParameter(role: index) ? nil : unused(.unusedRole, "role", role.name, at: role.place)
    }
  }

  func unusedAttributes() -> [Diagnostic] {
    procedure.vocabulary.events.enumerated().flatMap { number, event in
      event.attributes.compactMap { attribute in
        let use = References.EventAttribute(event: number, attribute: attribute.index)
        return references.attributes.contains(use)
          ? nil : unused(.unusedAttribute, "attribute", "\(event.name).\(attribute.name)", at: event.place)
      }
    }
  }

  private func isInParameter(role: Int) -> Bool {
    procedure.parameters.flatMap(\.values).contains { dated in
      if case .set(let set) = dated.value { set.contains(role) == .yes } else { false }
    }
  }

  private func unused(_ code: DiagnosticCode, _ noun: String, _ name: String, at place: Place) -> Diagnostic {
    Diagnostic(code, "Nothing uses the \(noun) \"\(name)\".", at: place, mend: "Use it, or delete it.")
  }
}
