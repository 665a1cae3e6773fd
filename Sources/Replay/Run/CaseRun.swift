import CivilTime
import Conditions
import Histories
import Procedures

/// The replay of one case after another: walks the events in order of time and keeps machines, clocks and stretches.
///
/// **Order of work:** the nominal day of each event, then file order. Before a moment, delayed signals and due dates
/// fire in time order. Then per event and child: checks, machines, clocks; invariants at the end of the moment.
///
/// What it keeps of a case lies in columns that the next case fills anew, so that following an event allocates nothing.
final class CaseRun {
  let tables: ReplayTables
  let procedure: Procedure
  /// By parameter: its value where that is the same on every day.
  let fixedParameters: [Value?]
  let calendar: WorkingCalendar
  let workflowCount: Int
  let ruleCount: Int
  let invariantCount: Int
  let eventCount: Int
  /// How many words of 64 bits have a bit for each rule.
  let ruleWordCount: Int

  // The case.
  @exclusivity(unchecked) var history: CaseHistory
  @exclusivity(unchecked) var times: HeldTimes
  @exclusivity(unchecked) var isExact = true
  /// By time point: the day that the nominal dating gives it, and the days on which it may have been.
  @exclusivity(unchecked) var nominalDays = Column<Day>()
  @exclusivity(unchecked) var spans = Column<Span>()
  /// The events without what only reports need, and their attributes.
  @exclusivity(unchecked) var entries = Column<Entry>()
  @exclusivity(unchecked) var attributes = Column<AttributeCell>()
  /// The attribute that was asked for last, and where it stands; -1 for nowhere.
  @exclusivity(unchecked) var lastAsked = AskedAttribute.none
  @exclusivity(unchecked) var lastCell = -1
  /// The events that happened within the observation, in order of work; and by event, its place among them.
  @exclusivity(unchecked) var order = Column<Int>()
  @exclusivity(unchecked) var rank = Column<Int32>()
  /// By event: the children for whom the record is complete from beginning to end.
  @exclusivity(unchecked) var alwaysComplete = Column<UInt64>()
  @exclusivity(unchecked) var isPartlyComplete = false
  /// Whether the record is complete for some event over a part of its time only, or says that something was not done.
  @exclusivity(unchecked) var completenessVaries = false
  /// When observation ends.
  @exclusivity(unchecked) var observationEnd = TimeReference.point(0)
  @exclusivity(unchecked) var observationEndDay = Day(number: 0)
  /// Whether observation was made to end before the record does.
  @exclusivity(unchecked) var isCutShort = false

  // Where the children stand.
  @exclusivity(unchecked) var children = Column<ChildState>()
  /// By child and workflow.
  @exclusivity(unchecked) var machines = Column<MachineState>()
  /// By child and workflow.
  @exclusivity(unchecked) var signalTraffic = Column<SignalTraffic>()
  /// By child and word of `ReplayTables.duringShared`: the rules whose `while` held when it was last asked, bit by bit.
  @exclusivity(unchecked) var duringHeld = Column<UInt64>()
  /// By child and rule: the newest open clock; -1 for none.
  @exclusivity(unchecked) var openClocks = Column<Int32>()
  /// By child, for each 64 rules: those that have opened a clock, bit by bit.
  @exclusivity(unchecked) var openedRules = Column<UInt64>()
  /// By child and rule: whether the `while` of a cadence held after the last step.
  @exclusivity(unchecked) var during = Column<Bool>()
  /// The places in `during` that have held.
  @exclusivity(unchecked) var duringNow = Column<Int32>()
  /// By child and place among the invariants.
  @exclusivity(unchecked) var stretches = Column<InvariantStretch>()
  /// By child, for each 64 invariants: those whose `while` may have held when it was last asked, bit by bit.
  @exclusivity(unchecked) var applying = Column<UInt64>()
  @exclusivity(unchecked) var occurrences = OccurrenceBook()

  // What the run has found and is waiting for.
  @exclusivity(unchecked) var clocks = Column<Clock>()
  @exclusivity(unchecked) var extras = ExtrasShelf()
  @exclusivity(unchecked) var derivedTimes: [DerivedTime] = []
  @exclusivity(unchecked) var timers = TimerQueue()
  @exclusivity(unchecked) var judged = JudgementBook()
  @exclusivity(unchecked) var settledChecks = SettledChecks()
  @exclusivity(unchecked) var ordinals = Ordinals()
  @exclusivity(unchecked) var departures: [Departure] = []
  @exclusivity(unchecked) var stays: StayBook
  @exclusivity(unchecked) var transitions = TransitionBook()

