import ArgumentParser
import Workbench

/// `plumbline mapping EXTRACT`.
struct MappingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping",
    abstract: "Begin a mapping of an extract: print every word it has for an event, to be filled in.",
    discussion: """
      EXAMPLES
        plumbline mapping log.xes > log.yaml
        plumbline mapping steps.csv --case Case --event Activity --when Date > steps.yaml
        plumbline replay log.xes --mapping log.yaml

      The mapping reads the extract as it is; each `unknown` in it is a word that is not yet an event of the procedure.

      Exit status: 0 printed, 2 bad input.
      """)

  @Argument(help: "An event log (.xes, .xes.gz), a CSV or JSON Lines with a record for each event.")
  var extract: String

  @Option(name: .customLong("case"), help: ArgumentHelp("The column that names the case.", valueName: "column"))
  var caseField: String?

  @Option(help: ArgumentHelp("The column that names the event.", valueName: "column"))
  var event: String?

  @Option(help: ArgumentHelp("The column with the day of the event.", valueName: "column"))
  var when: String?

  @Option(help: ArgumentHelp("How the text is written, utf-8 or windows-1252.", valueName: "encoding"))
  var encoding: String?

  func run() throws {
    var request = MappingRequest()
    (request.caseField, request.event, request.when, request.encoding) = (caseField, event, when, encoding)
    try Shell.give(.beginMapping(of: FoundFiles.extract(extract), request, options: Format.textOptions))
  }
}
