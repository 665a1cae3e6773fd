import ArgumentParser
import Workbench

/// `plumbline explain HISTORY FINDING`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain one finding: its rule and source, the figures, the clock, and the events it rests on.",
    discussion: """
      EXAMPLES
        plumbline explain simulations/theo.yaml theo/theo/core_group.first_core_group/e85
        plumbline explain simulations/theo.yaml 17
        plumbline explain simulations/theo.yaml 17 --format json

      Exit status: 0 explained, 2 bad input or no such finding.
      """)

  @Argument(help: "A history, or - for standard input.")
  var history: String

  @Argument(
    help: """
      The finding as `plumbline replay` names it, enough of the beginning to tell it from the others, or its number in \
      the report of the same history, procedure, profile and day.
      """)
  var finding: String

  @OptionGroup var judging: JudgingOptions

  @Option(help: "How to print: text or json.")
  var format = Format.text

  func run() throws {
    try Shell.give(
      .explain(FoundFiles.file(history), finding: finding, judging.request, options: format.options))
  }
}
