import CivilTime
import Conditions
import Procedures

/// The first day on which each kind of event can happen while every check is kept, in a case in which a certain event opens a
/// clock on a certain day.
///
/// A kind can happen on a day if what the checks require of it can have happened by then. The days are gone through one after
/// the other, and each kind has its day as soon as all that it rests on has (Knuth's generalisation of Dijkstra's algorithm);
/// a kind that waits for itself never has one. Every length is laid on the calendar as it falls.
/// **Source**: D. E. Knuth, "A generalization of Dijkstra's algorithm", Information Processing Letters 6 (1977).
struct EarliestDays {
  /// Something that has certainly happened before the event at hand.
  struct Known {
    let kind: EventKind
    /// Not before this day.
    let day: Day
  }

  let rules: TimedRules
  let opening: TimedDeadline.Opening
  let start: Day
  /// Checks that are left aside.
  let ignored: Set<RuleIndex>
  private(set) var days: [EventKind: Day] = [:]
  private var pending: [EventKind: [TimedRules.Demand]] = [:]
  private var isAsked: Set<EventKind> = []
  /// The last day that was gone through.
  private var through: Day

  /// Stands for all that was before.
  private static let past = WorkingCalendar.englandAndWales.firstDay

  init(_ rules: TimedRules, from opening: TimedDeadline.Opening, on start: Day, ignoring ignored: Set<RuleIndex> = []) {
    self.rules = rules
    self.opening = opening
    self.start = start
    self.ignored = ignored
    through = start.adding(days: -1)
  }

  /// What is asked of a kind by the checks that are not left aside.
  func demands(on kind: EventKind) -> [TimedRules.Demand] {
    rules.demands(on: kind).filter { !ignored.contains($0.rule) }
  }

  // MARK: Going through the days

  /// Takes in the kinds that demands rest on, and works out their days up to one.
  mutating func find(_ asked: [TimedCondition], through last: Day) {
    let count = isAsked.count
    for condition in asked { takeIn(condition) }
    // A kind that is new may have its day among those gone through already.
    if isAsked.count > count { through = start.adding(days: -1) }
    settle(on: start.adding(days: -1))
    var day = through
    while day < last, !pending.isEmpty {
      day = day.adding(days: 1)
      settle(on: day)
    }
    through = max(through, day)
  }

  private mutating func takeIn(_ condition: TimedCondition) {
    for kind in condition.references.flatMap({ $0.kinds + $0.marks }) where isAsked.insert(kind).inserted {
      let demands = demands(on: kind)
      if opening.isCertain, kind.isOne(of: opening.kind) {
        // The first of them is the one that opens the clock.
        days[kind] = start
      } else {
        pending[kind] = demands
        for demand in demands { takeIn(demand.asked) }
      }
    }
  }

  private mutating func settle(on day: Day) {
    var isMoving = true
    while isMoving {
      isMoving = false
      for (kind, demands) in pending where demands.allSatisfy({ canHold($0.asked, on: day, for: $0.rule) }) {
        days[kind] = day < start ? EarliestDays.past : day
        pending[kind] = nil
        isMoving = true
      }
    }
  }

  // MARK: Asking of one day

  /// Whether a condition can hold of an event on a day, after what has certainly happened.
  func canHold(_ condition: TimedCondition, on day: Day, for rule: RuleIndex, after known: [Known] = []) -> Bool {
    switch condition {
    case .possible: return true
    case .never: return false
    case .all(let parts): return parts.allSatisfy { canHold($0, on: day, for: rule, after: known) }
    case .any(let parts): return parts.contains { canHold($0, on: day, for: rule, after: known) }
    case .asked(let expression, let reference, let wanted):
      let (earliest, isCertain) = sight(of: reference, for: rule, after: known)
      if let earliest, earliest <= day, fits(expression, reference, earliest, day, wanted) { return true }
      return !isCertain && fits(expression, reference, nil, day, wanted)
    }
  }

  private func fits(
    _ expression: Expression, _ reference: OccurrenceReference, _ earliest: Day?, _ day: Day, _ wanted: Bool
  ) -> Bool {
    let context = ProbeContext(procedure: rules.procedure, day: day, kinds: reference.kinds, earliest: earliest)
    return expression.holds(in: context) != (wanted ? .no : .yes)
  }

  /// The first day on which one of what a condition looks at can have happened, and whether one certainly has.
  private func sight(
    of reference: OccurrenceReference, for rule: RuleIndex, after known: [Known]
  ) -> (earliest: Day?, isCertain: Bool) {
    var earliest = reference.kinds.compactMap { days[$0] }.min()
    var isCertain = false
    for known in known {
      if reference.marks.contains(where: known.kind.isOne) { earliest = earliest.map { max($0, known.day) } }
      guard !reference.isNarrowed, reference.kinds.contains(where: known.kind.isOne) else { continue }
      if reference.isLatest, reference.marks.isEmpty { earliest = max(earliest ?? known.day, known.day) }
      if reference.marks.isEmpty { isCertain = isCertain || rules.keepsInSight(reference.reach, for: rule) }
    }
    return (earliest, isCertain)
  }
}
