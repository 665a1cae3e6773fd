import Conditions
import Diagnostics
import Exploration
import Procedures
import Reporting

extension Answer {
  /// Looks for the fewest short histories that together reach what is asked of workflows.
  ///
  /// - Parameters:
  ///   - isThere: whether something already is at a path.
  ///   - progress: called with how many workflows were searched, and of how many.
  /// - Returns: what to print, and the histories to write by the paths they go to; none where something is wrong.
  ///
  /// Codes: PL6021 to PL6024, PL6031, and those of finding and reading a procedure.
  public static func paths(
    _ asked: PathsRequest, _ request: ReplayRequest, options: OutputOptions = OutputOptions(),
    isThere: (String) -> Bool = { _ in false }, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> (answer: Answer, files: [OutputFile]) {
    if let refusal = options.refusal(by: .paths) { return (refusal, []) }
    var shelf = ProcedureShelf(request.naming("england"))
    let found = shelf.procedure(for: PlacedNode(.nothing, at: .whole("paths")))
    var problems = shelf.diagnostics + found.diagnostics
    let (measures, measureProblems) = asked.measures()
    problems += measureProblems + asked.lengthProblems
    let sources = shelf.sources + found.sources
    func bad() -> (Answer, [OutputFile]) {
      (Answer(messages: problems.messages(sources: sources, dress: options.messages), status: .badInput), [])
    }
    guard let procedure = found.procedure, !problems.hasErrors else { return bad() }
    let (workflows, nameProblems) = asked.workflows(of: procedure)
    problems += nameProblems
    guard !problems.hasErrors else { return bad() }
    let explorer = Explorer(procedure)
    let plans = workflows.enumerated().map { number, workflow in
      progress(number, workflows.count)
      return explorer.paths(of: workflow, covering: measures, longest: asked.longest)
    }
    let report = PathReport(procedure, plans)
    let files = asked.files(of: report)
    problems += files.compactMap {
      $0.problem(.pathExists, unless: asked.existing, isThere: isThere, mendBy: "another folder with --save")
    }
    guard !problems.hasErrors else { return bad() }
    let isJSON = options.format == .json
    let written = isJSON ? "" : files.map { "wrote \($0.path)\n" }.joined()
    return (
      Answer(
        output: (isJSON ? report.json() : report.text(style: options.output.style)) + written,
        messages: problems.messages(sources: sources, dress: options.messages), status: .clean),
      files
    )
  }

  /// What is answered where a history could not be written.
  ///
  /// Code: PL6025.
  public static func pathNotWritten(_ file: OutputFile, options: OutputOptions = OutputOptions()) -> Answer {
    let fault = file.unwritten(.pathNotWritten, option: "--save")
    return Answer(messages: [fault].messages(sources: [], dress: options.messages), status: .badInput)
  }
}

extension PathsRequest {
  fileprivate func measures() -> (Set<PathMeasure>, [Diagnostic]) {
    guard !cover.isEmpty else { return (Set(PathMeasure.allCases), []) }
    let known = PathMeasure.allCases.map(\.rawValue)
    let problems = cover.filter { !known.contains($0) }.map { word in
      Diagnostic.ofCommand(
        .unknownPathMeasure, "A path cannot cover \"\(word)\".", option: "--cover",
        mend: Suggestion.mend(for: word, among: known, otherwise: "Write \(known.joined(separator: ", ")), or several."))
    }
    return (Set(cover.compactMap(PathMeasure.init)), problems)
  }

  fileprivate var lengthProblems: [Diagnostic] {
    guard !PathsRequest.lengths.contains(longest) else { return [] }
    return [
      .ofCommand(
        .pathLengthUnclear, "A path of at most \(longest) events cannot be looked for.", option: "--events",
        mend: "Write a whole number from \(PathsRequest.lengths.lowerBound) to \(PathsRequest.lengths.upperBound).")
    ]
  }

  fileprivate func workflows(of procedure: Procedure) -> ([WorkflowIndex], [Diagnostic]) {
    let known = procedure.workflows.map(\.name)
    guard !workflows.isEmpty else { return (Array(known.indices), []) }
    let problems = workflows.filter { !known.contains($0) }.map { name in
      Diagnostic.ofCommand(
        .unknownPathWorkflow, "The procedure has no workflow \"\(name)\".", option: "paths",
        mend: Suggestion.mend(for: name, among: known, otherwise: "Known: \(known.sorted().joined(separator: ", "))."))
    }
    return (known.indices.filter { workflows.contains(known[$0]) }, problems)
  }

  fileprivate func files(of report: PathReport) -> [OutputFile] {
    guard let folder else { return [] }
    return report.histories.map { history in
      OutputFile(path: (folder.hasSuffix("/") ? folder : folder + "/") + history.name + ".yaml", text: history.text)
    }
  }
}
