import Checking
import Diagnostics
import Notation
import Reporting

extension Answer {
  /// Tells which durations of a table a procedure carries, and which are left out and why.
  ///
  /// - Parameters:
  ///   - files: what was found, lists and procedures; `nil` takes the list that is built in.
  ///   - table: the table itself, in Markdown, whose durations the list must have.
  public static func coverage(
    _ files: [InputFile]?, _ request: ReplayRequest, against table: InputFile? = nil,
    options: OutputOptions = OutputOptions()
  ) -> Answer {
    if let refusal = options.refusal(by: .coverage) { return refusal }
    let found = FoundLists(files)
    let (written, tableProblems) = table?.decoded() ?? (nil, [])
    var bench = CoverageBench(found.request(from: request))
    var reports: [(report: CoverageReport, coverage: Coverage)] = []
    if !(found.diagnostics + tableProblems).hasErrors {
      for list in found.lists {
        if let report = bench.report(on: list, against: written) { reports.append(report) }
      }
    }
    var problems = found.diagnostics + tableProblems + bench.diagnostics
    if reports.isEmpty, problems.isEmpty {
      problems.append(
        .ofCommand(
          .nothingToRead, "There is no list of timescales among these files.", option: "coverage",
          mend: "Name a file that begins with `timescales:`, or a folder that holds one."))
    }
    let claims = reports.flatMap { $0.coverage.entries.flatMap(\.problems) }
    let messages = (problems + claims).messages(sources: found.sources + bench.sources, dress: options.messages)
    guard !reports.isEmpty else { return Answer(messages: messages, status: .badInput) }
    let output =
      options.format == .json
      ? CoverageReport.json(of: reports.map(\.report))
      : reports.map { $0.report.text(style: options.output.style) }.joined(separator: "\n\n")
    let isComplete = reports.allSatisfy(\.coverage.isComplete)
    return Answer(
      output: output, messages: messages,
      status: problems.hasErrors ? .badInput : isComplete ? .clean : .findings)
  }
}
