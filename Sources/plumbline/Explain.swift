import ArgumentParser
import Workbench

/// `plumbline explain HISTORY FINDING`, `plumbline explain CODE`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain one finding: its rule, how it came to it, the nearest change; or what a code of the checker claims.",
    discussion: """
      EXAMPLES
        plumbline explain simulations/theo.yaml theo/theo/core_group.first_core_group/e85
        plumbline explain simulations/theo.yaml 17
        plumbline explain simulations/theo.yaml 17 --format json
        plumbline explain cases.csv case-17/child/core_group.first_core_group/e85
        plumbline explain PL5003
        plumbline explain claims

      Exit status: 0 explained, 2 bad input or no such finding or code.
      """)

  @Argument(
    help: """
      A history or an extract, or - for standard input; or a code such as PL5003, or \(Answer.claims) for a list of them.
      """)
  var history: String

  @Argument(
    help: """
      The finding as `plumbline replay` names it (of an extract with its case: CASE/FINDING), enough of the beginning to tell it from the others, or its number in \
      the report of the same history, procedure, profile and day.
      """)
  var finding: String?

  @OptionGroup var judging: JudgingOptions
  @OptionGroup var extracts: ExtractOptions

  @Option(help: Format.help(of: .explain))
  var format = Format.text

  func run() throws {
    let options = try format.options(of: .explain)
    guard let finding else {
      let answer =
        Answer.isClaim(history)
        ? Answer.explain(claim: history, options: options) : .explain(withoutFinding: history, options: options)
      return try Shell.give(answer)
    }
    guard !extracts.areMeant(by: [history]) else {
      return try Shell.give(
        .explain(extracts.inputs([history]), extracts.request, finding: finding, judging.request, options: options))
    }
    if let given = extracts.given { try Shell.refuse(given, if: true, without: "an extract") }
    try Shell.give(
      .explain(FoundFiles.file(history), finding: finding, judging.request, options: options))
  }
}
