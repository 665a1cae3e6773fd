import CivilTime
import Conditions
import Procedures

/// A procedure compiled to dense tables: an event touches only the machines and rules that name it.
///
/// One set of tables belongs to one worker: the statecharts find their configurations lazily.
final class ReplayTables {
  /// A machine that knows an event, and the event's number among those it knows.
  struct Machine: BitwiseCopyable {
    let workflow: WorkflowIndex
    let slot: Int
  }

  let procedure: Procedure
  let scope: ReplayScope
  let calendar = WorkingCalendar.englandAndWales
  let charts: [Statechart]
  /// The same for reading at every step, without counting references.
  private let chartPlaces: Column<Unmanaged<Statechart>>

  /// By workflow: a machine as it begins.
  let beginnings: Column<MachineState>
  /// The workflows whose start state may be left by itself, or sends something.
  let settling: Column<Int>

  // Conditions.
  let steps: Column<ConditionStep>
  let evaluated: [Expression]
  let sinces: Column<OccurredSince>
  let latestsKnown: Column<LatestIsKnown>
  let ofOccurrences: Column<OfOccurrences>
  let questions: Column<OccurrenceQuestion>
  let dayComparisons: Column<DayComparison>
  let wordSets: Column<UInt128>
  let evaluatedSets: [Condition]

  // Rules.
  let rules: [CompiledRule]
  let figures: Column<RuleFigures>
  let tellings: [RuleTelling]
  let invariants: Column<Int>
  /// By place among the invariants: the workflows it asks about, bit by bit, where it asks for nothing but the child's
  /// own states; 0 for the others.
  let invariantStates: Column<UInt64>
  /// By workflow, for each 64 invariants: those of them that ask about it and for nothing but the child's own states, bit
  /// by bit; and those whose `while` asks about it alone.
  let invariantsAsking: Column<UInt64>
  let invariantsWithin: Column<UInt64>
  /// The workflows for which there are any of either, bit by bit.
  let invariantWorkflows: UInt64
  /// For each 64 invariants: those that ask for more, which are judged at every moment.
  let invariantsAlways: Column<UInt64>
  /// How many words of 64 bits have a bit for each invariant.
  let invariantWordCount: Int
  /// By watched rule: the rules that open when it is overdue.
  let onOverdue: [[RuleIndex]]
  let namedWorkflows: Column<Int>
  let eventsBehind: Column<Int>
  /// By rule and leaf of its pattern: the events whose silence the leaf rests on.
  let behind: [[[EventIndex]]]
  /// The same for the leaves of what may lengthen it.
  let behindExtension: [[[EventIndex]]]

  // Who listens.
  let hooks: Column<Hook>
  let dateHooks: Column<DateHook>
  /// By event.
  let onEvent: Column<Listeners>
  let checksAt: Column<Places>
  let eventChecks: Column<EventCheck>
  /// By state, all workflows one after another from `firstState`.
  let onEntry: Column<Listeners>
  let onExit: Column<Listeners>
  let firstState: Column<Int>
  /// By event: the machines that know it, of those that move.
  let machinesKnowing: Column<Places>
  let machines: Column<Machine>
  /// By workflow: the rules whose `while` names it.
  let duringOf: Column<Places>
  let duringRules: Column<Int>
  /// By rule: its place among those whose `while` names the workflow that it asks about alone; -1 for the others.
  let duringPlace: Column<Int>
  /// The workflows that some `while` names.
  let workflowsAsked: Column<Int>
  /// By workflow: the first of its words in the columns that follow, which hold a bit for each of its rules in
  /// `duringRules`.
  let firstDuringWord: Column<Int>
  /// Those whose `while` asks about states of several workflows and nothing else.
  let duringShared: Column<UInt64>
  /// Those whose `while` asks for anything else.
  let duringMore: Column<UInt64>
  /// Those that open as their `while` begins to hold: all but deadlines.
  let duringCadences: Column<UInt64>
  /// By workflow: the first of its words in `duringNaming`, which has so many for each state: the rules of
  /// `duringShared` whose `while` names it.
  let firstNamingWord: Column<Int>
  let duringNaming: Column<UInt64>
  /// The states on whose entry some clock opens.
  let openers: Column<StateReference>
  /// The rules whose `while` depends on whether the child is born.
  let duringBirth: Column<Int>
  /// By event: its place among those whose occurrences some condition asks for; -1 for the others.
  let remembered: Column<Int>
  let rememberedCount: Int

