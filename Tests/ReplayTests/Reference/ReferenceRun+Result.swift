import CivilTime
import Conditions
import Procedures
import Replay

extension ReferenceRun {
  /// All that the run says, in an order of its own and with every judgement numbered.
  func result() -> ReferenceResult {
    var judgements = judged.map(\.judgement).sorted(by: ReferenceResult.precedes)
    var counts: [Prefix: Int] = [:]
    for index in judgements.indices {
      let judgement = judgements[index]
      let prefix = Prefix(
        rule: judgement.rule, child: judgement.child, member: judgement.member, opening: judgement.openingEvent)
      counts[prefix, default: 0] += 1
      judgements[index].ordinal = counts[prefix] ?? 1
    }
    return ReferenceResult(judgements: judgements, departures: departures, stays: stays.map(written), transitions: transitions)
  }

  private struct Prefix: Hashable {
    let rule: RuleIndex
    let child: Int
    let member: Int?
    let opening: Int?
  }

  private func written(_ stay: ReferenceStay) -> Stay {
    Stay(
      child: stay.child, state: stay.state, episode: stay.episode, entered: span(of: stay.entered),
      left: stay.left.map { span(of: $0) }, enteringEvent: stay.enteringEvent, leavingEvent: stay.leavingEvent)
  }
}

extension ReferenceResult {
  /// The order in which judgements of one rule, child, member and opening are numbered.
  static func precedes(_ a: Judgement, _ b: Judgement) -> Bool { key(a).lexicographicallyPrecedes(key(b)) }

  private static func key(_ judgement: Judgement) -> [Int] {
    [
      Int(judgement.opened.earliest.number), Int(judgement.opened.latest.number),
      judgement.due.map { Int($0.earliest.number) } ?? .min, judgement.ended.map { Int($0.earliest.number) } ?? .min,
      Int(judgement.verdict.rawValue),
    ]
  }
}
