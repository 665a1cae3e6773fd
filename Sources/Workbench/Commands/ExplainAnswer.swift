import Diagnostics
import Exploration
import Histories
import Procedures
import Replay
import Reporting

extension Answer {
  /// Explains one finding of a history, named by its identifier, by the beginning of it if no other begins so, or by its
  /// number in the report.
  ///
  /// Codes: PL6003, PL6031.
  public static func explain(
    _ history: InputFile, finding: String, _ request: ReplayRequest, options: OutputOptions = OutputOptions()
  ) -> Answer {
    if let refusal = options.refusal(by: .explain) { return refusal }
    var bench = Workbench(request)
    guard !bench.diagnostics.hasErrors, let reported = bench.reportedCase(history) else {
      return Answer(
        messages: bench.diagnostics.messages(sources: bench.sources, dress: options.messages), status: .badInput)
    }
    let (output, problem) = reported.explanation(of: finding, options)
    let problems = bench.diagnostics + [problem].compactMap(\.self)
    return Answer(
      output: output, messages: problems.messages(sources: bench.sources, dress: options.messages),
      status: problem == nil ? .clean : .badInput)
  }

  /// Explains one finding of a case of extracts, named by its identifier, which begins with the case, or by enough of it.
  ///
  /// The extracts are read until the case has come.
  ///
  /// Codes: PL6031, and those of reading extracts, mappings and histories.
  public static func explain(
    _ inputs: [ExtractInput], _ extracts: ExtractRequest, finding: String, _ request: ReplayRequest,
    options: OutputOptions = OutputOptions()
  ) -> Answer {
    if let refusal = options.refusal(by: .explain) { return refusal }
    var bench = ExtractBench(inputs, extracts, request, FindingFilter(), OutputOptions(messages: options.messages))
    guard let replay = bench.replay() else { return bench.refusal }
    guard let end = finding.firstIndex(of: "/") else {
      return bench.answer(
        refusing: .ofCommand(
          .unknownFinding, "The finding does not say of which case it is.", option: "explain",
          mend: "Write CASE/FINDING, as in the column `finding` of `plumbline replay --format csv`."))
    }
    let (reported, faults) = replay.reportedCase(named: String(finding[..<end]), of: inputs)
    guard let reported else {
      let missing = Diagnostic.ofCommand(
        .unknownFinding, "The extract has no case of this name that is judged.", option: "explain",
        mend: "Write CASE/FINDING, as in the column `finding` of `plumbline replay --format csv`.")
      return bench.answer(refusing: missing, beside: faults)
    }
    let (output, problem) = reported.explanation(of: finding, options)
    return bench.answer(output, refusing: problem, beside: faults)
  }
}

extension ReportedCase {
  /// What the search for a change that avoids a finding comes to; what is not recorded is not searched for.
  func nearestChange(to finding: Finding) -> NearestChangeAnswer {
    guard finding.kind != .notRecorded else { return NearestChangeAnswer(changes: [], tried: 0, mostEntries: 0) }
    return NearestChangeSearch(judged, asOf: asOf).nearest(to: finding)
  }

  /// The explanation of the finding of that name, or why there is none.
  fileprivate func explanation(of name: String, _ options: OutputOptions) -> (text: String, problem: Diagnostic?) {
    let matching = findings(named: name)
    guard matching.count == 1 else { return ("", unexplained(name, matching)) }
    let nearest = nearestChange(to: matching[0])
    let text =
      options.format == .json
      ? JSONReport().render(matching[0], of: self, nearest: nearest)
      : ExplainReport(style: options.output.style).render(matching[0], of: self, nearest: nearest)
    return (text, nil)
  }

  /// The finding of that name, else all whose names begin so, with or without the case before them.
  private func findings(named name: String) -> [Finding] {
    let exact = replay.findings.filter { $0.identifier == name }
    if !exact.isEmpty { return exact }
    if let number = Int(name) { return [finding(numbered: number)].compactMap(\.self) }
    let prefixes = [name, "\(history.name)/\(name)"]
    return replay.findings.filter { finding in prefixes.contains { finding.identifier.hasPrefix($0) } }.surestFirst
  }

  private func unexplained(_ name: String, _ matching: [Finding]) -> Diagnostic {
    guard matching.isEmpty else {
      let told = matching.prefix(10).map(\.identifier).joined(separator: ", ")
      let more = matching.count > 10 ? ", and \(matching.count - 10) more" : ""
      return .ofCommand(
        .unknownFinding, "\(matching.count) findings begin with \"\(name)\".", option: "explain",
        mend: "Say which: \(told)\(more).")
    }
    guard Int(name) == nil else {
      return .ofCommand(
        .unknownFinding, "The report has no finding \(name).", option: "explain",
        mend: "Its findings are numbered from 1 to \(countOfNumbers).")
    }
    let known = replay.findings.map(\.identifier)
    let near = Suggestion.nearest(to: name, among: known) ?? Suggestion.nearest(to: "\(history.name)/\(name)", among: known)
    let mend = near.map { "Did you mean \"\($0)\"?" } ?? nearest(to: name)
    return .ofCommand(.unknownFinding, "There is no finding \"\(name)\".", option: "explain", mend: mend)
  }

  /// The findings that share a part of the name, or a way to see them all.
  private func nearest(to name: String) -> String {
    let parts = name.split(separator: "/").filter { $0 != history.name }
    let known = replay.findings.surestFirst.map(\.identifier)
    let near = known.filter { identifier in parts.contains { identifier.contains($0) } }
    guard !near.isEmpty else { return "`plumbline replay` lists the findings with their names." }
    return "Near it: \(near.prefix(5).joined(separator: ", "))."
  }
}

extension [Finding] {
  /// What is certain before what is possible, and that before what is not recorded; within each in the order they had.
  fileprivate var surestFirst: [Finding] {
    func isAny(_ finding: Finding, _ certainty: Certainty) -> Bool {
      finding.kind != .notRecorded && finding.certainty == certainty
    }
    return filter { isAny($0, .certain) } + filter { isAny($0, .possible) } + filter { $0.kind == .notRecorded }
  }
}
