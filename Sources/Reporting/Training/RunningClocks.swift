import CivilTime
import Conditions
import Diagnostics
import Histories
import Procedures
import Replay

/// The clocks that run on a day: what is overdue, what is due in the next seven days, and what later; within each by day,
/// and on one day what the law demands before what others do.
struct RunningClocks {
  private let reported: ReportedCase
  private let day: Day
  private let clocks: [(key: RunningClock, judgements: [Judgement])]

  /// Clocks of one rule and child that are due on one day stand together.
  private struct RunningClock: Hashable {
    let due: Day
    let rule: RuleIndex
    let child: Int
  }

  /// - Parameter isTold: which of the clocks that run are told.
  init(_ reported: ReportedCase, on day: Day, where isTold: (Judgement) -> Bool = { $0.verdict != .notRecorded }) {
    self.reported = reported
    self.day = day
    let open = reported.replay.judgements.filter { judgement in
      judgement.ending == .observationEnded && judgement.due != nil
        && reported.procedure.rules[judgement.rule].form.isClock && isTold(judgement)
    }
    clocks = Dictionary(grouping: open) { clock in
      RunningClock(due: clock.due?.latest ?? day, rule: clock.rule, child: clock.child)
    }.sorted { a, b in RunningClocks.order(a.key, reported) < RunningClocks.order(b.key, reported) }
      .map { (key: $0.key, judgements: $0.value) }
  }

  var isEmpty: Bool { clocks.isEmpty }

  func write(on page: inout TextPage) {
    let week = day.adding(days: 7)
    let groups = [
      ("Overdue", clocks.filter { $0.key.due < day }), ("In 7 days", clocks.filter { day <= $0.key.due && $0.key.due <= week }),
      ("Later", clocks.filter { week < $0.key.due }),
    ]
    for (label, group) in groups {
      for (place, clock) in group.enumerated() {
        page.field(place == 0 ? label : "", told(clock.key, clock.judgements), indent: 0, column: 12)
      }
    }
  }

  private static func order(_ clock: RunningClock, _ reported: ReportedCase) -> (Day, Force, RuleIndex, Int) {
    let source = reported.procedure.sources[reported.procedure.rules[clock.rule].citation.source]
    return (clock.due, source.force, clock.rule, clock.child)
  }

  private func told(_ clock: RunningClock, _ judgements: [Judgement]) -> String {
    let days = clock.due.days(since: day)
    let left = days < 0 ? "OVERDUE by \(counted(-days, "day"))" : days == 0 ? "due today" : "\(counted(days, "day")) left"
    let members = judgements.sorted { ($0.member ?? 0) < ($1.member ?? 0) }.compactMap { reported.member(of: $0) }
    let isFor = members.isEmpty ? "" : " For: \(members.joinedInWords())."
    let child = reported.nameBeforeWhatIsTold(of: clock.child)
    return "\(clock.due.inWords), \(left): \(child)\(reported.procedure.rules[clock.rule].says)\(isFor)"
  }
}

extension ReportedCase {
  /// The name of a child to stand before what is told of it, where there are several to tell apart.
  func nameBeforeWhatIsTold(of child: Int) -> String {
    history.children.count > 1 ? "\(name(ofChild: child)): " : ""
  }
}
