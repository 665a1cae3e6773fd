import CivilTime
import Conditions
import Procedures

/// The tables of a procedure while they are made: who listens to what, gathered rule by rule.
struct TableMaking {
  let procedure: Procedure
  /// The workflows whose machines move.
  private let moving: Set<WorkflowIndex>
  let charts: [Statechart]
  private(set) var program: ConditionProgram
  private(set) var sets: [Condition] = []
  private(set) var rules: [CompiledRule] = []
  private(set) var each: [CompiledSet?] = []
  private(set) var guards: [CompiledCondition?] = []
  private(set) var guardsAreLocal: [Bool]
  private(set) var invariants: [RuleIndex] = []
  private(set) var onOverdue: [[RuleIndex]]
  private(set) var behind: [[[EventIndex]]] = []
  private(set) var onEvent: [GatheredListeners]
  private(set) var onEntry: [[GatheredListeners]]
  private(set) var onExit: [[GatheredListeners]]
  private(set) var machines: [[ReplayTables.Machine]]
  private(set) var duringOf: [[RuleIndex]]
  private(set) var duringBirth: [RuleIndex] = []
  private(set) var datedRules: Set<RuleIndex> = []
  private(set) var behindExtension: [[[EventIndex]]] = []
  private(set) var remembered: [Int]
  private(set) var rememberedCount = 0
  private(set) var patternsAskCase: [Bool]
  private(set) var asksOtherChildren = false

  init(_ procedure: Procedure, moving: Set<WorkflowIndex>) {
    self.procedure = procedure
    self.moving = moving
    program = ConditionProgram(parameters: procedure.parameters)
    charts = procedure.workflows.enumerated().map { Statechart($1, number: $0) }
    guardsAreLocal = Array(repeating: true, count: procedure.workflows.count)
    onOverdue = Array(repeating: [], count: procedure.rules.count)
    onEvent = Array(repeating: GatheredListeners(), count: procedure.vocabulary.events.count)
    onEntry = procedure.workflows.map { Array(repeating: GatheredListeners(), count: $0.states.count) }
    onExit = onEntry
    machines = Array(repeating: [], count: procedure.vocabulary.events.count)
    duringOf = Array(repeating: [], count: procedure.workflows.count)
    patternsAskCase = Array(repeating: false, count: procedure.vocabulary.events.count)
    remembered = Array(repeating: -1, count: procedure.vocabulary.events.count)
  }

  mutating func gather() {
    for rule in procedure.rules {
      rules.append(CompiledRule(rule, &program))
      each.append(rule.each.map { compile(set: $0.over) })
    }
    for workflow in procedure.workflows {
      for transition in workflow.transitions { guards.append(program.compile(transition.when)) }
    }
    for (workflow, chart) in charts.enumerated() where moving.contains(workflow) {
      for (event, slot) in chart.slots {
        machines[event].append(ReplayTables.Machine(workflow: workflow, slot: slot))
      }
    }
    for event in machines.indices { machines[event].sort { $0.workflow < $1.workflow } }
    for (index, rule) in procedure.rules.enumerated() { subscribe(index, rule) }
    for index in procedure.rules.indices {
      behind.append(rules[index].expect.leaves.map(eventsBehind))
      behindExtension.append(rules[index].extended?.leaves.map(eventsBehind) ?? [])
    }
    for (workflow, model) in procedure.workflows.enumerated() {
      for transition in model.transitions { note(transition.when?.expression, guardOf: workflow) }
    }
  }

  /// The states on whose entry some clock opens.
  var openers: [StateReference] {
    onEntry.enumerated().flatMap { workflow, states in
      states.indices.filter { !states[$0].opens.isEmpty }.map { StateReference(workflow: workflow, state: $0) }
    }
  }

  /// By workflow: the number of states in the workflows before it.
  var firstStates: [Int] {
    var count = 0
    return procedure.workflows.map { workflow in
      defer { count += workflow.states.count }
      return count
    }
  }

  /// By workflow: the number of transitions in the workflows before it.
  var firstTransitions: [Int] {
    var count = 0
    return procedure.workflows.map { workflow in
      defer { count += workflow.transitions.count }
      return count
    }
  }

