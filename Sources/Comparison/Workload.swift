import CivilTime
import Conditions
import Histories
import Procedures
public import Replay

/// What a procedure asks of those who work by it, counted over histories.
public struct Workload: Sendable {
  /// What a clock waits for, and who does it.
  public struct Work: Sendable, Hashable, Comparable {
    /// The titles of the events that the rule expects.
    public let expected: String
    /// The member of the rule's `each` where that is a role; `nil` where the rule does not say who.
    public let role: String?

    public static func < (a: Work, b: Work) -> Bool { (a.expected, a.role ?? "") < (b.expected, b.role ?? "") }
  }

  /// The clocks that fell due within what was observed, by the work that they ask for.
  public private(set) var due: [Work: Int] = [:]
  /// How long children were observed, all together, in days: from the first day on which each is known through the last.
  public private(set) var childDays = 0

  public init() {}

  /// Counts one case.
  ///
  /// A clock counts where its due date came within what was observed of the child: whether it was met, late, missed, or not
  /// recorded. An interval of a cadence in which the step fell due several times counts so often. One that lapsed before, or is still running, asked for nothing yet. Uncertain dates count by their nominal
  /// day.
  public mutating func add(_ judged: JudgedCase) {
    let (history, procedure) = (judged.history, judged.procedure)
    childDays += history.children.indices.reduce(0) { $0 + history.observedDays(ofChild: $1) }
    for judgement in judged.replay.judgements where judgement.isDue(in: history) {
      let rule = procedure.rules[judgement.rule]
      guard let expect = rule.expect else { continue }
      var titles: [String] = []
      for title in procedure.titles(of: expect) where !titles.contains(title) { titles.append(title) }
      let expected = titles.joined(separator: " or ")
      due[Work(expected: expected, role: judgement.role(by: rule, procedure)), default: 0] += max(1, judgement.intervals ?? 1)
    }
  }

  /// The clocks due for each year that a child is observed, in tenths, rounded half up; `nil` where nobody is observed.
  public func tenthsEachChildYear(_ count: Int) -> Int? {
    childDays == 0 ? nil : (count * Workload.daysOfTenThousandYears * 10 + childDays * 5_000) / (childDays * 10_000)
  }

  /// By the mean year of the calendar, of 365.2425 days.
  private static let daysOfTenThousandYears = 3_652_425
}

extension Judgement {
  fileprivate func isDue(in history: CaseHistory) -> Bool {
    switch verdict {
    case .met, .late, .missed: return due != nil
    case .notRecorded: return due.map { $0.latest <= history.times.nominal[history.observedUntil] } ?? false
    case .lapsed, .running, .held, .broken: return false
    }
  }

  fileprivate func role(by rule: Rule, _ procedure: Procedure) -> String? {
    guard let member, let each = rule.each, each.choice == procedure.vocabulary.roleChoice else { return nil }
    return procedure.vocabulary.roles[member].title
  }
}

extension CaseHistory {
  fileprivate func observedDays(ofChild child: Int) -> Int {
    let record = children[child]
    let own = events.filter { $0.children & (1 << UInt64(child)) != 0 }.map { times.nominal[$0.time] }
    guard let first = record.known.map({ times.nominal[$0] }) ?? own.min() else { return 0 }
    let end = times.nominal[observedUntil]
    let last = min(record.until.map { times.nominal[$0] } ?? end, end)
    return max(0, last.days(since: first) + 1)
  }
}

extension Procedure {
  /// What a pattern waits for, whatever it asks of it besides.
  fileprivate func titles(of pattern: Pattern) -> [String] {
    switch pattern {
    case .event(let event, _): [vocabulary.events[event].title]
    case .entering(let state): ["Entering \(title(of: state))"]
    case .leaving(let state): ["Leaving \(title(of: state))"]
    case .any(let patterns), .all(let patterns): patterns.flatMap(titles)
    }
  }

  private func title(of reference: StateReference) -> String {
    let state = workflows[reference.workflow].states[reference.state]
    return "\"\(state.title ?? state.name)\""
  }
}
