public import Diagnostics

/// A rule or parameter that carries a duration, with the figure that it must have.
public struct Carrier: Sendable {
  public enum Kind: Sendable, Hashable {
    case rule
    case parameter
  }

  public let kind: Kind
  public let name: String
  /// As a procedure writes it: "10 working days"; `nil` where only the name is stated.
  public let figure: String?
  public let place: Place
  let figurePlace: Place
}
