import CivilTime
import SeededNumbers

/// Made-up cases whose figures follow those of statistics.
///
/// A case hangs on the seed and its number alone, so that a load can be made in parts, and no case is held once the next is
/// asked for. The same statistics, seed and number give the same case on every machine.
public struct CaseLoad: Sendable {
  public let seed: UInt64
  public let statistics: Statistics
  private let draws: SharedDraws

  public init(_ statistics: Statistics, seed: UInt64) {
    (self.statistics, self.seed) = (statistics, seed)
    draws = SharedDraws(LoadDraws(statistics))
  }

  /// The case of a number, from 1.
  public func makeCase(_ number: Int) -> MadeCase {
    var walk = CaseWalk(draws, statistics.beginnings, seed: seed, case: number)
    walk.goThrough()
    return walk.madeCase(number)
  }
}

/// The draws of a load in one place, so that a case need not copy them.
final class SharedDraws: Sendable {
  let of: LoadDraws

  init(_ draws: LoadDraws) { of = draws }
}
