import CivilTime
import Conditions
import Procedures
import Replay

/// To reach one target, in a history of at least one event, for there are none without.
struct PathGoal: Goal {
  let target: PathTarget
  private let procedure: Procedure
  private let nearness: Nearness

  init(_ target: PathTarget, of explorer: Explorer) {
    self.target = target
    procedure = explorer.procedure
    nearness = Nearness(maps: explorer.maps)
  }

  func distance(of situation: Situation, by explorer: Explorer) -> Int {
    if situation.reached.contains(target) { return situation.example.events.isEmpty ? 1 : 0 }
    switch target {
    case .state(let state): return 1 + nearness.steps(to: state, from: situation.active)
    case .transition(let workflow, let number):
      let transition = procedure.workflows[workflow].transitions[number]
      let from = StateReference(workflow: workflow, state: transition.from)
      let surroundings = explorer.moves(in: situation).surroundings
      let unmet = transition.when.map { nearness.unmet($0.expression, being: true, in: surroundings) } ?? 0
      return 1 + nearness.steps(to: from, from: situation.active) + unmet
    case .rule(let index, let outcome):
      if situation.open.contains(where: { $0.rule == index }) { return 1 }
      let surroundings = explorer.moves(in: situation).surroundings
      if situation.hasJudged(index) {
        // Another event or another day may turn it, if it is made then: where the demand held, the rest was not looked at.
        return 1 + nearness.steps(toTurn: procedure.rules[index], to: outcome, in: surroundings)
      }
      return 2 + nearness.steps(toJudge: procedure.rules[index], as: outcome, in: surroundings)
        + stepsUntilOverdue(procedure.rules[index], in: situation, surroundings)
    }
  }

  /// The steps until the clock is overdue whose being so opens another.
  private func stepsUntilOverdue(_ rule: Rule, in situation: Situation, _ surroundings: PlanningContext) -> Int {
    guard let first = rule.firstOverdue else { return 0 }
    if situation.open.contains(where: { $0.rule == first }) { return 1 }
    return 2 + nearness.steps(toJudge: procedure.rules[first], as: .broken, in: surroundings)
  }

  func flaws(of situation: Situation) -> Int {
    guard case .rule(let index, .broken) = target else { return situation.flaws }
    return situation.flaws - (situation.breaches + situation.broken).count { $0.rule == index }
  }

  func moves(in situation: Situation, by explorer: Explorer) -> [Move] {
    let moves = explorer.moves(in: situation)
    // Reached before anything happens: whatever happens then will do.
    if situation.reached.contains(target), situation.example.events.isEmpty {
      return situation.followed(by: procedure.vocabulary.events.indices.map { PlannedEvent($0) })
    }
    switch target {
    case .state(let state):
      return waits(for: state.workflow, in: situation)
        + situation.followed(by: moves.toward(state) + moves.onward(in: state.workflow))
    case .transition(let workflow, let number):
      let transition = procedure.workflows[workflow].transitions[number]
      let from = StateReference(workflow: workflow, state: transition.from)
      let events = moves.taking(transition) + moves.toward(from) + moves.onward(in: workflow)
      return waits(for: workflow, in: situation) + situation.followed(by: events)
    case .rule(let index, let outcome): return self.moves(in: situation, by: explorer, for: index, outcome)
    }
  }

  /// To wait for the signals that the machine sends itself after a while.
  private func waits(for workflow: WorkflowIndex, in situation: Situation) -> [Move] {
    let last = situation.lastDay
    return procedure.workflows[workflow].delays(from: last).filter { $0 > situation.example.rest }.map { .wait($0) }
  }
}

// MARK: - Rules

extension PathGoal {
  private func moves(
    in situation: Situation, by explorer: Explorer, for index: RuleIndex, _ outcome: PathTarget.Outcome
  ) -> [Move] {
    let rule = procedure.rules[index]
    let moves = explorer.moves(in: situation).turning(Turned(rule: index, isKept: outcome == .kept))
    let here = situation.open.filter { $0.rule == index }.flatMap {
      outcome == .kept ? keeping($0, in: situation, by: explorer) : overrunning($0, in: situation)
    }
    let before = situation.open.filter { $0.rule == rule.firstOverdue }.flatMap { overrunning($0, in: situation) }
    let states = rule.references.states.sorted { ($0.workflow, $0.state) < ($1.workflow, $1.state) }
    let turning = rule.require.map { moves.serving($0.expression, being: outcome == .kept) } ?? []
    let asked = situation.followed(by: moves.opening(rule) + turning)
    let onward = situation.followed(by: states.flatMap { moves.toward($0) } + moves.onward(in: rule.workflow))
    let mends =
      outcome == .kept
      ? situation.breaches.filter { $0.rule == index }.flatMap { explorer.mends(of: $0, in: situation) } : []
    let retimed = retimings(for: rule, in: situation)
    // Once it was judged the day matters most; until then, what must happen first.
    return here + before + mends + waits(for: rule, in: situation)
      + (situation.hasJudged(index) ? retimed + asked : asked + retimed) + onward
  }

