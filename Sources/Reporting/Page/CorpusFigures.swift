import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// What many cases come to, counted one case at a time.
struct CorpusFigures {
  /// One case in the list.
  struct CaseLine {
    let name: String
    let title: String
    let children: Int
    let certain: Int
    let possible: Int
    let high: Int
  }

  struct MonthFigures {
    var certain = 0
    var possible = 0
    /// Those, certain or possible, that may have begun in another month: they count by the middle of their days.
    var elsewhere = 0

    var all: Int { certain + possible + elsewhere }
  }

  /// How long a stay in a state was, and whether it was still going on when observation ended.
  struct Stretch {
    let days: Int
    let isCensored: Bool
  }

  struct Month: Hashable, Comparable {
    let year: Int
    let month: Int

    init(of day: Day) { (year, month) = (day.year, day.month) }

    private init(year: Int, month: Int) { (self.year, self.month) = (year, month) }

    var next: Month { month == 12 ? Month(year: year + 1, month: 1) : Month(year: year, month: month + 1) }

    /// The name of the month with its year.
    var inWords: String {
      Day(year: year, month: month, day: 1).map { $0.dateInWords.split(separator: " ").dropFirst().joined(separator: " ") } ?? ""
    }

    static func < (a: Month, b: Month) -> Bool { (a.year, a.month) < (b.year, b.month) }
  }

  private(set) var lines: [CaseLine] = []
  private(set) var childCount = 0
  /// By rule, in the order in which rules were first met.
  private(set) var rules: [RuleFigures] = []
  private var placesOfRules: [String: Int] = [:]
  /// By `workflow.state`.
  private(set) var stretches: [String: [Stretch]] = [:]
  /// By the state that is left and what leaves it: how many days that took.
  private(set) var steps: [String: [Int]] = [:]
  /// Findings by the month in which they began.
  private(set) var months: [Month: MonthFigures] = [:]
  /// The days on which a rule or figure of a procedure changes, each with what changes.
  private(set) var changes: [Day: Set<String>] = [:]
  private var seenProcedures: Set<String> = []

  struct RuleFigures {
    let name: String
    let says: String
    let isClock: Bool
    var tally = Tally()
    /// For each step that came late for certain: the least number of days that it did.
    var daysLate: [Int] = []
  }

  mutating func add(_ reported: ReportedCase, _ selection: FindingSelection) {
    let procedure = reported.procedure
    noteChanges(in: reported)
    let findings = reported.replay.findings.filter { $0.kind != .notRecorded && selection.takes($0, of: procedure) }
    lines.append(
      CaseLine(
        name: reported.history.name, title: reported.history.title, children: reported.history.children.count,
        certain: findings.count { $0.certainty == .certain }, possible: findings.count { $0.certainty == .possible },
        high: findings.count { $0.severity == .high }))
    childCount += reported.history.children.count
    for finding in findings {
      let when = finding.when
      let figures: WritableKeyPath<MonthFigures, Int> =
        Month(of: when.earliest) != Month(of: when.latest)
        ? \.elsewhere : finding.certainty == .certain ? \.certain : \.possible
      months[Month(of: when.middle), default: MonthFigures()][keyPath: figures] += 1
    }
    for judgement in reported.replay.judgements
    where selection.takes(child: reported.history.children[judgement.child].name) { add(judgement, procedure) }
    for stay in reported.replay.stays where selection.takes(child: reported.history.children[stay.child].name) {
      add(stay, reported)
    }
  }

  private mutating func add(_ judgement: Judgement, _ procedure: Procedure) {
    let rule = procedure.rules[judgement.rule]
    let place = placesOfRules[rule.fullName] ?? rules.count
    if place == rules.count {
      placesOfRules[rule.fullName] = place
      rules.append(RuleFigures(name: rule.fullName, says: rule.says, isClock: rule.form.isClock))
    }
    rules[place].tally.count(judgement.verdict)
    guard judgement.verdict == .late, judgement.certainty == .certain, let due = judgement.due, let ended = judgement.ended else {
      return
    }
    rules[place].daysLate.append(max(1, ended.earliest.days(since: due.latest)))
  }

