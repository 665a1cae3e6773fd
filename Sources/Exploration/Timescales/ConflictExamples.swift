import CivilTime
import Conditions
import Procedures
import Replay

/// Makes the examples of a set of rules that cannot be kept together, and has the replay confirm them.
struct ConflictExamples {
  let explorer: Explorer
  let ground: TimedRules.Ground
  let opening: TimedDeadline.Opening
  /// The day on which the first clock opens: a working day.
  let day: Day

  /// An event of an example with the day on which it is to happen.
  fileprivate struct Step {
    let event: PlannedEvent
    let day: Day
  }

  private var failure: MeetingSearch.Failure { ground.failure }
  private var last: TimedDeadline { failure.limits[failure.limits.count - 1] }
  private static let budget = 150

  /// The two examples; `nil` where none can be made, or where the replay finds a way that was not thought of.
  func examples() -> (inTime: Example, inOrder: Example?)? {
    let goal = OpeningGoal(rule: failure.limits[0].rule, event: opening.kind.event)
    let search = ExampleSearch(explorer: explorer, goal: goal, budget: ConflictExamples.budget)
    guard let reached = search.outcome(from: [Example(start: explorer.start)]).reached else { return nil }
    for beginning in [withWhatMayGoBefore(reached.example), reached.example] {
      let begun = beginning.ending(on: day)
      let situation = explorer.situation(begun)
      guard goal.clock(in: situation) != nil, breaches(in: situation).isEmpty, let steps = steps(after: situation),
        let inTime = inTime(begun, steps)
      else { continue }
      let inOrder = failure.first.flatMap { self.inOrder(begun, steps, from: $0) }
      if inOrder != nil || failure.first == nil { return (inTime, inOrder) }
    }
    return nil
  }

  /// The breaches of the rules in question.
  private func breaches(in situation: Situation) -> [Judgement] {
    situation.breaches.filter { ground.rules.contains($0.rule) }
  }

  // MARK: What happens

  /// The beginning after events that nothing puts off, and that the checks may want.
  private func withWhatMayGoBefore(_ example: Example) -> Example {
    let moves = explorer.moves(in: explorer.situation(Example(start: example.start)))
    let kinds = failure.days.filter { $0.value < day && $0.key.event != opening.kind.event }.map(\.key)
    let before = kinds.sorted { $0.event < $1.event }.compactMap { plan(of: $0, moves) }
    var longer = example
    longer.events.insert(contentsOf: before, at: 0)
    return longer
  }

  private func plan(of kind: EventKind, _ moves: Moves) -> PlannedEvent? {
    explorer.planner.plans(kind.event, holding: Array(kind.conditions), in: moves.surroundings).first
  }

  /// What the checks want after the clock has opened, each as early as it can be; then what the limits expect but the last,
  /// as late as they allow.
  private func steps(after situation: Situation) -> [Step]? {
    let moves = explorer.moves(in: situation)
    var steps: [Step] = []
    let wanted = failure.days.filter { $0.value >= day && !$0.key.isOne(of: opening.kind) }
    for (kind, first) in wanted.sorted(by: { ($0.value, $0.key.event) < ($1.value, $1.key.event) }) {
      guard let event = plan(of: kind, moves) else { return nil }
      steps.append(place(event, from: first, after: steps, in: situation.example))
    }
    var opened = day
    for limit in failure.limits.dropLast() {
      guard let due = limit.due(openedOn: opened, in: explorer.procedure), let event = closing(of: limit, situation) else {
        return nil
      }
      opened = max(opened, WorkingCalendar.englandAndWales.lastWorkingDay(onOrBefore: due) ?? due)
      steps.append(Step(event: event, day: opened))
    }
    return steps
  }

  /// The first working day from one on, within three weeks, on which the checks of an event are kept.
  private func place(_ event: PlannedEvent, from first: Day, after steps: [Step], in begun: Example) -> Step {
    let kept = (0..<21).lazy.map { first.adding(days: $0) }.filter(isWorked).first { day in
      breaches(in: explorer.situation(begun.with(steps + [Step(event: event, day: day)]))).isEmpty
    }
    return Step(event: event, day: kept ?? first)
  }

