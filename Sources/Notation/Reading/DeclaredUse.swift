import Conditions
import Diagnostics
import Procedures

/// What the rules and transitions use of what is declared, where using it, or not, is a fault.
struct DeclaredUse {
  private let draft: ProcedureDraft
  private let rules: [Rule]
  private let transitions: [Transition]

  init(of draft: ProcedureDraft, rules: [Rule], transitions: [Transition]) {
    self.draft = draft
    self.rules = rules
    self.transitions = transitions
  }

  /// PL2421 for each rule and transition that uses an event that only gives context.
  func contextFaults() -> [Diagnostic] {
    let context = draft.events.indices.filter { draft.events[$0].node.isTrue(.context) }
    guard !context.isEmpty else { return [] }
    let users =
      rules.map { ("rule", $0.references, $0.place) } + transitions.map { ("transition", $0.references, $0.place) }
    return users.flatMap { noun, references, place in
      context.filter(references.events.contains).map { index in
        let event = draft.events[index]
        return Diagnostic(
          .contextEventUsed, "This \(noun) uses the event \"\(event.name)\", which only gives context.", at: place,
          mend: "Delete \"context: true\" of the event, or use another event.",
          notes: [Diagnostic.Note("The event is declared here.", at: event.place)])
      }
    }
  }

  /// PL2420 for each parameter that only the profile has and nothing uses.
  ///
  /// **Unknown**: where a rule or transition of the profile has a fault of its own, what it uses is not known, and
  /// nothing is told.
  func profileFaults(besides misread: some Sequence<Diagnostic>) -> [Diagnostic] {
    let added = draft.parameters.indices.filter { draft.parameters[$0].isFromProfile && draft.parameters[$0].replaced == nil }
    guard let file = added.first.map({ draft.parameters[$0].place.file }) else { return [] }
    guard !misread.contains(where: { $0.place.file == file && $0.severity == .error }) else { return [] }
    var used = References()
    for references in rules.map(\.references) + transitions.map(\.references) { used.formUnion(references) }
    let known = draft.parameters.filter { !$0.isFromProfile || $0.replaced != nil }.map(\.name)
    return added.filter { !used.parameters.contains($0) }.map { index in
      let parameter = draft.parameters[index]
      return Diagnostic(
        .profileParameterUnknown,
        "The procedure has no parameter \"\(parameter.name)\", and nothing of the profile uses it.", at: parameter.place,
        mend: Suggestion.mend(
          for: parameter.name, among: known, otherwise: "Use it in a rule or transition of the profile, or delete it."))
    }
  }
}
