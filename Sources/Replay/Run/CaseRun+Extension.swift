import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Silence about an extension is not its absence: a breach stands where the record shows that the limit was not
  /// lengthened, or where what came late would be late however often it was.
  func allowForExtension(_ judgement: inout Judgement, _ clock: Clock, _ ending: ClockEnding) {
    guard !isShownUnextended(clock, by: ending) else { return }
    if judgement.verdict == .late, let latest = lengthenedThroughout(clock) {
      let outcomes = outcomes(of: latest, endingAt: ending)
      if outcomes.isCertain, outcomes.worst == judgement.verdict, let least = outcomes.lateness?.least,
        let lateness = judgement.lateness
      {
        judgement.lateness = Lateness(least: min(least, lateness.least), most: lateness.most, unit: lateness.unit)
        return
      }
    }
    var unknown = unrecorded(judgement, clock)
    unknown.missing = tables.behindExtension[clock.rule].joined().map { .occurrences($0) }.withoutRepeats()
    judgement = unknown
  }

  private func isShownUnextended(_ clock: Clock, by ending: ClockEnding) -> Bool {
    guard let pattern = tables.rules[clock.rule].extended else { return true }
    let shown = pattern.refutation(seen: 0) { leaf in
      entries(of: tables.behindExtension[clock.rule][leaf]) { event in
        stretches(of: event, for: clock.child).first { stretch in
          fits(stretch, pattern.leaves[leaf], clock) && showsThroughDue(stretch, clock, by: ending)
        }
      }
    }
    return shown != nil
  }

  /// The clock with every lengthening that is left to it, where each is by a length and they are numbered.
  private func lengthenedThroughout(_ clock: Clock) -> Clock? {
    let rule = tables.rules[clock.rule]
    guard rule.extensionLimit < .max, case .by(let length)? = rule.extensionEnd,
      length.condition == nil, let longer = duration(length, on: nominal(clock.opening)), longer.most != nil
    else { return nil }
    var latest = clock.asItStands(&extras)
    for _ in clock.extensions.count..<rule.extensionLimit {
      latest.more(&extras).extensions.append(AppliedExtension(time: clock.opening, end: .by(longer), event: -1))
    }
    return latest
  }
}
