import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// One stay in a state.
struct ReferenceStay {
  let child: Int
  let state: StateReference
  let episode: Int
  let entered: ReferenceTime
  let enteringEvent: Int?
  var left: ReferenceTime?
  var leavingEvent: Int?
}

extension ReferenceRun {
  /// A guard as the chart asks it: other machines as the context saw them, its own in the middle of the step.
  func guardOf(_ chart: ReferenceChart, _ context: ReferenceContext) -> ReferenceChart.Guard {
    { transition, active in
      guard let condition = chart.workflow.transitions[transition].when else { return .yes }
      return context.seeing(active, in: chart.index).truth(of: condition)
    }
  }

  /// What one machine is going to do on the event at hand.
  struct Plan {
    let workflow: WorkflowIndex
    let final: ReferenceStep
    let isCertain: Bool
    /// What was passed over before the event.
    var jump: ReferenceJump?
    /// How the next episode begins, where the machine had come to its end.
    var restart: ReferenceStep?
    /// Whether steps of which the record shows none not done lead to the event as well, where it shows so of the jump.
    var mayHaveComeOtherwise = false
  }

  /// Offers the event to every machine of the child that knows it; every guard sees what was before the event.
  func planMoves(at occasion: ReferenceOccasion) -> [Plan] {
    guard let event = occasion.event else { return [] }
    let type = history.events[event].event
    let before = ReferenceContext(
      self, child: occasion.child, time: occasion.time, this: event, picture: occasion.before)
    return charts.filter { knows($0, type) }.compactMap { plan($0, type, before.asking(from: $0.index), occasion) }
  }

  /// What was passed over comes before the event's own steps.
  func passOver(_ plans: [Plan], at occasion: ReferenceOccasion) {
    for plan in plans { if let jump = plan.jump { passOver(jump, of: plan, at: occasion) } }
  }

  /// Takes the event's own steps, and says what they entered and left.
  func moveMachines(by plans: [Plan], at occasion: ReferenceOccasion) -> [ReferenceChange] {
    var changes: [ReferenceChange] = []
    for plan in plans {
      if plan.jump == nil, let restart = plan.restart { changes += beginEpisode(restart, plan.workflow, at: occasion) }
      move(plan.workflow, by: plan.final, at: occasion)
      children[occasion.child].machines[plan.workflow].isUncertain = !plan.isCertain
      changes += plan.final.changes
    }
    return changes
  }

  private func plan(
    _ chart: ReferenceChart, _ type: EventIndex, _ before: ReferenceContext, _ occasion: ReferenceOccasion
  ) -> Plan? {
    let configuration = children[occasion.child].machines[chart.index].configuration
    switch chart.offer(type, to: configuration, guardOf(chart, before)) {
    case .taken(let step, let isCertain): return Plan(workflow: chart.index, final: step, isCertain: isCertain)
    case .undecided:
      depart(.undecided, chart.index, at: occasion, missing: missing(chart, type, before, configuration))
      return nil
    case .refused: break
    }
    // After the end the event is asked as the first of the next episode.
    let context = configuration.isFinished ? before.inNextEpisode() : before
    let holds = guardOf(chart, context)
    let restart = configuration.isFinished ? chart.begin(holds) : nil
    var reached = restart?.configuration ?? configuration
    var jump: ReferenceJump?
    if case .refused = chart.offer(type, to: reached, holds) {
      jump = chart.jump(to: type, from: reached, holds, mayHold: guardOf(chart, context.withoutEvent()))
      reached = jump?.configuration ?? reached
    }
    switch chart.offer(type, to: reached, holds) {
    case .taken(let step, let isCertain):
      var plan = Plan(workflow: chart.index, final: step, isCertain: isCertain, jump: jump, restart: restart)
      if let jump, let event = occasion.event {
        let since = lastPoint(of: children[occasion.child].machines[chart.index], occasion.child)
        let isShown = { (transition: Int) in
          self.isShownNotDone(transition, chart.index, occasion.child, since, self.history.events[event].time)
        }
        let another = chart.jump(
          to: type, from: restart?.configuration ?? configuration, holds, mayHold: guardOf(chart, context.withoutEvent())
        ) { !isShown($0) }
        plan.mayHaveComeOtherwise = jump.requiredTransitions(of: chart.workflow).contains(where: isShown) && another != nil
      }
      return plan
    case .undecided: depart(.undecided, chart.index, at: occasion, missing: missing(chart, type, context, reached))
    case .refused: if !goesNowhere(chart, type) { depart(.outOfOrder, chart.index, at: occasion) }
    }
    return nil
  }

