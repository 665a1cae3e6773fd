import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// A delayed signal on its way.
struct ReferenceSignal {
  let child: Int
  let workflow: WorkflowIndex
  let signal: Int
  let time: ReferenceTime
  var isPending = true
}

extension ReferenceRun {
  /// Each day on which something falls due by itself is a moment of its own.
  func fireTimers(through today: Day) {
    while let next = nextTimerDay(), next <= today {
      startMoment(on: next)
      let late = clocks.filter { $0.isOpen && !$0.isEscalated && isWatched($0.rule) && (escalationDay($0) ?? .latest) <= next }
      for clock in late { escalate(clock.number) }
      for child in births where birthday(of: child) == next { beBorn(child) }
      for index in signals.indices where signals[index].isPending && nominal(signals[index].time) <= next {
        signals[index].isPending = false
        deliver(signals[index])
      }
      judgeInvariants()
    }
  }

  private func nextTimerDay() -> Day? {
    let due = clocks.filter { $0.isOpen && !$0.isEscalated && isWatched($0.rule) }.compactMap { escalationDay($0) }
    let born = births.compactMap { birthday(of: $0) }
    return (due + born + signals.filter(\.isPending).map { nominal($0.time) }).min()
  }

  /// The children who are yet to be born, on a date and not by one of their events.
  private var births: [Int] {
    children.indices.filter { child in
      guard children[child].isJudged, !birthsSeen.contains(child), let born = history.children[child].born,
        nominal(children[child].known) < history.times.nominal[born]
      else { return false }
      return !history.events.indices.contains {
        history.events[$0].wasDone && history.events[$0].time == born && isFor($0, child)
      }
    }
  }

  private func birthday(of child: Int) -> Day? { history.children[child].born.map { history.times.nominal[$0] } }

  /// A birth ends what runs while the child is unborn, and begins what runs from then on.
  private func beBorn(_ child: Int) {
    birthsSeen.insert(child)
    guard let born = history.children[child].born else { return }
    causes.append(ReferenceCause(child: child, time: .point(born), event: nil))
    settleClocks(at: ReferenceOccasion(child: child, time: .point(born), event: nil))
  }

  /// The day after the due date.
  private func escalationDay(_ clock: ReferenceClock) -> Day? {
    guard !isSlotted(clock.rule) else { return nil }
    return nominalDue(of: clock)?.adding(days: 1)
  }

  private func isWatched(_ rule: RuleIndex) -> Bool { procedure.rules.contains { watches($0, rule) } }

  private func watches(_ rule: Rule, _ watched: RuleIndex) -> Bool {
    if case .deadline(let deadline) = rule.form, case .overdue(watched) = deadline.trigger { true } else { false }
  }

  private func escalate(_ number: Int) {
    clocks[number].isEscalated = true
    let clock = clocks[number]
    guard clock.isOpen, children[clock.child].isJudged else { return }
    var occasion = ReferenceOccasion(child: clock.child, time: .afterDue(escalated.count), event: clock.openingEvent)
    occasion.standing = picture()
    escalated.append(clock)
    causes.append(ReferenceCause(child: clock.child, time: occasion.time, event: nil))
    for (index, rule) in procedure.rules.enumerated() where watches(rule, clock.rule) {
      openDeadline(index, at: occasion, event: nil, truth: .yes, parent: number)
    }
  }

  private func deliver(_ signal: ReferenceSignal) {
    guard !children[signal.child].hasEnded else { return }
    let chart = charts[signal.workflow]
    let context = ReferenceContext(self, child: signal.child, workflow: signal.workflow, time: signal.time)
    let configuration = children[signal.child].machines[signal.workflow].configuration
    guard let step = chart.deliver(signal.signal, to: configuration, guardOf(chart, context)) else { return }
    causes.append(ReferenceCause(child: signal.child, time: signal.time, event: nil))
    var occasion = ReferenceOccasion(child: signal.child, time: signal.time, event: nil)
    move(signal.workflow, by: step, at: occasion)
    occasion.changes = step.changes
    if children[signal.child].isJudged { settleClocks(at: occasion) }
  }

  /// What a step sends off to be heard later.
  func settle(
    _ sends: [(signal: Int, after: Period)], of workflow: WorkflowIndex, child: Int, at time: ReferenceTime
  ) {
    for send in sends {
      signals.append(
        ReferenceSignal(child: child, workflow: workflow, signal: send.signal, time: .later(time, send.after)))
    }
  }

  /// An escalation is no surer than that the clock it watched was overdue.
  func doubtEscalations() {
    for index in judged.indices.sorted(by: { (judged[$0].clock ?? -1, $0) < (judged[$1].clock ?? -1, $1) }) {
      guard let clock = judged[index].clock, let parent = clocks[clock].parent,
        judged[index].judgement.verdict != .notRecorded
      else { continue }
      let watched = judged.last { $0.clock == parent }?.judgement
      if watched?.verdict.isBreach != true || watched?.certainty != .certain {
        judged[index].judgement.certainty = .possible
      }
    }
  }
}
