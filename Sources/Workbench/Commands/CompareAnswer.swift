import Comparison
import Conditions
import Diagnostics
import Exploration
import Notation
import Procedures
import Replay
import Reporting

extension Answer {
  /// Compares two procedures: how they are written, how they judge histories, and where a child can drift.
  ///
  /// - Parameters:
  ///   - histories: those that both are to judge.
  ///   - isThere: whether something already is at a path.
  ///   - progress: called with how many histories and differences were looked at, and of how many.
  /// - Returns: what to print, and the examples to write by the paths they go to; none where something is wrong.
  ///
  /// Codes: PL6033, PL6041, PL6042, and those of finding and reading procedures and histories.
  public static func compare(
    _ request: ComparisonRequest, on histories: [InputFile], options: OutputOptions = OutputOptions(),
    isThere: (String) -> Bool = { _ in false }, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> (answer: Answer, files: [OutputFile]) {
    if let refusal = options.refusal(by: .compare) { return (refusal, []) }
    let idle = request.optionsWithoutEffect
    guard idle.isEmpty else {
      return (Answer(messages: idle.messages(sources: [], dress: options.messages), status: .badInput), [])
    }
    var (old, new) = (ComparedSide(request.old), ComparedSide(request.new))
    func bad(_ further: [Diagnostic] = []) -> (Answer, [OutputFile]) {
      let problems = old.problems.merged(with: new.problems) + further
      let texts = old.sources + new.sources
      return (Answer(messages: problems.messages(sources: texts, dress: options.messages), status: .badInput), [])
    }
    guard let before = old.procedure, let after = new.procedure else { return bad() }
    let structure = StructureDifference(old: (before, old.origin), new: (after, new.origin))
    var cases: [ComparisonReport.Case] = []
    for (done, file) in histories.enumerated() {
      progress(done, histories.count)
      if let one = ComparedSide.bothJudge(file, &old, &new) { cases.append(one) }
    }
    let problems = old.problems.merged(with: new.problems)
    guard !problems.hasErrors else { return bad() }
    var search = DifferenceSearch(structure, old: before, new: after)
    if request.isSearching { search.search(notShownBy: cases, &old, &new, progress: progress) }
    let report = ComparisonReport(
      old: (before, old.origin), new: (after, new.origin), structure: structure, cases: cases, drift: search.drift,
      examples: search.examples, unshown: search.unshown)
    let files = request.files(of: report)
    let faults = files.compactMap {
      $0.problem(.comparisonExists, unless: request.existing, isThere: isThere, mendBy: "another folder with --save")
    }
    guard faults.isEmpty else { return bad(faults) }
    let written = files.map { "wrote \($0.path)\n" }.joined()
    let output =
      switch options.format {
      case .json: report.json()
      case .html: report.html
      default: report.text(style: options.output.style) + written
      }
    return (
      Answer(
        output: output,
        messages: problems.messages(sources: old.sources + new.sources, dress: options.messages), status: .clean),
      files
    )
  }

  /// What is answered where an example could not be written.
  ///
  /// Code: PL6042.
  public static func comparisonNotWritten(_ file: OutputFile, options: OutputOptions = OutputOptions()) -> Answer {
    let fault = file.unwritten(.comparisonNotWritten, option: "--save")
    return Answer(messages: [fault].messages(sources: [], dress: options.messages), status: .badInput)
  }
}

extension ComparisonRequest {
  fileprivate func files(of report: ComparisonReport) -> [OutputFile] {
    guard let folder else { return [] }
    return report.histories.map { history in
      OutputFile(path: (folder.hasSuffix("/") ? folder : folder + "/") + history.name + ".yaml", text: history.text)
    }
  }
}

/// One of the two procedures at work.
struct ComparedSide {
  let procedure: Procedure?
  let origin: ProcedureOrigin
  private var bench: Workbench

  init(_ request: ReplayRequest) {
    var request = request.naming("england")
    if case .asTheHistorySays = request.profile { request.profile = .withoutProfile }
    bench = Workbench(request)
    let found = bench.findProcedure(for: PlacedNode(.nothing, at: .whole("compare")))
    procedure = bench.diagnostics.hasErrors ? nil : found?.1
    origin = found?.0.origin ?? .builtIn
  }

  var problems: [Diagnostic] { bench.diagnostics }
  var sources: [SourceText] { bench.sources }

  /// A history under both; `nil` where one of the two cannot read it, which is told.
  static func bothJudge(
    _ file: InputFile, _ old: inout ComparedSide, _ new: inout ComparedSide
  ) -> ComparisonReport.Case? {
    guard let before = old.bench.reportedCase(file), let after = new.bench.reportedCase(file) else { return nil }
    return ComparisonReport.Case(old: before, new: after, path: file.name)
  }

  /// The same of a made-up case; `nil` where one of the two does not have its words.
  static func bothJudge(
    _ text: SourceText, _ old: inout ComparedSide, _ new: inout ComparedSide
  ) -> ComparisonReport.Case? {
    guard let tree = YAMLReader.read(text).node else { return nil }
    // What is wrong with an example is nothing to tell: it only shows nothing, and the benches stay as they were.
    var (before, after) = (old.bench, new.bench)
    guard let first = before.reportedCase(of: tree), let second = after.reportedCase(of: tree) else { return nil }
    (old.bench, new.bench) = (before, after)
    return ComparisonReport.Case(old: first, new: second)
  }
}

extension [Diagnostic] {
  /// These and those of others that are not among them.
  fileprivate func merged(with others: [Diagnostic]) -> [Diagnostic] { self + others.filter { !contains($0) } }
}
