import Conditions
import Procedures
import Replay

extension Explorer {
  /// Events that may mend what is broken on the way: steps passed over, and what a check or an invariant requires.
  func mends(of situation: Situation) -> [Move] {
    situation.departures.flatMap { mends(of: $0, in: situation) } + situation.breaches.flatMap { mends(of: $0, in: situation) }
      + situation.broken.flatMap { mends(of: $0, in: situation) }
  }

  private func mends(of departure: Departure, in situation: Situation) -> [Move] {
    let moves = moves(in: situation, before: departure.event)
    let transitions = procedure.workflows[departure.workflow].transitions
    return departure.jumped.flatMap { moves.taking(transitions[$0]) }.map { .insert($0, at: departure.event) }
  }

  /// Events that may make a broken check or invariant hold.
  func mends(of judgement: Judgement, in situation: Situation) -> [Move] {
    switch procedure.rules[judgement.rule].form {
    case .check(let check):
      guard let event = judgement.openingEvent else { return [] }
      return moves(in: situation, before: event, for: judgement).serving(check.require.expression, being: true)
        .map { .insert($0, at: event) }
    case .invariant(let invariant):
      let end = situation.example.events.count
      return moves(in: situation).serving(invariant.require.expression, being: true).map { .insert($0, at: end) }
    case .deadline, .cadence: return []
    }
  }
}
