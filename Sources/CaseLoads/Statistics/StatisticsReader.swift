public import Diagnostics

/// Reads a file of statistics whose keys and values stand as they are described.
public enum StatisticsReader {
  /// The statistics and every fault that was found; the statistics are `nil` if there is one.
  ///
  /// Codes: PL8501 to PL8510.
  public static func read(_ node: PlacedNode) -> (statistics: Statistics?, diagnostics: [Diagnostic]) {
    var reading = StatisticsReading(node)
    let statistics = reading.statistics()
    return (reading.diagnostics.isEmpty ? statistics : nil, reading.diagnostics.inReadingOrder())
  }
}
