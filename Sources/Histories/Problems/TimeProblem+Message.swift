import Diagnostics

extension TimeProblem {
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .when(let problem, let key): problem.diagnostic(at: place, key: key)
    case .timeOfDay:
      Diagnostic(
        .whenNotUnderstood, "This is not a time of day.", at: place,
        mend: "Write hours and minutes with two digits each, such as \"14:30\".")
    case .whenMissing:
      Diagnostic(
        .whenMissing, "The event does not say when it happened.", at: place,
        mend: "Add `when`, however wide: `when: between 2019 and 2021`, or `when: after e5`.")
    case .notDoneWithoutTime:
      Diagnostic(
        .whenMissing, "The entry does not say over which time the step was not done.", at: place,
        mend: "Add `from` and `until`, or `when`.")
    case .notDoneWithoutBeginning:
      Diagnostic(
        .whenMissing, "The entry does not say from when the step was not done.", at: place,
        mend: "Add `from`, such as `from: e46`.")
    case .whenAndStretch:
      Diagnostic(
        .historyWrongShape, "An entry has either `when` or `from` and `until`, not both.", at: place,
        mend: "Keep `from` and `until`.")
    case .itself(let name):
      Diagnostic(
        .whenCircular, "The time of \"\(name)\" is told by \"\(name)\" itself.", at: place,
        mend: "Name another event, or give a date.")
    case .contradiction(let statements, let days, let order):
      Diagnostic(
        .contradictoryTimes,
        "These times cannot all be true: \(statements.joined(separator: "; ")). "
          + "They miss one another by \(days == 1 ? "1 day" : "\(days) days").",
        at: place,
        mend: order
          ? "Correct one of them, put the entries in the order of time, or free one with `order: free`."
          : "Correct one of them or make it wider.")
    case .noAnchor:
      Diagnostic(
        .noAnchor, "Nothing in the history has a date.", at: place,
        mend: "Give one event a date, however wide: `when: between 2019 and 2021`.")
    case .unbounded(let name, let side, let others):
      Diagnostic(
        .noAnchor, "Nothing says how \(side.inWords) \"\(name)\" was.", at: place, mend: side.mend,
        notes: others.isEmpty ? [] : [Diagnostic.Note("the same goes for \(listed(others))")])
    case .unboundedDate(let key, let side):
      Diagnostic(
        .noAnchor, "Nothing says how \(side.inWords) the date in `\(key)` is.", at: place,
        mend: "Bound it with a second statement: `\(key): [after e5, before 2022]`.")
    case .outsideCalendar(let name):
      Diagnostic(
        .dateOutsideCalendar, "The date of \(name) can fall outside the years 1978 to 2150.", at: place,
        mend: "Correct the statement, or bound it with a second one in a list.")
    case .stretchReversed(let key):
      Diagnostic(
        .emptyRange, "The time over which the step was not done ends before it begins.", at: place,
        mend: "Put `from` and `until` the other way round, or correct `\(key)`.")
    case .completeReversed:
      Diagnostic(
        .completeRangeReversed, "The stretch of a complete record ends before it begins.", at: place,
        mend: "Put `from` and `until` the other way round.")
    case .untilBeforeKnown:
      Diagnostic(
        .untilBeforeKnown, "The child's `until` lies before the child's `known`.", at: place,
        mend: "Correct one of them: judging begins at `known` and ends at `until`.")
    }
  }
}

extension HistorySide {
  fileprivate var inWords: String {
    switch self {
    case .early: "early"
    case .late: "late"
    }
  }

  fileprivate var mend: String {
    switch self {
    case .early: "Add an earliest date, however early: `when: [before e2, after 2019]`."
    case .late: "Add a latest date, however late, or an `observed until`: `when: [after e5, before 2022]`."
    }
  }
}

extension WhenProblem {
  fileprivate func diagnostic(at place: Place, key: String) -> Diagnostic {
    switch self {
    case .notUnderstood(let hint):
      Diagnostic(.whenNotUnderstood, "The time in `\(key)` is not understood.", at: place, mend: hint.mend)
    case .noSuchDate:
      Diagnostic(
        .whenNotUnderstood, "The calendar has no such date.", at: place,
        mend: "Write a date as year, month and day: 2019-04-12.")
    case .outsideCalendar:
      Diagnostic(
        .dateOutsideCalendar, "The date lies outside the years 1978 to 2150.", at: place, mend: "Correct the year.")
    case .emptyRange:
      Diagnostic(
        .emptyRange, "The range ends before it begins.", at: place, mend: "Put its ends the other way round.")
    }
  }
}

extension WhenHint {
  fileprivate var mend: String {
    switch self {
    case .nothing:
      "Write a date (2019-04-12), a month (2019-04), a range (2019-04 to 2019-06), "
        + "or a relation (3 days after e5, same day as e5)."
    case .monthInWords: "Write months as numbers: 2019-04-12, or 2019-04 for the whole month."
    case .dayFirst: "Write a date as year, month and day: 2019-04-12."
    case .weekday: "Weekdays are not relations; give the days: 4 days after e5."
    case .eventAlone: "Say how it lies to the event: same day as e5, after e5, 3 days after e5."
    case .lengthAlone: "Say from which event the length counts: 3 days after e5."
    case .otherWord(let word, "at most"):
      "Write `at most` and the side for `\(word)`: at most 5 weeks after e5."
    case .otherWord(let word, let accepted): "Write `\(accepted)` for `\(word)`: \(accepted) 3 weeks after e5."
    case .fortnights: "Write `a fortnight`, or give the weeks: 4 weeks after e5."
    case .softDate: "Soften a date by a range (2019-04-10 to 2019-04-14) or with: about same day as 2019-04-12."
    }
  }
}
