import CivilTime
import Conditions
import Procedures

/// A rule that listens to an event or a state, and which leaf of its pattern it hears with.
struct Hook {
  let rule: RuleIndex
  let leaf: Int
  let condition: CompiledCondition?
}

/// Everything that listens to one event, state entered or state left.
final class Listeners {
  @exclusivity(unchecked) var checks: [Hook] = []
  @exclusivity(unchecked) var extensions: [Hook] = []
  @exclusivity(unchecked) var fulfils: [Hook] = []
  @exclusivity(unchecked) var excepts: [Hook] = []
  @exclusivity(unchecked) var opens: [Hook] = []

  var isEmpty: Bool {
    checks.isEmpty && extensions.isEmpty && fulfils.isEmpty && excepts.isEmpty && opens.isEmpty
  }
}

/// A procedure compiled to dense tables: an event touches only the machines and rules that name it.
///
/// One set of tables belongs to one worker: the statecharts find their configurations lazily.
final class ReplayTables {
  struct Machine {
    let workflow: WorkflowIndex
    let slot: Int
  }

  let procedure: Procedure
  let charts: [Statechart]
  let rules: [CompiledRule]
  /// By event: the machines that know it.
  @exclusivity(unchecked) private(set) var machines: [[Machine]]
  @exclusivity(unchecked) private(set) var onEvent: [Listeners]
  /// By event: rules opened by a date the event carries.
  @exclusivity(unchecked) private(set) var onDate: [[(rule: RuleIndex, attribute: AttributeIndex)]]
  /// By workflow and state.
  @exclusivity(unchecked) private(set) var onEntry: [[Listeners]]
  @exclusivity(unchecked) private(set) var onExit: [[Listeners]]
  /// By workflow: rules whose `while` names it.
  @exclusivity(unchecked) private(set) var duringOf: [[RuleIndex]]
  /// Rules whose `while` depends on whether the child is born.
  @exclusivity(unchecked) private(set) var duringBirth: [RuleIndex] = []
  @exclusivity(unchecked) private(set) var invariants: [RuleIndex] = []
  /// By watched rule: the rules that open when it is overdue.
  @exclusivity(unchecked) private(set) var onOverdue: [[RuleIndex]]
  /// By event: its place among those whose occurrences some condition asks for; `nil` for the others.
  @exclusivity(unchecked) private(set) var remembered: [Int?]
  @exclusivity(unchecked) private(set) var rememberedCount = 0
  /// By rule: its place among the invariants; -1 for other rules.
  @exclusivity(unchecked) private(set) var invariantPlace: [Int]
  /// By rule: the one workflow that its `while` asks about, where it asks about states of one only.
  @exclusivity(unchecked) private(set) var duringWorkflow: [WorkflowIndex?]
  /// By event: whether a guard of a machine that knows it asks about more than the event.
  @exclusivity(unchecked) private(set) var asksOtherMachines: [Bool] = []
  /// By workflow: whether its guards ask only about the event at hand.
  @exclusivity(unchecked) private(set) var guardsAreLocal: [Bool]
  /// By rule: the workflows whose states it names.
  @exclusivity(unchecked) private(set) var restsOn: [[WorkflowIndex]]
  /// By rule: the unit in which lateness is told.
  @exclusivity(unchecked) private(set) var units: [Period.Unit]
  /// By rule and leaf of its pattern: the events whose silence the leaf rests on; and by rule, all of them.
  @exclusivity(unchecked) private(set) var behind: [[[EventIndex]]] = []
  @exclusivity(unchecked) private(set) var allBehind: [[EventIndex]] = []
  /// By rule: for an invariant that asks only for the child's own states, the workflows it asks about, bit by bit.
  @exclusivity(unchecked) private(set) var invariantStates: [UInt64?] = []
  @exclusivity(unchecked) var enteringEvents: [StateReference: [EventIndex]] = [:]
  let figures: [RuleFigures]
  /// By rule and configuration: whether a `while` about one workflow holds; 2 where it was not asked yet.
  @exclusivity(unchecked) var duringKnown: [UInt8]
  static let rememberedConfigurations = 64
  let calendar = WorkingCalendar.englandAndWales
  /// By workflow and transition.
  let guards: [[CompiledCondition?]]