  private func knows(_ chart: ReferenceChart, _ type: EventIndex) -> Bool {
    !transitions(of: chart, on: type).isEmpty
  }

  private func transitions(of chart: ReferenceChart, on type: EventIndex) -> [Transition] {
    chart.workflow.transitions.filter { if case .events(let events) = $0.cue { events.contains(type) } else { false } }
  }

  private func goesNowhere(_ chart: ReferenceChart, _ type: EventIndex) -> Bool {
    transitions(of: chart, on: type).allSatisfy { $0.to.isEmpty }
  }

  /// What the guards of an undecided event wanted to know.
  private func missing(
    _ chart: ReferenceChart, _ type: EventIndex, _ before: ReferenceContext, _ configuration: ReferenceConfiguration
  ) -> [MissingValue] {
    let context = before.asking(from: chart.index).seeing(configuration.active, in: chart.index)
    for transition in transitions(of: chart, on: type) where configuration.active.contains(transition.from) {
      if let condition = transition.when { _ = context.truth(of: condition) }
    }
    return context.notes.missing
  }

  /// Moves a machine; only an event leaves its mark on when it last moved.
  func move(
    _ workflow: WorkflowIndex, by step: ReferenceStep, at occasion: ReferenceOccasion,
    _ manner: TakenTransition.Manner = .taken
  ) {
    recordTransitions(of: step, workflow, occasion.child, occasion.event, manner)
    if !step.changes.isEmpty { noteMove(workflow, occasion) }
    children[occasion.child].machines[workflow].configuration = step.configuration
    children[occasion.child].machines[workflow].isUntouched = false
    if let event = occasion.event { children[occasion.child].machines[workflow].lastEvent = event }
    recordStays(step.changes, at: occasion)
    settle(step.sends, of: workflow, child: occasion.child, at: occasion.time)
  }

  private func noteMove(_ workflow: WorkflowIndex, _ occasion: ReferenceOccasion) {
    moves.append((ReferenceCause(child: occasion.child, time: occasion.time, event: occasion.event), workflow))
  }

  private func recordStays(_ changes: [ReferenceChange], at occasion: ReferenceOccasion) {
    for change in changes {
      if change.isEntry {
        enterStay(change, child: occasion.child, at: occasion.time, event: occasion.event)
      } else {
        leaveStay(change, child: occasion.child, at: occasion.time, event: occasion.event)
      }
    }
  }

  func recordTransitions(
    of step: ReferenceStep, _ workflow: WorkflowIndex, _ child: Int, _ event: Int?, _ manner: TakenTransition.Manner
  ) {
    for transition in step.transitions {
      transitions.append(
        TakenTransition(child: child, workflow: workflow, transition: transition, event: event, manner: manner))
    }
  }

  func enterStay(_ change: ReferenceChange, child: Int, at time: ReferenceTime, event: Int?) {
    stays.append(
      ReferenceStay(
        child: child, state: StateReference(workflow: change.workflow, state: change.state),
        episode: children[child].machines[change.workflow].episode, entered: time, enteringEvent: event))
  }

  private func leaveStay(_ change: ReferenceChange, child: Int, at time: ReferenceTime, event: Int?) {
    let state = StateReference(workflow: change.workflow, state: change.state)
    guard let index = stays.lastIndex(where: { $0.child == child && $0.state == state && $0.left == nil }) else { return }
    stays[index].left = time
    stays[index].leavingEvent = event
  }

  /// Leaves the end and begins again, at the event that shows it.
  private func beginEpisode(
    _ start: ReferenceStep, _ workflow: WorkflowIndex, at occasion: ReferenceOccasion
  ) -> [ReferenceChange] {
    noteMove(workflow, occasion)
    let active = children[occasion.child].machines[workflow].configuration.active.sorted(by: >)
    let left = active.map { ReferenceChange(workflow: workflow, state: $0, isEntry: false) }
    recordStays(left, at: occasion)
    children[occasion.child].machines[workflow].episode += 1
    children[occasion.child].machines[workflow].episodeStart = children[occasion.child].followed.count
    children[occasion.child].machines[workflow].episodeTime = occasion.time
    children[occasion.child].machines[workflow].configuration = start.configuration
    recordStays(start.changes, at: occasion)
    recordTransitions(of: start, workflow, occasion.child, occasion.event, .taken)
    settle(start.sends, of: workflow, child: occasion.child, at: occasion.time)
    return left + start.changes
  }

