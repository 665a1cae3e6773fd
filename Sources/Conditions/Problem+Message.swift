import Diagnostics

extension Problem {
  /// The problem as it is told to a person.
  func diagnostic(at place: Place) -> Diagnostic {
    let (code, message, mend) = told
    return Diagnostic(code, message, at: place, mend: mend)
  }

  private var told: (DiagnosticCode, String, mend: String?) {
    switch self {
    case .unexpectedCharacter, .unclosedText, .badEscape, .badNumber, .nameAfterNumber, .unclosedBracket, .nothingWritten,
      .expected, .notPartOfLanguage, .nestedTooDeeply, .badDate, .badDuration, .badTime, .badRange,
      .badNumberText, .zoneName, .yearTooFar, .incompleteName:
      return toldOfText
    case .unknownName, .unknownFunction, .unknownMember, .unequalMember, .ambiguousName, .notAvailableHere,
      .unknownEvent, .unknownAttribute, .unknownState, .unknownRule, .unknownType:
      return toldOfNames
    case .wrongArgumentCount, .wrongArgument, .operandTypes, .notATruth, .unknownChoice, .notAList, .comparedWithNull,
      .eventUsedAsTruth, .wrongType:
      return toldOfTypes
    case .badPattern, .badTrigger, .badPeriod, .durationExpressionType, .stateConditionOnly, .eachNotASet:
      return toldOfDoors
    }
  }

  private var toldOfText: (DiagnosticCode, String, mend: String?) {
    switch self {
    case .unexpectedCharacter(let character):
      (
        .unexpectedCharacter, "The character \"\(character)\" has no meaning in a condition.",
        character == "'" || character == "\u{201C}" || character == "\u{201D}"
          ? "Put texts in straight double quotes." : nil
      )
    case .unclosedText: (.unclosedText, "The text that begins here has no end.", "Close it with a double quote.")
    case .badEscape:
      (.badLiteral, "This is not one of the marks \\\" \\\\ \\n \\r \\t \\uXXXX.", "Write \\\\ for a backslash.")
    case .badNumber(let written): (.badLiteral, "\"\(written)\" is not a number that can be held.", nil)
    case .nameAfterNumber(let written):
      (
        .badLiteral, "The number \(written) runs into a name.",
        "Write a duration as duration(\"P10D\"), and put an operator between a number and a name."
      )
    case .unclosedBracket(let bracket): (.unclosedBracket, "The \(bracket) that stands here is never closed.", nil)
    case .nothingWritten: (.conditionSyntax, "Nothing is written here.", "Write an expression.")
    case .expected(let expected, let found): (.conditionSyntax, "Expected \(expected), found \(found).", nil)
    case .notPartOfLanguage(let what, let instead):
      (.conditionSyntax, "The language of conditions has no place for \(what).", instead)
    case .nestedTooDeeply: (.conditionSyntax, "The expression is nested too deeply.", "Cut it into several rules.")
    case .badDate(let written):
      (.badLiteral, "\"\(written)\" is not a date of the calendar.", "Write a date as yyyy-mm-dd.")
    case .badDuration(let written):
      (
        .badLiteral, "\"\(written)\" is not a duration that can be used here.",
        "Write days as P10D, months as P3M, years as P1Y, hours as PT72H."
      )
    case .badTime(let written):
      (
        .badLiteral, "\"\(written)\" is not a time, or a date and time.",
        "Write a time as 10:30:00, a date and time as 2020-01-31T10:30:00, an offset behind it as +01:00 or Z."
      )
    case .badRange(let written):
      (
        .badLiteral, "\"\(written)\" is not a range from one written value to a greater one.",
        "Write it as [1..5], (1..5) or [@\"2020-01-31\"..@\"2020-02-29\"]."
      )
    case .badNumberText(let written): (.badLiteral, "\"\(written)\" is not a number written with these marks.", nil)
    case .zoneName(let written):
      (
        .zoneName, "\"\(written)\" names a time zone, and no table of zones is at hand.",
        "Write how far the clock is ahead of universal time: +01:00."
      )
    case .yearTooFar(let written): (.yearTooFar, "\"\(written)\" is in a year that cannot be held.", nil)
    case .incompleteName(let name, let mend): (.conditionSyntax, "\"\(name)\" means nothing by itself.", mend)
    default: (.conditionSyntax, "The expression cannot be read.", nil)
    }
  }

