import Diagnostics
import Extracts
import Notation
import Procedures
import Reporting

extension Answer {
  /// Replays the cases of extracts as they stream by, and reports on them in their order.
  ///
  /// **Memory:** what is kept does not grow with the number of cases, but for those whose names do not count up: of each of
  /// these eight bytes.
  ///
  /// Codes: PL6006, PL6031, PL6032, and those of reading extracts, mappings and histories.
  /// - Parameters:
  ///   - filter: which findings to tell and from which on the replay counts as failed, as typed.
  ///   - progress: called now and then with how many cases are done.
  ///   - output: takes the report piece by piece.
  /// - Returns: what is left to print, and how it went.
  public static func replay(
    _ inputs: [ExtractInput], _ extracts: ExtractRequest, _ request: ReplayRequest, filter: FindingFilter = FindingFilter(),
    options: OutputOptions = OutputOptions(), progress: @escaping (Int) -> Void = { _ in },
    output: BulkOutput
  ) -> Answer {
    var bench = ExtractBench(inputs, extracts, request, filter, options)
    guard let replay = bench.replay() else { return bench.refusal }
    let (outcome, problem) = replay.run(inputs, progress: progress, output)
    return bench.answer(outcome, problem, of: replay)
  }
}

extension Answer {
  /// The report that a replay of extracts is to write is there already.
  ///
  /// Code: PL8191.
  public static func reportExists(_ path: String, messages: OutputOptions.Dress) -> Answer {
    refused(.reportExists, "The file is already there, and nothing was written.", path, messages) {
      "Name another with --to, or write --replace."
    }
  }

  /// A run that was to write the report was broken off.
  ///
  /// Code: PL8192.
  public static func reportUnfinished(_ path: String, messages: OutputOptions.Dress) -> Answer {
    refused(.reportUnfinished, "A run that was to write this file was broken off, and nothing was written.", path, messages) {
      "Write --resume to go on with it, or --replace to begin anew."
    }
  }

  /// The report cannot be written.
  ///
  /// Code: PL8193.
  public static func reportNotWritten(_ path: String, messages: OutputOptions.Dress) -> Answer {
    refused(.reportNotWritten, "The file cannot be written.", path, messages) {
      "Name another place with --to, one where you may write; what stands there of an earlier run is as it was."
    }
  }

  private static func refused(
    _ code: DiagnosticCode, _ message: String, _ path: String, _ dress: OutputOptions.Dress, mend: () -> String
  ) -> Answer {
    let problem = Diagnostic(code, message, at: .whole(path), mend: mend())
    return Answer(messages: [problem].messages(sources: [], dress: dress), status: .badInput)
  }
}

/// What is needed to replay extracts, and what is wrong with that.
private struct ExtractBench {
  private let inputs: [ExtractInput]
  private let extracts: ExtractRequest
  private let request: ReplayRequest
  private let filter: FindingFilter
  private let options: OutputOptions
  private var problems: [Diagnostic] = []
  private var sources: [SourceText] = []

  init(
    _ inputs: [ExtractInput], _ extracts: ExtractRequest, _ request: ReplayRequest, _ filter: FindingFilter,
    _ options: OutputOptions
  ) {
    self.inputs = inputs
    self.extracts = extracts
    self.request = request
    self.filter = filter
    self.options = options
  }

  mutating func replay() -> BulkReplay? {
    let report = report()
    let (threshold, thresholdProblems) = filter.threshold()
    let (_, tableProblems) = filter.table(in: options.format)
    problems += thresholdProblems + tableProblems
    var setting = ExtractSetting(inputs, extracts)
    setting.readOptions()
    problems += setting.problems
    sources += setting.sources
    guard !problems.hasErrors, let report else { return nil }
    var bench = Workbench(request)
    let found = bench.findProcedure(for: setting.probe)
    problems += bench.diagnostics
    sources += bench.sources
    guard !problems.hasErrors, let (shelved, procedure) = found else { return nil }
    let (selection, selectionProblems) = filter.selection(under: procedure)
    problems += selectionProblems + (setting.mapping.map { MappingCheck.problems(of: $0, under: procedure) } ?? [])
    guard !problems.hasErrors else { return nil }
    let reader = ExtractedCaseReader(procedure, mapping: setting.mapping, extracts.strictness)
    return BulkReplay(
      reader: reader, steps: setting.steps(under: procedure),
      report: report, selection: selection, threshold: threshold, asOf: request.observationEnd().day, origin: shelved.origin,
      jobs: extracts.jobs, partSize: extracts.partSize, request: fingerprint(bench.sources, selection, report))
  }

  /// Of everything that changes a byte of the report but for the extracts themselves.
  private func fingerprint(_ procedure: [SourceText], _ selection: FindingSelection, _ report: BulkReplay.Report) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(Answer.version)
    for text in procedure + sources { fingerprint.add(text.text) }
    let options = ["\(report)", "\(extracts.strictness)", extracts.encoding ?? "", request.asOf ?? ""]
    for text in options + filter.only + filter.failOn + inputs.map(\.name) { fingerprint.add(text) }
    return fingerprint.value
  }

  private mutating func report() -> BulkReplay.Report? {
    switch options.format {
    case .text: return .summary
    case .csv: return .table(filter.table(in: .csv).table)
    case .jsonLines: return .lines
    case .json, .html, .sarif, .junit, .github:
      problems.append(
        .ofCommand(
          .unknownFormat, "The replay of an extract has no format \"\(options.format.rawValue)\".", option: "--format",
          mend: "Write text for a summary, or csv or jsonl for the findings."))
      return nil
    }
  }

  // MARK: - Answers

  var refusal: Answer {
    Answer(messages: problems.messages(sources: sources, dress: options.messages), status: .badInput)
  }

  func answer(_ outcome: BulkOutcome, _ problem: Diagnostic?, of replay: BulkReplay) -> Answer {
    let told = problems + [problem].compactMap(\.self) + outcome.faults
    var messages = told.messages(sources: sources, dress: options.messages)
    if outcome.faultCount > outcome.faults.count {
      messages += "\(outcome.faultCount - outcome.faults.count) more are not told one by one.\n"
    }
    var output = ""
    if case .summary = replay.report {
      let report = CorpusReport(
        replay.reader.procedure, selection: replay.selection, style: options.output.style, unused: options.unused.inReports)
      output = report.text(outcome.tally, passedOver: outcome.passedOver)
    } else {
      messages += outcome.passedOver.map { "not read: \($0)\n" }.joined()
    }
    let isBad =
      problem != nil || outcome.isBrokenOff || outcome.isStopped || (extracts.strictness == .strict && outcome.faultCount > 0)
    return Answer(
      output: output, messages: messages, status: isBad ? .badInput : outcome.isReached ? .findings : .clean,
      isWhole: problem == nil && !outcome.isStopped)
  }
}

extension FindingFilter {
  /// The selection, with each word looked up among kinds, certainties, severities and the workflows of a procedure; a child
  /// is named with its category, for what children there are is not known beforehand.
  ///
  /// Codes: PL6006.
  func selection(under procedure: Procedure) -> (selection: FindingSelection, diagnostics: [Diagnostic]) {
    let children = only.filter { $0.lowercased().hasPrefix("child:") }.map { String($0.dropFirst(6)) }
    return selection(among: FindingWord.all(children: Set(children), workflows: Set(procedure.workflows.map(\.name))))
  }
}
