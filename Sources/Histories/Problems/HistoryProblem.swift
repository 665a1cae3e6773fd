import Diagnostics

/// What can be wrong with a history, without its wording.
protocol HistoryProblem {
  /// The code, the sentence and the mend; no text of the record beyond its own keys and identifiers.
  func diagnostic(at place: Place) -> Diagnostic
}
