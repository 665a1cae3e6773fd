import ArgumentParser
import Workbench

/// `plumbline convert FILE|WORKFLOW`.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Convert a workflow to SCXML, or the control part of an SCXML file to a workflow.",
    discussion: """
      A workflow becomes SCXML, an SCXML file becomes a workflow with a vocabulary and a procedure that hold it. What \
      cannot be said in the other language is told with its place. Where the machine would be another without it, nothing \
      is written; where it would not, such as a rule or what a log says, that is a warning. So is what depends on more \
      than the file: events that only * describes, and conditions that another tool does not know.

      Names that are not allowed are changed, and the file says in its head how.

      EXAMPLES
        plumbline convert pre_proceedings --output pre_proceedings.scxml
        plumbline convert workflows/england/visits.yaml
        plumbline convert lift.scxml --output lift
        plumbline check lift

      Exit status: 0 converted (there may be warnings), 2 bad input, or something cannot be said.
      """)

  enum Language: String, ExpressibleByArgument, CaseIterable {
    case scxml
    case yaml
  }

  @Argument(
    help: ArgumentHelp(
      "A workflow file, an SCXML file, - for standard input, or the name of a built-in workflow.",
      valueName: "file-or-workflow"))
  var input: String

  @Option(help: "What to convert to: scxml or yaml; without it the other of the two.")
  var to: Language?

  @Option(
    help: ArgumentHelp(
      "The name or file of a profile, whose transitions take the place of the workflow's own.", valueName: "profile"))
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "A file for the workflow alone, or a folder for it with its vocabulary and procedure; without it standard output.",
      valueName: "path"))
  var output: String?

  @Flag(help: "Write over files that are already there.")
  var replace = false

  func run() throws {
    try Shell.refuse("--replace", if: replace && output == nil, without: "--output")
    let language = to.flatMap { ConversionRequest.Language(rawValue: $0.rawValue) }
    var request = ConversionRequest(
      input: FoundFiles.workflow(input), language: language, output: output, existing: replace ? .replaced : .kept)
    if let profile { request.profile = JudgingOptions.profile(profile) }
    if let output { try Shell.refuseToWriteOver([output], option: "--output") }
    let (answer, files) = Answer.convert(request, options: Format.textOptions, isThere: FoundFiles.exists)
    if let refusal = Shell.refusal(toWrite: files.map(\.path), option: "--output") { return try Shell.give(refusal) }
    var written: [OutputFile] = []
    for file in files {
      guard (try? WrittenFiles.write(file)) != nil else {
        try Shell.give(Answer.notWritten(file, after: written, answer, options: Format.textOptions))
        return
      }
      written.append(file)
    }
    try Shell.give(answer)
  }
}
