import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// One replay of one case.
final class ReferenceRun {
  let procedure: Procedure
  let history: CaseHistory
  let calendar = WorkingCalendar.englandAndWales
  let charts: [ReferenceChart]
  let observationEnd: ReferenceTime
  let observationDay: Day

  var children: [ReferenceChild] = []
  var clocks: [ReferenceClock] = []
  /// The clocks that escalated, as they were then.
  var escalated: [ReferenceClock] = []
  var signals: [ReferenceSignal] = []
  var judged: [(judgement: Judgement, clock: Int?)] = []
  var departures: [Departure] = []
  var stays: [ReferenceStay] = []
  var transitions: [TakenTransition] = []

  /// The nominal day of the moment at hand.
  var day: Day
  /// The events of the moment that have been followed, in order.
  var moment: [Int] = []
  var causes: [ReferenceCause] = []
  /// By event: how everything stood before it.
  var pictures: [Int: ReferencePicture] = [:]
  /// The children whose birth has been a moment of its own.
  var birthsSeen: Set<Int> = []
  /// When what is being closed ended.
  var closing: ReferenceTime?
  /// What moved machines in the moment.
  var moves: [(cause: ReferenceCause, workflow: WorkflowIndex)] = []

  init(_ procedure: Procedure, _ history: CaseHistory, asOf: Day?) {
    self.procedure = procedure
    self.history = history
    charts = procedure.workflows.enumerated().map { ReferenceChart(index: $0, workflow: $1) }
    let recorded = history.times.nominal[history.observedUntil]
    if let asOf, asOf < recorded {
      (observationEnd, observationDay) = (.date(asOf, asOf), asOf)
    } else {
      (observationEnd, observationDay) = (.point(history.observedUntil), recorded)
    }
    day = observationDay
  }

  func nominalDay(of event: Int) -> Day { history.times.nominal[history.events[event].time] }

  func isFor(_ event: Int, _ child: Int) -> Bool { history.events[event].children & (1 << UInt64(child)) != 0 }

  /// What happened within the observation, by nominal day and then as it stands in the file.
  private func workingOrder() -> [Int] {
    history.events.indices
      .filter { history.events[$0].wasDone && nominalDay(of: $0) <= observationDay }
      .sorted { (nominalDay(of: $0), $0) < (nominalDay(of: $1), $1) }
  }

  func run() {
    let order = workingOrder()
    begin(order)
    for today in Set(order.map { nominalDay(of: $0) }).sorted() {
      fireTimers(through: today)
      follow(order.filter { nominalDay(of: $0) == today }, on: today)
    }
    fireTimers(through: observationDay)
    day = observationDay
    for child in children.indices { finish(child) }
    for clock in clocks where clock.isOpen {
      close(clock.number, by: ReferenceEnding(kind: .observationEnded, time: observationEnd, event: nil))
    }
    doubtEscalations()
  }

  private func begin(_ order: [Int]) {
    for (index, record) in history.children.enumerated() {
      let first = order.first { isFor($0, index) }
      let known = ReferenceTime.point(record.known ?? first.map { history.events[$0].time } ?? history.observedUntil)
      children.append(ReferenceChild(known: known, machines: []))
      for chart in charts {
        let starts = record.startsIn.filter { $0.workflow == chart.index }.map(\.state)
        var machine = ReferenceMachine(
          configuration: chart.configuration(in: starts.isEmpty ? [chart.workflow.start] : starts))
        machine.isUntouched = starts.isEmpty
        children[index].machines.append(machine)
      }
      beginMachines(of: index, at: known)
    }
  }

  /// Every machine begins; each sees the others in their start states.
  private func beginMachines(of child: Int, at known: ReferenceTime) {
    let before = ReferenceContext(self, child: child, time: known)
    for chart in charts {
      if children[child].machines[chart.index].isUntouched {
        let step = chart.begin(guardOf(chart, before.asking(from: chart.index)))
        settle(step.sends, of: chart.index, child: child, at: known)
        recordTransitions(of: step, chart.index, child, nil, .taken)
        children[child].machines[chart.index].configuration = step.configuration
      }
      for state in children[child].machines[chart.index].configuration.active.sorted() {
        enterStay(ReferenceChange(workflow: chart.index, state: state, isEntry: true), child: child, at: known, event: nil)
      }
    }
  }

  /// One day's events.
  private func follow(_ events: [Int], on today: Day) {
    startMoment(on: today)
    for child in children.indices where isWaiting(child) {
      guard let known = history.children[child].known, !isEventTime(known) else { continue }
      if history.times.nominal[known] <= today { startJudging(child) }
    }
    for event in events {
      for child in children.indices where isWaiting(child) {
        if let known = history.children[child].known {
          if known == history.events[event].time { startJudging(child) }
        } else if isFor(event, child) {
          startJudging(child)
        }
      }
      causes.append(ReferenceCause(child: nil, time: .point(history.events[event].time), event: event))
      follow(event)
      moment.append(event)
      for child in children.indices where history.children[child].until == history.events[event].time {
        let last = ReferenceCause(child: child, time: .point(history.events[event].time), event: event)
        if children[child].isJudged { judgeInvariants(of: child, last) }
        finish(child, with: event)
      }
    }
    judgeInvariants()
  }