  func figures(of index: RuleIndex, workflowsNamed: Places, eventsBehind: Places) -> RuleFigures {
    let rule = rules[index]
    return RuleFigures(
      form: rule.form, workflow: rule.workflow, during: rule.during, when: rule.when, require: rule.require,
      each: each[index],
      requiresTogether: each[index] != nil && rule.require.map(program.isAskedTogether) ?? false,
      fixedLength: rule.length?.fixed(in: procedure),
      fixedFirstLength: rule.firstLength?.fixed(in: procedure), hasFirstLength: rule.firstLength != nil,
      worksOutLength: rule.worksOutLength, worksOutLaterLength: rule.worksOutLaterLength,
      chosenLength: rule.chosenLength, chosenFirstLength: rule.chosenFirstLength, unit: rule.unit(in: procedure),
      counting: rule.counting,
      isAhead: rule.isAhead, opensOnDate: datedRules.contains(index), inForce: ForceDays(rule.inForce),
      isSimple: rule.expect.isSimple, isJudgedOnce: isJudgedOnce(index),
      expectsState: rule.expectsState, extensionLimit: rule.extensionLimit, isWatched: !onOverdue[index].isEmpty,
      duringWorkflow: procedure.rules[index].duringOneWorkflow ?? -1, workflowsNamed: workflowsNamed,
      eventsBehind: eventsBehind)
  }

  /// Whether no two of a rule's judgements can share an identifier: a check that is made at events alone, once at each.
  func isJudgedOnce(_ index: RuleIndex) -> Bool { rules[index].form == .check && rules[index].expect.isOfEvents }

  private mutating func compile(set condition: Condition) -> CompiledSet {
    switch condition.expression {
    case .parameter(let parameter):
      if case .set(let set)? = procedure.parameters[parameter].fixedValue { return .fixed(set.inside) }
    case .this(let attribute): return .this(Int32(attribute))
    case .trigger(let attribute): return .trigger(Int32(attribute))
    default: break
    }
    sets.append(condition)
    return .evaluated(Int32(sets.count - 1))
  }

  // MARK: Subscribing

  private mutating func subscribe(_ index: RuleIndex, _ rule: Rule) {
    let compiled = rules[index]
    switch rule.form {
    case .deadline(let deadline):
      listen(index, compiled.expect, \.fulfils)
      if let unless = compiled.unless { listen(index, unless, \.excepts) }
      if let extended = compiled.extended { listen(index, extended, \.extensions) }
      watch(deadline.during, for: index)
      subscribe(index, to: deadline.trigger)
    case .cadence(let cadence):
      listen(index, compiled.expect, \.fulfils)
      if let unless = compiled.unless { listen(index, unless, \.excepts) }
      watch(cadence.during, for: index)
    case .check: listen(index, compiled.expect, \.checks)
    case .invariant: invariants.append(index)
    }
    for expression in rule.expressions { note(expression) }
    for pattern in rule.patterns { noteBrackets(of: pattern) }
  }

  private mutating func subscribe(_ index: RuleIndex, to trigger: Trigger) {
    switch trigger {
    case .pattern(let pattern): listen(index, CompiledPattern(pattern, &program), \.opens)
    case .date(let event, let attribute):
      onEvent[event].dates.append(DateHook(rule: index, attribute: attribute))
      datedRules.insert(index)
    case .overdue(let watched): onOverdue[watched].append(index)
    }
  }

  private mutating func listen(
    _ rule: RuleIndex, _ pattern: CompiledPattern, _ part: WritableKeyPath<GatheredListeners, [Hook]>
  ) {
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

  private mutating func watch(_ during: Condition?, for rule: RuleIndex) {
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

  private mutating func noteBrackets(of pattern: Pattern) {
    switch pattern {
    case .event(let event, let condition?): if condition.expression.asksCase { patternsAskCase[event] = true }
    case .any(let parts), .all(let parts): for part in parts { noteBrackets(of: part) }
    case .event, .entering, .leaving: break
    }
  }

  /// Notes which events must be remembered, and which guards look beyond the event at hand.
  private mutating func note(_ expression: Expression?, guardOf workflow: WorkflowIndex? = nil) {
    guard let expression else { return }
    var asked: [EventIndex] = []
    var isLocal = true
    expression.visit { part in
      if case .occurrences(let events, _) = part { asked += events }
      if !part.isLocal { isLocal = false }
      if part.asksOtherChildren { asksOtherChildren = true }
    }
    for event in asked where remembered[event] < 0 {
      remembered[event] = rememberedCount
      rememberedCount += 1
    }
    if let workflow, !isLocal { guardsAreLocal[workflow] = false }
  }

  /// The events whose silence a leaf of a rule's pattern rests on: its own, or those that could enter or leave its state.
  private func eventsBehind(_ leaf: CompiledPattern.Leaf) -> [EventIndex] {
    switch leaf {
    case .event(let event, _): [event]
    case .entering(let state): charts[state.workflow].eventsEntering(state.state)
    case .leaving(let state): charts[state.workflow].eventsLeaving(state.state)
    }
  }
}