  // Guards.
  /// By transition, all workflows one after another from `firstTransition`.
  private let guards: Column<CompiledCondition?>
  private let firstTransition: Column<Int>
  /// By workflow: whether its guards ask only about the event at hand.
  let guardsAreLocal: Column<Bool>
  /// By event: whether a guard of a machine that knows it asks about more than the event.
  let asksOtherMachines: Column<Bool>
  /// By event: whether the brackets of a pattern of it ask about the child's states or earlier events.
  let patternsAskCase: Column<Bool>
  /// Whether something asks about the other children.
  let asksOtherChildren: Bool

  /// By word of `duringShared`: of the rules whose `while` asks about that workflow alone, those whose `while` holds, bit
  /// by bit.
  @exclusivity(unchecked) var duringWords: WordsByConfiguration
  /// By place in `invariantsWithin`: of those invariants, the ones whose `while` holds, bit by bit.
  @exclusivity(unchecked) var invariantWords: WordsByConfiguration
  /// By state: the events that could take a child into it, once it has been asked.
  @exclusivity(unchecked) private var enteringEvents: [[EventIndex]?]

  init(_ procedure: Procedure, _ scope: ReplayScope) {
    let moving = scope == .everything ? Set(procedure.workflows.indices) : procedure.workflowsOfRules
    var making = TableMaking(procedure, moving: moving)
    making.gather()
    self.procedure = procedure
    self.scope = scope
    charts = making.charts
    chartPlaces = Column(making.charts.map { Unmanaged.passUnretained($0) })
    beginnings = Column(making.charts.map { MachineState(configuration: $0.beginningConfiguration) })
    settling = Column(making.charts.indices.filter { moving.contains($0) && making.charts[$0].beginsByItself })
    steps = Column(making.program.steps)
    evaluated = making.program.evaluated
    sinces = Column(making.program.sinces)
    latestsKnown = Column(making.program.latestsKnown)
    ofOccurrences = Column(making.program.occurrences)
    questions = Column(making.program.questions)
    dayComparisons = Column(making.program.dayComparisons)
    wordSets = Column(making.program.wordSets)
    evaluatedSets = making.sets
    rules = making.rules
    tellings = procedure.rules.indices.map { RuleTelling(procedure.rules[$0], making.rules[$0].length, in: procedure) }
    invariants = Column(making.invariants)
    let asked = making.invariants.map { procedure.rules[$0].ownStatesOnly }
    invariantStates = Column(asked)
    let count = (asked.count + 63) / 64
    var invariantsAlways = Column<UInt64>()
    var invariantsAsking = Column<UInt64>()
    var invariantsWithin = Column<UInt64>()
    var invariantWorkflows = asked.reduce(0, |)
    invariantsAlways.append(0, times: count)
    invariantsAsking.append(0, times: procedure.workflows.count * count)
    invariantsWithin.append(0, times: procedure.workflows.count * count)
    for place in asked.indices {
      let bit: UInt64 = 1 << UInt64(place & 63)
      if asked[place] == 0 { invariantsAlways[place / 64] |= bit }
      for workflow in procedure.workflows.indices.prefix(64) where asked[place] & (1 << UInt64(workflow)) != 0 {
        invariantsAsking[workflow * count + place / 64] |= bit
      }
      if let workflow = procedure.rules[making.invariants[place]].duringOneWorkflow, workflow < 64 {
        invariantsWithin[workflow * count + place / 64] |= bit
        invariantWorkflows |= 1 << UInt64(workflow)
      }
    }
    self.invariantsAlways = invariantsAlways
    self.invariantWorkflows = invariantWorkflows
    self.invariantsAsking = invariantsAsking
    self.invariantsWithin = invariantsWithin
    invariantWordCount = count
    invariantWords = WordsByConfiguration(procedure.workflows.count * count)
    onOverdue = making.onOverdue
    behind = making.behind
    behindExtension = making.behindExtension
    var namedWorkflows = Column<Int>()
    var eventsBehind = Column<Int>()
    var figures = Column<RuleFigures>()
    for rule in procedure.rules.indices {
      let named = namedWorkflows.place(procedure.rules[rule].statesNamed)
      let behind = eventsBehind.place(Set(making.behind[rule].joined()).sorted())
      figures.append(making.figures(of: rule, workflowsNamed: named, eventsBehind: behind))
    }
    self.namedWorkflows = namedWorkflows
    self.eventsBehind = eventsBehind
    self.figures = figures
    var hooks = Column<Hook>()
    var dateHooks = Column<DateHook>()
    var onEvent = Column<Listeners>()
    var onEntry = Column<Listeners>()
    var onExit = Column<Listeners>()
    var checksAt = Column<Places>()
    var eventChecks = Column<EventCheck>()
    for gathered in making.onEvent {
      let listeners = gathered.placed(in: &hooks, &dateHooks)
      onEvent.append(listeners)
      checksAt.append(eventChecks.place(making.eventChecks(gathered.checks, at: listeners.checks)))
    }
    for gathered in making.onEntry.joined() { onEntry.append(gathered.placed(in: &hooks, &dateHooks)) }
    for gathered in making.onExit.joined() { onExit.append(gathered.placed(in: &hooks, &dateHooks)) }
    self.hooks = hooks
    self.dateHooks = dateHooks
    self.onEvent = onEvent
    self.checksAt = checksAt
    self.eventChecks = eventChecks
    self.onEntry = onEntry
    self.onExit = onExit
    firstState = Column(making.firstStates)
    enteringEvents = Array(repeating: nil, count: making.onEntry.reduce(0) { $0 + $1.count })
    var machines = Column<Machine>()
    var machinesKnowing = Column<Places>()
    for known in making.machines { machinesKnowing.append(machines.place(known)) }
    self.machines = machines
    self.machinesKnowing = machinesKnowing
    let during = DuringTables(making)
    duringWords = WordsByConfiguration(during.shared.count)
    duringRules = during.rules
    duringOf = during.of
    duringPlace = during.place
    workflowsAsked = during.workflowsAsked
    firstDuringWord = during.firstWord
    duringShared = during.shared
    duringMore = during.more
    duringCadences = during.cadences
    firstNamingWord = during.firstNamingWord
    duringNaming = during.naming
    openers = Column(making.openers)
    duringBirth = Column(making.duringBirth)
    remembered = Column(making.remembered)
    rememberedCount = making.rememberedCount
    guards = Column(making.guards)
    firstTransition = Column(making.firstTransitions)
    guardsAreLocal = Column(making.guardsAreLocal)
    asksOtherMachines = Column(
      making.machines.map { known in known.contains { !making.guardsAreLocal[$0.workflow] } })
    patternsAskCase = Column(making.patternsAskCase)
    asksOtherChildren = making.asksOtherChildren
  }

  /// Reads the chart of a workflow.
  @inline(__always) func withChart<Result>(of workflow: WorkflowIndex, _ read: (Statechart) -> Result) -> Result {
    chartPlaces[workflow]._withUnsafeGuaranteedRef(read)
  }

  func guardCondition(of transition: Int, in workflow: WorkflowIndex) -> CompiledCondition? {
    guards[firstTransition[workflow] + transition]
  }

  /// The events that could take a child into a state.
  func eventsEntering(_ state: StateReference) -> [EventIndex] {
    let place = firstState[state.workflow] + state.state
    if let known = enteringEvents[place] { return known }
    let events = charts[state.workflow].eventsEntering(state.state)
    enteringEvents[place] = events
    return events
  }
}
