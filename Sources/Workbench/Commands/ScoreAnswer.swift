import Diagnostics
import Notation
import Reporting
import Scoring

extension Answer {
  /// Holds reviewers' tables of findings against replays of the histories beside them, in the order of the tables.
  ///
  /// A table with a fault is told and passed by; the others are scored all the same, and so is one that only names a rule
  /// which the procedure does not have.
  /// - Parameters:
  ///   - files: tables, histories, and what lies beside them.
  ///   - progress: called before each table with how many are done, and how many there are.
  public static func score(
    _ files: [InputFile], _ request: ReplayRequest, options: OutputOptions = OutputOptions(),
    progress: (Int, Int) -> Void = { _, _ in }
  ) -> Answer {
    if let refusal = options.refusal(by: .score) { return refusal }
    let found = FoundTables(files)
    var bench = ReviewBench(files, request)
    var scores: [ReviewScore] = []
    if !(bench.diagnostics + found.diagnostics).hasErrors {
      for (done, table) in found.tables.enumerated() {
        progress(done, found.tables.count)
        if let score = bench.score(table) { scores.append(score) }
      }
    }
    var problems = found.diagnostics + bench.diagnostics
    if scores.isEmpty, problems.isEmpty {
      problems.append(
        .ofCommand(
          .nothingToRead, "There is no table of findings among these files.", option: "score",
          mend: "Name a file that begins with `findings:`, or a folder that holds one."))
    }
    let messages = problems.messages(sources: found.sources + bench.sources, dress: options.messages)
    guard !scores.isEmpty else { return Answer(messages: messages, status: .badInput) }
    let isClean = scores.allSatisfy(\.isAsListed)
    return Answer(
      output: options.format == .json ? ScoreJSON().render(scores) : ScoreReport(style: options.output.style).render(scores),
      messages: messages, status: problems.hasErrors ? .badInput : isClean ? .clean : .findings)
  }
}
