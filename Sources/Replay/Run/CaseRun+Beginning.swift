import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Puts a case in the place of the last one.
  func take(_ history: CaseHistory, asOf: Day?) {
    takeCompleteness(history.completeness)
    self.history = history
    isExact = history.times.isExact
    if !isExact { times = HeldTimes(history.times) }
    nominalDays.fill(from: history.times.nominal) { $0 }
    spans.fill(from: history.times.spans) { $0 }
    entries.fill(from: history.events) { Entry($0) }
    attributes.fill(from: history.attributes) { AttributeCell($0) }
    lastAsked = .none
    completenessVaries = isPartlyComplete || entries.contains { !$0.wasDone }
    observe(until: asOf)
    forget()
    putInOrder()
  }

  /// Notes for whom the record is complete; cases of one source often have the very list of the last one.
  private func takeCompleteness(_ completeness: [Completeness]) {
    let isSame = completeness.withUnsafeBufferPointer { own in
      history.completeness.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress && own.count == $0.count }
    }
    if isSame, alwaysComplete.count == eventCount { return }
    isPartlyComplete = false
    alwaysComplete.fill(eventCount, with: 0)
    completeness.withUnsafeBufferPointer { parts in
      for part in parts {
        if part.from == nil, part.until == nil {
          alwaysComplete[part.event] |= part.children
        } else {
          isPartlyComplete = true
        }
      }
    }
  }

  private func observe(until asOf: Day?) {
    let recorded = nominalDays[history.observedUntil]
    isCutShort = asOf.map { $0 < recorded } ?? false
    if let asOf, isCutShort {
      observationEnd = .date(earliest: asOf, latest: asOf)
      observationEndDay = asOf
    } else {
      observationEnd = .point(history.observedUntil)
      observationEndDay = recorded
    }
  }

  /// Drops what is known of the last case.
  private func forget() {
    forgetClocks()
    children.removeAll()
    let count = history.children.count
    machines.removeAll()
    for _ in 0..<count { machines.append(from: tables.beginnings) }
    signalTraffic.fill(count * workflowCount, with: SignalTraffic())
    duringHeld.fill(count * tables.duringShared.count, with: 0)
    if openClocks.count < count * ruleCount {
      openClocks.append(-1, times: count * ruleCount - openClocks.count)
      during.append(false, times: count * ruleCount - during.count)
    }
    openedRules.fill(count * ruleWordCount, with: 0)
    stretches.fill(count * invariantCount, with: InvariantStretch())
    applying.fill(count * tables.invariantWordCount, with: .max)
    occurrences.forget(lists: count * tables.rememberedCount)
    extras.forget()
    derivedTimes.removeAll(keepingCapacity: true)
    timers.forget()
    judged.forget()
    settledChecks.event = -1
    departures.removeAll(keepingCapacity: true)
    stays.forget(children: count)
    transitions.forget()
    moved.removeAll()
    moment.removeAll()
    (isMomentOpen, hasEscalated, hasUncertainMachines) = (false, false, false)
    if !machinesBeforeEarlier.isEmpty { machinesBeforeEarlier.removeAll(keepingCapacity: true) }
    if !coverage.isEmpty { coverage.removeAll(keepingCapacity: true) }
    (event, trigger, member, followed) = (-1, -1, -1, 0)
    day = observationEndDay
    occasionTime = observationEnd
    lastOccasion = Occasion(time: observationEnd, event: -1, minute: -1)
    beginAsking()
  }

  /// Puts what each rule that the last case touched knew of its clocks back to nothing.
  private func forgetClocks() {
    for index in children.indices { forEachRuleOpened(of: index) { openClocks[rulePlace(index, $0)] = -1 } }
    for place in duringNow.indices { during[Int(duringNow[place])] = false }
    duringNow.removeAll()
    clocks.removeAll()
  }

  /// The events that happened within the observation, by nominal day and then as they stand in the file.
  private func putInOrder() {
    order.removeAll()
    rank.fill(entries.count, with: 0)
    var isSorted = true
    var last = Day.earliest
    for number in entries.indices where entries[number].wasDone {
      let day = nominalDay(ofEvent: number)
      guard day <= observationEndDay else { continue }
      if day < last { isSorted = false }
      last = day
      order.append(number)
    }
    if !isSorted {
      let numbers = order.indices.map { order[$0] }.sorted { a, b in
        (nominalDay(ofEvent: a).number, a) < (nominalDay(ofEvent: b).number, b)
      }
      order.removeAll()
      for number in numbers { order.append(number) }
    }
    for place in order.indices { rank[order[place]] = Int32(place) }
  }

  /// Every child's machines begin, or stand where the record opens.
  func begin() {
    for index in history.children.indices {
      let record = history.children[index]
      let known = record.known ?? firstTime(of: index) ?? history.observedUntil
      children.append(ChildState(record, known: .point(known)))
      for start in record.startsIn {
        let place = machinePlace(index, start.workflow)
        machines[place].configuration = tables.charts[start.workflow].configuration(in: start.state)
        machines[place].hasMoved = true
      }
      if let born = record.born, nominalDays[born] <= observationEndDay, !isOwnEvent(born, of: index) {
        timers.add(on: nominalDays[born], .birth(child: index))
      }
      beginMachines(of: index, at: .point(known))
      if let until = record.until, !order.contains(where: { entries[$0].time == until }) {
        timers.add(on: nominalDays[until].adding(days: 1), .end(child: index))
      }
    }
  }

  private func isOwnEvent(_ time: TimePoint, of child: Int) -> Bool {
    entries.indices.contains { number in
      entries[number].wasDone && entries[number].time == time && entries[number].children & (1 << UInt64(child)) != 0
    }
  }

  private func firstTime(of child: Int) -> TimePoint? {
    for place in order.indices where entries[order[place]].children & (1 << UInt64(child)) != 0 {
      return entries[order[place]].time
    }
    return nil
  }

  private func beginMachines(of index: Int, at known: TimeReference) {
    child = index
    occasionTime = known
    // What a guard sees of the other machines is where they are before any of them settles.
    if !tables.settling.isEmpty { rememberConfigurations() }
    for place in tables.settling.indices where !machines[machinePlace(index, tables.settling[place])].hasMoved {
      settleStart(of: tables.settling[place], at: known)
    }
    guard stays.isKept else { return }
    for workflow in 0..<workflowCount {
      let configuration = machines[machinePlace(index, workflow)].configuration
      tables.withChart(of: workflow) { chart in
        for state in 0..<chart.stateCount where chart.isIn(state, configuration) {
          stays.enter(child: index, workflow, state, at: known, event: -1, episode: 1)
        }
      }
    }
  }

  /// Begins a machine whose start state may be left by itself.
  private func settleStart(of workflow: WorkflowIndex, at known: TimeReference) {
    self.workflow = workflow
    let start = startStep(of: workflow)
    machines[machinePlace(child, workflow)].configuration = tables.charts[workflow].steps[start].configuration
    scheduleSends(of: start, at: known)
    keepTransitions(of: start, at: -1, .taken)
  }
}

extension CaseHistory {
  /// A case in which nothing is recorded.
  static let empty = CaseHistory(
    name: "", title: "", procedure: nil, profile: nil, children: [], events: [], attributes: [], completeness: [],
    observedUntil: 0, times: CaseTimes(exact: []))
}
