import Conditions
import Procedures

/// The states that a set of transitions enters.
///
/// **Source:** W3C SCXML 1.0, Appendix D: `computeEntrySet`, `addDescendantStatesToEnter`, `addAncestorStatesToEnter`.
struct EntrySet {
  private let chart: Statechart
  private let configuration: Configuration
  private(set) var states: StateSet
  /// The compound states entered by their own start.
  private(set) var byDefault: StateSet
  /// By state: the history state inside it that was asked for and had nothing to remember.
  private(set) var withoutMemory: [StateIndex: StateIndex] = [:]

  init(_ chart: Statechart, _ configuration: Configuration) {
    self.chart = chart
    self.configuration = configuration
    states = StateSet(capacity: chart.workflow.states.count)
    byDefault = states
  }

  mutating func add(_ transition: Int) {
    let targets = chart.workflow.transitions[transition].to
    guard !targets.isEmpty else { return }
    for target in targets { addDescendants(of: target) }
    let domain = chart.domain(of: transition, in: configuration)
    for target in chart.effectiveTargets(of: transition, in: configuration) { addAncestors(of: target, below: domain) }
  }

  /// Adds states that are entered from nowhere, as at the beginning.
  mutating func addStart(_ states: [StateIndex]) { add(states, below: .root) }

  /// Adds states with all that is entered with them below a domain.
  private mutating func add(_ targets: [StateIndex], below domain: TransitionDomain) {
    for target in targets { addDescendants(of: target) }
    for target in targets { addAncestors(of: target, below: domain) }
  }

  private mutating func addDescendants(of state: StateIndex) {
    switch chart.workflow.states[state].kind {
    case .history(_, let otherwise):
      let parent = chart.workflow.states[state].parent
      let remembered = configuration.memory[state]?.members
      if remembered == nil, let parent { withoutMemory[parent] = state }
      add(remembered ?? otherwise, below: parent.map { .state($0) } ?? .root)
    case .compound(let start):
      states.insert(state)
      byDefault.insert(state)
      add(start, below: .state(state))
    case .parallel:
      states.insert(state)
      addMissingRegions(of: state)
    case .atomic, .end: states.insert(state)
    }
  }

  private mutating func addAncestors(of state: StateIndex, below domain: TransitionDomain) {
    for ancestor in chart.ancestors[state] {
      if domain == .state(ancestor) { return }
      let isNew = !states.contains(ancestor)
      states.insert(ancestor)
      if isNew, chart.workflow.states[ancestor].kind == .parallel { addMissingRegions(of: ancestor) }
    }
  }

  private mutating func addMissingRegions(of parallel: StateIndex) {
    for region in chart.regions(of: parallel) where states.isDisjoint(with: chart.descendants[region]) {
      addDescendants(of: region)
    }
  }
}
