import CivilTime
import Conditions
import Diagnostics
import Histories
import Procedures
import Replay

/// The clocks that run on a day: what is overdue, what fell due and is not on record, what is due in the next seven days, and
/// what later; within each by day, and on one day what the law demands before what others do.
struct RunningClocks {
  private let reported: ReportedCase
  private let day: Day
  private let clocks: [Told]
  /// Those that fell due since an earlier day, of which the record does not say whether they were kept.
  private let unrecorded: [Told]

  private typealias Told = (key: RunningClock, judgements: [Judgement])

  /// Clocks of one rule and child that are due on one day stand together.
  private struct RunningClock: Hashable {
    let due: Day
    let rule: RuleIndex
    let child: Int
  }

  /// - Parameter earlier: the day after which a clock is told that fell due and is not on record; without it none is.
  /// - Parameter isTold: which of the clocks that run are told.
  init(
    _ reported: ReportedCase, on day: Day, since earlier: Day? = nil,
    where isTold: (Judgement) -> Bool = { $0.verdict != .notRecorded }
  ) {
    self.reported = reported
    self.day = day
    let all = reported.replay.judgements.filter { $0.due != nil && reported.procedure.rules[$0.rule].form.isClock }
    clocks = RunningClocks.together(all.filter { $0.ending == .observationEnded && isTold($0) }, on: day, reported)
    let fallenDue = all.filter { judgement in
      guard let earlier, let due = judgement.due?.latest, judgement.verdict == .notRecorded else { return false }
      return earlier <= due && due < day
    }
    unrecorded = RunningClocks.together(fallenDue, on: day, reported)
  }

  private static func together(_ judgements: [Judgement], on day: Day, _ reported: ReportedCase) -> [Told] {
    Dictionary(grouping: judgements) { clock in
      RunningClock(due: clock.due?.latest ?? day, rule: clock.rule, child: clock.child)
    }.sorted { a, b in order(a.key, reported) < order(b.key, reported) }
      .map { (key: $0.key, judgements: $0.value) }
  }

  var isEmpty: Bool { clocks.isEmpty && unrecorded.isEmpty }

  func write(on page: inout TextPage) {
    let week = day.adding(days: 7)
    let groups = [
      ("Overdue", clocks.filter { $0.key.due < day }), ("No record", unrecorded),
      ("In 7 days", clocks.filter { day <= $0.key.due && $0.key.due <= week }), ("Later", clocks.filter { week < $0.key.due }),
    ]
    for (label, group) in groups {
      for (place, clock) in group.enumerated() {
        let days = label == "No record" ? "\(clock.key.due.inWords), fell due" : dated(clock.key)
        page.field(place == 0 ? label : "", "\(days): \(told(clock.key, clock.judgements))", indent: 0, column: 12)
      }
    }
  }

  private static func order(_ clock: RunningClock, _ reported: ReportedCase) -> (Day, Force, RuleIndex, Int) {
    let source = reported.procedure.sources[reported.procedure.rules[clock.rule].citation.source]
    return (clock.due, source.force, clock.rule, clock.child)
  }

  private func dated(_ clock: RunningClock) -> String {
    let days = clock.due.days(since: day)
    let left = days < 0 ? "OVERDUE by \(counted(-days, "day"))" : days == 0 ? "due today" : "\(counted(days, "day")) left"
    return "\(clock.due.inWords), \(left)"
  }

  private func told(_ clock: RunningClock, _ judgements: [Judgement]) -> String {
    let members = judgements.sorted { ($0.member ?? 0) < ($1.member ?? 0) }.compactMap { reported.member(of: $0) }
    let isFor = members.isEmpty ? "" : " For: \(members.joinedInWords())."
    let child = reported.nameBeforeWhatIsTold(of: clock.child)
    return "\(child)\(reported.procedure.rules[clock.rule].says)\(isFor)"
  }
}

extension ReportedCase {
  /// The name of a child to stand before what is told of it, where there are several to tell apart.
  func nameBeforeWhatIsTold(of child: Int) -> String {
    history.children.count > 1 ? "\(name(ofChild: child)): " : ""
  }
}
