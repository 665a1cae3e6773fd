import Diagnostics
import Procedures
import Replay
import Reporting

extension Answer {
  /// Replays histories and reports on them, in the order given.
  ///
  /// A history with a fault is told and passed by; the others are reported all the same.
  ///
  /// Codes: PL6006, PL6007, PL6031, PL6032, and those of finding and reading a procedure and a history.
  /// - Parameters:
  ///   - filter: which findings to tell and from which on the replay counts as failed, as typed.
  ///   - progress: called before each history with how many are done.
  public static func replay(
    _ histories: [InputFile], _ request: ReplayRequest, filter: FindingFilter = FindingFilter(),
    options: OutputOptions = OutputOptions(), progress: (Int) -> Void = { _ in }
  ) -> Answer {
    var bench = Workbench(request)
    let (threshold, thresholdProblems) = filter.threshold()
    let (table, tableProblems) = filter.table(in: options.format)
    let optionProblems = thresholdProblems + tableProblems
    var cases: [ReportedCase] = []
    if !(bench.diagnostics + optionProblems).hasErrors {
      for (done, file) in histories.enumerated() {
        progress(done)
        if let reported = bench.reportedCase(file) { cases.append(reported) }
      }
    }
    let (selection, selectionProblems) = filter.selection(among: cases)
    var problems = bench.diagnostics + optionProblems + selectionProblems
    if cases.isEmpty, problems.isEmpty {
      problems.append(
        .ofCommand(
          .nothingToRead, "There is no history among these files.", option: "replay",
          mend: "Name a file that begins with `history:`, or a folder that holds one."))
    }
    let (annotations, messages) = problems.told(sources: bench.sources, files: histories, options)
    guard !cases.isEmpty, selectionProblems.isEmpty else {
      return Answer(output: annotations, messages: messages, status: .badInput)
    }
    let reached = cases.contains { reported in
      reported.replay.findings.contains { selection.takes($0, of: reported.procedure) && threshold.isReached(by: $0) }
    }
    let report: String
    switch options.format {
    case .json: report = JSONReport(selection: selection).render(cases)
    case .text:
      report = TextReport(style: options.output.style, selection: selection, unused: options.unused.inReports).render(cases)
    case .html:
      report = cases.count == 1 ? CasePage(cases[0], selection: selection).html : CorpusPage(selection: selection).html(cases)
    case .csv: report = table.csv(cases, selection: selection)
    case .junit: report = ReplayJUnit(selection: selection, threshold: threshold).render(cases)
    case .github: report = annotations + GitHubAnnotations.text(of: cases, selection: selection, threshold: threshold)
    case .sarif: return .unknownFormat(options.format.rawValue, of: .replay, messages: options.messages)
    }
    return Answer(
      output: report, messages: messages, status: problems.hasErrors ? .badInput : reached ? .findings : .clean)
  }
}
