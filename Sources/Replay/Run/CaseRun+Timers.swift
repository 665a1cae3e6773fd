import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Fires what falls due on or before a day, each day as a moment of its own.
  func advanceTimers(through today: Day) {
    while let next = timers.nextDay, next <= today {
      day = next
      while let timer = timers.next(through: next) {
        switch timer.kind {
        case .signal(let child, let workflow, let signal, let time):
          deliver(signal, to: workflow, of: child, at: time)
        case .overdue(let clock): escalate(clock)
        case .birth(let child): beBorn(child)
        case .end(let child): finish(child)
        }
      }
      judgeInvariants()
    }
  }

  private func deliver(_ signal: Int, to workflow: Int, of child: Int, at time: TimeReference) {
    let isHeard = signalTraffic[machinePlace(child, workflow)].arrive(on: day)
    guard isHeard, !children[child].hasEnded else { return }
    self.child = child
    self.workflow = workflow
    event = -1
    step += 1
    beginAsking()
    changes.removeAll()
    rememberConfigurations()
    occasionTime = time
    let configuration = machines[machinePlace(child, workflow)].configuration
    guard let step = tables.charts[workflow].deliver(signal: signal, to: configuration, guardHolds: guardHolds) else { return }
    let occasion = Occasion(time: time, event: -1, minute: -1)
    apply(step, at: occasion)
    keepTransitions(of: step, at: -1, .taken)
    if children[child].isJudged { settleChanges(at: occasion) }
    openMoment(at: occasion, for: child)
  }

  /// A birth ends what runs while the child is unborn, and begins what runs from then on.
  private func beBorn(_ index: Int) {
    let born = children[index].born
    guard children[index].isJudged, born >= 0, nominal(children[index].known) < nominalDays[born] else { return }
    child = index
    let occasion = Occasion(time: .point(born), event: -1, minute: -1)
    occasionTime = occasion.time
    changes.removeAll()
    settleChanges(at: occasion)
    openMoment(at: occasion, for: index)
  }

  /// Opens the clocks that wait for a clock to be overdue, if it still is open.
  private func escalate(_ number: Int) {
    let watched = clocks[number]
    guard children[watched.child].isJudged, isOpen(number) else { return }
    guard !watched.hasEscalated, dueNominal(of: watched) < day else { return }
    clocks[number].hasEscalated = true
    child = watched.child
    event = -1
    step += 1
    let time = derive(watched.opening, .dayAfterDue(watched.asItStands(&extras)))
    occasionTime = time
    hasEscalated = true
    openMoment(at: Occasion(time: time, event: -1, minute: -1), for: child)
    openingStep = step
    defer { openingStep = -1 }
    for rule in tables.onOverdue[watched.rule] {
      trigger = -1
      open(rule, at: Occasion(time: time, event: watched.openingEvent, minute: -1), parent: number)
    }
  }

  func isOpen(_ number: Int) -> Bool {
    var open = Int(openClocks[rulePlace(clocks[number].child, clocks[number].rule)])
    while open >= 0 {
      if open == number { return true }
      open = Int(clocks[open].next)
    }
    return false
  }

  /// Where an escalation rests on a clock that may have been met after all, it is only possible.
  func settleEscalations() {
    guard hasEscalated else { return }
    judgementOf.fill(clocks.count, with: -1)
    for index in judged.clocks.indices where judged.clocks[index] >= 0 { judgementOf[Int(judged.clocks[index])] = index }
    for clock in clocks.indices where clocks[clock].parent >= 0 {
      guard judgementOf[clock] >= 0, judged.lines[judgementOf[clock]].verdict != .notRecorded else { continue }
      let watched = judgementOf[clocks[clock].parent]
      let isCertain = watched >= 0 && judged.lines[watched].verdict.isBreach && judged.lines[watched].certainty == .certain
      if !isCertain { judged.lower(judgementOf[clock]) }
    }
  }
}