  /// What a clock waits for, on the day on which it opens or soon after.
  private func keeping(_ clock: Judgement, in situation: Situation, by explorer: Explorer) -> [Move] {
    guard let expect = procedure.rules[clock.rule].expect else { return [] }
    let events = explorer.moves(in: situation, for: clock).fitting(expect)
    let end = situation.example.events.count
    let opened = max(0, clock.opened.latest.days(since: situation.lastDay))
    return [opened + 1, opened].flatMap { gap in events.map { .insert($0.after(gap), at: end) } }
  }

  /// To wait until a clock is overdue.
  private func overrunning(_ clock: Judgement, in situation: Situation) -> [Move] {
    guard let due = clock.due else { return [] }
    let days = due.latest.days(since: situation.lastDay) + 1
    return days > situation.example.rest ? [.wait(days)] : []
  }

  /// To wait while an invariant is broken, where it may be for a while, or until a child is older.
  private func waits(for rule: Rule, in situation: Situation) -> [Move] {
    guard case .invariant = rule.form, rule.readsTime else { return [] }
    return [31, 184, 366].filter { $0 > situation.example.rest }.map { .wait($0) }
  }

  /// The last event on other days, where what the rule asks hangs on time.
  private func retimings(for rule: Rule, in situation: Situation) -> [Move] {
    guard rule.readsTime, let last = situation.example.events.last else { return [] }
    return [0, 8, 29, 64, 100, 190, 370].filter { $0 != last.gap }
      .map { .replace(last.after($0), at: situation.example.events.count - 1) }
  }
}

extension [PlannedEvent] {
  /// The first of each type of event, then the second of each, and so on: what an event states matters less than which it is.
  fileprivate var ofEachKindFirst: [PlannedEvent] {
    var counts: [EventIndex: Int] = [:]
    let numbered = map { event in
      counts[event.event, default: 0] += 1
      return (event, counts[event.event] ?? 0)
    }
    return numbered.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
  }
}

extension PlannedEvent {
  fileprivate func after(_ gap: Int) -> PlannedEvent {
    var event = self
    event.gap = gap
    return event
  }
}

extension Situation {
  /// Whether a check or invariant was judged for certain, if not as wanted.
  fileprivate func hasJudged(_ rule: RuleIndex) -> Bool {
    replay.judgements.contains { $0.rule == rule && ($0.verdict == .held || $0.verdict == .broken) && $0.certainty == .certain }
  }

  /// The day of the last event.
  fileprivate var lastDay: Day { example.days.last ?? example.start }

  /// Events after the last; where observation goes on for a while, also at its end.
  fileprivate func followed(by events: [PlannedEvent]) -> [Move] {
    let events = events.ofEachKindFirst
    return events.flatMap { event in
      let soon = Move.insert(event, at: example.events.count)
      return example.rest > 1 ? [soon, .follow(event)] : [soon]
    }
  }
}

extension Rule {
  /// The rule whose overdue clock opens one of this.
  fileprivate var firstOverdue: RuleIndex? {
    guard case .deadline(let deadline) = form, case .overdue(let rule) = deadline.trigger else { return nil }
    return rule
  }

  /// Whether what it asks may hang on how much time goes by.
  fileprivate var readsTime: Bool {
    if case .invariant(let invariant) = form, invariant.longerThan != nil { return true }
    var readsTime = false
    for condition in [when, require].compactMap(\.self) {
      condition.expression.visit {
        switch $0 {
        case .thisHappened, .happened, .itemHappened, .today, .fact: readsTime = true
        default: break
        }
      }
    }
    return readsTime
  }
}

extension Workflow {
  /// After how many days the signals arrive that the machine sends itself.
  fileprivate func delays(from day: Day) -> [Int] {
    let actions = states.flatMap { $0.onEntry + $0.onExit } + transitions.flatMap(\.actions)
    return Set(actions.flatMap { $0.delays(from: day) }).sorted()
  }
}

extension Action {
  fileprivate func delays(from day: Day) -> [Int] {
    switch self {
    case .send(_, let period):
      [(WorkingCalendar.englandAndWales.due(after: day, within: period, counting: .exclusive)?.days(since: day) ?? 0) + 2]
    case .post(_, let delay, _): [Int(delay.count / 86_400_000) + 1]
    case .choose(let branches): branches.flatMap { $0.actions.flatMap { $0.delays(from: day) } }
    case .block(let actions): actions.flatMap { $0.delays(from: day) }
    case .raise, .cancel, .log, .fail: []
    }
  }
}