  init(_ procedure: Procedure) {
    self.procedure = procedure
    charts = procedure.workflows.map(Statechart.init)
    rules = procedure.rules.map { CompiledRule($0, in: procedure) }
    guards = procedure.workflows.map { $0.transitions.map { $0.when.map(CompiledCondition.init) } }
    machines = Array(repeating: [], count: procedure.vocabulary.events.count)
    onEvent = procedure.vocabulary.events.map { _ in Listeners() }
    onDate = Array(repeating: [], count: procedure.vocabulary.events.count)
    onEntry = procedure.workflows.map { $0.states.map { _ in Listeners() } }
    onExit = procedure.workflows.map { $0.states.map { _ in Listeners() } }
    duringOf = Array(repeating: [], count: procedure.workflows.count)
    onOverdue = Array(repeating: [], count: procedure.rules.count)
    remembered = Array(repeating: nil, count: procedure.vocabulary.events.count)
    invariantPlace = Array(repeating: -1, count: procedure.rules.count)
    duringWorkflow = procedure.rules.map(\.duringOneWorkflow)
    guardsAreLocal = Array(repeating: true, count: procedure.workflows.count)
    restsOn = procedure.rules.map(\.statesNamed)
    units = rules.map { $0.unit(in: procedure) }
    figures = zip(rules, units).map { rule, unit in
      RuleFigures(
        form: rule.form, workflow: rule.workflow, fixedLength: rule.fixedLength, fixedFirstLength: rule.fixedFirstLength,
        counting: rule.counting, isAhead: rule.isAhead, isAlwaysInForce: rule.inForce == .always,
        isSimple: rule.expect.isSimple, unit: unit)
    }
    duringKnown = Array(repeating: 2, count: rules.count * ReplayTables.rememberedConfigurations)
    for (workflow, chart) in charts.enumerated() {
      for (event, slot) in chart.slots { machines[event].append(Machine(workflow: workflow, slot: slot)) }
    }
    for event in machines.indices { machines[event].sort { $0.workflow < $1.workflow } }
    for (index, rule) in procedure.rules.enumerated() { subscribe(index, rule) }
    for (index, rule) in procedure.rules.enumerated() {
      behind.append(rules[index].expect.leaves.indices.map { eventsBehind(index, $0) })
      allBehind.append(Set(behind[index].joined()).sorted())
      invariantStates.append(rule.ownStatesOnly)
    }
    for (workflow, model) in procedure.workflows.enumerated() {
      for transition in model.transitions { note(transition.when?.expression, guardOf: workflow) }
    }
    asksOtherMachines = machines.map { known in known.contains { !guardsAreLocal[$0.workflow] } }
  }

  private func subscribe(_ index: RuleIndex, _ rule: Rule) {
    switch rule.form {
    case .deadline(let deadline):
      listen(index, rules[index].expect, \.fulfils)
      if let unless = rules[index].unless { listen(index, unless, \.excepts) }
      if let extended = rules[index].extended { listen(index, extended, \.extensions) }
      watch(deadline.during, for: index)
      subscribe(index, to: deadline.trigger)
    case .cadence(let cadence):
      listen(index, rules[index].expect, \.fulfils)
      if let unless = rules[index].unless { listen(index, unless, \.excepts) }
      watch(cadence.during, for: index)
    case .check: listen(index, rules[index].expect, \.checks)
    case .invariant:
      invariantPlace[index] = invariants.count
      invariants.append(index)
    }
    for expression in rule.expressions { note(expression) }
  }

  private func remember(_ event: EventIndex) {
    guard remembered[event] == nil else { return }
    remembered[event] = rememberedCount
    rememberedCount += 1
  }

  private func subscribe(_ index: RuleIndex, to trigger: Trigger) {
    switch trigger {
    case .pattern(let pattern): listen(index, CompiledPattern(pattern), \.opens)
    case .date(let event, let attribute): onDate[event].append((index, attribute))
    case .overdue(let watched):
      onOverdue[watched].append(index)
    }
  }

  private func listen(_ rule: RuleIndex, _ pattern: CompiledPattern, _ part: ReferenceWritableKeyPath<Listeners, [Hook]>) {
    for (number, leaf) in pattern.leaves.enumerated() {
      switch leaf {
      case .event(let event, let condition):
        onEvent[event][keyPath: part].append(Hook(rule: rule, leaf: number, condition: condition))
      case .entering(let state):
        onEntry[state.workflow][state.state][keyPath: part].append(Hook(rule: rule, leaf: number, condition: nil))
      case .leaving(let state):
        onExit[state.workflow][state.state][keyPath: part].append(Hook(rule: rule, leaf: number, condition: nil))
      }
    }
  }

