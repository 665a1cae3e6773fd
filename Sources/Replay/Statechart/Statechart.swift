import CivilTime
import Conditions
import Procedures

typealias Delay = Period

/// One workflow as tables: configurations are found lazily and numbered, steps without guards are remembered.
///
/// **Source:** W3C SCXML 1.0, Appendix D, "Algorithm for SCXML Interpretation".
final class Statechart {
  let workflow: Workflow
  /// The number of the workflow, by which conditions name its states.
  let number: WorkflowIndex
  @exclusivity(unchecked) private(set) var configurations: [Configuration] = []
  @exclusivity(unchecked) private var numbers: [Configuration: ConfigurationIndex] = [:]
  /// By configuration and state: whether the state is active.
  @exclusivity(unchecked) private var isActive = Column<Bool>()
  /// By configuration: whether the machine has stopped there.
  @exclusivity(unchecked) private(set) var hasStopped = Column<Bool>()
  /// Every step made so far, and its number.
  @exclusivity(unchecked) private(set) var madeSteps: [MachineStep] = []
  @exclusivity(unchecked) private var stepNumbers: [MachineStep: StepNumber] = [:]
  @exclusivity(unchecked) private(set) var steps = Column<StepFigures>()
  @exclusivity(unchecked) private(set) var changes = Column<StateChange>()
  /// What entering the start did.
  @exclusivity(unchecked) private(set) var beginning: StepNumber = 0

  /// The ancestors of each state, innermost first.
  let ancestors: [[StateIndex]]
  /// By state: the states inside it.
  let descendants: [StateSet]
  /// By state: the end states directly inside it.
  private let ends: [StateSet]
  /// By state: its children that are states proper, not history.
  private let regions: [[StateIndex]]
  /// By transition: whether it has a guard.
  let isGuarded: Column<Bool>
  /// Whether anything can happen without an event, so that a step must settle before it ends.
  let settles: Bool
  let stateCount: Int
  /// How many events of the vocabulary this workflow knows.
  @exclusivity(unchecked) private(set) var slotCount = 0
  /// For each event of the vocabulary that this workflow knows, its number among those.
  @exclusivity(unchecked) private(set) var slots: [EventIndex: Int] = [:]
  /// For each known event, the transitions it cues, in document order.
  @exclusivity(unchecked) private(set) var cued: [[Int]] = []
  /// The transitions that hear other things than events of the vocabulary.
  @exclusivity(unchecked) private(set) var innerTransitions: [Int] = []
  /// By word: the transitions that hear it, in document order.
  @exclusivity(unchecked) var hearers: [[Int]] = [[]]
  /// By word, then by configuration: the step that hearing it makes, where the machine's own states decide all guards.
  @exclusivity(unchecked) var remembered: [[RememberedStep]] = [[]]
  @exclusivity(unchecked) var wordsByHearers: [[Int]: Word] = [[]: Statechart.unheard]
  /// Names from outside that were heard, and what they are.
  @exclusivity(unchecked) var wordsByName: [String: Word] = [:]
  /// What is heard where nothing is said: transitions without an event.
  @exclusivity(unchecked) private(set) var silence = Statechart.unheard
  @exclusivity(unchecked) private(set) var signalWords: [Word] = []
  @exclusivity(unchecked) private(set) var completionWords: [Word] = []
  /// Whether a guard has been asked of what follows by itself.
  @exclusivity(unchecked) var hasAskedGuard = false
  /// Whether a guard decides what entering the start does.
  @exclusivity(unchecked) private(set) var beginningAsksGuards = false
  /// By configuration and transition: the step that one transition alone makes, where no guard decides what follows by
  /// itself; -1 where it was not asked yet.
  @exclusivity(unchecked) var lone = Column<Int>()
  let transitionCount: Int
  /// What is known of a step, by configuration and event slot.
  @exclusivity(unchecked) var plans = Column<StepPlan>()
  /// The transitions that plans choose among.
  @exclusivity(unchecked) var candidates = Column<Int>()
  /// By configuration and event slot: the place of the jumps there in `jumps`, where they are remembered; -1 otherwise.
  @exclusivity(unchecked) var jumpPlaces = Column<Int32>()
  @exclusivity(unchecked) var jumps: [[Jump]] = []
  /// The configuration in the middle of a step, while guards of what follows by itself are asked.
  @exclusivity(unchecked) var stepping: Configuration?

