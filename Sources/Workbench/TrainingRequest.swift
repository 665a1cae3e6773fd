/// What is to be gone through, and the files that are read and written for it, each with what is there.
public struct TrainingRequest: Sendable {
  public enum Beginning: Sendable {
    /// Where the session was left, if there is one.
    case whereItWasLeft
    case fromTheStart
  }

  public var scenario: InputFile
  /// The file that answers in place of a trainee; nothing is saved then.
  public var answers: InputFile?
  /// Where the session is saved; `nil` with answers.
  public var session: InputFile?
  public var transcript: InputFile?
  public var beginning = Beginning.whereItWasLeft
  public var existing = ConversionRequest.Existing.kept

  public init(_ scenario: InputFile) { self.scenario = scenario }

  /// `return-home.session.yaml` for the file of that scenario, in the folder at hand.
  public static func sessionPath(of scenario: String) -> String {
    let name = scenario.split(separator: "/").last.map(String.init) ?? scenario
    return (name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name) + ".session.yaml"
  }
}
