import CivilTime
public import Conditions
public import Exploration
public import Procedures

/// What was found of one procedure when it was asked where a child can rest with no clock running.
public struct DriftReport: Sendable {
  /// How much of it a text tells.
  public enum Depth: Sendable, Hashable {
    /// Every hole with its example, and the clocks of the other states.
    case usual
    /// The clocks that may run in each hole as well.
    case full
  }

  /// The answers where the child is in one more state of another workflow meanwhile.
  public struct Beside: Sendable {
    let state: StateReference
    let answers: [DriftAnswer]

    public init(_ state: StateReference, answers: [DriftAnswer]) {
      self.state = state
      self.answers = answers
    }
  }

  let procedure: Procedure
  let answers: [DriftAnswer]
  let beside: [Beside]
  let outliving: [OutlivingClock]
  let shown: ExampleInWords
  let together: [TimescaleConflict]

  public init(
    _ procedure: Procedure, answers: [DriftAnswer], beside: [Beside], outliving: [OutlivingClock] = [],
    together: [TimescaleConflict] = []
  ) {
    self.together = together
    self.outliving = outliving
    self.procedure = procedure
    self.answers = answers
    self.beside = beside
    shown = ExampleInWords(procedure)
  }

  /// An example that a claim rests on.
  public struct Shown: Sendable {
    /// The name of the state or rule that the claim is about.
    public let name: String
    fileprivate let example: Example
    fileprivate let title: String
    fileprivate let claim: [String]
  }

  /// The name of the procedure, or of the profile it was asked with.
  public var procedureName: String { procedure.profile ?? procedure.name }

  /// The examples of the holes, those of the clocks that outlive their workflow, then those of the timescales that cannot be
  /// met together.
  public var examples: [Shown] {
    answers.compactMap { answer in
      guard case .hole(let example) = answer.standing else { return nil }
      let name = procedure.name(of: answer.state)
      return Shown(
        name: name, example: example, title: "A child rests in \(name)",
        claim: [
          "Drift hole (PL5010), an example made up by `plumbline check`: from its last event until \(example.end)",
          "the child rests in \(name), and no clock that is about this workflow is running.",
        ])
    }
      + outliving.map { clock in
        let name = procedure.rules[clock.rule].fullName
        return Shown(
          name: name, example: clock.example, title: "\(name) outlives its workflow",
          claim: [
            "A clock that outlives its workflow (PL5011), an example made up by `plumbline check`:",
            "the workflow has come to its end, and the clock of \(name) is still open.",
          ])
      }
      + together.enumerated().flatMap { number, conflict in
        shown(conflict, number: number + 1).map { Shown(name: $0.name, example: $0.example, title: $0.title, claim: $0.claim) }
      }
  }

  /// An example as a history file.
  public func text(of shown: Shown) -> String {
    shown.example.text(
      named: String(shown.name.map { $0 == "." ? "_" : $0 }), title: shown.title, claim: shown.claim, of: procedure)
  }

  func isHole(_ answer: DriftAnswer) -> Bool {
    if case .hole = answer.standing { true } else { false }
  }

  func isUndecided(_ answer: DriftAnswer) -> Bool {
    if case .notFound = answer.standing { true } else { false }
  }

  /// The full names of rules.
  func names(_ rules: [RuleIndex]) -> [String] { rules.map { procedure.rules[$0].fullName } }

  /// A clock with how often or how soon it wants something, and what ends it besides.
  func described(_ index: RuleIndex) -> String {
    let rule = procedure.rules[index]
    let day = Span(procedure.newestDay)
    switch rule.form {
    case .cadence(let cadence):
      return "\(rule.fullName) (\(told(cadence.every, "every", day))\(excepted(cadence.unless)))"
    case .deadline(let deadline):
      guard case .within(let length) = deadline.limit else { return rule.fullName }
      return "\(rule.fullName) (\(told(length, "within", day))\(excepted(deadline.unless)))"
    case .check, .invariant: return rule.fullName
    }
  }

  private func told(_ length: LimitLength, _ word: String, _ day: Span) -> String {
    if case .expression = length { return "at times that the case sets" }
    return "\(word) \(shown.words.inWords(length, openedOn: day))"
  }

  private func excepted(_ pattern: Pattern?) -> String {
    pattern.map { ", unless \(shown.words.inWords($0))" } ?? ""
  }
}
