import CivilTime
import Conditions
import Histories
import Procedures

/// A machine that the event at hand begins anew: the step that enters its start, and how it stood at its end.
struct Restart: BitwiseCopyable {
  let workflow: WorkflowIndex
  let step: StepNumber
  let ended: MachineState
}

/// What a machine is going to do on the event at hand.
struct PlannedMove: BitwiseCopyable {
  let workflow: WorkflowIndex
  /// Entering the start of a new episode that begins with the event, or among the steps passed over; -1 for none.
  var restart: StepNumber = -1
  /// The steps passed over before the event, among the jumps planned upon it; -1 where the event follows at once.
  let jump: Int
  let step: StepNumber
  let isCertain: Bool
  /// Whether steps of which the record shows none not done lead to the event as well, where it shows so of the jump.
  var mayHaveComeOtherwise = false
}

/// How a machine comes to follow an event for which no transition is enabled.
enum Way {
  case move(PlannedMove)
  /// The cheapest steps lead to where more than one transition may be enabled, and the record does not say which.
  case undecided
  /// No sequence of steps leads to the event.
  case none
}

extension CaseRun {
  /// Offers the event to every machine of the child that knows it, then moves them.
  ///
  /// All guards see the states before the event. What was passed over comes before the event's own steps.
  func moveMachines(_ type: EventIndex, at occasion: Occasion) {
    changes.removeAll()
    let known = tables.machinesKnowing[type].range
    if known.isEmpty { return }
    if known.count == 1 {
      if tables.asksOtherMachines[type] { rememberConfigurations() }
      guard let move = plan(tables.machines[known.lowerBound], at: occasion) else { return }
      if move.jump < 0 { return take(move, at: occasion) }
      moves.append(move)
    } else {
      planMoves(type, at: occasion)
    }
    if moves.contains(where: { $0.jump >= 0 }) { passOver(at: occasion) }
    takeMoves(at: occasion)
  }

  /// What every machine of the child is going to do on an event, in `moves`.
  func planMoves(_ type: EventIndex, at occasion: Occasion) {
    if tables.asksOtherMachines[type] { rememberConfigurations() }
    for place in tables.machinesKnowing[type].range {
      if let move = plan(tables.machines[place], at: occasion) { moves.append(move) }
    }
  }

  /// Takes the event's own steps, which `changes` then holds.
  func takeMoves(at occasion: Occasion) {
    changes.removeAll()
    for index in moves.indices { take(moves[index], at: occasion) }
    moves.removeAll()
  }

  /// Keeps how every machine of the child stands, for patterns of the event that ask.
  func rememberMachines(before type: EventIndex) {
    machinesBefore.removeAll()
    guard tables.patternsAskCase[type] else { return }
    for workflow in 0..<workflowCount { machinesBefore.append(machines[machinePlace(child, workflow)]) }
    machinesBeforeEarlier[event * 64 + child] = machinesBefore.values
  }

  /// The event's own step of one machine.
  private func take(_ move: PlannedMove, at occasion: Occasion) {
    workflow = move.workflow
    if move.jump < 0, move.restart >= 0 { beginEpisode(move.restart, at: occasion) }
    apply(move.step, at: occasion)
    keepTransitions(of: move.step, at: occasion.event, .taken)
    let place = machinePlace(child, workflow)
    machines[place].lastEvent = occasion.event
    machines[place].isUncertain = !move.isCertain
    if !move.isCertain { hasUncertainMachines = true }
  }

  /// Keeps where every machine of the child is, for guards that ask.
  func rememberConfigurations() {
    configurationsBefore.removeAll()
    for workflow in 0..<workflowCount {
      configurationsBefore.append(machines[machinePlace(child, workflow)].configuration)
    }
  }

  private func plan(_ machine: ReplayTables.Machine, at occasion: Occasion) -> PlannedMove? {
    workflow = machine.workflow
    let configuration = machines[machinePlace(child, workflow)].configuration
    beginAsking()
    let certain = tables.withChart(of: workflow) { $0.offerOfCertain(machine.slot, to: configuration) }
    switch certain ?? ask(machine, in: configuration) {
    case .step(let step, let isCertain):
      return PlannedMove(workflow: workflow, jump: -1, step: step, isCertain: isCertain)
    case .undecided:
      recordDeparture(.undecided, jumped: [], at: occasion)
      return nil
    case .refused:
      // The search asks guards from other configurations; what others see is the one before the event.
      defer { lookFrom(configuration) }
      return planJump(machine, from: configuration, at: occasion)
    }
  }

  private func ask(_ machine: ReplayTables.Machine, in configuration: ConfigurationIndex) -> Offered {
    tables.withChart(of: workflow) { chart in
      chart.offer(machine.slot, to: configuration, guardHolds: { self.guardHolds($0) })
    }
  }

  func guardHolds(_ transition: Int) -> Truth {
    guard let condition = tables.guardCondition(of: transition, in: workflow) else { return .yes }
    isAskingGuard = !tables.guardsAreLocal[workflow]
    defer { isAskingGuard = false }
    return holds(condition)
  }