  // What is at hand.
  @exclusivity(unchecked) var child = 0
  @exclusivity(unchecked) var event = -1
  @exclusivity(unchecked) var trigger = -1
  /// The word that `each` stands for; -1 for none.
  @exclusivity(unchecked) var member = -1
  /// The occurrence that a condition on several is looking at; -1 for none.
  @exclusivity(unchecked) var item = -1
  @exclusivity(unchecked) var workflow = 0
  @exclusivity(unchecked) var day = Day(number: 0)
  @exclusivity(unchecked) var step = 0
  /// By rule: the step in which it last opened a clock or made a check.
  @exclusivity(unchecked) var openedAt = Column<Int>()
  @exclusivity(unchecked) var changes = Column<WorkflowChange>()
  @exclusivity(unchecked) var missing = Column<MissingValue>()
  /// What left it unanswered whether the check at hand applies.
  @exclusivity(unchecked) var missingInDoubt = Column<MissingValue>()
  @exclusivity(unchecked) var timeIsUncertain = false
  /// Whether something happened since the invariants were last judged, and what was last.
  @exclusivity(unchecked) var isMomentOpen = false
  @exclusivity(unchecked) var lastOccasion = Occasion.none
  /// The machines that moved in the moment at hand, in order, where invariants ask.
  @exclusivity(unchecked) var moved = Column<MachineMove>()
  @exclusivity(unchecked) var hasEscalated = false
  /// By clock: the judgement that it came to, while escalations are settled; -1 for none.
  @exclusivity(unchecked) var judgementOf = Column<Int>()
  /// Whether some machine is, or was, where it is only possibly.
  @exclusivity(unchecked) var hasUncertainMachines = false
  /// By child and event: where the record shows what was not done, once it has been asked.
  @exclusivity(unchecked) var coverage: [Int: [Stretch]] = [:]
  /// The events of the moment at hand that have been followed.
  @exclusivity(unchecked) var moment = Column<Int>()
  /// How many events have been followed, in order of work.
  @exclusivity(unchecked) var followed = 0
  /// What the machines are going to do on the event at hand.
  @exclusivity(unchecked) var moves = Column<PlannedMove>()
  /// The children in the middle of an event that they share, one after another.
  @exclusivity(unchecked) var together = ChildrenInStep()
  /// The jumps that were thought of upon the event at hand.
  @exclusivity(unchecked) var plannedJumps: [Jump] = []
  /// The machines that are looked at as if they had begun anew.
  @exclusivity(unchecked) var restarts = Column<Restart>()
  /// The time of what is being followed.
  @exclusivity(unchecked) var occasionTime = TimeReference.point(0)
  /// When the event was that carries the date on which clocks are being opened.
  @exclusivity(unchecked) var carrierTime: TimeReference?
  /// Whether a guard is being asked, and where the child's machines were before the event.
  @exclusivity(unchecked) var isAskingGuard = false
  /// Whether what a check or an invariant requires is being asked.
  @exclusivity(unchecked) var isAskingRequirement = false
  /// While it is asked what a condition implies: the one attribute of the event at hand that is known.
  @exclusivity(unchecked) var probe: Probe?
  @exclusivity(unchecked) var configurationsBefore = Column<Int>()
  /// Whether what is asked in the brackets of a pattern is asked, and by workflow how the child at hand stood before.
  @exclusivity(unchecked) var isAskingBefore = false
  @exclusivity(unchecked) var machinesBefore = Column<MachineState>()
  /// The same for earlier events, by event and child.
  @exclusivity(unchecked) var machinesBeforeEarlier: [Int: [MachineState]] = [:]
  /// What uncertain times leave open while a condition is asked.
  @exclusivity(unchecked) var supposition = Supposition()
  /// The step in which clocks are being opened, so that what asks about clocks sees how they stood before; -1 for none.
  @exclusivity(unchecked) var openingStep = -1
  /// The cadences fulfilled in the step at hand, by clock, whose next interval is yet to open.
  @exclusivity(unchecked) var renewals = Column<Int>()

  init(_ tables: ReplayTables) {
    self.tables = tables
    procedure = tables.procedure
    fixedParameters = tables.procedure.parameters.map(\.fixedValue)
    calendar = tables.calendar
    workflowCount = tables.charts.count
    ruleCount = tables.rules.count
    invariantCount = tables.invariants.count
    eventCount = tables.procedure.vocabulary.events.count
    ruleWordCount = (tables.rules.count + 63) / 64
    history = CaseHistory.empty
    times = HeldTimes(history.times)
    stays = StayBook(tables)
    openedAt.fill(ruleCount, with: -1)
  }

