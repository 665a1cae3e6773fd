import CivilTime
public import Comparison
import Conditions
public import Exploration
import Histories
public import Procedures
import Replay

/// Two versions of a procedure: what is written otherwise, what that does to histories, to those who work by it, and to
/// where a child can drift.
public struct ComparisonReport: Sendable {
  /// One history under both, as a report tells it.
  public struct Case: Sendable {
    let old: ReportedCase
    let new: ReportedCase
    let comparison: CaseComparison
    /// The path of the history as it was named; `nil` where it is made up.
    let path: String?
    /// The name of the history, and the end of its path where another has that name too.
    fileprivate(set) var title: String

    public init(old: ReportedCase, new: ReportedCase, path: String? = nil) {
      self.old = old
      self.new = new
      self.path = path
      title = new.history.name
      comparison = CaseComparison(old: old.judged, new: new.judged)
    }

    /// Whether a child is in other states of a workflow, or at other times.
    public func movesOtherwise(in workflow: String) -> Bool { comparison.movedOtherwise.contains(workflow) }

    /// Whether a rule finds something otherwise.
    public func showsRule(named name: String) -> Bool {
      comparison.changes.contains { change in
        change.finding.rule.map { side(of: change).procedure.rules[$0].fullName == name } ?? false
      }
    }

    /// The side that a change is told of: the new one, unless only the old one finds it.
    func side(of change: FindingChange) -> ReportedCase { if case .lost = change { old } else { new } }
  }

  /// A made-up case that shows a difference that no history shows.
  public struct Shown: Sendable {
    /// The rule, or the transition in one line.
    let name: String
    let example: Example
    /// Under which of the two it was made up.
    let isOfNew: Bool
    let shown: Case

    public init(name: String, example: Example, isOfNew: Bool, case shown: Case) {
      self.name = name
      self.example = example
      self.isOfNew = isOfNew
      self.shown = shown
    }
  }

  let old: Procedure
  let new: Procedure
  let titles: ComparisonTitles
  let structure: StructureDifference
  let cases: [Case]
  let workloads: (old: Workload, new: Workload)
  let drift: DriftDifference?
  /// What no history shows, with an example of each.
  let examples: [Shown]
  /// What neither a history nor an example that was looked for shows.
  let unshown: [String]

  /// - Parameters:
  ///   - old: the procedure as it was, and where it was read from.
  ///   - drift: what opens and closes; `nil` where it was not asked for.
  public init(
    old: (procedure: Procedure, origin: ProcedureOrigin), new: (procedure: Procedure, origin: ProcedureOrigin),
    structure: StructureDifference, cases: [Case], drift: DriftDifference?, examples: [Shown], unshown: [String]
  ) {
    self.old = old.procedure
    self.new = new.procedure
    titles = ComparisonTitles(old: old, new: new)
    self.structure = structure
    self.cases = cases.toldApart
    self.drift = drift
    self.examples = examples
    self.unshown = unshown
    var (before, after) = (Workload(), Workload())
    for one in cases {
      before.add(one.comparison.old)
      after.add(one.comparison.new)
    }
    workloads = (before, after)
  }

  /// Whether anything differs.
  public var isDifferent: Bool { !structure.changes.isEmpty || cases.contains { $0.comparison.isDifferent } }

  /// A history file for each example, with its name.
  public var histories: [(name: String, text: String)] {
    examples.enumerated().map { number, shown in
      let procedure = shown.isOfNew ? new : old
      let name = "difference-\(number + 1)"
      return (
        name,
        shown.example.text(
          named: name, title: "Difference \(number + 1) of \(examples.count)",
          claim: ["Made up by `plumbline compare`. Judged otherwise under the two: \(shown.name)"], of: procedure)
      )
    }
  }

  /// How much of the work is asked for under each, the greatest change first; what is alike is left out.
  var workloadChanges: [WorkloadChange] {
    let (before, after) = workloads
    return Set(before.due.keys).union(after.due.keys).map { work in
      WorkloadChange(work: work, old: before.due[work] ?? 0, new: after.due[work] ?? 0)
    }.filter { $0.old != $0.new }.sorted { (-abs($0.more), $0.work) < (-abs($1.more), $1.work) }
  }

  struct WorkloadChange {
    let work: Workload.Work
    let old: Int
    let new: Int

    var more: Int { new - old }
  }
}

extension [ComparisonReport.Case] {
  /// The same, with titles by which histories of one name can be told apart.
  fileprivate var toldApart: [ComparisonReport.Case] {
    var cases = self
    for alike in Dictionary(grouping: indices, by: { self[$0].title }).values where alike.count > 1 {
      let ends = PathEnds.telling(alike.map { self[$0].path ?? "" })
      for (place, end) in zip(alike, ends) { cases[place].title += " (\(end))" }
    }
    return cases
  }
}
