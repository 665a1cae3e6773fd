/// What can be wrong with what an entry states.
enum ValueProblem: HistoryProblem {
  case wrongValue(attribute: String, ExpectedValue)
  case unknownWord(attribute: String, known: [String], nearest: String?)
  case inAndOut(attribute: String, word: String)
  case nothingStated(attribute: String)
  case doneNotNo
  case forNobody
  case stretchOfDoneEvent(key: String)
  case timeOfNotDone
  case listOfNotDone
  case twoTimes
}

/// What an attribute's type lets stand as its value.
enum ExpectedValue {
  case truth
  case number
  case text
  case date
  case duration
  case word
  case words
}
