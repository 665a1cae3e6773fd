import Conditions
public import Diagnostics
public import Replay

/// What became of one claim of a file of expectations.
public struct ExpectationOutcome: Sendable {
  public enum Claim: Sendable {
    case expected(Expectation)
    case never(Prohibition)
    case nothingElse(ExpectationFile.Closure)
  }

  public let claim: Claim
  /// `nil` where the claim holds.
  public let shortfall: Shortfall?

  public var holds: Bool { shortfall == nil }

  public var place: Place {
    switch claim {
    case .expected(let expectation): expectation.place
    case .never(let prohibition): prohibition.place
    case .nothingElse(let closure): closure.place
    }
  }
}

/// How a claim fails.
public enum Shortfall: Sendable {
  /// Nothing of the kind was judged at all.
  case nothingFound
  /// The nearest of what was found, and what it has otherwise, as stated.
  case differs(Found, [Trait])
  /// There are more or fewer such than expected.
  case count([Found], expected: Int)
  /// The states in which the child stands then, none within another; empty where there is no such child.
  case standsElsewhere([Stay])
  /// The child may stand there, and under some dating does not, or the other way about.
  case standsWith(Certainty)
  /// What must not be found, and was.
  case foundAfterAll([Found])
  /// Where a child must not stand, and does.
  case standsAfterAll([Stay])
}
