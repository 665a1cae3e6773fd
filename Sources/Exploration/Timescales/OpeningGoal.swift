import Conditions
import Procedures
import Replay

/// That a clock of a rule is opened by the last event, which is of a certain kind.
struct OpeningGoal: Goal {
  let rule: RuleIndex
  let event: EventIndex

  func distance(of situation: Situation, by explorer: Explorer) -> Int {
    if clock(in: situation) != nil { return 0 }
    return situation.open.contains { $0.rule == rule } ? 1 : 2
  }

  /// The clock that the last event opened.
  func clock(in situation: Situation) -> Judgement? {
    let last = situation.example.events.count - 1
    guard last >= 0, situation.example.events[last].event == event else { return nil }
    return situation.open.first { $0.rule == rule && $0.openingEvent == last }
  }

  func moves(in situation: Situation, by explorer: Explorer) -> [Move] {
    let end = situation.example.events.count
    let rule = explorer.procedure.rules[rule]
    let open = situation.open.first { $0.rule == self.rule }
    let meeting = open.flatMap { clock in rule.expect.map { explorer.moves(in: situation, for: clock).fitting($0) } } ?? []
    return (explorer.moves(in: situation).opening(rule) + meeting).map { .insert($0, at: end) }
  }
}
