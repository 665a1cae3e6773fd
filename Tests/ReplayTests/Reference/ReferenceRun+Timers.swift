import CivilTime
import Conditions
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
      for index in signals.indices where signals[index].isPending && nominal(signals[index].time) <= next {
        signals[index].isPending = false
        deliver(signals[index])
      }
      judgeInvariants()
    }
  }

  private func nextTimerDay() -> Day? {
    let due = clocks.filter { $0.isOpen && !$0.isEscalated && isWatched($0.rule) }.compactMap { escalationDay($0) }
    return (due + signals.filter(\.isPending).map { nominal($0.time) }).min()
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
    let occasion = ReferenceOccasion(child: clock.child, time: .afterDue(escalated.count), event: clock.openingEvent)
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
      guard let clock = judged[index].clock, let parent = clocks[clock].parent else { continue }
      let watched = judged.last { $0.clock == parent }?.judgement
      if watched?.verdict.isBreach != true || watched?.certainty != .certain {
        judged[index].judgement.certainty = .possible
      }
    }
  }
}
