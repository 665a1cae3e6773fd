import CivilTime
import Conditions
import Histories
import Procedures

/// What a machine is going to do on the event at hand.
struct PlannedMove {
  let workflow: WorkflowIndex
  /// A new episode that begins with the event, or among the steps passed over.
  var restart: MachineStep?
  /// The steps passed over before the event; `nil` where the event follows at once.
  let jump: Jump?
  let step: MachineStep
  let isCertain: Bool
}

extension CaseRun {
  /// Offers the event to every machine of the child that knows it, then moves them.
  ///
  /// All guards see the states before the event. What was passed over comes before the event's own steps.
  func moveMachines(_ type: EventIndex, at occasion: Occasion) {
    changes.removeAll(keepingCapacity: true)
    moves.removeAll(keepingCapacity: true)
    if tables.asksOtherMachines[type] { rememberConfigurations() }
    let count = tables.machines[type].count
    if count == 1 {
      guard let move = plan(tables.machines[type][0], at: occasion) else { return }
      if move.jump == nil { return take(move, at: occasion) }
      moves.append(move)
    } else {
      for index in 0..<count {
        if let move = plan(tables.machines[type][index], at: occasion) { moves.append(move) }
      }
    }
    if moves.contains(where: { $0.jump != nil }) { passOver(at: occasion) }
    for move in moves { take(move, at: occasion) }
  }

  /// The event's own step of one machine.
  private func take(_ move: PlannedMove, at occasion: Occasion) {
    workflow = move.workflow
    if move.jump == nil, let restart = move.restart { beginEpisode(restart, at: occasion, revealedBy: occasion.event) }
    apply(move.step, at: occasion)
    children[child].machines[workflow].lastEvent = occasion.event
    children[child].machines[workflow].isUncertain = !move.isCertain
  }

  /// Keeps where every machine of the child is, for guards that ask.
  func rememberConfigurations() {
    configurationsBefore.removeAll(keepingCapacity: true)
    for machine in children[child].machines { configurationsBefore.append(machine.configuration) }
  }

  private func plan(_ machine: ReplayTables.Machine, at occasion: Occasion) -> PlannedMove? {
    workflow = machine.workflow
    let configuration = children[child].machines[workflow].configuration
    beginAsking()
    switch tables.charts[workflow].offer(machine.slot, to: configuration, guardHolds: guardHolds) {
    case .step(let step, let isCertain):
      return PlannedMove(workflow: workflow, jump: nil, step: step, isCertain: isCertain)
    case .undecided:
      recordDeparture(.undecided, jumped: [], at: occasion)
      return nil
    case .refused:
      // The search asks guards from other configurations; what others see is the one before the event.
      defer { lookFrom(configuration) }
      return planJump(machine, from: configuration, at: occasion)
    }
  }

  func guardHolds(_ transition: Int) -> Truth {
    guard let condition = tables.guards[workflow][transition] else { return .yes }
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
    if !chart.configurations[configuration].isFinished {
      if let move = way(for: machine.slot, from: configuration) { return move }
    } else {
      if let move = planRestart(machine, at: occasion) { return move }
    }
    if chart.isRequiredSomewhere(machine.slot) { recordDeparture(.outOfOrder, jumped: [], at: occasion) }
    return nil
  }

  /// An event after the end that the start would accept, at once or by a jump, begins the next episode.
  private func planRestart(_ machine: ReplayTables.Machine, at occasion: Occasion) -> PlannedMove? {
    let chart = tables.charts[workflow]
    // What the guards ask about the episode is asked of the new one.
    let ended = children[child].machines[workflow]
    children[child].machines[workflow].episode += 1
    children[child].machines[workflow].episodeStart = Int(rank[occasion.event])
    children[child].machines[workflow].episodeTime = occasion.time
    let start = startStep(of: workflow)
    lookFrom(start.configuration)
    beginAsking()
    let offered = chart.offer(machine.slot, to: start.configuration, guardHolds: guardHolds)
    var move = way(for: machine.slot, from: start.configuration, after: offered)
    children[child].machines[workflow] = ended
    move?.restart = start
    return move
  }

  private func way(for slot: Int, from configuration: ConfigurationIndex, after offered: Offered) -> PlannedMove? {
    guard case .step(let step, let isCertain) = offered else { return way(for: slot, from: configuration) }
    return PlannedMove(workflow: workflow, jump: nil, step: step, isCertain: isCertain)
  }

  /// Guards about the machine's own states are asked as if it were there.
  private func lookFrom(_ configuration: ConfigurationIndex) {
    if !tables.guardsAreLocal[workflow] { configurationsBefore[workflow] = configuration }
  }

  /// The cheapest way after which the event can be followed.
  private func way(for slot: Int, from configuration: ConfigurationIndex) -> PlannedMove? {
    for jump in jumps(to: slot, from: configuration) {
      beginAsking()
      lookFrom(jump.configuration)
      if case .step(let step, let isCertain) = tables.charts[workflow].offer(
        slot, to: jump.configuration, guardHolds: guardHolds)
      {
        return PlannedMove(workflow: workflow, jump: jump, step: step, isCertain: isCertain)
      }
    }
    return nil
  }

