import CivilTime
import Comparison
import Conditions
import Exploration
import Histories
import Procedures
import Replay

extension ComparisonReport {
  /// The same for a program.
  public func json() -> String {
    JSONValue.document(
      .compare,
      [
        ("old", content(of: old, titles.old)), ("new", content(of: new, titles.new)),
        ("structure", .list(structure.changes.map(content))),
        ("touched", .texts(structure.touched)),
        ("cases", .list(cases.map(content))),
        ("workload", workload),
        ("drift", drift.map(content) ?? .null),
        ("examples", .list(examples.map(content))),
        ("unshown", .texts(unshown)),
      ])
  }

  private func content(of procedure: Procedure, _ title: String) -> JSONValue {
    .members([
      ("title", .text(title)), ("procedure", .text(procedure.name)), ("profile", .optional(procedure.profile)),
    ])
  }

  private func content(of change: StructureDifference.Change) -> JSONValue {
    .members([
      ("part", .text(change.part.rawValue)), ("manner", .text(change.manner.rawValue)), ("name", .text(change.name)),
      ("says", .text(change.says)),
      ("from", .optional(change.ends?.from)),
      ("to", change.ends.map { .texts($0.to) } ?? .null),
      (
        "terms",
        .list(
          change.terms.map { term in
            .members([("term", .text(term.label)), ("old", .optional(term.old)), ("new", .optional(term.new))])
          })
      ),
    ])
  }

  private func content(of one: Case) -> JSONValue {
    let comparison = one.comparison
    return .members([
      ("case", .text(one.new.history.name)),
      ("title", .text(one.title)),
      ("changes", .list(comparison.changes.map { content(of: $0, one) })),
      ("alike", .number(comparison.alike)),
      (
        "not_recorded",
        .members([("old", .number(comparison.notRecorded.old)), ("new", .number(comparison.notRecorded.new))])
      ),
      ("moved_otherwise", .texts(comparison.movedOtherwise)),
    ])
  }

  private func content(of change: FindingChange, _ one: Case) -> JSONValue {
    let earlier: Finding?
    let later: Finding?
    switch change {
    case .gained(let finding): (earlier, later) = (nil, finding)
    case .lost(let finding): (earlier, later) = (finding, nil)
    case .altered(let old, let new): (earlier, later) = (old, new)
    }
    return .members([
      ("id", .text(change.finding.identifier)),
      ("change", .text(change.word)),
      ("days_later", change.daysLater.map { .number($0) } ?? .null),
      ("old", earlier.map { content(of: $0, one.old) } ?? .null),
      ("new", later.map { content(of: $0, one.new) } ?? .null),
      ("figures", .list(figures(of: change, in: one).map(content))),
    ])
  }

  private func content(of figure: ChangedFigure) -> JSONValue {
    .members([
      ("figure", .text(figure.name)), ("old", .optional(figure.old)), ("new", .optional(figure.new)),
      ("source", .text(figure.source)),
    ])
  }

  private func content(of finding: Finding, _ side: ReportedCase) -> JSONValue {
    .members([
      ("child", .text(finding.childName)),
      ("rule", .optional(side.rule(finding)?.fullName)),
      ("kind", .text(finding.kind.rawValue)),
      ("certainty", .text(finding.certainty.inWords)),
      ("severity", .text(finding.severity.inWords)),
      ("day", .text(finding.day.description)),
      ("sentence", .text(FindingSentence(side).sentence(finding))),
      ("breach", .optional(side.breach(of: finding))),
    ])
  }

  private var workload: JSONValue {
    let lines = workloadChanges.map { line -> JSONValue in
      .members([
        ("expected", .text(line.work.expected)), ("role", .optional(line.work.role)), ("old", .number(line.old)),
        ("new", .number(line.new)),
      ])
    }
    return .members([
      ("child_days", .number(workloads.new.childDays)),
      ("changes", .list(lines)),
    ])
  }

  private func content(of drift: DriftDifference) -> JSONValue {
    .members([
      ("opened", .list(drift.opened.map { content(of: $0, new) })),
      ("closed", .list(drift.closed.map { content(of: $0, old) })),
      ("kept", .number(drift.kept)),
    ])
  }

  private func content(of hole: DriftDifference.Hole, _ procedure: Procedure) -> JSONValue {
    .members([
      ("state", .text(hole.state)), ("beside", .texts(hole.beside)), ("otherwise", .text(inWords(hole.otherwise))),
      ("example", ExampleInWords(procedure).content(of: hole.example)),
    ])
  }

  private func content(of shown: Shown) -> JSONValue {
    .members([
      ("name", .text(shown.name)), ("made_up_under", .text(shown.isOfNew ? "new" : "old")),
      ("example", ExampleInWords(shown.isOfNew ? new : old).content(of: shown.example)),
      ("changes", .list(shown.shown.comparison.changes.map { content(of: $0, shown.shown) })),
      ("moved_otherwise", .texts(shown.shown.comparison.movedOtherwise)),
      ("moves", .list(shown.shown.comparison.moves.map { content(of: $0, shown.shown) })),
    ])
  }

  private func content(of move: StateMove, _ one: Case) -> JSONValue {
    func states(_ stays: [Stay], _ side: ReportedCase) -> JSONValue {
      .list(
        stays.map { stay in
          .members([
            ("state", .text(side.procedure.workflows[stay.state.workflow].states[stay.state.state].path)),
            ("entered", .span(stay.entered)), ("left", .span(stay.left)),
          ])
        })
    }
    return .members([
      ("child", .text(one.new.history.children[move.child].name)), ("workflow", .text(move.workflow)),
      ("old", states(move.old, one.old)), ("new", states(move.new, one.new)),
    ])
  }
}

extension FindingChange {
  fileprivate var word: String {
    switch self {
    case .gained: "gained"
    case .lost: "lost"
    case .altered: "altered"
    }
  }
}
