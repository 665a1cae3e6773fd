public import Diagnostics

/// What a replay of one history is expected to find, and what not.
public struct ExpectationFile: Sendable {
  /// What is tried, in a few words.
  public let title: String
  /// In the order of the file; of one that names several children there is one for each.
  public let expected: [Expectation]
  public let forbidden: [Prohibition]
  public let closure: Closure?

  /// That nothing else is found than what is expected.
  public struct Closure: Sendable {
    /// The rules and workflows that it is said of; `nil` for all of the procedure.
    public let scopes: [FindingScope]?
    public let place: Place
  }
}
