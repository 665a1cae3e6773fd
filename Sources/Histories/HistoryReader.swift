public import Diagnostics
public import Procedures

/// Reads a case history against the procedure whose words it uses.
public enum HistoryReader {
  /// The history, or every fault that was found; the history is `nil` exactly if there is an error among them.
  public static func read(
    _ node: PlacedNode, procedure: Procedure
  ) -> (history: CaseHistory?, diagnostics: [Diagnostic]) {
    var reading = HistoryReading(procedure: procedure)
    let history = reading.history(node)
    return (reading.diagnostics.hasErrors ? nil : history, reading.diagnostics.inReadingOrder())
  }
}
