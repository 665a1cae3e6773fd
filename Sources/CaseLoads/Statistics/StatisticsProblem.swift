/// What can be wrong with a file of statistics, without its wording.
enum StatisticsProblem {
  case missing([FigureName])
  case unknownFigure(String)
  case anotherForm(FigureForm)
  case unknownWord(String, known: [String])
  case lengthUnclear(String, LengthUnit)
  case lengthsOutOfOrder(String)
  case unknownTable(String, known: [String])
  case limitWithoutLengths
  case moreThanAll
  /// Together the figures leave no share that can be for this step.
  case doNotFit
  case daysBackwards
  case noSuchDay(String)
}
