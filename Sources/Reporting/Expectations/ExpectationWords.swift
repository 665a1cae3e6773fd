import Conditions
import Expectations
import Histories
import Procedures
import Replay

/// The claims of a file of expectations, and how they fail, in words.
struct ExpectationWords {
  private let reported: ReportedCase
  private let judged: JudgedCase

  init(_ reported: ReportedCase) {
    self.reported = reported
    judged = reported.judged
  }

  /// The claim as a file writes it: "rule: plan.visits, child: ann, verdict: missed".
  func claim(_ claim: ExpectationOutcome.Claim) -> String {
    switch claim {
    case .expected(let expectation): text(of: expectation)
    case .never(.such(let expectation)): "never {\(text(of: expectation))}"
    case .never(.finding(let scope, _)): "never \(scope.name(in: judged))"
    case .nothingElse(let closure):
      closure.scopes.map { scopes in "nothing else of \(scopes.map { $0.name(in: judged) }.joinedInWords())" } ?? "nothing else"
    }
  }

  private func text(of expectation: Expectation) -> String {
    let times = expectation.times.map { ["times: \($0)"] } ?? []
    return ([about(expectation.subject)] + expectation.traits.map(text) + when(expectation.subject) + times).joined(
      separator: ", ")
  }

  private func about(_ subject: ExpectedSubject) -> String {
    switch subject {
    case .rule(let scope): "rule: \(scope.name(in: judged))"
    case .workflow(let workflow): "workflow: \(judged.procedure.workflows[workflow].name)"
    case .state(let state, _): "state: \(stateName(state.workflow, state.state))"
    }
  }

  private func when(_ subject: ExpectedSubject) -> [String] {
    switch subject {
    case .state(_, at: .end): ["at: end"]
    case .state(_, at: .day(let day)): ["at: \(day)"]
    case .rule, .workflow, .state(_, at: .anyTime): []
    }
  }

  private func text(_ trait: Trait) -> String { "\(trait.name.rawValue): \(trait.text(in: judged))" }

  private func stateName(_ workflow: Int, _ state: Int) -> String {
    "\(judged.procedure.workflows[workflow].name).\(judged.procedure.workflows[workflow].states[state].path)"
  }
}

// MARK: - What was found

extension ExpectationWords {
  /// The keys by which something found is told.
  private static let told: [TraitName] = [
    .child, .member, .openedBy, .shownBy, .passedOver, .verdict, .kind, .certainty, .due, .ended, .closedBy, .lateBy,
    .intervals,
  ]

  /// Something found with all that it has, as a file would write it.
  func text(of found: Found) -> String {
    let about = if case .judgement = found { "rule" } else { "workflow" }
    return (["\(about): \(found.ruleName(in: judged))"] + traits(of: found).map(text)).joined(separator: ", ")
  }

  func traits(of found: Found) -> [Trait] {
    ExpectationWords.told.compactMap { found.trait($0, in: judged) }.filter { $0.text(in: judged) != "none" }
  }

  /// A stay: "plan.on_plan, child: ann, from 2019-04-04 to 2019-07-01".
  func text(of stay: Stay) -> String {
    let left = stay.left.map { " until \($0)" } ?? ", not left"
    return "state: \(stateName(stay.state.workflow, stay.state.state)), child: \(judged.history.children[stay.child].name), "
      + "entered \(stay.entered)\(left)"
  }

  /// What is expected under a key and what is found there.
  func difference(_ stated: Trait, _ found: Found) -> (key: String, expected: String, found: String) {
    (stated.name.rawValue, stated.text(in: judged), found.trait(stated.name, in: judged)?.text(in: judged) ?? "none")
  }
}

// MARK: - How a claim fails

extension ExpectationWords {
  /// One line of what is told of a failure, under its label.
  struct Line {
    let label: String
    let text: String
  }

  func lines(of shortfall: Shortfall) -> [Line] {
    switch shortfall {
    case .nothingFound: [Line(label: "Found", text: "nothing that was judged under it")]
    case .differs(let found, let traits):
      [Line(label: "Nearest", text: text(of: found))] + traits.map { differs($0, found) } + grounds(of: found)
    case .count(let found, let expected):
      [Line(label: "Differs", text: "\(expected) such expected, \(found.count) found")]
        + found.map { Line(label: "Found", text: text(of: $0)) }
    case .standsElsewhere(let stays):
      stays.isEmpty
        ? [Line(label: "Found", text: "no child in any state of the workflow then")]
        : stays.map { Line(label: "Found", text: text(of: $0)) }
    case .standsWith(let certainty):
      [Line(label: "Differs", text: "certainty: found \(certainty == .certain ? "certain" : "possible")")]
    case .foundAfterAll(let found): found.flatMap { [Line(label: "Found", text: text(of: $0))] + grounds(of: $0) }
    case .standsAfterAll(let stays): stays.map { Line(label: "Found", text: text(of: $0)) }
    }
  }

  private func differs(_ stated: Trait, _ found: Found) -> Line {
    let (key, expected, told) = difference(stated, found)
    return Line(label: "Differs", text: "\(key): expected \(expected), found \(told)")
  }

  /// The events that something found rests on, and the name under which a replay tells it.
  private func grounds(of found: Found) -> [Line] {
    let events = found.finding.map { reported.evidence(of: $0) } ?? found.evidence
    return events.map { Line(label: "Rests on", text: "\(reported.history.events[$0].identifier): \(reported.described($0))") }
      + [found.finding].compactMap { $0 }.map { Line(label: "Finding", text: $0.identifier) }
  }
}
