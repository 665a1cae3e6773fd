import ArgumentParser
import Workbench

/// `plumbline check [PATH]`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check procedures: what cannot work, what contradicts, what nothing uses, and where a child can drift.",
    discussion: """
      Every procedure below PATH is checked by itself and with every profile that extends it, or with the one profile that
      is named. Every fault is told with its file, line, column, a stable code and the mend; `plumbline explain CODE` tells
      more of what is claimed.

      Where one procedure is checked, with at most one profile, it is asked of every state in which a case can stand whether
      a child can rest there for good with no clock running that is about the same workflow. Each such drift hole is shown
      by a dated example; --save writes the examples as histories, and replay shows that no clock runs in them. Options of \
      this search are refused with --drift none, and where no procedure is checked.

      EXAMPLES
        plumbline check workflows
        plumbline check workflows/england --profile theo-county-then
        plumbline check workflows/england --beside legal_order.interim_supervision_order
        plumbline check workflows/england --save holes
        plumbline replay holes/placement.family_arrangement.yaml
        plumbline check workflows --format json
        plumbline check workflows --format sarif > plumbline.sarif
        plumbline check workflows --format github

      Exit status: 0 clean (there may be warnings and drift holes), 1 the procedure reads well but cannot work as it stands,
      2 the files are faulty.
      """)

  enum Drift: String, ExpressibleByArgument, CaseIterable {
    case usual
    case none
    case full
  }

  @Argument(help: "A folder of procedures, or a file; without it the procedures that are built in.")
  var path: String?

  @Option(
    help: ArgumentHelp("Check with this profile only, by its name or file, or none for no profile.", valueName: "profile"))
  var profile: String?

  @Option(
    help: """
      Whether to look for drift holes: usual, where one procedure is checked; none; or full, in every procedure and profile, \
      with the clocks that may run in each hole.
      """)
  var drift = Drift.usual

  @Option(
    help: ArgumentHelp(
      """
      Ask of every other state whether a child can rest there while it is in this one. May be given again. Without it, the \
      states that the rules of the profile name.
      """, valueName: "workflow.state"))
  var beside: [String] = []

  @Option(help: ArgumentHelp("Write the example of every drift hole as a history into this folder.", valueName: "folder"))
  var save: String?

  @Flag(help: "With --save, write over files that are already there.")
  var replace = false

  @Option(help: Format.help(of: .check))
  var format = Format.text

  func run() throws {
    let options = try format.options(of: .check)
    try Shell.refuse("--replace", if: replace && save == nil, without: "--save")
    let progress = ProgressLine("Looking for drift holes", of: "procedures")
    let (answer, files) = Answer.check(request, options: options, isThere: FoundFiles.exists) { done, total in
      progress.show(done, of: total)
    }
    progress.end()
    try Shell.give(answer, writing: files) { Answer.exampleNotWritten($0, options: options) }
  }

  private var request: CheckRequest {
    var request = CheckRequest(files: nil)
    if let path, FoundFiles.isFile(path) {
      request.files = FoundFiles.besides(path)
      request.focus = path
    } else if let path {
      request.files = FoundFiles.at(path)
    }
    if let profile { request.profile = JudgingOptions.profile(profile) }
    request.drift = CheckRequest.Drift(rawValue: drift.rawValue) ?? .usual
    request.beside = beside
    request.examples = save
    request.existing = replace ? .replaced : .kept
    return request
  }
}
