/// How near a load of cases comes to the figures by which it was made.
public struct Closeness: Sendable {
  public let statistics: Statistics
  public let seed: UInt64
  public let cases: Int
  public let children: Int
  public let events: Int
  /// In the order of the walk through a case.
  public let figures: [FigureCloseness]
}

/// One figure as it is stated and as it was made.
public struct FigureCloseness: Sendable {
  public let figure: StatisticalFigure
  public let rows: [ClosenessRow]
}

/// A share as it is stated and as it was made.
public struct ClosenessRow: Sendable {
  public enum Kind: Sendable {
    /// A share of its own.
    case share
    /// One of several words, or one stretch of lengths.
    case part
    /// All the lengths that a timescale allows.
    case withinLimit
  }

  public let kind: Kind
  /// What the share is of; empty for a share that the figure's own sentence tells.
  public let label: String
  public let stated: PartOfWhole
  public let made: PartOfWhole

  /// How many percentage points more were made than are stated; `nil` where nothing was made.
  public var difference: Double? {
    guard made.whole > 0, stated.whole > 0 else { return nil }
    return (made.fraction - stated.fraction) * 100
  }
}

/// So many of so many.
public struct PartOfWhole: Sendable, Equatable {
  public internal(set) var part: Int
  public internal(set) var whole: Int

  /// Not a number where the whole is nothing.
  public var fraction: Double { Double(part) / Double(whole) }
}
