import CivilTime
import Conditions
import Diagnostics
import Procedures
import Reporting

extension Answer {
  /// Lists the rules of a procedure, or those that apply where a child is and to what happens.
  ///
  /// - Parameters:
  ///   - states: the states the child is in, as `workflow.state`, or the end of it where that is only one state's.
  ///   - events: what happens, by the names of the vocabulary.
  ///
  /// Codes: PL2101, PL2103, PL6031, and those of finding and reading a procedure.
  public static func rules(
    _ request: ReplayRequest, in states: [String], at events: [String], options: OutputOptions = OutputOptions()
  ) -> Answer {
    if let refusal = options.refusal(by: .rules) { return refusal }
    let (day, dayProblems) = request.observationEnd()
    var shelf = ProcedureShelf(request.naming("england"))
    let found = shelf.procedure(for: PlacedNode(.nothing, at: .whole("rules")))
    var problems = shelf.diagnostics + found.diagnostics + dayProblems
    let sources = shelf.sources + found.sources
    guard let procedure = found.procedure, !problems.hasErrors else {
      return Answer(messages: problems.messages(sources: sources, dress: options.messages), status: .badInput)
    }
    let (named, stateProblems) = procedure.states(named: states)
    let (happening, eventProblems) = procedure.events(named: events)
    problems += stateProblems + eventProblems
    let messages = problems.messages(sources: sources, dress: options.messages)
    guard !problems.hasErrors else { return Answer(messages: messages, status: .badInput) }
    let isNarrowed = !states.isEmpty || !events.isEmpty
    let report = RulesReport(
      procedure, in: isNarrowed ? Situation(in: named, at: happening, of: procedure) : nil, on: day, origin: found.origin)
    let output = options.format == .json ? report.json() : report.text(style: options.output.style)
    return Answer(output: output, messages: messages, status: .clean)
  }
}

extension ReplayRequest {
  /// The same, with a built-in procedure where none is asked for.
  func naming(_ name: String) -> ReplayRequest {
    var request = self
    if case .asTheHistorySays = procedure { request.procedure = .named(name) }
    return request
  }
}

/// A state under its whole name, `workflow.outer.inner`.
private struct NamedState {
  let reference: StateReference
  let name: String
  private let workflow: String

  init(workflow: WorkflowIndex, state: StateIndex, of procedure: Procedure) {
    reference = StateReference(workflow: workflow, state: state)
    self.workflow = procedure.workflows[workflow].name
    name = "\(self.workflow).\(procedure.workflows[workflow].states[state].path)"
  }

  /// Whether it ends so, with or without the workflow before the end.
  func isMeant(by text: String) -> Bool {
    let end = text.hasPrefix("\(workflow).") ? String(text.dropFirst(workflow.count + 1)) : text
    return name.hasSuffix(".\(end)")
  }
}

extension Procedure {
  fileprivate func states(named names: [String]) -> (states: Set<StateReference>, problems: [Diagnostic]) {
    let all = workflows.indices.flatMap { workflow in
      workflows[workflow].states.indices.map { NamedState(workflow: workflow, state: $0, of: self) }
    }
    var states: Set<StateReference> = []
    var problems: [Diagnostic] = []
    for name in names {
      let whole = all.filter { $0.name == name }
      let matching = whole.isEmpty ? all.filter { $0.isMeant(by: name) } : whole
      if matching.count == 1 {
        states.insert(matching[0].reference)
      } else {
        let mend =
          matching.isEmpty
          ? Suggestion.mend(for: name, among: all.map(\.name), otherwise: "Write it as workflow.state.")
          : "Say which: \(matching.map(\.name).joined(separator: ", "))."
        let message = matching.isEmpty ? "There is no state \"\(name)\"." : "\(matching.count) states are called \"\(name)\"."
        problems.append(.ofCommand(.unknownState, message, option: "--in", mend: mend))
      }
    }
    return (states, problems)
  }

  fileprivate func events(named names: [String]) -> (events: Set<EventIndex>, problems: [Diagnostic]) {
    var events: Set<EventIndex> = []
    var problems: [Diagnostic] = []
    for name in names {
      if let event = vocabulary.events.firstIndex(where: { $0.name == name }) {
        events.insert(event)
      } else {
        problems.append(
          .ofCommand(
            .unknownEvent, "The vocabulary has no event \"\(name)\".", option: "--at",
            mend: Suggestion.mend(
              for: name, among: vocabulary.events.map(\.name), otherwise: "Name an event of the procedure's vocabulary.")))
      }
    }
    return (events, problems)
  }
}
