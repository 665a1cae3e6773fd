import ArgumentParser
import Workbench

/// `plumbline mapping EXTRACT`.
struct MappingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping",
    abstract: "Begin a mapping of an extract, with every word it has for an event; or tell what one reads of it.",
    discussion: """
      EXAMPLES
        plumbline mapping log.xes > log.yaml
        plumbline mapping steps.csv --case Case --event Activity --when Date > steps.yaml
        plumbline mapping log.xes --mapping log.yaml
        plumbline mapping episodes.csv header.csv --mapping ssda903

      The mapping that is begun reads the extract as it is; each `unknown` in it is a word that is not yet an event of the procedure.
      With --mapping nothing is begun: told is how many events come of the extract, what the mapping asks for that no record
      says, what of the extract it does not ask for, and which words say nothing.

      Exit status: 0 done, 2 bad input.
      """)

  @Argument(
    help: """
      An event log (.xes, .xes.gz), a CSV or JSON Lines with a record for each event; with --mapping all files of any extract.
      """)
  var extract: [String]

  @Option(help: ArgumentHelp("The name or file of a mapping, to tell what it reads.", valueName: "mapping"))
  var mapping: String?

  @Option(name: .customLong("case"), help: ArgumentHelp("The column that names the case.", valueName: "column"))
  var caseField: String?

  @Option(help: ArgumentHelp("The column that names the event.", valueName: "column"))
  var event: String?

  @Option(help: ArgumentHelp("The column with the day of the event.", valueName: "column"))
  var when: String?

  @Option(help: ArgumentHelp("How the text is written, utf-8 or windows-1252.", valueName: "encoding"))
  var encoding: String?

  func run() throws {
    if let mapping {
      for (option, value) in [("--case", caseField), ("--event", event), ("--when", when)] where value != nil {
        try Shell.refuse(option, if: true, with: "--mapping", mend: "Leave it out: the mapping says which field that is.")
      }
      var extracts = ExtractRequest()
      extracts.mapping = ExtractOptions.mapping(mapping)
      extracts.strictness = .lenient
      extracts.encoding = encoding
      return try Shell.give(
        .useOfMapping(of: extract.map(FoundFiles.extract), extracts, ReplayRequest(), options: Format.textOptions))
    }
    guard extract.count == 1, let only = extract.first else {
      throw ValidationError("A mapping is begun from one file; with --mapping NAME|FILE several are read.")
    }
    var request = MappingRequest()
    (request.caseField, request.event, request.when, request.encoding) = (caseField, event, when, encoding)
    try Shell.give(.beginMapping(of: FoundFiles.extract(only), request, options: Format.textOptions))
  }
}
