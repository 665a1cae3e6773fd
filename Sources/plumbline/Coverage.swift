import ArgumentParser
import Workbench

/// `plumbline coverage [PATH]`.
struct Coverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell which durations of a table of timescales a procedure carries, and which are left out and why.",
    discussion: """
      A list of timescales (a file that begins with `timescales:`) names, for every duration of a table, the rules and \
      parameters that carry it and the figure they must have, or the reason why it is left out.

      EXAMPLES
        plumbline coverage
        plumbline coverage workflows --against timescales.md
        plumbline coverage my/timescales.yaml --procedure my/procedure --format json

      Exit status: 0 every duration is carried or left out for a reason, 1 one is not, 2 bad input.
      """)

  @Argument(help: "A list of timescales, or a folder with one; without it the list that is built in.")
  var path: String?

  @Option(
    help: ArgumentHelp(
      "The folder of a procedure, or the name of a built-in one, in place of the one the list names.", valueName: "path"))
  var procedure: String?

  @Option(help: ArgumentHelp("The table itself, in Markdown: tell what of it the list does not have.", valueName: "file"))
  var against: String?

  @Option(help: Format.help(of: .coverage))
  var format = Format.text

  func run() throws {
    let options = try format.options(of: .coverage)
    var request = ReplayRequest()
    if let procedure { request.procedure = JudgingOptions.procedure(procedure) }
    try Shell.give(
      .coverage(path.map(FoundFiles.at), request, against: against.map(FoundFiles.file), options: options))
  }
}
