import ArgumentParser
import Workbench

/// `plumbline score [PATH…]`.
struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how much of what independent reviewers found a replay finds by itself.",
    discussion: """
      Beside a history NAME.yaml lies NAME.findings.yaml: every row of the reviewer's table, with the findings that show \
      it or the reason why no rule does. The score tells the rows raised by what a machine can see, the flags that match \
      no row, and the rows not raised.

      EXAMPLES
        plumbline score
        plumbline score simulations/theo.yaml
        plumbline score simulations --procedure workflows --format json

      Exit status: 0 every listed finding is raised as listed, 1 one is not, 2 bad input.
      """)

  @Argument(help: "A table of findings, a history with a table beside it, or a folder of them.")
  var path = ["simulations"]

  @OptionGroup var judging: JudgingOptions

  @Option(help: Format.help(of: .score))
  var format = Format.text

  func run() throws {
    let options = try format.options(of: .score)
    let files = path.flatMap(FoundFiles.reviews)
    let progress = ProgressLine("Scoring", of: "reviews")
    let answer = Answer.score(files, judging.request, options: options) { done, total in
      progress.show(done, of: total)
    }
    progress.end()
    try Shell.give(answer)
  }
}
