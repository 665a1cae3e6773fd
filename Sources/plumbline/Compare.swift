import ArgumentParser
import Workbench

/// `plumbline compare OLD NEW`.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare two versions of a procedure: how they are written, and what that does to cases.",
    discussion: """
      Each of the two is a profile by its name or file, a procedure by its folder or the name of a built-in one, both \
      as PROCEDURE:PROFILE, or none for the national procedure without a profile.

      Told are the rules, figures, states and transitions that are written otherwise; the findings of each history \
      that are gained, lost or told otherwise, with how many days earlier or later; what falls due for those who work \
      by it; the drift holes that open or close; and, for what differs and no history shows, a made-up dated case that \
      does.

      EXAMPLES
        plumbline compare theo-county-then theo-county-since --on simulations/theo.yaml
        plumbline compare none my-profile.yaml --on cases --format html > change.html
        plumbline compare old/procedure new/procedure --save differences

      Exit status: 0 compared, 2 bad input.
      """)

  @Argument(help: "The procedure or profile as it was.")
  var old: String

  @Argument(help: "The procedure or profile as it is to be.")
  var new: String

  @Option(help: ArgumentHelp("A history, or a folder of histories. May be given again.", valueName: "histories"))
  var on: [String] = []

  @Option(
    help: ArgumentHelp(
      "The procedure of a profile that is named alone; without it the national one.", valueName: "path"))
  var procedure: String?

  @Flag(help: "Leave out the drift holes, and the examples of what no history shows: they take some seconds.")
  var withoutSearch = false

  @Option(help: ArgumentHelp("Write each example as a history into this folder.", valueName: "folder"))
  var save: String?

  @Flag(help: "With --save, write over files that are already there.")
  var replace = false

  @Option(help: Format.help(of: .compare))
  var format = Format.text

  func run() throws {
    let options = try format.options(of: .compare)
    try Shell.refuse("--replace", if: replace && save == nil, without: "--save")
    let progress = ProgressLine("Comparing", of: "histories and differences")
    let (answer, files) = Answer.compare(
      request, on: on.flatMap(FoundFiles.histories), options: options, isThere: FoundFiles.exists
    ) { done, total in
      progress.show(done, of: total)
    }
    progress.end()
    try Shell.give(answer, writing: files) { Answer.comparisonNotWritten($0, options: options) }
  }

  private var request: ComparisonRequest {
    var request = ComparisonRequest()
    request.old = side(old, argument: "OLD")
    request.new = side(new, argument: "NEW")
    request.procedurePath = procedure
    request.isSearching = !withoutSearch
    request.folder = save
    request.existing = replace ? .replaced : .kept
    return request
  }

  /// What one of the two names stands for.
  private func side(_ text: String, argument: String) -> ReplayRequest {
    var request: ReplayRequest
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !FoundFiles.exists(text) {
      request = JudgingOptions.request(procedure: parts[0], profile: parts[1])
      request.typed = .inArgument(argument)
    } else if FoundFiles.isFolder(text) || BuiltInProcedure.exists(text) {
      request = JudgingOptions.request(procedure: text, profile: "none")
      request.typed = .inArgument(argument)
    } else {
      request = JudgingOptions.request(procedure: procedure, profile: text)
      request.typed = .loneArgument(argument)
    }
    return request
  }
}
