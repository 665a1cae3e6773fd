public import Diagnostics

/// One thing that must be so, with as much as its author states: what is left out is not compared.
public struct Expectation: Sendable {
  public let subject: ExpectedSubject
  public let traits: [Trait]
  /// How many such there are; `nil` for one or more.
  public let times: Int?
  public let place: Place
}
