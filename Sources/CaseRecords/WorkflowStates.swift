/// Where the machine of one workflow stands.
///
/// A state with states inside it carries the one of them that is active; a parallel state carries one of each region.
public protocol WorkflowStates: Hashable, Sendable {
  associatedtype Procedure: TypedProcedure

  /// The name of the workflow.
  static var workflow: String { get }

  /// The state that is active; `nil` where none of the workflow is.
  init?(_ active: ActiveStates)

  /// The paths of the innermost active states, as `starts in` of a history takes them.
  var paths: [String] { get }
}

/// The paths of the states of one workflow in which a child is.
public struct ActiveStates: Hashable, Sendable {
  private let paths: Set<String>

  public init(_ paths: some Sequence<String>) { self.paths = Set(paths) }

  public func contains(_ path: String) -> Bool { paths.contains(path) }
}
