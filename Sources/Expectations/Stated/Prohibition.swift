public import Diagnostics

/// Something that must not be found.
public enum Prohibition: Sendable {
  /// No finding of a rule or workflow; what is not recorded is none.
  case finding(of: FindingScope, place: Place)
  /// What an expectation tells; without verdict and kind any finding, and what is not recorded is none.
  case such(Expectation)

  public var place: Place {
    switch self {
    case .finding(_, let place): place
    case .such(let expectation): expectation.place
    }
  }
}
