import Diagnostics
import Replay

/// What replays reached of a procedure, for a program.
struct ReplayCoverageJSON {
  private let coverage: ReplayCoverage

  init(_ coverage: ReplayCoverage) { self.coverage = coverage }

  func content(_ detail: CoverageDetail) -> JSONValue {
    .members([
      ("all", content(of: coverage.counts)),
      ("workflows", .list(coverage.workflows.map { content(of: $0, detail) })),
    ])
  }

  func content(of threshold: CoverageThreshold) -> JSONValue {
    .members([
      ("of", .text(threshold.measure.rawValue)), ("percent", .number(threshold.percent)),
      ("found", .number(coverage.counts.percent(threshold.measure) ?? 100)),
      ("holds", .truth(threshold.isReached(by: coverage.counts))),
    ])
  }

  private func content(of counts: CoverageCounts) -> JSONValue {
    .members(
      CoverageCounts.Measure.allCases.map { measure in
        (
          measure.rawValue,
          .members([("reached", .number(counts.reached(measure))), ("of", .number(counts.whole(measure)))])
        )
      })
  }

  private func content(of workflow: WorkflowCoverage, _ detail: CoverageDetail) -> JSONValue {
    let head: [(String, JSONValue)] = [("workflow", .text(workflow.name)), ("counts", content(of: workflow.counts))]
    guard detail == .full else { return .members(head) }
    return .members(
      head + [
        ("states", .list(workflow.states.map { .members([("state", .text($0.path)), ("entered", .number($0.entered))]) })),
        ("transitions", .list(workflow.transitions.map(content))),
        ("rules", .list(workflow.rules.map(content))),
      ])
  }

  private func content(of transition: TransitionCoverage) -> JSONValue {
    .members([
      ("file", .text(transition.place.file)), ("line", .number(transition.place.line)),
      ("hears", .texts(transition.hears)), ("from", .text(transition.from)), ("to", .texts(transition.to)),
      ("taken", .number(transition.taken)), ("passed_over", .number(transition.passedOver)),
    ])
  }

  private func content(of rule: RuleCoverage) -> JSONValue {
    .members([
      ("rule", .text(rule.name)), ("judged", .number(rule.tally.total)), ("kept", .number(rule.kept)),
      ("broken", .number(rule.broken)), ("not_recorded", .number(rule.tally[.notRecorded])),
    ])
  }
}