  init(_ workflow: Workflow, number: WorkflowIndex = 0) {
    self.workflow = workflow
    self.number = number
    stateCount = workflow.states.count
    transitionCount = workflow.transitions.count
    var ancestors: [[StateIndex]] = []
    for state in workflow.states {
      ancestors.append(state.parent.map { [$0] + ancestors[$0] } ?? [])
    }
    self.ancestors = ancestors
    var descendants = Array(repeating: StateSet(capacity: workflow.states.count), count: workflow.states.count)
    for state in workflow.states.indices { for ancestor in ancestors[state] { descendants[ancestor].insert(state) } }
    self.descendants = descendants
    regions = workflow.states.map { state in
      state.children.filter { if case .history = workflow.states[$0].kind { false } else { true } }
    }
    ends = workflow.states.map { state in
      state.children.reduce(into: StateSet(capacity: workflow.states.count)) { ends, child in
        if workflow.states[child].kind == .end { ends.insert(child) }
      }
    }
    isGuarded = Column(workflow.transitions.map { $0.when != nil })
    settles =
      workflow.transitions.contains {
        if case .events = $0.cue { !$0.actions.isEmpty } else { true }
      } || workflow.states.contains { !$0.onEntry.isEmpty || !$0.onExit.isEmpty || !$0.onStart.isEmpty }
    for (index, transition) in workflow.transitions.enumerated() {
      guard case .events(let events) = transition.cue else { continue }
      for event in events {
        let slot = slots[event, default: slots.count]
        if slot == cued.count {
          slots[event] = slot
          cued.append([])
        }
        cued[slot].append(index)
      }
    }
    slotCount = cued.count
    innerTransitions = workflow.transitions.indices.filter {
      if case .events = workflow.transitions[$0].cue { false } else { true }
    }
    silence = word(for: .nothing)
    signalWords = workflow.signals.indices.map { word(for: .signal($0)) }
    completionWords = workflow.states.indices.map { word(for: .completion($0)) }
    beginning = enterStart()
    beginningAsksGuards = hasAskedGuard
  }

  /// The number of a configuration, which is the same for equal configurations.
  func number(of configuration: Configuration) -> ConfigurationIndex {
    if let number = numbers[configuration] { return number }
    let number = configurations.count
    configurations.append(configuration)
    for state in workflow.states.indices { isActive.append(configuration.active.contains(state)) }
    hasStopped.append(configuration.isFinished)
    numbers[configuration] = number
    plans.append(.unasked, times: slotCount)
    jumpPlaces.append(-1, times: slotCount)
    lone.append(-1, times: transitionCount)
    return number
  }

  /// The number of a step, which is the same for equal steps.
  func number(of step: MachineStep) -> StepNumber {
    if let number = stepNumbers[step] { return number }
    let number = madeSteps.count
    madeSteps.append(step)
    stepNumbers[step] = number
    steps.append(
      StepFigures(
        configuration: step.configuration, changes: changes.place(step.changes), hasSends: !step.sends.isEmpty))
    return number
  }

  /// The configuration every machine begins in.
  var beginningConfiguration: ConfigurationIndex { steps[beginning].configuration }

  /// Whether more follows on entering the start than being there.
  var beginsByItself: Bool {
    beginningAsksGuards || steps[beginning].hasSends || !madeSteps[beginning].transitions.isEmpty
  }

  @inline(__always) func isIn(_ state: StateIndex, _ configuration: ConfigurationIndex) -> Bool {
    isActive[configuration * stateCount + state]
  }

  func isDescendant(_ state: StateIndex, of other: StateIndex) -> Bool { descendants[other].contains(state) }

  func isAtomic(_ state: StateIndex) -> Bool {
    switch workflow.states[state].kind {
    case .atomic, .end: true
    case .parallel: regions(of: state).isEmpty
    case .compound, .history: false
    }
  }

  /// Whether a state is complete: an end state in it is active, or every region of it is complete.
  func isComplete(_ state: StateIndex, in active: StateSet) -> Bool {
    switch workflow.states[state].kind {
    case .compound: !ends[state].isDisjoint(with: active)
    case .parallel: regions[state].allSatisfy { isComplete($0, in: active) }
    case .atomic, .end, .history: false
    }
  }

  /// The children of a state that are states proper, not history.
  func regions(of state: StateIndex) -> [StateIndex] { regions[state] }
}
