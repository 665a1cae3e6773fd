import Diagnostics

extension StatisticsProblem {
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .missing(let names):
      let listed = names.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      return Diagnostic(
        .figureMissing, "The statistics lack \(names.count == 1 ? "the figure" : "the figures") \(listed).", at: place,
        mend: "Add each; the built-in statistics show how, and an assumption will do where nothing is published.")
    case .unknownFigure(let name):
      return Diagnostic(
        .figureUnknown, "No case is made by a figure \"\(name)\".", at: place,
        mend: Suggestion.mend(for: name, among: FigureName.allCases.map(\.rawValue), otherwise: "Leave it out."))
    case .anotherForm(let form):
      return Diagnostic(.figureOfAnotherForm, "This figure is \(form.inWords).", at: place, mend: form.mend)
    case .unknownWord(let word, let known):
      return Diagnostic(
        .figureWordUnknown, "This figure cannot count \"\(word)\".", at: place,
        mend: Suggestion.mend(for: word, among: known, otherwise: "It counts: \(known.joined(separator: ", "))."))
    case .lengthUnclear(let text, let unit):
      let allowed = unit.allowed
      return Diagnostic(
        .figureLengthUnclear, "\"\(text)\" does not say from how many \(unit.rawValue) to how many.", at: place,
        mend: "Write two whole numbers from \(allowed.lowerBound) to \(allowed.upperBound), such as "
          + "\(unit.example)\(unit == .months ? ", the second larger than the first" : "").")
    case .lengthsOutOfOrder(let text):
      return Diagnostic(
        .figureLengthsOutOfOrder, "\"\(text)\" begins before the lengths above it end.", at: place,
        mend: "Keep the lengths in their order, each in one entry only.")
    case .unknownTable(let name, let known):
      return Diagnostic(
        .figureTableUnknown, "There is no table \"\(name)\" among the tables.", at: place,
        mend: Suggestion.mend(for: name, among: known, otherwise: "Add it to `tables`."))
    case .limitWithoutLengths:
      return Diagnostic(
        .figureWithoutLimit, "Only a figure of lengths has a limit.", at: place, mend: "Leave out `within`.")
    case .moreThanAll:
      return Diagnostic(
        .figuresDoNotFit, "A share is at most all of what it is of.", at: place, mend: "See that the numbers are not swapped.")
    case .doNotFit:
      return Diagnostic(
        .figuresDoNotFit,
        "No cases have these shares together: assessments, enquiries, conferences and plans, each with those that come again.",
        at: place,
        mend: "See that there are no more enquiries than assessed referrals, and no more plans that come again than plans.")
    case .daysBackwards:
      return Diagnostic(
        .statisticsDaysUnclear, "The last day on which a case may begin lies before the first.", at: place,
        mend: "Write a day from `from` on.")
    case .noSuchDay(let text):
      return Diagnostic(
        .statisticsDaysUnclear, "No case may begin on \(text).", at: place,
        mend: "Write a day that the calendar has, from 1990-01-01 to 2099-12-31.")
    }
  }
}

extension FigureForm {
  fileprivate var inWords: String {
    switch self {
    case .share: "a share"
    case .ratio: "a ratio"
    case .words: "one of counts by words"
    case .lengths(let unit): "one of counts by lengths in \(unit.rawValue)"
    }
  }

  fileprivate var mend: String {
    switch self {
    case .share, .ratio: "Write `count` and `of`, and leave out `counts`."
    case .words(let words):
      "Write `counts` with \(words.prefix(3).joined(separator: ", "))\(words.count > 3 ? " and so on" : "")."
    case .lengths(let unit): "Write `counts`, such as {\(unit.example): 100}."
    }
  }
}

extension LengthUnit {
  fileprivate var example: String {
    switch self {
    case .workingDays: "11 to 15"
    case .days: "28 to 42"
    case .weeks, .months: "6 to 12"
    case .years: "5 to 9"
    case .children: "1 to 1"
    }
  }
}
