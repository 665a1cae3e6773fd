/// What is to be checked, and how much is asked of it.
public struct CheckRequest: Sendable {
  /// Whether it is asked where a child can rest with no clock running.
  public enum Drift: String, Sendable, CaseIterable {
    /// Where one procedure is checked, alone or with one profile.
    case usual
    case none
    /// Of every procedure and profile, with the clocks that may run in each hole.
    case full
  }

  /// What was found; `nil` checks the procedures that are built in.
  public var files: [InputFile]?
  /// The one file that is meant; the others are only there for what it needs.
  public var focus: String?
  /// The one profile with which procedures are checked; without it each alone and with every profile among the files.
  public var profile = ReplayRequest.ProfileChoice.asTheHistorySays
  public var drift = Drift.usual
  /// States in which the child is to be meanwhile, each as `workflow.state`.
  public var beside: [String] = []
  /// The folder for the examples; `nil` writes none.
  public var examples: String?
  public var existing = ConversionRequest.Existing.kept

  public init(files: [InputFile]?) { self.files = files }
}
