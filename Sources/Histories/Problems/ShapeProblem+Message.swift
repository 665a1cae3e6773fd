import Diagnostics

extension ShapeProblem {
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .unknownKey(let key, let known):
      Diagnostic(
        .historyUnknownKey, "The key \(quoted(key)) is not known here.", at: place,
        mend: Suggestion.mend(for: key, among: known, otherwise: "The keys are \(listed(known))."))
    case .missingKey(let key, let owner):
      Diagnostic(.historyMissingKey, "\(owner) needs the key \"\(key)\".", at: place, mend: "Add `\(key): ...`.")
    case .wrongShape(let what, let expected, let found):
      Diagnostic(
        .historyWrongShape, "\(what) must be \(expected), not \(found).", at: place,
        mend: "Write \(expected) in its place, or leave out the key.")
    case .onlyValue(let key, let value):
      Diagnostic(
        .historyWrongShape, "The only value of `\(key)` is \"\(value)\".", at: place,
        mend: "Write `\(key): \(value)` or leave it out.")
    case .badName(let what):
      Diagnostic(
        .badHistoryName, "\(what) must be one word of letters, digits, `_`, `-` and `.`.", at: place,
        mend: "Choose another name; \"world\" is taken.")
    case .badIdentifier:
      Diagnostic(
        .badHistoryName, "The `id` of an event must be one word of letters, digits, `_`, `-` and `.`, a letter first.",
        at: place,
        mend: "Choose another identifier, such as \"e5\"; words of the language such as \"after\" and \"to\" are taken.")
    case .duplicateIdentifier(let name, let first):
      Diagnostic(
        .duplicateEventIdentifier, "Two events have the identifier \(quoted(name)).", at: place,
        mend: "Give one of them another `id`.", notes: [Diagnostic.Note("the other one", at: first)])
    case .duplicateChild:
      Diagnostic(.duplicateChild, "This child is listed twice.", at: place, mend: "List each child once.")
    case .noEvents:
      Diagnostic(.noEvents, "The history has no events.", at: place, mend: "Add at least one entry to `events`.")
    case .noChildren:
      Diagnostic(.noChildren, "The history has no children.", at: place, mend: "Add at least one entry to `children`.")
    case .tooManyChildren:
      Diagnostic(
        .tooManyChildren, "A history has room for 64 children.", at: place,
        mend: "Split the record into several histories.")
    }
  }
}

/// Names in quotation marks, at most twelve.
func listed(_ names: [String]) -> String {
  let shown = names.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
  return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
}

/// A name in quotation marks; a text that is no name is not repeated, since it may be anything.
func quoted(_ name: String) -> String {
  WhenParser.isName(name) && name.count <= 60 ? "\"\(name)\"" : "written here"
}
