import Diagnostics
public import Replay

/// What replays reached of a procedure, for a person to read.
public struct ReplayCoverageReport: Sendable {
  private let coverage: ReplayCoverage

  public init(_ coverage: ReplayCoverage) { self.coverage = coverage }

  public func text(_ detail: CoverageDetail, style: TextStyle = .plain) -> String {
    var page = TextPage(style: style)
    write(detail, on: &page)
    return page.text
  }

  func write(_ detail: CoverageDetail, on page: inout TextPage) {
    guard detail != .none else { return }
    page.heading("Coverage", underlinedWith: "=")
    writeCounts(on: &page)
    if detail == .full { for workflow in coverage.workflows where workflow.isReached { write(workflow, on: &page) } }
    let others = coverage.workflows.filter { !$0.isReached }.map(\.name)
    guard !others.isEmpty else { return }
    page.gap()
    page.paragraph("Nothing was reached of \(others.joinedInWords()).")
  }

  func write(_ thresholds: [CoverageThreshold], on page: inout TextPage) {
    guard !thresholds.isEmpty else { return }
    page.gap()
    for threshold in thresholds {
      let isReached = threshold.isReached(by: coverage.counts)
      page.line(
        "\(isReached ? "holds" : "FAILS")  \(threshold.text): \(threshold.found(in: coverage.counts))",
        accent: isReached ? nil : .alarm)
    }
  }
}

// MARK: - Counts

extension ReplayCoverageReport {
  private static let nameWidth = 35

  private static let columnWidth = 13

  private func writeCounts(on page: inout TextPage) {
    let titles = ["states", "transitions", "rules", "kept", "broken"]
    writeLine("", titles, on: &page, accent: .heading)
    for workflow in coverage.workflows where workflow.isReached { writeLine("  \(workflow.name)", workflow.counts, on: &page) }
    if coverage.workflows.count > 1 {
      writeLine("  all \(coverage.workflows.count) workflows", coverage.counts, on: &page, accent: .heading)
    }
    page.paragraph(
      "States entered, transitions taken, and rules under which anything was judged, which were kept (met or held) and "
        + "which broken (late, missed or broken) at least once; percent are rounded down. Where a machine begins counts "
        + "only if the machine then moves; a step that was only passed over is not taken, nor is what it led through entered.")
  }

  private func writeLine(
    _ name: String, _ counts: CoverageCounts, on page: inout TextPage, accent: TextPage.Accent? = nil
  ) {
    let cells = CoverageCounts.Measure.allCases.map { measure in
      "\(counts.reached(measure))/\(counts.whole(measure)) "
        + (counts.percent(measure).map { "\($0)%" } ?? ".").flushed(to: 4)
    }
    writeLine(name, cells, on: &page, accent: accent)
  }

  private func writeLine(_ name: String, _ cells: [String], on page: inout TextPage, accent: TextPage.Accent? = nil) {
    let columns = cells.map { $0.flushed(to: ReplayCoverageReport.columnWidth) }.joined()
    page.line(name.padded(to: ReplayCoverageReport.nameWidth) + columns, accent: accent)
  }
}

// MARK: - What was never reached

extension ReplayCoverageReport {
  private func write(_ workflow: WorkflowCoverage, on page: inout TextPage) {
    page.heading("\(workflow.title) (\(workflow.name))", underlinedWith: "-")
    writeRules(workflow, on: &page)
    list("States never entered", workflow.states.filter { !$0.isReached }.map(\.path), on: &page)
    list("Transitions never taken", workflow.transitions.filter { !$0.isReached }.map(\.inWords), on: &page)
    list("Rules under which nothing was judged", names(workflow) { !$0.isReached }, on: &page)
    list("Rules judged and never kept", names(workflow) { $0.isReached && $0.kept == 0 }, on: &page)
    list("Rules judged and never broken", names(workflow) { $0.isReached && $0.broken == 0 }, on: &page)
  }

  private func writeRules(_ workflow: WorkflowCoverage, on page: inout TextPage) {
    let rules = workflow.rules.filter(\.isReached)
    guard !rules.isEmpty else { return }
    let rows = rules.map { [$0.tally.total, $0.kept, $0.broken, $0.tally[.notRecorded]] }
    let columns = CountColumns(["judged", "kept", "broken", "not recorded"], for: rows)
    page.line("  Rules".padded(to: 64) + columns.head, accent: .heading)
    for (rule, counts) in zip(rules, rows) {
      page.line("    \(rule.name.dropFirst(workflow.name.count + 1))".padded(to: 64) + columns.row(counts))
    }
  }

  private func names(_ workflow: WorkflowCoverage, _ isMeant: (RuleCoverage) -> Bool) -> [String] {
    workflow.rules.filter(isMeant).map { String($0.name.dropFirst(workflow.name.count + 1)) }
  }

  private func list(_ title: String, _ lines: [String], on page: inout TextPage) {
    guard !lines.isEmpty else { return }
    page.line("  \(title)", accent: .heading)
    for line in lines { page.paragraph(line, indent: 4, hanging: 2) }
  }
}

extension TransitionCoverage {
  /// "plan_made: none to on_plan (line 9)", and how often it was passed over.
  var inWords: String {
    let hears = hears.isEmpty ? "by itself" : hears.joined(separator: " or ")
    let goal = to.isEmpty ? "stays in \(from)" : "\(from) to \(to.joined(separator: " and "))"
    let passed = passedOver == 0 ? "" : ", passed over \(passedOver) \(passedOver == 1 ? "time" : "times")"
    return "\(hears): \(goal) (line \(place.line)\(passed))"
  }
}
