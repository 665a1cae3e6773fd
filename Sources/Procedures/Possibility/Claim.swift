import Conditions

/// What is said of a subject; of null a comparison may say neither yes nor no.
enum Claim: Hashable {
  /// It is true.
  case holds
  case compares(Comparison, Constant)
  case isNull
  /// The first of two compares so with the second.
  case stands(Comparison)
  case isIn(StateIndex)
}
