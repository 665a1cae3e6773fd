import CivilTime
public import Conditions
import Procedures
import Replay

extension Explorer {
  /// How many histories are tried for each target, of a child of each age that may matter.
  public static let pathBudget = 500

  /// Looks for the fewest short histories that together reach what is asked of a workflow.
  ///
  /// What is found is certain, for each history is replayed. That it takes so many is not proved: none of them can be left
  /// out, and another choice might do with fewer.
  ///
  /// - Parameters:
  ///   - longest: the most events that a history has.
  ///   - budget: how many histories are tried for each target at most.
  ///
  /// Complexity: for each target at most `budget` replays of short cases, and for each path some dozens for each target
  /// that it does not reach yet.
  public func paths(
    of workflow: WorkflowIndex, covering measures: Set<PathMeasure>, longest: Int = 12, budget: Int = Explorer.pathBudget
  ) -> PathPlan {
    let targets = PathTarget.all(of: workflow, measures, in: procedure)
    var search = PathSearch(explorer: self, targets: targets, longest: longest, budget: budget)
    search.findEach()
    let chosen = search.combined()
    var seen: Set<PathTarget> = []
    let paths = chosen.map { situation in
      let reaches = targets.filter(situation.reached.contains)
      let first = reaches.filter { seen.insert($0).inserted }
      return PathPlan.Path(example: situation.example, reaches: reaches, isFirstToReach: first)
    }
    return PathPlan(
      workflow: workflow, targets: targets, paths: paths, unreached: search.unreached, longest: longest)
  }

  /// The plainest history found that reaches a target; `nil` where none was, which proves nothing.
  ///
  /// Complexity: at most `budget` replays of short cases for each age that may matter.
  public func example(reaching target: PathTarget, longest: Int = 12, budget: Int = Explorer.pathBudget) -> Example? {
    var search = PathSearch(explorer: self, targets: [target], longest: longest, budget: budget)
    search.findEach()
    return search.plainest[target]?.example
  }
}

/// A search for histories that together reach many targets.
private struct PathSearch {
  let explorer: Explorer
  let targets: [PathTarget]
  let longest: Int
  let budget: Int
  /// By target: the plainest history found that reaches it.
  fileprivate private(set) var plainest: [PathTarget: Situation] = [:]
  private(set) var unreached: [PathPlan.Unreached] = []

  /// How many histories are tried to make one reach one target more.
  private static let extensionBudget = 60

  init(explorer: Explorer, targets: [PathTarget], longest: Int, budget: Int) {
    self.explorer = explorer
    self.targets = targets
    self.longest = longest
    self.budget = budget
  }

  /// Where a search for a target begins, before anything happens, a day being observed after the last event: with a child of three, and where age may matter with others as well.
  private func beginnings(for target: PathTarget) -> [Example] {
    let procedure = explorer.procedure
    var (conditions, start): ([Condition?], Day) = ([], explorer.start)
    switch target {
    case .state(let state): conditions = procedure.workflows[state.workflow].transitions.map(\.when)
    case .transition(let workflow, _): conditions = procedure.workflows[workflow].transitions.map(\.when)
    case .rule(let index, _):
      let rule = procedure.rules[index]
      conditions = rule.conditions
      start = rule.inForce.dayInside(near: start)
    }
    let asksAge = conditions.contains { $0?.expression.asksAge ?? false }
    let births = asksAge ? [Example.usualBirth] + PathSearch.otherBirths : [Example.usualBirth]
    return births.map { Example(start: start, birth: $0, rest: 1) }
  }

  /// Days from the start to the birth of an unborn child, of a baby, of a child of eight, and of those nearly sixteen and
  /// past it, nearly seventeen and past it, and nearly eighteen.
  private static let otherBirths = [100, -40, -8 * 366, -5_830, -5_900, -6_190, -6_260, -6_560]

  private func search(_ goal: any Goal, budget: Int) -> ExampleSearch {
    ExampleSearch(
      explorer: explorer, goal: goal, budget: budget, longest: longest, flawWeight: 2, eventWeight: 7, patience: 40,
      keepsReached: true)
  }

  // MARK: - One by one

  /// Looks for a history for each target that none found before reaches plainly.
  mutating func findEach() {
    let wanted = Set(targets)
    for target in targets where !isPlain(target) {
      let goal = PathGoal(target, of: explorer)
      var (tried, isExhausted) = (0, true)
      for beginning in beginnings(for: target) {
        let outcome = search(goal, budget: budget).outcome(from: [beginning])
        for situation in outcome.tried { offer(situation, for: wanted) }
        tried += outcome.tried.count
        isExhausted = isExhausted && outcome.isExhausted
        guard let reached = outcome.reached else { continue }
        offer(reached, for: [target])
        break
      }
      guard plainest[target] == nil else { continue }
      unreached.append(
        PathPlan.Unreached(
          target: target, proof: explorer.proof(against: target), tried: tried, isExhausted: isExhausted))
    }
    unreached.removeAll { plainest[$0.target] != nil }
  }

