public import CivilTime

/// The figures by which case loads are made: published ones with their tables, and assumptions that say so.
public struct Statistics: Sendable {
  public let name: String
  /// What the statistics are of, for people.
  public let title: String
  /// The name of the procedure whose events the cases are made of.
  public let procedure: String
  /// The days on which a case may begin, both ends counted.
  public let beginnings: ClosedRange<Day>
  private let figures: [FigureName: StatisticalFigure]
  /// What is left over for every step once the figures are held against one another.
  let chances: EpisodeChances

  init?(
    name: String, title: String, procedure: String, beginnings: ClosedRange<Day>, figures: [FigureName: StatisticalFigure]
  ) {
    guard figures.count == FigureName.allCases.count, let chances = EpisodeChances(figures) else { return nil }
    (self.name, self.title, self.procedure, self.beginnings) = (name, title, procedure, beginnings)
    (self.figures, self.chances) = (figures, chances)
  }

  /// In the order of the walk through a case.
  public var inOrder: [StatisticalFigure] { FigureName.allCases.compactMap { figures[$0] } }

  subscript(name: FigureName) -> StatisticalFigure? { figures[name] }
}

/// One figure, with where it was read or that it is assumed.
public struct StatisticalFigure: Sendable {
  public enum Value: Sendable {
    /// So many of so many, or for so many.
    case share(count: Int, of: Int)
    case words([WordCount])
    case lengths([LengthCount], LengthUnit)
  }

  public let name: FigureName
  /// What it is of, in one plain sentence.
  public let says: String
  public let value: Value
  /// The longest length that a timescale allows, in the unit of the figure.
  public let within: Int?
  /// Where it was published; `nil` for an assumption.
  public let source: FigureSource?
  /// What of it is assumed, in words: all of it where there is no source.
  public let assumption: String?

  /// Whether a table gives it; what such a figure assumes besides is only what the table leaves open.
  public var isPublished: Bool { source != nil }
}

/// How many there are of a word.
public struct WordCount: Sendable {
  public let word: String
  public let count: Int
}

/// How many there are of the lengths from one number to another.
///
/// **Ends**: both count; in months, more than the first and less than the last.
public struct LengthCount: Sendable {
  public let lengths: ClosedRange<Int>
  public let count: Int
}

/// Where a figure was read.
public struct FigureSource: Sendable {
  public let tables: [PublishedTable]
  public let row: String?
  public let columns: [String]
}

/// A table that somebody published.
public struct PublishedTable: Sendable {
  /// The name that the statistics give it.
  public let name: String
  public let title: String
  public let publisher: String
  public let licence: String
  public let file: String
}
