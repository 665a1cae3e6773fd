/// How often a state was entered.
public struct StateCoverage: Sendable, Hashable {
  /// The names from the top down, joined by dots.
  public let path: String
  /// By how many children, counting each time; where a used machine begins counts as well.
  public internal(set) var entered = 0

  public var isReached: Bool { entered > 0 }
}
