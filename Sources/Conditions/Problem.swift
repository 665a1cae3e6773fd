import Diagnostics

/// Everything that can be wrong with an expression; the wording stands in `Problem+Message.swift`.
enum Problem: Sendable {
  // The text.
  case unexpectedCharacter(Unicode.Scalar)
  case unclosedText
  case badEscape
  case badNumber(String)
  case nameAfterNumber(String)
  case unclosedBracket(String)
  case nothingWritten
  case expected(String, found: String)
  case notPartOfLanguage(String, instead: String?)
  case nestedTooDeeply
  case badDate(String)
  case badDuration(String)
  case badTime(String)
  case badRange(String)
  case badNumberText(String)
  case zoneName(String)
  case yearTooFar(String)
  // Names.
  case unknownName(String, mend: String?)
  case unknownFunction(String, mend: String?)
  case unknownMember(String, of: String, mend: String?)
  case unequalMember(String, of: String)
  case ambiguousName(String, meanings: [String], mend: String)
  case notAvailableHere(String, why: String)
  case incompleteName(String, mend: String)
  case unknownEvent(String, mend: String?)
  case unknownAttribute(String, event: String, mend: String?)
  case unknownState(String, mend: String?)
  case unknownRule(String, mend: String?)
  case unknownType(String, mend: String?)
  // Types.
  case wrongArgumentCount(String, expected: String, found: Int)
  case wrongArgument(function: String, expected: String, found: String, mend: String?)
  case operandTypes(String, mend: String?)
  case notATruth(found: String)
  case unknownChoice(String, list: ChoiceType)
  case notAList(found: String, mend: String?)
  case comparedWithNull
  case eventUsedAsTruth(String)
  case wrongType(expected: String, found: String, mend: String?)
  // The other doors.
  case badPattern(String, mend: String?)
  case badTrigger(String, mend: String?)
  case badPeriod(String)
  case durationExpressionType(found: String)
  case stateConditionOnly
  case eachNotASet(String)
}
