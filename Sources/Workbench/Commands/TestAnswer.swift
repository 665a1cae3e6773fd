import Diagnostics
import Replay
import Reporting

extension Answer {
  /// Holds files of expectations against replays of their histories, and tells what all of them together reached.
  ///
  /// A file with a fault is told and passed by; the others are tried all the same.
  /// - Parameters:
  ///   - options: what to tell besides, and in which form.
  ///   - fileAt: what is found at a path that a file names.
  ///   - progress: called before each file with how many are done, and how many there are.
  public static func test(
    _ files: [InputFile], _ request: ReplayRequest, options: TrialOptions = TrialOptions(),
    fileAt: @escaping (String) -> InputFile, progress: (Int, Int) -> Void = { _, _ in }
  ) -> Answer {
    let found = FoundExpectations(files)
    var bench = ExpectationBench(request, fileAt: fileAt)
    let (thresholds, thresholdProblems) = options.thresholds()
    var tried: [TriedExpectations] = []
    var reached = ReplayCoverage()
    if !(bench.diagnostics + thresholdProblems).hasErrors {
      for (done, file) in found.files.enumerated() {
        progress(done, found.files.count)
        guard let one = bench.tried(file) else { continue }
        tried.append(one)
        reached.add(one.reported.judged)
      }
    }
    let (coverage, narrowingProblems) = options.narrowed(reached)
    var problems = found.diagnostics + thresholdProblems + bench.diagnostics + (tried.isEmpty ? [] : narrowingProblems)
    if tried.isEmpty, problems.isEmpty {
      problems.append(
        .ofCommand(
          .nothingToRead, "There is no file of expectations among these files.", option: "test",
          mend: "Name a file that begins with `expectations:`, or a folder that holds one."))
    }
    let messages = problems.messages(sources: found.sources + bench.sources, dress: options.dress.messages)
    guard !tried.isEmpty, narrowingProblems.isEmpty else { return Answer(messages: messages, status: .badInput) }
    let isClean = tried.allSatisfy(\.holds) && thresholds.allSatisfy { $0.isReached(by: coverage.counts) }
    return Answer(
      output: report(TriedRun(tried: tried, coverage: coverage, thresholds: thresholds), options),
      messages: messages, status: problems.hasErrors ? .badInput : isClean ? .clean : .findings)
  }

  private static func report(_ run: TriedRun, _ options: TrialOptions) -> String {
    switch options.format {
    case .text:
      ExpectationReport(style: options.dress.output.style, detail: options.detail)
        .render(run.tried, coverage: run.coverage, thresholds: run.thresholds)
    case .json:
      ExpectationJSON(detail: options.detail).render(run.tried, coverage: run.coverage, thresholds: run.thresholds)
    case .junit: ExpectationJUnit().render(run.tried, coverage: run.coverage, thresholds: run.thresholds)
    }
  }
}

/// All that was tried, and what it reached.
private struct TriedRun {
  let tried: [TriedExpectations]
  let coverage: ReplayCoverage
  let thresholds: [CoverageThreshold]
}