  private var toldOfNames: (DiagnosticCode, String, mend: String?) {
    switch self {
    case .unknownName(let name, let mend):
      (.unknownName, "Nothing is called \"\(name)\" here.", mend ?? "Write a name that is declared, or declare it.")
    case .unknownFunction(let name, let mend):
      (.unknownFunction, "There is no function \"\(name)\".", mend ?? "Write one that conditions know.")
    case .unknownMember(let name, let owner, let mend):
      (.unknownMember, "There is no \"\(name)\" in \(owner).", mend ?? "Write one that is there, or leave it out.")
    case .unequalMember(let name, let events):
      (
        .unknownMember, "\"\(name)\" is not the same attribute in all of \(events).",
        "Give it to each of them with one type, or write a rule for each event."
      )
    case .ambiguousName(let name, let meanings, let mend):
      (.ambiguousName, "\"\(name)\" could be \(meanings.joined(separator: " or ")).", mend)
    case .notAvailableHere(let name, let why):
      (.nameNotAvailableHere, "\"\(name)\" has no meaning here: \(why).", "Leave it out, or name an event or a state.")
    case .unknownEvent(let name, let mend): (.unknownEvent, "The vocabulary has no event \"\(name)\".", mend)
    case .unknownAttribute(let name, let event, let mend):
      (
        .unknownAttribute, "The event \"\(event)\" has no attribute \"\(name)\".",
        mend ?? "Write one that the vocabulary gives the event."
      )
    case .unknownState(let name, let mend): (.unknownState, "There is no state \"\(name)\".", mend ?? "Write one of its states.")
    case .unknownType(let name, let mend):
      (.unknownType, "There is no type \"\(name)\".", mend ?? "Write one that conditions know.")
    case .unknownRule(let name, let mend):
      (.unknownRule, "There is no rule \"\(name)\".", mend ?? "Write one that is there, or add it.")
    default: (.unknownName, "A name is not known.", nil)
    }
  }

  private var toldOfTypes: (DiagnosticCode, String, mend: String?) {
    switch self {
    case .wrongArgumentCount(let function, let expected, let found):
      (.wrongArgumentCount, "\"\(function)\" takes \(expected), found \(counted(found, "argument")).", nil)
    case .wrongArgument(let function, let expected, let found, let mend):
      (.wrongArgumentType, "\"\(function)\" needs \(expected), found \(found).", mend)
    case .operandTypes(let message, let mend): (.operandTypes, message, mend)
    case .notATruth(let found):
      (.notATruth, "This must be true or false, found \(found).", "Compare it with something.")
    case .unknownChoice(let word, let list):
      (.unknownChoice, "\"\(word)\" is not a word of \"\(list.name)\".", list.mend(for: word))
    case .notAList(let found, let mend): (.notAList, "This must be a list, found \(found).", mend)
    case .comparedWithNull:
      (
        .comparedWithNull, "Nothing can be compared with null: what is not recorded is unknown, not null.",
        "Write known(x) to ask whether a value is recorded, occurred(EVENT) whether something happened."
      )
    case .eventUsedAsTruth(let name):
      (
        .eventUsedAsTruth, "A list of occurrences is neither true nor false.",
        "Write occurred(\(name)) or count(\(name)) > 0."
      )
    case .wrongType(let expected, let found, let mend):
      (.wrongResultType, "This must be \(expected), found \(found).", mend)
    default: (.operandTypes, "The types do not go together.", nil)
    }
  }

  private var toldOfDoors: (DiagnosticCode, String, mend: String?) {
    switch self {
    case .badPattern(let message, let mend): (.badPattern, message, mend)
    case .badTrigger(let message, let mend): (.badTrigger, message, mend)
    case .badPeriod(let written):
      (
        .badPeriod, "\"\(written)\" is not a period.",
        "Write a whole number and hours, days, working days, weeks, months or years: 10 working days."
      )
    case .durationExpressionType(let found):
      (
        .durationExpressionType, "This must be a duration, found \(found).",
        "Write a period such as 10 working days, a parameter, or an expression that gives a duration."
      )
    case .stateConditionOnly:
      (
        .stateConditionOnly, "Only states, \"unborn\", and, or and not can stand here.",
        "Put anything else into \"when\"."
      )
    case .eachNotASet(let message):
      (.eachNotASet, message, "Write NAME in a set or list of words: role in trigger.invited.")
    default: (.conditionSyntax, "The text cannot be read.", nil)
    }
  }
}

extension ChoiceType {
  /// The nearest word, or the words there are.
  func mend(for word: String) -> String? {
    if let nearest = Suggestion.nearest(to: word, among: members) { return "Did you mean \"\(nearest)\"?" }
    if members.isEmpty { return nil }
    let shown = members.prefix(8).joined(separator: ", ")
    return members.count > 8 ? "Use one of \(shown) and \(members.count - 8) more." : "Use one of \(shown)."
  }
}
