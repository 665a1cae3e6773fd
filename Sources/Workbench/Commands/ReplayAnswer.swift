import Diagnostics
import Procedures
import Replay
import Reporting

extension Answer {
  /// Replays histories and reports on them, in the order given.
  ///
  /// A history with a fault is told and passed by; the others are reported all the same.
  /// - Parameters:
  ///   - filter: which findings to tell and from which on the replay counts as failed, as typed.
  ///   - progress: called before each history with how many are done.
  public static func replay(
    _ histories: [InputFile], _ request: ReplayRequest, filter: FindingFilter = FindingFilter(),
    options: OutputOptions = OutputOptions(), progress: (Int) -> Void = { _ in }
  ) -> Answer {
    var bench = Workbench(request)
    let (threshold, thresholdProblems) = filter.threshold()
    var cases: [ReportedCase] = []
    if !(bench.diagnostics + thresholdProblems).hasErrors {
      for (done, file) in histories.enumerated() {
        progress(done)
        if let reported = bench.reportedCase(file) { cases.append(reported) }
      }
    }
    let (selection, selectionProblems) = filter.selection(among: cases)
    var problems = bench.diagnostics + thresholdProblems + selectionProblems
    if cases.isEmpty, problems.isEmpty {
      problems.append(
        .ofCommand(
          .nothingToRead, "There is no history among these files.", option: "replay",
          mend: "Name a file that begins with `history:`, or a folder that holds one."))
    }
    let messages = problems.messages(sources: bench.sources, dress: options.messages)
    guard !cases.isEmpty, selectionProblems.isEmpty else { return Answer(messages: messages, status: .badInput) }
    let reached = cases.contains { reported in
      reported.replay.findings.contains { selection.takes($0, of: reported.procedure) && threshold.isReached(by: $0) }
    }
    return Answer(
      output: report(cases, selection, options), messages: messages,
      status: problems.hasErrors ? .badInput : reached ? .findings : .clean)
  }

  private static func report(
    _ cases: [ReportedCase], _ selection: FindingSelection, _ options: OutputOptions
  ) -> String {
    switch options.format {
    case .json: JSONReport(selection: selection).render(cases)
    case .text: TextReport(style: options.output.style, selection: selection, unused: options.unused.inReports).render(cases)
    }
  }
}
