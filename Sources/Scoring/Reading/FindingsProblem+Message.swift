import Diagnostics

extension FindingsProblem {
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .anotherHistory(let name):
      Diagnostic(
        .findingsOfAnotherHistory, "The table is of another history than the file beside it.", at: place,
        mend: "Write `findings: \(name)`, or name the right file behind `history`.")
    case .rowTwice(let number, let first):
      Diagnostic(
        .findingsRowTwice, "Row \(number) stands twice.", at: place, mend: "Put its findings together into one row.",
        notes: [Diagnostic.Note("the other one", at: first)])
    case .rowsMissing(let numbers):
      Diagnostic(
        .findingsRowMissing,
        "\(numbers.count == 1 ? "Row" : "Rows") \(FindingsProblem.listed(numbers)) of the table \(numbers.count == 1 ? "is" : "are") missing.",
        at: place, mend: "Add each before this row, with `not seen` and the reason where no rule raises it.")
    case .rowOutOfOrder(let number, let highest):
      Diagnostic(
        .findingsRowOutOfOrder, "Row \(number) stands after row \(highest).", at: place,
        mend: "Keep the rows in the order of the reviewer's table.")
    case .seenAndNotSeen:
      Diagnostic(
        .findingsRowUnclear, "The row has `findings`, and is said to be not seen.", at: place,
        mend: "Keep one of the two.")
    case .nothingSeen:
      Diagnostic(
        .findingsRowUnclear, "The row lists no finding.", at: place,
        mend: "List one, or write `not seen` and the reason in place of `findings`.")
    case .findingTwice(let first):
      Diagnostic(
        .findingTwice, "This finding is listed already.", at: place, mend: "Keep it in one place.",
        notes: [Diagnostic.Note("the other one", at: first)])
    case .identifierDiffers(let beginning):
      Diagnostic(
        .findingNameDiffers, "The identifier says other than the child, rule, member and event beside it.", at: place,
        mend: "By them it begins with \"\(beginning)\", and ends with a number from 1.")
    case .unknownChild(let name, let known):
      Diagnostic(
        .findingChildUnknown, "This child is not among the history's `children`.", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "Use a name from `children`."))
    case .unknownRule(let name, let known):
      Diagnostic(
        .findingRuleUnknown, "The procedure has no rule \"\(name)\" under the profile by which the row is judged.", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "Name a rule as workflow.rule."))
    case .unknownMember(let name, let known):
      Diagnostic(
        .findingMemberUnknown, "The rule has no member \"\(name)\".", at: place,
        mend: known.isEmpty
          ? "The rule is not one for each member of a set: leave `member` out."
          : Suggestion.mend(for: name, among: known, otherwise: "Its members are: \(known.joined(separator: ", "))."))
    case .memberMissing(let known):
      Diagnostic(
        .findingMemberUnknown, "The rule is one for each member of a set, and none is named.", at: place,
        mend: "Add `member`, one of: \(known.joined(separator: ", ")).")
    case .unknownEvent(let name, let known):
      Diagnostic(
        .findingEventUnknown, "No event of the history has this identifier.", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "Name the `id` of an event, or start where none opened it."))
    }
  }

  /// "4, 5 and 7", at most eight and how many more.
  private static func listed(_ numbers: [Int]) -> String {
    let shown = numbers.prefix(8).map(String.init)
    if numbers.count > 8 { return shown.joined(separator: ", ") + " and \(numbers.count - 8) more" }
    guard shown.count > 1 else { return shown.joined() }
    return shown.dropLast().joined(separator: ", ") + " and " + shown[shown.count - 1]
  }
}
