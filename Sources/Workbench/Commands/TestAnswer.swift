import Diagnostics
import Replay
import Reporting

extension Answer {
  /// Holds files of expectations against replays of their histories, and tells what all of them together reached.
  ///
  /// A file with a fault is told and passed by; the others are tried all the same.
  ///
  /// Codes: PL6006, PL6007, PL6031, PL7531, and those of reading files of expectations and histories.
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
    let (annotations, messages) = problems.told(sources: found.sources + bench.sources, files: files, options.form)
    guard !tried.isEmpty, narrowingProblems.isEmpty else {
      return Answer(output: annotations, messages: messages, status: .badInput)
    }
    let report: String
    switch options.form.format {
    case .text:
      report = ExpectationReport(style: options.form.output.style, detail: options.detail)
        .render(tried, coverage: coverage, thresholds: thresholds)
    case .json: report = ExpectationJSON(detail: options.detail).render(tried, coverage: coverage, thresholds: thresholds)
    case .junit: report = ExpectationJUnit().render(tried, coverage: coverage, thresholds: thresholds)
    case .github: report = annotations + GitHubAnnotations.text(of: tried, coverage: coverage, thresholds: thresholds)
    case .html, .csv, .jsonLines, .sarif:
      return .unknownFormat(options.form.format.rawValue, of: .test, messages: options.form.messages)
    }
    let isClean = tried.allSatisfy(\.holds) && thresholds.allSatisfy { $0.isReached(by: coverage.counts) }
    return Answer(output: report, messages: messages, status: problems.hasErrors ? .badInput : isClean ? .clean : .findings)
  }
}
