import ArgumentParser
import Workbench

/// `plumbline paths [WORKFLOW…]`.
struct Paths: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make few short histories that reach every state, take every transition, and keep and break every rule.",
    discussion: """
      The histories are made up, dated on working days, and replayed: what is told of them is what the replay found. \
      A rule is broken by a step that is wrong or left out, or by letting its time run out. What no history reaches is \
      named, with a proof that nothing can reach it, or with how far the search went.

      --save writes them as histories. Replay one to see it, step a class through it, or record what is found in it \
      now as a file of expectations, and a later change of the procedure is tried against it.

      EXAMPLES
        plumbline paths pre_proceedings
        plumbline paths core_group --cover transitions --events 6
        plumbline paths --cover rules --profile theo-county-then
        plumbline paths reunification --save paths
        plumbline replay paths/reunification-1.yaml
        plumbline test --record paths/reunification-1.yaml --output paths/reunification-1.expectations.yaml

      Exit status: 0 searched (some of it may be out of reach), 2 bad input.
      """)

  @Argument(help: "The workflows by their names; without any, all of the procedure.")
  var workflow: [String] = []

  @Option(
    help: ArgumentHelp(
      "What to reach: states, transitions, rules, or several parted by commas. Without it all three.",
      valueName: "measures"))
  var cover: [String] = []

  @Option(help: ArgumentHelp("The most events that a history has, from 1 to 40.", valueName: "number"))
  var events = PathsRequest.usualLongest

  @Option(
    help: ArgumentHelp(
      "The folder of a procedure, or the name of a built-in one; without it the national procedure.", valueName: "path"))
  var procedure: String?

  @Option(help: ArgumentHelp("The name or file of a profile, or none.", valueName: "profile"))
  var profile: String?

  @Option(help: ArgumentHelp("Write each path as a history into this folder.", valueName: "folder"))
  var save: String?

  @Flag(help: "With --save, write over files that are already there.")
  var replace = false

  @Option(help: Format.help(of: .paths))
  var format = Format.text

  func run() throws {
    let options = try format.options(of: .paths)
    try Shell.refuse("--replace", if: replace && save == nil, without: "--save")
    let progress = ProgressLine("Looking for paths", of: "workflows")
    let request = JudgingOptions.request(procedure: procedure, profile: profile)
    let (answer, files) = Answer.paths(asked, request, options: options, isThere: FoundFiles.exists) { done, total in
      progress.show(done, of: total)
    }
    progress.end()
    try Shell.give(answer, writing: files) { Answer.pathNotWritten($0, options: options) }
  }

  private var asked: PathsRequest {
    var asked = PathsRequest()
    asked.workflows = workflow
    asked.cover = cover.flatMap { $0.split(separator: ",").map(String.init) }
    asked.longest = events
    asked.folder = save
    asked.existing = replace ? .replaced : .kept
    return asked
  }
}