  private func watch(_ during: Condition?, for rule: RuleIndex) {
    guard let during else { return }
    var workflows: Set<WorkflowIndex> = []
    var asksBirth = false
    during.expression.visit {
      if case .state(let state) = $0 { workflows.insert(state.workflow) }
      if case .fact = $0 { asksBirth = true }
    }
    for workflow in workflows { duringOf[workflow].append(rule) }
    if asksBirth { duringBirth.append(rule) }
  }

  /// Notes which events must be remembered, which rules are watched and which guards look beyond the event at hand.
  private func note(_ expression: Expression?, guardOf workflow: WorkflowIndex? = nil) {
    expression?.visit { part in
      switch part {
      case .occurrences(let events, _): for event in events { remember(event) }
      default: break
      }
      if let workflow, !part.isLocal { guardsAreLocal[workflow] = false }
    }
  }
}

extension ReplayTables {
  /// The events whose silence a leaf of a rule's pattern rests on: its own, or those that could enter or leave its state.
  private func eventsBehind(_ rule: RuleIndex, _ leaf: Int) -> [EventIndex] {
    switch rules[rule].expect.leaves[leaf] {
    case .event(let event, _): [event]
    case .entering(let state): charts[state.workflow].eventsEntering(state.state)
    case .leaving(let state): charts[state.workflow].eventsLeaving(state.state)
    }
  }
}

extension ReplayTables {
  /// The events that could take a child into a state.
  func eventsEntering(_ state: StateReference) -> [EventIndex] {
    if let known = enteringEvents[state] { return known }
    let events = charts[state.workflow].eventsEntering(state.state)
    enteringEvents[state] = events
    return events
  }
}

extension Statechart {
  private func isWithin(_ a: StateIndex, _ b: StateIndex) -> Bool { a == b || isDescendant(a, of: b) }

  func eventsEntering(_ state: StateIndex) -> [EventIndex] {
    events { $0.to.contains { isWithin($0, state) || isDescendant(state, of: $0) } }
  }

  func eventsLeaving(_ state: StateIndex) -> [EventIndex] {
    events { transition in
      (isWithin(transition.from, state) || isDescendant(state, of: transition.from))
        && transition.to.contains { !isWithin($0, state) }
    }
  }

  private func events(where isCounted: (Transition) -> Bool) -> [EventIndex] {
    var found: Set<EventIndex> = []
    for transition in workflow.transitions {
      if case .events(let events) = transition.cue, isCounted(transition) { found.formUnion(events) }
    }
    return found.sorted()
  }
}

extension CompiledRule {
  /// The unit of the rule's length: of a parameter, that of its first value; days where it is worked out.
  func unit(in procedure: Procedure) -> Period.Unit {
    switch length {
    case .literal(let period): return period.unit
    case .parameter(let parameter):
      if case .duration(let range)? = procedure.parameters[parameter].values.first?.value { return range.least.unit }
      return .day
    case .expression, nil: return .day
    }
  }
}

extension Rule {
  /// The workflows whose states the rule's conditions and patterns name.
  var statesNamed: [WorkflowIndex] {
    var found: Set<WorkflowIndex> = []
    for expression in expressions { found.formUnion(expression.workflowsNamed) }
    for pattern in patterns { found.formUnion(pattern.workflowsNamed) }
    return found.sorted()
  }
}

extension Rule {
  /// The workflows an invariant asks about, bit by bit, where it asks for nothing but states of the child itself.
  fileprivate var ownStatesOnly: UInt64? {
    guard case .invariant = form, inForce == .always else { return nil }
    var workflows: UInt64 = 0
    var isOnly = true
    for expression in expressions {
      expression.visit { part in
        switch part {
        case .state(let state) where state.workflow < 64: workflows |= 1 << UInt64(state.workflow)
        case .not, .and, .or: break
        default: isOnly = false
        }
      }
    }
    return isOnly ? workflows : nil
  }
}

extension Rule {
  /// The workflow of all the states that the rule's `while` names, where it names those of one and nothing else.
  fileprivate var duringOneWorkflow: WorkflowIndex? {
    let during: Condition? =
      switch form {
      case .deadline(let deadline): deadline.during
      case .cadence(let cadence): cadence.during
      case .check, .invariant: nil
      }
    var workflows: Set<WorkflowIndex> = []
    var isOnly = true
    during?.expression.visit { part in
      switch part {
      case .state(let state): workflows.insert(state.workflow)
      case .not, .and, .or: break
      default: isOnly = false
      }
    }
    return isOnly && workflows.count == 1 ? workflows.first : nil
  }
}
