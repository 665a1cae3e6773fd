import Diagnostics

extension ValueProblem {
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .wrongValue(let attribute, let expected):
      Diagnostic(
        .attributeValueWrongType, "The value of \"\(attribute)\" must be \(expected.inWords).", at: place,
        mend: expected.mend)
    case .unknownWord(let attribute, let known, let nearest):
      Diagnostic(
        .attributeValueWrongType, "The value of \"\(attribute)\" is not one of its words.", at: place,
        mend: nearest.map { "Did you mean \"\($0)\"?" } ?? "The words are \(listed(known)).")
    case .inAndOut(let attribute, let word):
      Diagnostic(
        .attributeValueWrongType, "\"\(word)\" is both in and not in the set \"\(attribute)\".", at: place,
        mend: "Keep it under `some` or under `not`.")
    case .nothingStated(let attribute):
      Diagnostic(
        .attributeValueWrongType, "Nothing is stated for \"\(attribute)\".", at: place,
        mend: "Leave the key out where the value is not known.")
    case .doneNotNo:
      Diagnostic(
        .doneNotFalse, "The only values of `done` are \"no\" and \"false\".", at: place,
        mend: "Leave `done` out for what happened; write `done: no` for a step that was not done.")
    case .forNobody:
      Diagnostic(
        .forMissing, "This entry is for no child.", at: place,
        mend: "Name the children, leave `for` out where all are meant, or write `for: world` for nobody's event.")
    case .stretchOfDoneEvent(let key):
      Diagnostic(
        .historyUnknownKey, "The key `\(key)` goes with `done: no`.", at: place,
        mend: "Say when the event happened with `when`.")
    case .timeOfNotDone:
      Diagnostic(
        .historyWrongShape, "A step that was not done has no time of day.", at: place, mend: "Leave `time` out.")
    case .listOfNotDone:
      Diagnostic(
        .historyWrongShape, "The `when` of a step that was not done must be one statement.", at: place,
        mend: "Say over which time it was not done with `from` and `until`.")
    case .twoTimes:
      Diagnostic(
        .historyWrongShape, "The event has two times of day.", at: place,
        mend: "Give the time once, in `when` or in `time`.")
    }
  }
}

extension ExpectedValue {
  fileprivate var inWords: String {
    switch self {
    case .truth: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .date: "a date"
    case .duration: "a length of time"
    case .word: "one word"
    case .words: "a list of words"
    }
  }

  fileprivate var mend: String {
    switch self {
    case .truth: "Write `true` or `false`, or `yes` or `no`; leave the key out where it is not known."
    case .number: "Write it in digits, such as `3`, `at least 3` or `2 to 4`."
    case .text: "Write the text on its own, not a list or a mapping."
    case .date: "Write it as in `when`, such as `2019-04-12`, `2019-04` or `3 weeks after e5`."
    case .duration: "Write it as `10 working days`, `more than 1 week` or `2 to 3 weeks`."
    case .word: "Write one word, not a list or a mapping."
    case .words: "Write the whole set as `[a, b]`, or what is known of it as `{some: [a], not: [b]}`."
    }
  }
}
