import Diagnostics

/// What can be wrong with the shape of a history: its keys, lists and names.
enum ShapeProblem: HistoryProblem {
  case unknownKey(String, known: [String])
  case missingKey(String, of: String)
  case wrongShape(of: String, expected: String, found: String)
  case onlyValue(of: String, value: String)
  case badName(what: String)
  case duplicateIdentifier(String, first: Place?)
  case duplicateChild
  case noEvents
  case noChildren
  case tooManyChildren
}