  /// Uncertain ends count by the middle of their span.
  private mutating func add(_ stay: Stay, _ reported: ReportedCase) {
    let workflow = reported.procedure.workflows[stay.state.workflow]
    let state = workflow.states[stay.state.state]
    guard state.children.isEmpty, state.kind != .end, stay.enteringEvent != nil else { return }
    let name = "\(workflow.title): \(state.title ?? state.name.asWords)"
    let days = max(0, (stay.left ?? reported.observedUntil).middle.days(since: stay.entered.middle))
    stretches[name, default: []].append(Stretch(days: days, isCensored: stay.left == nil))
    if stay.left != nil, let event = stay.leavingEvent {
      let title = reported.procedure.vocabulary.events[reported.history.events[event].event].title
      steps["\(name), until \(title.uncapitalised)", default: []].append(days)
    }
  }

  private mutating func noteChanges(in reported: ReportedCase) {
    let procedure = reported.procedure
    guard seenProcedures.insert("\(procedure.name) \(procedure.profile ?? "")").inserted else { return }
    for parameter in procedure.parameters {
      for dated in parameter.values {
        guard let from = dated.from else { continue }
        changes[from, default: []].insert(
          "The figure \"\(parameter.name.asWords)\" becomes \(reported.inWords(dated.value, of: parameter.type)).")
      }
    }
    for rule in procedure.rules {
      if let from = rule.inForce.from { changes[from, default: []].insert("A rule begins: \(rule.says) (\(rule.fullName))") }
      if let through = rule.inForce.through {
        changes[through.adding(days: 1), default: []].insert("A rule is no longer in force: \(rule.says) (\(rule.fullName))")
      }
    }
  }

  static func inWords(days: Int) -> String { Period(days, .day).description }
}

/// How many are still in a state after so many days, with those who are not observed longer counted as long as they are.
///
/// **Source:** Kaplan and Meier, Nonparametric estimation from incomplete observations, 1958.
struct SurvivalCurve {
  /// After so many days the share, in thousandths, that is still there.
  let steps: [(days: Int, thousandths: Int)]
  let count: Int
  let censored: Int
  /// The longest stay, ended or not.
  let longest: Int
  /// The lengths of those that were still going on, the shortest first, each once.
  let censoredDays: [Int]
  private let lengths: [Int]

  /// Complexity: O(n log n).
  init(_ stretches: [CorpusFigures.Stretch]) {
    count = stretches.count
    censored = stretches.count { $0.isCensored }
    let sorted = stretches.sorted { ($0.days, $0.isCensored ? 1 : 0) < ($1.days, $1.isCensored ? 1 : 0) }
    longest = sorted.last?.days ?? 0
    lengths = sorted.map(\.days)
    censoredDays = Set(stretches.filter(\.isCensored).map(\.days)).sorted()
    var atRisk = sorted.count
    var share = 1.0
    var steps: [(Int, Int)] = []
    var place = 0
    while place < sorted.count {
      let days = sorted[place].days
      var (left, gone) = (0, 0)
      while place < sorted.count, sorted[place].days == days {
        left += sorted[place].isCensored ? 0 : 1
        gone += 1
        place += 1
      }
      if left > 0 {
        share *= 1 - Double(left) / Double(atRisk)
        steps.append((days, Int((share * 1_000).rounded())))
      }
      atRisk -= gone
    }
    self.steps = steps
  }

  /// How many stays lasted so many days or longer, as far as they were observed: the number at risk.
  ///
  /// Complexity: O(n).
  func countThere(after days: Int) -> Int { lengths.count { $0 >= days } }

  /// The share that is still there when so many days are over.
  ///
  /// Complexity: O(n).
  func thousandths(after days: Int) -> Int { steps.last { $0.days <= days }?.thousandths ?? 1_000 }

  /// After how many days no more than half are still there; `nil` where more than half still are when observation ends.
  var median: Int? { steps.first { $0.thousandths <= 500 }?.days }
}
