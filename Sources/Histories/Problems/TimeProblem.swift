/// What can be wrong with the times of a history.
enum TimeProblem: HistoryProblem {
  case when(WhenProblem, key: String)
  case timeOfDay
  case whenMissing
  case notDoneWithoutTime
  case notDoneWithoutBeginning
  case whenAndStretch
  case itself(String)
  case contradiction(statements: [String], days: Int, order: Bool)
  case noAnchor
  case unbounded(String, HistorySide, others: [String])
  case unboundedDate(key: String, HistorySide)
  case outsideCalendar(String)
  case stretchReversed(key: String)
  case completeReversed
  case untilBeforeKnown
}

/// The side on which nothing bounds a day.
enum HistorySide {
  case early
  case late
}
