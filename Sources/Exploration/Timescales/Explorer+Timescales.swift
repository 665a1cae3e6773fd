import CivilTime
import Conditions
import Procedures
import Replay

extension Explorer {
  /// The sets of limits and checks that nobody can keep together, each with dated examples that the replay confirms.
  ///
  /// Every working day of the four years from the newest version of the rules is tried as the day on which they are set
  /// running.
  public func timescaleConflicts() -> [TimescaleConflict] {
    let rules = TimedRules(procedure, maps: maps, from: start)
    var found: [TimescaleConflict] = []
    for limit in rules.deadlines {
      for opening in limit.openings where rules.mayConflict(limit, opening, on: start) {
        let conflicts = conflicts(of: limit, opening, rules)
        // What a shorter way of limits says needs no longer one.
        for conflict in conflicts where !found.contains(where: { $0.covers(conflict) }) {
          found.removeAll { conflict.covers($0) }
          found.append(conflict)
        }
      }
    }
    return found
  }

  /// The working days of four years.
  private var daysTried: [Day] {
    let last = start.adding(years: 4)
    return sequence(first: start.adding(days: 1)) { $0 < last ? $0.adding(days: 1) : nil }.filter {
      WorkingCalendar.englandAndWales.isWorkingDay($0) ?? false
    }
  }

  private func conflicts(
    of limit: TimedDeadline, _ opening: TimedDeadline.Opening, _ rules: TimedRules
  ) -> [TimescaleConflict] {
    let tried = daysTried
    let days = tried.filter { day in
      var search = MeetingSearch(rules, opening, on: day)
      return search.failure(of: limit) != nil
    }
    // What goes before should fall under the newest version of the rules, too.
    let settled = days.filter { $0 >= start.adding(days: 183) }
    for day in (settled.isEmpty ? days : settled).prefix(3) {
      guard let ground = rules.fewest(limit, opening, on: day), let shown = examples(of: ground, opening, on: day) else {
        continue
      }
      let broken = Set(situation(shown.inTime).breaches.map(\.rule)).intersection(ground.rules).sorted()
      return [
        TimescaleConflict(
          rules: ground.rules, limits: ground.failure.limits.count, trigger: opening.kind.event, days: days,
          tried: tried.first!...tried.last!, count: tried.count, inTime: shown.inTime,
          brokenInTime: broken, inOrder: shown.inOrder)
      ]
    }
    return []
  }
}

extension TimescaleConflict {
  /// Whether another says no more than this one.
  fileprivate func covers(_ other: TimescaleConflict) -> Bool {
    Set(rules).isSubset(of: other.rules) && days.count >= other.days.count
  }
}

extension TimedRules {
  /// Rules that cannot be kept together, and why.
  struct Ground {
    /// The limits, then the checks.
    let rules: [RuleIndex]
    let failure: MeetingSearch.Failure
  }

  /// Whether the checks leave so little room before the last day on time that days must be tried one after another.
  func mayConflict(_ limit: TimedDeadline, _ opening: TimedDeadline.Opening, on day: Day) -> Bool {
    [day, day.adding(days: 4)].contains { day in
      var search = MeetingSearch(self, opening, on: day)
      return search.failure(of: limit) != nil || search.isTight
    }
  }

  /// The fewest checks with which the limit cannot be met: each that the others make needless is left out.
  func fewest(_ limit: TimedDeadline, _ opening: TimedDeadline.Opening, on day: Day) -> Ground? {
    func failure(without ignored: Set<RuleIndex>) -> MeetingSearch.Failure? {
      var search = MeetingSearch(self, opening, on: day, ignoring: ignored)
      return search.failure(of: limit, further: 400)
    }
    guard var failing = failure(without: []) else { return nil }
    let checks = procedure.rules.indices.filter { if case .check = procedure.rules[$0].form { true } else { false } }
    var ignored: Set<RuleIndex> = []
    for check in checks {
      guard let still = failure(without: ignored.union([check])) else { continue }
      ignored.insert(check)
      failing = still
    }
    return Ground(rules: failing.limits.map(\.rule) + checks.filter { !ignored.contains($0) }, failure: failing)
  }
}
