import ArgumentParser
import Workbench

/// By which procedure a history is judged, and until when: what `replay` and `explain` share.
struct JudgingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of a procedure, or the name of a built-in one, in place of the one the history names.",
      valueName: "path"))
  var procedure: String?

  @Option(
    help: ArgumentHelp(
      "The name or file of a profile in place of the one the history names, or none for no profile.",
      valueName: "profile"))
  var profile: String?

  @Option(help: ArgumentHelp("End observation on this day, year-month-day; of rules, list those of this day.", valueName: "date"))
  var asOf: String?

  /// The options as the workbench takes them.
  var request: ReplayRequest {
    var request = JudgingOptions.request(procedure: procedure, profile: profile)
    request.asOf = asOf
    return request
  }

  /// By which procedure and profile something is judged, as they were typed.
  static func request(procedure: String?, profile: String?) -> ReplayRequest {
    var request = ReplayRequest()
    if let procedure {
      request.procedure = JudgingOptions.procedure(procedure)
      if case .files = request.procedure { request.procedurePath = procedure }
    }
    if let profile { request.profile = JudgingOptions.profile(profile) }
    return request
  }

  /// A folder or file of that path if there is one, else a built-in procedure of that name.
  static func procedure(_ text: String) -> ReplayRequest.ProcedureChoice {
    let isPath = text.contains("/") || FoundFiles.exists(text)
    return isPath ? .files(FoundFiles.at(text)) : .named(text)
  }

  /// A profile by name or file, or none.
  static func profile(_ text: String) -> ReplayRequest.ProfileChoice {
    if text == "none" { return .withoutProfile }
    let isPath = text.contains("/") || text.hasSuffix(".yaml")
    if isPath { return .file(FoundFiles.file(text)) }
    return FoundFiles.exists(text) ? .namedOrFile(text, FoundFiles.file(text)) : .named(text)
  }
}