  /// Replays a case; what it came to stays here until the next.
  func run(_ history: CaseHistory, asOf: Day?) {
    take(history, asOf: asOf)
    begin()
    var next = 0
    while next < order.count {
      let today = nominalDay(ofEvent: order[next])
      advanceTimers(through: today)
      var end = next
      while end < order.count, nominalDay(ofEvent: order[end]) == today { end += 1 }
      followMoment(next..<end, on: today)
      next = end
    }
    advanceTimers(through: observationEndDay)
    day = observationEndDay
    for index in children.indices {
      if children[index].hasEnded { finishOutliving(index) } else { finish(index) }
    }
    settleEscalations()
  }

  private func followMoment(_ places: Range<Int>, on today: Day) {
    day = today
    moment.removeAll()
    for index in children.indices where !children[index].isJudged && !children[index].hasEnded {
      let known = children[index].knownPoint
      if known >= entries.count, nominalDays[known] <= today { startJudging(index) }
    }
    for place in places { follow(order[place]) }
    judgeInvariants()
  }

  /// One event for all its children.
  private func follow(_ number: Int) {
    let entry = entries[number]
    let occasion = Occasion(time: .point(entry.time), event: number, minute: Int(entry.minute))
    openMoment(at: occasion, for: nil)
    if !plannedJumps.isEmpty { plannedJumps.removeAll(keepingCapacity: true) }
    for index in children.indices where !children[index].isJudged && !children[index].hasEnded {
      let isOwn = entry.children & (1 << UInt64(index)) != 0
      let known = children[index].knownPoint
      if known < 0 ? isOwn : known == entry.time { startJudging(index) }
    }
    if tables.asksOtherChildren, entry.children & (entry.children &- 1) != 0 {
      followTogether(number, entry, at: occasion)
    } else {
      forEachChild(of: entry, ended: false) { follow(number, entry, for: $0, at: occasion) }
    }
    forEachChild(of: entry, ended: true) { index in
      if children[index].isOutlived { followAfterwards(number, entry, for: index, at: occasion) }
    }
    moment.append(number)
    followed += 1
    for index in children.indices where !children[index].hasEnded && children[index].until == entry.time {
      children[index].occasion = occasion
      if children[index].isJudged { judgeInvariants(of: index) }
      finish(index, with: number)
    }
  }

  private func forEachChild(of entry: Entry, ended: Bool, _ body: (Int) -> Void) {
    var left = entry.children
    while left != 0 {
      let index = left.takeLowestBit()
      if index < children.count, children[index].hasEnded == ended { body(index) }
    }
  }

  /// Judging of a child begins: clocks that run from the start open now.
  private func startJudging(_ index: Int) {
    children[index].isJudged = true
    child = index
    event = -1
    step += 1
    changes.removeAll()
    for place in tables.openers.indices {
      let state = tables.openers[place]
      let machine = machinePlace(index, state.workflow)
      guard !machines[machine].hasMoved, isAt(state, machines[machine].configuration) else { continue }
      changes.append(WorkflowChange(workflow: state.workflow, state: state.state, isEntry: true))
    }
    let known = Occasion(time: children[index].known, event: -1, minute: -1)
    occasionTime = known.time
    openingStep = step
    defer { openingStep = -1 }
    beginDuring(at: known)
    openByChanges(at: known)
    isMomentOpen = true
  }

  private func isAt(_ state: StateReference, _ configuration: ConfigurationIndex) -> Bool {
    tables.withChart(of: state.workflow) { $0.isIn(state.state, configuration) }
  }

  /// One event for one child: checks, machines, clocks.
  private func follow(_ number: Int, _ entry: Entry, for index: Int, at occasion: Occasion) {
    turn(to: index, number, at: occasion)
    rememberMachines(before: entry.event)
    checkEvent(entry, at: occasion)
    moveMachines(entry.event, at: occasion)
    settle(number, entry, at: occasion)
    openMoment(at: occasion, for: index)
    remember(number, entry, for: index)
  }