  private func jumps(to slot: Int, from configuration: ConfigurationIndex) -> [Jump] {
    let chart = tables.charts[workflow]
    let key = JumpKey(configuration: configuration, slot: slot)
    if let known = chart.jumps[key] { return known }
    let thisEvent = event
    event = -1
    defer { event = thisEvent }
    let found = chart.jumps(to: slot, from: configuration) { transition, reached in
      lookFrom(reached)
      return guardHolds(transition) != .no
    }
    if tables.guardsAreLocal[workflow] { chart.jumps[key] = found }
    return found
  }

  /// Leaves the end and begins again.
  private func beginEpisode(_ start: MachineStep, at occasion: Occasion, revealedBy event: Int) {
    let chart = tables.charts[workflow]
    let ended = chart.configurations[children[child].machines[workflow].configuration].active.members
    note(ended.reversed().map { StateChange(state: $0, isEntry: false) }, at: occasion)
    children[child].machines[workflow].episode += 1
    children[child].machines[workflow].episodeStart = Int(rank[event])
    children[child].machines[workflow].episodeTime = occasion.time
    children[child].machines[workflow].configuration = start.configuration
    children[child].changedWorkflows |= 1 << UInt64(workflow & 63)
    note(start.changes, at: occasion)
    for send in start.sends { schedule(send, at: occasion.time) }
  }

  /// Moves through the steps that were passed over, each at some time between the machine's last event and this one.
  private func passOver(at occasion: Occasion) {
    let ownChanges = changes
    let planned = moves
    for move in planned {
      guard let jump = move.jump else { continue }
      workflow = move.workflow
      let last = children[child].machines[workflow].lastEvent
      let since = last < 0 ? children[child].known : .point(entries[last].time)
      let between = Occasion(time: between(since, occasion.time), event: occasion.event, minute: -1)
      if let restart = move.restart {
        changes.removeAll(keepingCapacity: true)
        beginEpisode(restart, at: between, revealedBy: occasion.event)
        if children[child].isJudged { settleChanges(at: between) }
        workflow = move.workflow
      }
      if !jump.required.isEmpty { recordDeparture(.jumped, jumped: jump.required, at: occasion) }
      for step in jump.steps {
        changes.removeAll(keepingCapacity: true)
        workflow = move.workflow
        apply(step, at: between)
        children[child].machines[workflow].lastEvent = occasion.event
        if children[child].isJudged { settleChanges(at: between) }
      }
    }
    changes = ownChanges
    moves = planned
    event = occasion.event
  }

  private func between(_ a: TimeReference, _ b: TimeReference) -> TimeReference {
    guard case .point(let first) = a, case .point(let last) = b, first != last,
      times.nominal[first] <= times.nominal[last]
    else { return b }
    return .between(first, last)
  }

  // MARK: Moving

  /// Moves the machine and notes what was entered and left.
  func apply(_ step: MachineStep, at occasion: Occasion) {
    children[child].machines[workflow].configuration = step.configuration
    children[child].machines[workflow].hasMoved = true
    children[child].changedWorkflows |= 1 << UInt64(workflow & 63)
    note(step.changes, at: occasion)
    for send in step.sends { schedule(send, at: occasion.time) }
  }

  private func note(_ steps: [StateChange], at occasion: Occasion) {
    let episode = children[child].machines[workflow].episode
    if !tables.invariants.isEmpty, !steps.isEmpty { moved.append((child, workflow, occasion)) }
    for change in steps {
      changes.append(WorkflowChange(workflow: workflow, state: change.state, isEntry: change.isEntry))
      if change.isEntry {
        stays.enter(child: child, workflow, change.state, at: occasion.time, event: occasion.event, episode: episode)
      } else {
        stays.leave(child: child, workflow, change.state, at: occasion.time, event: occasion.event)
      }
    }
  }

  func schedule(_ send: MachineStep.Send, at time: TimeReference) {
    derivedTimes.append(DerivedTime(base: time, step: .later(by: send.after)))
    let later = TimeReference.derived(derivedTimes.count - 1)
    timers.add(on: nominal(later), .signal(child: child, workflow: workflow, signal: send.signal, time: later))
  }

  /// Entering the start state, for the child at hand: what follows by itself may hang on guards.
  func startStep(of workflow: WorkflowIndex) -> MachineStep {
    let chart = tables.charts[workflow]
    guard chart.settles else { return chart.beginning }
    beginAsking()
    let thisEvent = event
    event = -1
    defer { event = thisEvent }
    return chart.enterStart(guardHolds)
  }

  private func recordDeparture(_ kind: Departure.Kind, jumped: [Int], at occasion: Occasion) {
    guard children[child].isJudged else { return }
    let machine = children[child].machines[workflow]
    departures.append(
      Departure(
        kind: kind, child: child, workflow: workflow, episode: machine.episode, event: occasion.event,
        since: machine.lastEvent < 0 ? nil : machine.lastEvent, jumped: jumped,
        shownNotDone: jumped.filter { wasShownPassedOver($0, by: occasion) },
        certainty: machine.isUncertain ? .possible : .certain, happened: span(occasion.time),
        missing: kind == .undecided ? missing : []))
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
    entry.addStart(state)
    entry.addAbove(state)
    micro.enter(entry)
    return number(of: micro.configuration)
  }
}
