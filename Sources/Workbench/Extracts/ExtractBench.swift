import Diagnostics
import Extracts
import Notation
import Procedures
import Reporting
import SecretKeys

/// What is needed to replay extracts, and what is wrong with that.
struct ExtractBench {
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
    let parts = parts(bench.sources, procedure, selection, report)
    var (fingerprint, digest) = (Fingerprint(), ContentDigest())
    for text in parts + inputs.map(\.name) { fingerprint.add(text) }
    for text in parts { digest.add(part: text) }
    return BulkReplay(
      reader: reader, steps: setting.steps(under: procedure),
      report: report, selection: selection, threshold: threshold, asOf: request.observationEnd().day, origin: shelved.origin,
      jobs: extracts.jobs, askedPartSize: extracts.partSize, request: fingerprint.value,
      requestDigest: digest.text)
  }

  /// Everything that changes a byte of the report but for the extracts themselves.
  private func parts(_ texts: [SourceText], _ procedure: Procedure, _ selection: FindingSelection, _ report: BulkReplay.Report)
    -> [String]
  {
    let options = [procedure.name, procedure.profile ?? "", "\(report)", "\(extracts.strictness)", extracts.encoding ?? ""]
    return [Answer.version] + (texts + sources).map(\.text) + options + [request.asOf ?? ""]
      + (["only"] + filter.only + ["fail on"] + filter.failOn)
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

  /// What is told of one case.
  ///
  /// - Parameters:
  ///   - problem: why nothing is.
  ///   - faults: what is wrong with the extract, as far as it was read.
  func answer(_ output: String = "", refusing problem: Diagnostic?, beside faults: [Diagnostic] = []) -> Answer {
    let messages = (problems + faults + [problem].compactMap(\.self)).messages(sources: sources, dress: options.messages)
    return Answer(output: output, messages: messages, status: problem == nil ? .clean : .badInput)
  }

  /// The same where the report was written to a file, which is told in a line at the end, with what the exit status means.
  func answer(_ outcome: BulkOutcome, _ problem: Diagnostic?, ofWritten replay: BulkReplay) -> Answer {
    let answer = answer(outcome, problem, of: replay)
    guard answer.isWhole else { return answer }
    let why =
      switch answer.status {
      case .clean: ""
      case .findings: ": a finding is at or over --fail-on"
      case .badInput: ": not all was read"
      }
    let found = "\(counted(outcome.tally.cases, "case")), \(counted(outcome.tally.findings, "finding"))"
    return answer.telling(
      "wrote \(replay.report.told(outcome.rows)): \(found); exit status \(answer.status.rawValue)\(why)\n")
  }

  func answer(_ outcome: BulkOutcome, _ problem: Diagnostic?, of replay: BulkReplay) -> Answer {
    var messages = outcome.messages(problems + [problem].compactMap(\.self), sources: sources, dress: options.messages)
    var output = ""
    if case .summary = replay.report {
      // Of nothing that was read there is no report: what broke off is all there is to say.
      if !outcome.isBrokenOff || outcome.tally.cases > 0 {
        let report = CorpusReport(
          replay.reader.procedure, selection: replay.selection, style: options.output.style, unused: options.unused.inReports)
        output = report.text(outcome.tally, passedOver: outcome.passedOver)
      }
    } else {
      messages += outcome.passedOverLines
    }
    let isBad =
      problem != nil || outcome.isBrokenOff || outcome.isStopped || (extracts.strictness == .strict && outcome.faultCount > 0)
    return Answer(
      output: output, messages: messages, status: isBad ? .badInput : outcome.isReached ? .findings : .clean,
      isWhole: problem == nil && !outcome.isStopped)
  }
}
