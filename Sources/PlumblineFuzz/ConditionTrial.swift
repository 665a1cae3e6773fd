import Conditions
import Diagnostics

/// Reads a text as everything an expression can be; what is accepted is evaluated in cases of which more and more is known.
enum ConditionTrial {
  static func read(_ source: SourceText) throws(BrokenPromise) {
    let text = source.text
    guard text.utf8.count <= SourceText.longestExpression else { return }
    for language in SampleProcedure.languages {
      let door = Door(language: language, text: text, source: source)
      try door.readTwice()
      if let condition = try door.read("condition", { $0.condition($1, at: $2, into: &$3) }) {
        try evaluate(condition, in: language.scope)
      }
      if let condition = try door.read("stateCondition", { $0.stateCondition($1, at: $2, into: &$3) }) {
        try evaluate(condition, in: language.scope)
      }
      for type in types(in: language.scope) {
        let value = try door.read("value") { $0.value($1, at: $2, expected: type, into: &$3) }
        if let value { try evaluate(value, in: language.scope) }
      }
      try readParts(door, language.scope)
    }
  }

  private static func readParts(_ door: Door, _ scope: ConditionScope) throws(BrokenPromise) {
    if let pattern = try door.read("pattern", { $0.pattern($1, at: $2, into: &$3) }) { try evaluate(pattern, in: scope) }
    if case .pattern(let pattern)? = try door.read("trigger", { $0.trigger($1, at: $2, into: &$3) }) {
      try evaluate(pattern, in: scope)
    }
    if let each = try door.read("each", { $0.each($1, at: $2, into: &$3) }) { try evaluate(each.list, in: scope) }
    if case .expression(let length)? = try door.read("durationOrPeriod", { $0.durationOrPeriod($1, at: $2, into: &$3) }) {
      try evaluate(length, in: scope)
    }
    _ = try door.read("stateReference") { $0.stateReference($1, at: $2, into: &$3) }
  }

  private static func types(in scope: ConditionScope) -> [ConditionType?] {
    [nil, .duration, .choice(scope.roles), .set(scope.roles)]
  }

  private static func evaluate(_ pattern: Pattern, in scope: ConditionScope) throws(BrokenPromise) {
    switch pattern {
    case .event(_, let condition): if let condition { try evaluate(condition, in: scope) }
    case .any(let parts), .all(let parts): for part in parts { try evaluate(part, in: scope) }
    case .entering, .leaving: break
    }
  }

  /// Knowing more never turns a decided truth into the other, unless the condition asks what is known.
  private static func evaluate(_ condition: Condition, in scope: ConditionScope) throws(BrokenPromise) {
    var decided: (truth: Truth, knowledge: TrialCase.Knowledge)?
    for known in TrialCase.cases(of: scope) {
      let knowledge = known.knowledge
      let value = condition.evaluate(in: known)
      try promise(value == condition.evaluate(in: known), "A second evaluation gave another value.")
      guard condition.type == .truth, !condition.text.contains("known") else { continue }
      let truth = condition.holds(in: known)
      if let decided {
        try promise(
          truth == decided.truth, "\(decided.truth) with \(decided.knowledge) known, and \(truth) with \(knowledge) known.")
      } else if truth != .unknown {
        decided = (truth, knowledge)
      }
    }
  }
}

/// One text, read through any door of the language.
private struct Door {
  let language: Language
  let text: String
  /// The text without its line ends.
  private let inOneLine: SourceText

  init(language: Language, text: String, source: SourceText) {
    self.language = language
    self.text = text
    let scalars = text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : Character($0) }
    inOneLine = SourceText(name: source.name, text: String(scalars))
  }

  private var place: Place { Place(file: inOneLine.name, line: 1, column: 1) }

  /// What a door gives, a value or an error.
  func read<Result>(
    _ name: String, _ door: (Language, String, Place, inout [Diagnostic]) -> Result?
  ) throws(BrokenPromise) -> Result? {
    var told: [Diagnostic] = []
    let result = door(language, text, place, &told)
    try Promises.answers(result != nil, told, "Language.\(name)")
    // Places are counted along the value, whatever lines it has.
    try Promises.lie(in: [inOneLine], told, "Language.\(name)")
    return result
  }

  /// The same faults each time.
  func readTwice() throws(BrokenPromise) {
    var (first, second): ([Diagnostic], [Diagnostic]) = ([], [])
    for _ in 0..<2 {
      swap(&first, &second)
      second = []
      _ = language.condition(text, at: place, into: &second)
      _ = language.trigger(text, at: place, into: &second)
    }
    try Promises.repeats(first, second, "Language")
  }
}

extension SourceText {
  /// How long a text may be that is read as an expression.
  fileprivate static let longestExpression = 4096
}
