import Conditions
import Diagnostics
import Procedures

/// Puts a procedure together from what its files declare: first all names, then all that uses them.
struct ProcedureAssembly {
  private(set) var procedure: Procedure?
  private(set) var diagnostics: [Diagnostic] = []

  private let draft: ProcedureDraft
  private let texts: [String: SourceText]

  init(_ draft: ProcedureDraft, texts: [String: SourceText]) {
    self.draft = draft
    self.texts = texts
    diagnostics = draft.diagnostics
    let vocabulary = VocabularyReader.read(draft, into: &diagnostics)
    guard vocabulary.roles.count <= VocabularyReader.mostMembers else { return }
    let sources = SourceReader(draft)
    let parameters = ParameterReader.read(draft, roles: vocabulary.roleChoice, sources: sources, into: &diagnostics)
    var skeletons = draft.workflows.map { self.skeleton(of: $0) }
    let names = DeclaredNames(
      vocabulary: vocabulary, parameters: parameters, sources: sources, scope: scope(vocabulary, parameters, skeletons),
      texts: texts)
    let beforeUse = diagnostics.count
    for index in skeletons.indices { addTransitions(to: &skeletons[index], number: index, names) }
    let workflows = skeletons.enumerated().map { workflow(from: $1, number: $0, sources) }
    let surroundings = Surroundings(scope: names.scope, parameters: parameters, workflows: workflows)
    diagnostics += TransitionOverlap.faults(in: workflows, surroundings)
    let rules = rules(names)
    let misread = diagnostics[beforeUse...]
    diagnostics += RuleCircles.faults(in: rules)
    diagnostics += RuleLimits.faults(in: rules)
    tellTurnedOffRules()
    let use = DeclaredUse(of: draft, rules: rules.compactMap { $0 }, transitions: workflows.flatMap(\.transitions))
    diagnostics += use.contextFaults() + use.profileFaults(besides: misread)
    procedure = Procedure(
      name: draft.name, title: draft.title, profile: draft.profile, vocabulary: vocabulary, sources: sources.sources,
      parameters: parameters, workflows: workflows, rules: rules.compactMap { $0 }, scope: names.scope)
  }

  /// A workflow whose states are read and whose transitions are not.
  private struct Skeleton {
    let states: [State]
    let topStates: [StateIndex]
    let start: StateIndex
    let signals: SignalNames
    var transitions: [Transition] = []
  }

  private mutating func skeleton(of workflow: ProcedureDraft.WorkflowDraft) -> Skeleton {
    let signals = SignalNames(workflow.node, into: &diagnostics)
    var reader = StateReader(workflow, signals: signals)
    let states = reader.states()
    let start = reader.start()
    diagnostics += reader.diagnostics
    return Skeleton(states: states, topStates: reader.topStates, start: start ?? 0, signals: signals)
  }

  private func scope(_ vocabulary: Vocabulary, _ parameters: [Parameter], _ skeletons: [Skeleton]) -> ConditionScope {
    ConditionScope(
      events: vocabulary.events.map { ConditionScope.Event(name: $0.name, attributes: $0.attributes) },
      roles: vocabulary.roleChoice,
      workflows: zip(draft.workflows, skeletons).map { workflow, skeleton in
        ConditionScope.Workflow(name: workflow.name, states: skeleton.states.map(\.path))
      },
      parameters: parameters.map { ConditionScope.Parameter(name: $0.name, type: $0.type) },
      rules: draft.rules.map(draft.fullName))
  }

  private mutating func addTransitions(to skeleton: inout Skeleton, number: WorkflowIndex, _ names: DeclaredNames) {
    var reader = TransitionReader(of: skeleton.states, signals: skeleton.signals, names: names.inside(number))
    skeleton.transitions = reader.transitions(draft.workflows[number].transitions)
    diagnostics += reader.expressions.diagnostics
  }

  private mutating func workflow(from skeleton: Skeleton, number: WorkflowIndex, _ sources: SourceReader) -> Workflow {
    let workflow = draft.workflows[number]
    return Workflow(
      name: workflow.name, title: workflow.node.text(.title) ?? "", states: skeleton.states, topStates: skeleton.topStates,
      start: skeleton.start, transitions: skeleton.transitions, signals: skeleton.signals.names,
      citation: sources.citation(workflow.node[.source], into: &diagnostics), place: workflow.place)
  }

  /// Every rule at its number; `nil` for one that has a fault.
  private mutating func rules(_ names: DeclaredNames) -> [Rule?] {
    var reader = RuleReader(names)
    let rules = draft.rules.map { reader.rule($0, fullName: draft.fullName(of: $0)) }
    diagnostics += reader.expressions.diagnostics
    return rules
  }

  /// Says of an unknown rule that the profile turned it off, where it did.
  private mutating func tellTurnedOffRules() {
    guard !draft.rulesTurnedOff.isEmpty else { return }
    diagnostics = diagnostics.map { diagnostic in
      guard diagnostic.code == .unknownRule else { return diagnostic }
      let note = "The profile turns off \(draft.rulesTurnedOff.sorted().joined(separator: ", "))."
      return Diagnostic(
        diagnostic.code, diagnostic.message, at: diagnostic.place, mend: diagnostic.mend,
        notes: diagnostic.notes + [Diagnostic.Note(note)])
    }
  }
}