  func isWaiting(_ child: Int) -> Bool { !children[child].isJudged && !children[child].hasEnded }

  /// Whether a time point is that of something that happened, and not a date of its own.
  func isEventTime(_ point: TimePoint) -> Bool { history.events.contains { $0.wasDone && $0.time == point } }

  /// Begins a moment; a child whose record ended on an earlier date is judged no further.
  func startMoment(on today: Day) {
    for child in children.indices {
      guard let until = history.children[child].until, !isEventTime(until) else { continue }
      if history.times.nominal[until] < today { finish(child) }
    }
    day = today
    moment = []
    causes = []
    moves = []
  }

  private func startJudging(_ child: Int) {
    children[child].isJudged = true
    if let born = history.children[child].born, history.times.nominal[born] <= day { birthsSeen.insert(child) }
    let known = children[child].known
    var occasion = ReferenceOccasion(child: child, time: known, event: nil)
    for chart in charts where children[child].machines[chart.index].isUntouched {
      occasion.changes += children[child].machines[chart.index].configuration.active.sorted().map {
        ReferenceChange(workflow: chart.index, state: $0, isEntry: true)
      }
    }
    openClocks(at: occasion)
  }

  /// One event for all its children: checks and guards see what was before it, then all machines step, then clocks.
  private func follow(_ event: Int) {
    let time = ReferenceTime.point(history.events[event].time)
    let before = picture()
    pictures[event] = before
    var occasions = children.indices.filter { isFor(event, $0) && !children[$0].hasEnded }.map { child in
      ReferenceOccasion(child: child, time: time, event: event, this: event, before: before)
    }
    let plans = occasions.map { planMoves(at: $0) }
    for (occasion, plans) in zip(occasions, plans) {
      causes.append(ReferenceCause(child: occasion.child, time: time, event: event))
      if children[occasion.child].isJudged { checkEvent(at: occasion.seeingEpisodes(begunBy: plans)) }
    }
    for (occasion, plans) in zip(occasions, plans) { passOver(plans, at: occasion) }
    for index in occasions.indices { occasions[index].changes = moveMachines(by: plans[index], at: occasions[index]) }
    for occasion in occasions {
      if children[occasion.child].isJudged { settleClocks(at: occasion) }
      children[occasion.child].followed.append(event)
    }
    for child in children.indices where isFor(event, child) && children[child].hasEnded {
      settleOutliving(at: ReferenceOccasion(child: child, time: time, event: event, this: event, before: before))
    }
  }

  /// The child's record ends: what is open is judged as it stands.
  ///
  /// A clock that the last event opened runs on after it, unless a `while` binds it to the record.
  private func finish(_ child: Int, with event: Int? = nil) {
    guard !children[child].hasEnded else { return }
    if children[child].isJudged {
      var end = observationEnd
      if let until = history.children[child].until, history.times.nominal[until] <= observationDay { end = .point(until) }
      let ending = ReferenceEnding(kind: .observationEnded, time: end, event: nil)
      for clock in clocks where clock.child == child && clock.isOpen {
        if let event, clock.openingEvent == event, outlivesRecord(clock.rule) { continue }
        close(clock.number, by: ending)
      }
      for key in children[child].stretches.keys { endStretch(key, of: child, by: ending) }
    }
    children[child].isJudged = false
    children[child].hasEnded = true
  }
}

extension ReferenceRun {
  private func outlivesRecord(_ rule: RuleIndex) -> Bool {
    guard case .deadline(let deadline) = form(of: rule) else { return false }
    return deadline.during == nil
  }
}

/// What is at hand while clocks are settled.
struct ReferenceOccasion {
  let child: Int
  let time: ReferenceTime
  /// The event that made it so, also where it only revealed what was passed over.
  let event: Int?
  /// The event that is itself being followed; `nil` for what it reveals, and for what comes by itself.
  var this: Int?
  /// How everything stood before the event, which is what patterns see.
  var before: ReferencePicture?
  /// How everything stands once clocks have closed, which is what opens clocks by.
  var standing: ReferencePicture?
  var changes: [ReferenceChange] = []
}

extension ReferenceOccasion {
  /// The same with the machines that the event takes into their next episode at its start.
  fileprivate func seeingEpisodes(begunBy plans: [ReferenceRun.Plan]) -> ReferenceOccasion {
    var copy = self
    for plan in plans {
      guard let restart = plan.restart, let before else { continue }
      var machine = before.children[child].machines[plan.workflow]
      machine.episode += 1
      machine.episodeStart = before.children[child].followed.count
      machine.episodeTime = time
      machine.configuration = restart.configuration
      copy.before?.children[child].machines[plan.workflow] = machine
    }
    return copy
  }
}