  /// Passes over the steps that the record does not show, each a small step of its own at some time before the event.
  private func passOver(
    _ jump: ReferenceJump, of plan: Plan, at occasion: ReferenceOccasion
  ) {
    guard let event = occasion.event else { return }
    let workflow = plan.workflow
    let since = lastPoint(of: children[occasion.child].machines[workflow], occasion.child)
    let time = between(since, history.events[event].time)
    if let restart = plan.restart {
      var passed = ReferenceOccasion(child: occasion.child, time: time, event: event)
      passed.changes = beginEpisode(restart, workflow, at: passed)
      if children[occasion.child].isJudged { settleClocks(at: passed) }
    }
    let required = jump.requiredTransitions(of: charts[workflow].workflow)
    if !required.isEmpty {
      depart(
        .jumped, workflow, at: occasion, jumped: required,
        certainty: plan.isCertain && !plan.mayHaveComeOtherwise ? .certain : .possible)
    }
    for step in jump.steps {
      var passed = ReferenceOccasion(child: occasion.child, time: time, event: event)
      move(workflow, by: step, at: passed, .passedOver)
      passed.changes = step.changes
      if children[occasion.child].isJudged { settleClocks(at: passed) }
    }
  }

  /// Some time from one point to another; what a child's first event reveals before its `known` was at that event.
  private func between(_ q: TimePoint, _ r: TimePoint) -> ReferenceTime {
    q == r || history.times.nominal[q] > history.times.nominal[r] ? .point(r) : .between(q, r)
  }

  /// The time of the machine's last event, or the child's `known`.
  func lastPoint(of machine: ReferenceMachine, _ child: Int) -> TimePoint {
    if let last = machine.lastEvent { return history.events[last].time }
    if case .point(let point) = children[child].known { return point }
    return history.observedUntil
  }

  private func depart(
    _ kind: Departure.Kind, _ workflow: WorkflowIndex, at occasion: ReferenceOccasion, jumped: [Int] = [],
    missing: [MissingValue] = [], certainty: Certainty = .certain
  ) {
    guard children[occasion.child].isJudged, let event = occasion.event else { return }
    let machine = children[occasion.child].machines[workflow]
    let since = lastPoint(of: machine, occasion.child)
    departures.append(
      Departure(
        kind: kind, child: occasion.child, workflow: workflow, episode: machine.episode, event: event,
        since: machine.lastEvent, jumped: jumped,
        shownNotDone: jumped.filter { isShownNotDone($0, workflow, occasion.child, since, history.events[event].time) },
        certainty: machine.isUncertain ? .possible : certainty,
        happened: history.times.spans[history.events[event].time], missing: missing))
  }

  /// Whether the record shows that none of the events of a jumped step happened between two points.
  private func isShownNotDone(
    _ transition: Int, _ workflow: WorkflowIndex, _ child: Int, _ q: TimePoint, _ r: TimePoint
  ) -> Bool {
    guard case .events(let events) = charts[workflow].workflow.transitions[transition].cue else { return false }
    return events.allSatisfy { type in
      let isComplete = completeness(of: type, for: child).contains { stretch in
        (stretch.from.map { isCertainlyNotAfter($0, q) } ?? true) && (stretch.until.map { isCertainlyNotAfter(r, $0) } ?? true)
      }
      return isComplete
        || notDone(type, for: child).contains {
          speaks(
            $0, of: charts[workflow].workflow.transitions[transition].when,
            ReferenceContext(self, child: child, workflow: workflow, time: .point(r), this: $0))
            && isCertainlyNotAfter(q, history.events[$0].end) && isCertainlyNotAfter(history.events[$0].time, r)
        }
    }
  }

  func completeness(of type: EventIndex, for child: Int) -> [Completeness] {
    history.completeness.filter { $0.event == type && $0.children & (1 << UInt64(child)) != 0 }
  }

  /// The entries that say that an event was not done.
  func notDone(_ type: EventIndex, for child: Int) -> [Int] {
    history.events.indices.filter { !history.events[$0].wasDone && history.events[$0].event == type && isFor($0, child) }
  }
}