  /// Whether a history is known that reaches the target and breaks nothing on the way.
  private func isPlain(_ target: PathTarget) -> Bool {
    plainest[target].map { PathGoal(target, of: explorer).flaws(of: $0) == 0 } ?? false
  }

  private mutating func offer(_ situation: Situation, for wanted: Set<PathTarget>) {
    guard !situation.example.events.isEmpty else { return }
    for target in situation.reached.intersection(wanted) where isPlainer(situation, for: target) {
      plainest[target] = situation
    }
  }

  private func isPlainer(_ situation: Situation, for target: PathTarget) -> Bool {
    guard let known = plainest[target] else { return true }
    return weight(situation) < weight(known)
  }

  private func weight(_ situation: Situation) -> Int { situation.flaws * 3 + situation.example.events.count }

  // MARK: - Together

  /// The histories found, joined so that few reach everything.
  func combined() -> [Situation] {
    var left = Set(targets.filter { plainest[$0] != nil })
    var chosen: [Situation] = []
    while let seed = seed(for: left) {
      let joined = extended(seed, by: left)
      left.subtract(joined.reached)
      chosen.append(joined)
    }
    return withoutSurplus(chosen)
  }

  /// Of the plainest histories the one that reaches most of what is left; of several the shortest.
  private func seed(for left: Set<PathTarget>) -> Situation? {
    let candidates = targets.filter(left.contains).compactMap { plainest[$0] }
    return candidates.enumerated().max { a, b in
      let (gainA, gainB) = (a.element.reached.intersection(left).count, b.element.reached.intersection(left).count)
      return (gainA, -weight(a.element), -a.offset) < (gainB, -weight(b.element), -b.offset)
    }?.element
  }

  /// A history made to reach more of what is left, as far as its length allows.
  private func extended(_ seed: Situation, by left: Set<PathTarget>) -> Situation {
    var current = seed
    for target in targets where left.contains(target) && !current.reached.contains(target) {
      guard current.example.events.count < longest || target.isRule else { continue }
      let goal = ExtendingGoal(
        goal: PathGoal(target, of: explorer), kept: current.reached.intersection(left), allowed: left)
      let outcome = search(goal, budget: PathSearch.extensionBudget).outcome(from: [current.example])
      if let reached = outcome.reached, goal.flaws(of: reached) <= goal.flaws(of: current) { current = reached }
    }
    return current
  }

  /// The histories without those whose targets the others reach, each without the events that only they needed.
  private func withoutSurplus(_ chosen: [Situation]) -> [Situation] {
    var kept: [Situation?] = chosen
    for index in chosen.indices.reversed() {
      let others = kept.indices.filter { $0 != index }.compactMap { kept[$0] }
      let elsewhere = others.reduce(into: Set<PathTarget>()) { $0.formUnion($1.reached) }
      let own = chosen[index].reached.intersection(targets).subtracting(elsewhere)
      kept[index] = own.isEmpty ? nil : shortened(chosen[index], reaching: own)
    }
    return kept.compactMap(\.self)
  }

  private func shortened(_ situation: Situation, reaching own: Set<PathTarget>) -> Situation {
    explorer.shortened(situation, keepingReached: true) { shorter, longer in
      !shorter.example.events.isEmpty && own.isSubset(of: shorter.reached) && shorter.flaws <= longer.flaws
    }
  }
}

/// To reach one target more without losing others.
private struct ExtendingGoal: Goal {
  let goal: PathGoal
  /// What must still be reached.
  let kept: Set<PathTarget>
  /// What is asked of the paths to come, where a broken rule is no flaw.
  let allowed: Set<PathTarget>

  func distance(of situation: Situation, by explorer: Explorer) -> Int {
    goal.distance(of: situation, by: explorer) + kept.subtracting(situation.reached).count * 3
  }

  func flaws(of situation: Situation) -> Int {
    let asked = (situation.breaches + situation.broken).count { allowed.contains(.rule($0.rule, .broken)) }
    return situation.flaws - asked
  }

  func moves(in situation: Situation, by explorer: Explorer) -> [Move] { goal.moves(in: situation, by: explorer) }
}

extension PathTarget {
  /// A rule may be broken without a further event.
  fileprivate var isRule: Bool { measure == .rules }
}

extension ForcePeriod {
  /// The day nearest to another on which a rule applies and a year is left of it, if so much is.
  fileprivate func dayInside(near day: Day) -> Day {
    guard let through, through < day.adding(days: 400) else { return day }
    let year = through.adding(days: -400)
    return from.map { max($0, year) } ?? year
  }
}

extension Rule {
  /// Every condition that decides whether it is judged and how.
  fileprivate var conditions: [Condition?] {
    [when, require] + (openingPattern?.events.map(\.condition) ?? [])
  }
}

extension Expression {
  fileprivate var asksAge: Bool {
    var asksAge = false
    visit { if case .fact = $0 { asksAge = true } }
    return asksAge
  }
}