  private func isWorked(_ day: Day) -> Bool { WorkingCalendar.englandAndWales.isWorkingDay(day) ?? false }

  /// What a limit expects.
  private func closing(of limit: TimedDeadline, _ situation: Situation) -> PlannedEvent? {
    let clock = situation.open.first { $0.rule == limit.rule }
    let moves = explorer.moves(in: situation, for: clock)
    let plans = explorer.procedure.rules[limit.rule].expect.map { moves.fitting($0) } ?? []
    return plans.first { plan in limit.closings.contains { $0.kind.event == plan.event } }
  }

  // MARK: What comes of it

  /// When the clock of the last limit opens, and its last day on time.
  private func span(_ steps: [Step]) -> ClosedRange<Day>? {
    let opened = failure.limits.count > 1 ? steps[steps.count - 1].day : day
    guard let due = last.due(openedOn: opened, in: explorer.procedure), due >= opened else { return nil }
    return opened...due
  }

  /// The last limit met on its last working day, with a check broken; every other day in time must break one, too.
  private func inTime(_ begun: Example, _ steps: [Step]) -> Example? {
    guard let span = span(steps), let event = closing(of: last, explorer.situation(begun.with(steps))) else { return nil }
    var shown: Example?
    for day in sequence(first: span.lowerBound, next: { $0.adding(days: 1) }).prefix(while: { $0 <= span.upperBound })
    where isWorked(day) {
      let example = begun.with(steps.filter { $0.day <= day } + [Step(event: event, day: day)])
      let situation = explorer.situation(example)
      guard !breaches(in: situation).isEmpty else { return nil }
      let isOpen = situation.open.contains { $0.rule == last.rule && ($0.openingEvent ?? 0) < example.events.count - 1 }
      shown = isOpen || breaches(in: situation).contains { $0.rule == last.rule } ? nil : example
    }
    return shown
  }

  /// Every check kept, and the last limit met as early as they allow: late.
  private func inOrder(_ begun: Example, _ steps: [Step], from first: Day) -> Example? {
    guard let event = closing(of: last, explorer.situation(begun.with(steps))) else { return nil }
    for day in (0..<21).map({ first.adding(days: $0) }) where isWorked(day) {
      let example = begun.with(steps + [Step(event: event, day: day)])
      let broken = breaches(in: explorer.situation(example))
      if !broken.isEmpty, broken.allSatisfy({ $0.rule == last.rule }) { return example }
    }
    return nil
  }
}

extension Example {
  /// The example moved so that its last event falls on a day.
  fileprivate func ending(on day: Day) -> Example {
    guard let last = days.last, let gap = events.last?.gap else { return self }
    let length = last.days(since: start)
    // Holidays may put off the events before it by more or by less than they did.
    let candidates = (-4...14).map { day.adding(days: -length - $0) }.map { start in
      Example(start: start, events: events, birth: birth, rest: rest)
    }
    guard
      var moved = candidates.first(where: { ($0.days.dropLast().last ?? $0.start).adding(days: gap) <= day })
    else { return self }
    moved.events[events.count - 1].gap = day.days(since: moved.days.dropLast().last ?? moved.start)
    return moved
  }

  /// The example with more events, each on its day.
  fileprivate func with(_ steps: [ConflictExamples.Step]) -> Example {
    var longer = self
    var day = days.last ?? start
    for step in steps.sorted(by: { $0.day < $1.day }) {
      longer.events.append(PlannedEvent(step.event.event, step.event.attributes, gap: max(0, step.day.days(since: day))))
      day = max(day, step.day)
    }
    return longer
  }
}

extension Explorer {
  /// The examples of rules that cannot be kept together from a day on.
  func examples(
    of ground: TimedRules.Ground, _ opening: TimedDeadline.Opening, on day: Day
  ) -> (inTime: Example, inOrder: Example?)? {
    ConflictExamples(explorer: self, ground: ground, opening: opening, day: day).examples()
  }
}