  // MARK: Jumps and episodes

  /// The event has no way from here: looks for the cheapest steps that were passed over, in this episode or the next.
  private func planJump(
    _ machine: ReplayTables.Machine, from configuration: ConfigurationIndex, at occasion: Occasion
  ) -> PlannedMove? {
    let chart = tables.charts[workflow]
    let way =
      chart.configurations[configuration].isFinished
      ? planRestart(machine, at: occasion) : way(for: machine.slot, from: configuration, at: occasion)
    switch way {
    case .move(let move): return move
    case .undecided: recordDeparture(.undecided, jumped: [], at: occasion)
    case .none:
      if chart.isRequiredSomewhere(machine.slot) { recordDeparture(.outOfOrder, jumped: [], at: occasion) }
    }
    return nil
  }

  /// An event after the end that the start would accept, at once or by a jump, begins the next episode.
  private func planRestart(_ machine: ReplayTables.Machine, at occasion: Occasion) -> Way {
    let chart = tables.charts[workflow]
    // What the guards ask about the episode is asked of the new one.
    let place = machinePlace(child, workflow)
    let ended = machines[place]
    beginNumbering(at: occasion)
    let start = startStep(of: workflow)
    let configuration = chart.steps[start].configuration
    let way: Way
    switch offer(machine.slot, from: configuration) {
    case .step(let step, let isCertain):
      way = .move(PlannedMove(workflow: workflow, jump: -1, step: step, isCertain: isCertain))
    case .undecided: way = .undecided
    case .refused: way = self.way(for: machine.slot, from: configuration, at: occasion)
    }
    machines[place] = ended
    guard case .move(var move) = way else { return way }
    move.restart = start
    return .move(move)
  }

  /// Looks at the states as they are at the start of the episodes that an event begins, where it begins any.
  func seeingEpisodesBegun(by type: EventIndex, at occasion: Occasion, _ look: () -> Void) {
    let known = tables.machinesKnowing[type].range
    guard known.contains(where: { hasStopped(tables.machines[$0].workflow) }) else { return look() }
    if tables.asksOtherMachines[type] { rememberConfigurations() }
    restarts.removeAll()
    for place in known where hasStopped(tables.machines[place].workflow) {
      workflow = tables.machines[place].workflow
      let machine = machines[machinePlace(child, workflow)]
      if case .move(let move) = planRestart(tables.machines[place], at: occasion) {
        restarts.append(Restart(workflow: workflow, step: move.restart, ended: machine))
      }
      lookFrom(machine.configuration)
    }
    for place in restarts.indices {
      workflow = restarts[place].workflow
      beginNumbering(at: occasion)
      machines[machinePlace(child, workflow)].configuration = tables.withChart(of: workflow) {
        $0.steps[restarts[place].step].configuration
      }
    }
    look()
    for place in restarts.indices { machines[machinePlace(child, restarts[place].workflow)] = restarts[place].ended }
  }

  private func hasStopped(_ workflow: WorkflowIndex) -> Bool {
    let configuration = machines[machinePlace(child, workflow)].configuration
    return tables.withChart(of: workflow) { $0.hasStopped[configuration] }
  }

  /// The machine at hand is in its next episode, which the event of the occasion begins.
  private func beginNumbering(at occasion: Occasion) {
    let place = machinePlace(child, workflow)
    machines[place].episode += 1
    machines[place].episodeStart = Int(rank[occasion.event])
    machines[place].episodeTime = occasion.time
  }

  /// Guards about the machine's own states are asked as if it were there.
  func lookFrom(_ configuration: ConfigurationIndex) {
    if !tables.guardsAreLocal[workflow] { configurationsBefore[workflow] = configuration }
  }

  /// Leaves the end and begins again.
  private func beginEpisode(_ start: StepNumber, at occasion: Occasion) {
    let chart = tables.charts[workflow]
    let place = machinePlace(child, workflow)
    let ended = chart.configurations[machines[place].configuration].active.members
    for state in ended.reversed() { note(StateChange(state: state, isEntry: false), at: occasion) }
    beginNumbering(at: occasion)
    enter(start, at: occasion)
    keepTransitions(of: start, at: occasion.event, .taken)
  }

  /// Moves through the steps that were passed over, each at some time between the machine's last event and this one.
  func passOver(at occasion: Occasion) {
    for index in moves.indices where moves[index].jump >= 0 {
      let move = moves[index]
      let jump = plannedJumps[move.jump]
      workflow = move.workflow
      let place = machinePlace(child, workflow)
      let last = machines[place].lastEvent
      let since = last < 0 ? children[child].known : .point(entries[last].time)
      let between = Occasion(time: between(since, occasion.time), event: occasion.event, minute: -1)
      occasionTime = between.time
      if move.restart >= 0 {
        changes.removeAll()
        beginEpisode(move.restart, at: between)
        if children[child].isJudged { settleChanges(at: between) }
        workflow = move.workflow
      }
      if !jump.required.isEmpty {
        let isCertain = move.isCertain && !move.mayHaveComeOtherwise
        recordDeparture(.jumped, jumped: jump.required, at: occasion, isCertain ? .certain : .possible)
      }
      for step in jump.steps {
        changes.removeAll()
        workflow = move.workflow
        apply(step, at: between)
        keepTransitions(of: step, at: occasion.event, .passedOver)
        machines[place].lastEvent = occasion.event
        if children[child].isJudged { settleChanges(at: between) }
      }
    }
    changes.removeAll()
    event = occasion.event
    occasionTime = occasion.time
  }

