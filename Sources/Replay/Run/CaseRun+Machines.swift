import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Offers the event to every machine of the child that knows it.
  func moveMachines(_ type: EventIndex, at occasion: Occasion) {
    changes.removeAll(keepingCapacity: true)
    let machines = tables.machines[type]
    if machines.contains(where: { !tables.guardsAreLocal[$0.workflow] }) { rememberConfigurations() }
    for machine in machines { offer(machine, at: occasion) }
  }

  /// Keeps where every machine of the child is, for guards that ask.
  func rememberConfigurations() {
    configurationsBefore.removeAll(keepingCapacity: true)
    for machine in children[child].machines { configurationsBefore.append(machine.configuration) }
  }

  private func offer(_ machine: ReplayTables.Machine, at occasion: Occasion) {
    let chart = tables.charts[machine.workflow]
    workflow = machine.workflow
    beginAsking()
    switch chart.offer(machine.slot, to: children[child].machines[workflow].configuration, guardHolds: guardHolds) {
    case .step(let step, let isCertain):
      apply(step, at: occasion, isCertain: isCertain)
      if !isCertain { recordUndecided(occasion, wasTaken: true) }
    case .undecided: recordUndecided(occasion, wasTaken: false)
    case .refused: jump(machine, at: occasion)
    }
  }

  func guardHolds(_ transition: Int) -> Truth {
    guard let condition = tables.guards[workflow][transition] else { return .yes }
    isAskingGuard = !tables.guardsAreLocal[workflow]
    defer { isAskingGuard = false }
    return holds(condition)
  }

  /// Moves the machine and notes what was entered and left.
  func apply(_ step: MachineStep, at occasion: Occasion, isCertain: Bool) {
    children[child].machines[workflow].configuration = step.configuration
    children[child].machines[workflow].lastTime = occasion.time
    children[child].machines[workflow].lastEvent = occasion.event
    children[child].machines[workflow].hasMoved = true
    children[child].machines[workflow].isUncertain = !isCertain
    children[child].changedWorkflows |= 1 << UInt64(workflow & 63)
    note(step.changes, at: occasion)
    for send in step.sends { schedule(send, at: occasion) }
  }

  private func note(_ steps: [StateChange], at occasion: Occasion) {
    let episode = children[child].machines[workflow].episode
    for change in steps {
      changes.append(WorkflowChange(workflow: workflow, state: change.state, isEntry: change.isEntry))
      if change.isEntry {
        stays.enter(child: child, workflow, change.state, at: occasion.time, event: occasion.event, episode: episode)
      } else {
        stays.leave(child: child, workflow, change.state, at: occasion.time, event: occasion.event)
      }
    }
  }

  private func schedule(_ send: MachineStep.Send, at occasion: Occasion) {
    derivedTimes.append(DerivedTime(base: occasion.time, step: .later(by: send.after)))
    let time = TimeReference.derived(derivedTimes.count - 1)
    timers.add(
      on: nominal(time), .signal(child: child, workflow: workflow, signal: send.signal, time: time))
  }

  /// The event has no way from here: looks for the cheapest steps that were passed over.
  private func jump(_ machine: ReplayTables.Machine, at occasion: Occasion) {
    let state = children[child].machines[workflow]
    let chart = tables.charts[workflow]
    if chart.configurations[state.configuration].isFinished {
      return beginEpisode(machine, at: occasion)
    }
    if let way = way(for: machine.slot, from: state.configuration) {
      return passOver(way, machine, at: occasion)
    }
    if chart.isRequiredSomewhere(machine.slot) { recordDeparture(.outOfOrder, jumped: [], at: occasion) }
  }

  /// The cheapest way after which the event can be followed, and whether that is certain.
  private func way(for slot: Int, from configuration: ConfigurationIndex) -> Jump? {
    for jump in jumps(to: slot, from: configuration) {
      beginAsking()
      if !tables.guardsAreLocal[workflow] { configurationsBefore[workflow] = jump.configuration }
      switch tables.charts[workflow].offer(slot, to: jump.configuration, guardHolds: guardHolds) {
      case .step: return jump
      case .refused, .undecided: continue
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
    let found = chart.jumps(to: slot, from: configuration) { guardHolds($0) != .no }
    if tables.guardsAreLocal[workflow] { chart.jumps[key] = found }
    return found
  }

  /// An event after the end that would be accepted from the start begins the next episode.
  private func beginEpisode(_ machine: ReplayTables.Machine, at occasion: Occasion) {
    let chart = tables.charts[workflow]
    let start = chart.beginning.configuration
    beginAsking()
    let jump: Jump?
    switch chart.offer(machine.slot, to: start, guardHolds: guardHolds) {
    case .step: jump = nil
    case .refused, .undecided:
      guard let way = way(for: machine.slot, from: start) else {
        if chart.isRequiredSomewhere(machine.slot) { recordDeparture(.outOfOrder, jumped: [], at: occasion) }
        return
      }
      jump = way
    }
    for place in chart.configurations[children[child].machines[workflow].configuration].active.members {
      stays.leave(child: child, workflow, place, at: occasion.time, event: occasion.event)
      changes.append(WorkflowChange(workflow: workflow, state: place, isEntry: false))
    }
    children[child].machines[workflow].episode += 1
    children[child].changedWorkflows |= 1 << UInt64(workflow & 63)
    children[child].machines[workflow].episodeStart = Int(rank[occasion.event])
    children[child].machines[workflow].episodeTime = occasion.time
    children[child].machines[workflow].configuration = start
    note(chart.beginning.changes, at: occasion)
    if let jump { return passOver(jump, machine, at: occasion) }
    offer(machine, at: occasion)
  }

  /// Moves through the steps that were passed over, at some time before the revealing event, then follows the event.
  private func passOver(_ jump: Jump, _ machine: ReplayTables.Machine, at occasion: Occasion) {
    let state = children[child].machines[workflow]
    let here = workflow
    let since = state.lastTime ?? children[child].known
    recordDeparture(.jumped, jumped: jump.required, at: occasion)
    let between = Occasion(time: between(since, occasion.time), event: occasion.event, minute: -1)
    let others = changes
    for step in jump.steps {
      changes.removeAll(keepingCapacity: true)
      apply(step, at: between, isCertain: true)
      if children[child].isJudged { settleChanges(at: between) }
      workflow = here
    }
    changes = others
    step += 1
    workflow = here
    event = occasion.event
    beginAsking()
    let chart = tables.charts[workflow]
    if case .step(let final, let isCertain) = chart.offer(
      machine.slot, to: children[child].machines[workflow].configuration, guardHolds: guardHolds)
    {
      apply(final, at: occasion, isCertain: isCertain)
    }
  }

  private func between(_ a: TimeReference, _ b: TimeReference) -> TimeReference {
    switch (a, b) {
    case (.point(let p), .point(let q)): p == q ? a : .between(p, q)
    case (.between(let p, _), .point(let q)): .between(p, q)
    default: b
    }
  }

  private func recordUndecided(_ occasion: Occasion, wasTaken: Bool) {
    guard !wasTaken else { return }
    recordDeparture(.undecided, jumped: [], at: occasion)
  }

  private func recordDeparture(_ kind: Departure.Kind, jumped: [Int], at occasion: Occasion) {
    guard children[child].isJudged, kind != .jumped || !jumped.isEmpty else { return }
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