  /// One event for several children of whom some rule asks about the others: all see how each stood before it.
  private func followTogether(_ number: Int, _ entry: Entry, at occasion: Occasion) {
    together.removeAll()
    forEachChild(of: entry, ended: false) { index in
      turn(to: index, number, at: occasion)
      rememberMachines(before: entry.event)
      checkEvent(entry, at: occasion)
      planMoves(entry.event, at: occasion)
      let (moved, before) = (together.moves.append(from: moves), together.before.append(from: machinesBefore))
      together.children.append(ChildInStep(child: index, moves: moved, before: before))
      moves.removeAll()
    }
    for place in together.children.indices {
      let one = together.children[place]
      turn(to: one.child, number, at: occasion)
      moves.fill(from: together.moves, in: one.moves)
      if moves.contains(where: { $0.jump >= 0 }) { passOver(at: occasion) }
    }
    for place in together.children.indices {
      let one = together.children[place]
      turn(to: one.child, number, at: occasion)
      moves.fill(from: together.moves, in: one.moves)
      takeMoves(at: occasion)
      together.children[place].changes = together.changes.append(from: changes)
    }
    for place in together.children.indices {
      let one = together.children[place]
      turn(to: one.child, number, at: occasion)
      changes.fill(from: together.changes, in: one.changes)
      machinesBefore.fill(from: together.before, in: one.before)
      settle(number, entry, at: occasion)
      openMoment(at: occasion, for: one.child)
    }
    for place in together.children.indices { remember(number, entry, for: together.children[place].child) }
  }

  private func turn(to index: Int, _ number: Int, at occasion: Occasion) {
    child = index
    event = number
    step += 1
    occasionTime = occasion.time
  }

  private func settle(_ number: Int, _ entry: Entry, at occasion: Occasion) {
    step += 1
    guard children[child].isJudged else { return }
    event = number
    settleClocks(tables.onEvent[entry.event], at: occasion)
  }

  private func remember(_ number: Int, _ entry: Entry, for index: Int) {
    let slot = tables.remembered[entry.event]
    if slot >= 0 { occurrences.add(number, at: index * tables.rememberedCount + slot) }
  }

  /// An event after the end of a child's record: it may still end a clock that the last event opened.
  private func followAfterwards(_ number: Int, _ entry: Entry, for index: Int, at occasion: Occasion) {
    child = index
    event = number
    step += 1
    occasionTime = occasion.time
    changes.removeAll()
    rememberMachines(before: entry.event)
    settleAfterwards(tables.onEvent[entry.event], at: occasion)
  }

  /// The child's record ends, with an event or by itself: what is open is judged as it stands.
  ///
  /// What that event calls for comes after it: a clock that it opened runs on, unless a `while` binds it to the record.
  func finish(_ index: Int, with event: Int = -1) {
    guard !children[index].hasEnded else { return }
    child = index
    let until = children[index].until
    let end = until >= 0 && nominalDays[until] <= observationEndDay ? TimeReference.point(until) : observationEnd
    occasionTime = end
    let ending = ClockEnding(kind: .observationEnded, time: end, event: -1, minute: -1)
    forEachRuleOpened(of: index) { rule in
      var number = Int(openClocks[rulePlace(index, rule)])
      while number >= 0 {
        let next = Int(clocks[number].next)
        if event >= 0, clocks[number].openingEvent == event, tables.figures[rule].outlivesRecord {
          children[index].isOutlived = true
        } else {
          close(number, by: ending)
        }
        number = next
      }
    }
    for rule in 0..<invariantCount { endStretch(rule, of: index, at: end, event: -1, kind: .observationEnded) }
    children[index].hasEnded = true
    children[index].isJudged = false
  }

  /// Observation ends for the clocks that the last event of a child's record had opened.
  private func finishOutliving(_ index: Int) {
    guard children[index].isOutlived else { return }
    child = index
    occasionTime = observationEnd
    let ending = ClockEnding(kind: .observationEnded, time: observationEnd, event: -1, minute: -1)
    forEachRuleOpened(of: index) { rule in
      let place = rulePlace(index, rule)
      while openClocks[place] >= 0 { close(Int(openClocks[place]), by: ending) }
    }
  }

  /// Calls the body with each rule that has opened a clock for a child, in their order.
  @inline(__always) func forEachRuleOpened(of index: Int, _ body: (RuleIndex) -> Void) {
    for word in 0..<ruleWordCount {
      var left = openedRules[index * ruleWordCount + word]
      while left != 0 { body(word * 64 + left.takeLowestBit()) }
    }
  }

  // MARK: Places

  @inline(__always) func machinePlace(_ child: Int, _ workflow: WorkflowIndex) -> Int { child * workflowCount + workflow }

  @inline(__always) func rulePlace(_ child: Int, _ rule: RuleIndex) -> Int { child * ruleCount + rule }

  func nominalDay(ofEvent number: Int) -> Day { nominalDays[entries[number].time] }
}