  private func between(_ a: TimeReference, _ b: TimeReference) -> TimeReference {
    guard case .point(let first) = a, case .point(let last) = b, first != last,
      nominalDays[first] <= nominalDays[last]
    else { return b }
    return .between(first, last)
  }

  // MARK: Moving

  /// Moves the machine and notes what was entered and left.
  func apply(_ step: StepNumber, at occasion: Occasion) {
    machines[machinePlace(child, workflow)].hasMoved = true
    enter(step, at: occasion)
  }

  /// Brings the machine to where a step leads.
  private func enter(_ step: StepNumber, at occasion: Occasion) {
    let figures = tables.withChart(of: workflow) { $0.steps[step] }
    machines[machinePlace(child, workflow)].configuration = figures.configuration
    children[child].changedWorkflows |= 1 << UInt64(workflow & 63)
    for place in figures.changes.range { note(tables.withChart(of: workflow) { $0.changes[place] }, at: occasion) }
    if figures.hasSends { scheduleSends(of: step, at: occasion.time) }
  }

  private func note(_ change: StateChange, at occasion: Occasion) {
    if invariantCount > 0, moved.last.map({ $0.child != child || $0.workflow != workflow }) ?? true || isNew(occasion) {
      moved.append(MachineMove(child: child, workflow: workflow, occasion: occasion))
    }
    changes.append(WorkflowChange(workflow: workflow, state: change.state, isEntry: change.isEntry))
    guard stays.isKept else { return }
    if change.isEntry {
      let episode = machines[machinePlace(child, workflow)].episode
      stays.enter(child: child, workflow, change.state, at: occasion.time, event: occasion.event, episode: episode)
    } else {
      stays.leave(child: child, workflow, change.state, at: occasion.time, event: occasion.event)
    }
  }

  /// Whether the machine that moved last did so on another occasion.
  private func isNew(_ occasion: Occasion) -> Bool {
    moved.last.map { $0.occasion.event != occasion.event || $0.occasion.time != occasion.time } ?? true
  }

  /// Sets the timers for what a step of the machine at hand sends itself.
  func scheduleSends(of step: StepNumber, at time: TimeReference) {
    for send in tables.charts[workflow].madeSteps[step].sends {
      guard signalTraffic[machinePlace(child, workflow)].send() else { return }
      let later = derive(time, .later(by: send.after))
      timers.add(on: nominal(later), .signal(child: child, workflow: workflow, signal: send.signal, time: later))
    }
  }

  /// Entering the start state, for the child at hand: what follows by itself may hang on guards.
  func startStep(of workflow: WorkflowIndex) -> StepNumber {
    let chart = tables.charts[workflow]
    guard chart.beginningAsksGuards else { return chart.beginning }
    beginAsking()
    let thisEvent = event
    event = -1
    defer { event = thisEvent }
    return chart.enterStart(guardHolds)
  }

  /// - Parameter certainty: possible where the steps are only inferred from something unrecorded.
  private func recordDeparture(
    _ kind: Departure.Kind, jumped: [Int], at occasion: Occasion, _ certainty: Certainty = .certain
  ) {
    guard children[child].isJudged, tables.scope == .everything else { return }
    let machine = machines[machinePlace(child, workflow)]
    departures.append(
      Departure(
        kind: kind, child: child, workflow: workflow, episode: machine.episode, event: occasion.event,
        since: machine.lastEvent < 0 ? nil : machine.lastEvent, jumped: jumped,
        shownNotDone: jumped.filter { wasShownPassedOver($0, by: occasion) },
        certainty: machine.isUncertain ? .possible : certainty, happened: span(occasion.time),
        missing: kind == .undecided && judged.keepsAll ? missing.values : []))
  }
}

extension Statechart {
  /// Whether the event matters to the order of steps: some transition on it goes somewhere.
  func isRequiredSomewhere(_ slot: Int) -> Bool {
    cued[slot].contains { !workflow.transitions[$0].to.isEmpty }
  }

  /// The configuration in which a machine rests that is recorded as being in a state.
  func configuration(in state: StateIndex) -> ConfigurationIndex {
    let empty = Configuration(active: StateSet(capacity: workflow.states.count))
    var micro = Microstep(self, from: empty)
    var entry = EntrySet(self, empty)
    entry.addStart([state])
    micro.enter(entry)
    return number(of: micro.configuration)
  }
}
