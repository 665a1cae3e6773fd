public import Conditions

/// Histories that together reach what was asked of a workflow.
public struct PathPlan: Sendable {
  /// One history, and what it reaches of what was asked.
  public struct Path: Sendable {
    public let example: Example
    /// In the order of the procedure's file.
    public let reaches: [PathTarget]
    /// Of these, what no path before it reaches.
    public let isFirstToReach: [PathTarget]
  }

  /// A target that no path reaches, and how far the search for one went.
  public struct Unreached: Sendable {
    public let target: PathTarget
    /// Why nothing can reach it, where that is proved.
    public let proof: PathProof?
    /// How many histories were tried.
    public let tried: Int
    /// Whether every way that was thought of was tried.
    public let isExhausted: Bool
  }

  public let workflow: WorkflowIndex
  /// Everything that was asked, in the order of the procedure's file.
  public let targets: [PathTarget]
  /// No path of them could be left out.
  public let paths: [Path]
  public let unreached: [Unreached]
  /// The most events that a history was to have.
  public let longest: Int
}
