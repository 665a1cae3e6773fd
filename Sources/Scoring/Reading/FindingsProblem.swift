import Diagnostics

/// What can be wrong with a table of findings, without its wording.
enum FindingsProblem {
  /// The table is of another history than the file beside it, whose name is this.
  case anotherHistory(String)
  case rowTwice(Int, first: Place)
  case rowsMissing([Int])
  case rowOutOfOrder(Int, after: Int)
  case seenAndNotSeen
  case nothingSeen
  case findingTwice(first: Place)
  case identifierDiffers(shouldBegin: String)
  case unknownChild(String, known: [String])
  case unknownRule(String, known: [String])
  case unknownMember(String, known: [String])
  case memberMissing(known: [String])
  case unknownEvent(String, known: [String])

  /// Whether another procedure, or another version of this one, would make the table right.
  var isOfProcedure: Bool {
    switch self {
    case .unknownRule, .unknownMember, .memberMissing: true
    case .anotherHistory, .rowTwice, .rowsMissing, .rowOutOfOrder, .seenAndNotSeen, .nothingSeen, .findingTwice,
      .identifierDiffers, .unknownChild, .unknownEvent:
      false
    }
  }
}
