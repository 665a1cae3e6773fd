public import Diagnostics

/// One figure of a table of timescales, with what carries it.
public struct Timescale: Sendable {
  /// The number of the section, such as "2.2".
  public let section: String
  /// The identifier of the row, or its first words where it has none.
  public let row: String
  /// As the table gives it.
  public let figure: String
  /// As a column of its own gives it.
  public let unit: String?
  /// The profile in which the carriers stand; `nil` for the procedure as it is.
  public let profile: String?
  let profilePlace: Place
  public let carriers: [Carrier]
  /// Why nothing carries it.
  public let whyLeftOut: String?
  public let place: Place
}

extension Timescale {
  /// The figure with its unit: "10 max WD".
  public var figureInWords: String { [figure, unit].compactMap(\.self).joined(separator: " ") }

  /// The durations that the figure states.
  var durations: [WrittenDuration] { WrittenDuration.all(in: figure, unit: unit) }
}
