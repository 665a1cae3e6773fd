import CivilTime
import Conditions
import Diagnostics
public import Exploration
public import Procedures

/// The histories found that together reach what was asked of a procedure's workflows.
public struct PathReport: Sendable {
  let procedure: Procedure
  let plans: [PathPlan]
  let shown: ExampleInWords

  public init(_ procedure: Procedure, _ plans: [PathPlan]) {
    self.procedure = procedure
    self.plans = plans
    shown = ExampleInWords(procedure)
  }

  /// How wide the lines are that stand at the head of a history.
  private static let headWidth = 112

  /// A history file for each path, with its name: that of the workflow and a number.
  public var histories: [(name: String, text: String)] {
    plans.flatMap { plan in
      let workflow = procedure.workflows[plan.workflow].name
      return plan.paths.enumerated().map { number, path in
        let name = "\(workflow)-\(number + 1)"
        let title = "Path \(number + 1) of \(plan.paths.count) through \(workflow)"
        let claim =
          ["Made up by `plumbline paths`. First of these paths to reach:"]
          + lines(path.isFirstToReach).flatMap { line in
            TextPage.wrapped(line, to: PathReport.headWidth).enumerated().map { $0 == 0 ? $1 : "  \($1)" }
          }
        return (name, path.example.text(named: name, title: title, claim: claim, of: procedure))
      }
    }
  }

  /// How much of a kind of target is reached: "18 of 20 states".
  func counts(of plan: PathPlan) -> [Count] {
    let missing = Set(plan.unreached.map(\.target))
    return PathCount.allCases.compactMap { kind in
      let targets = plan.targets.filter { PathCount($0) == kind }
      guard !targets.isEmpty else { return nil }
      return Count(kind: kind, reached: targets.count { !missing.contains($0) }, whole: targets.count)
    }
  }

  struct Count {
    let kind: PathCount
    let reached: Int
    let whole: Int
  }

  /// Targets by kind, each kind in one line.
  func lines(_ targets: [PathTarget]) -> [String] {
    PathCount.allCases.compactMap { kind in
      let names = targets.filter { PathCount($0) == kind }.map(name)
      return names.isEmpty ? nil : "\(kind.rawValue): \(names.joined(separator: ", "))"
    }
  }

  /// A state by its path, a transition by where it leads from and to and what it hears, a rule by its full name.
  func name(of target: PathTarget) -> String {
    switch target {
    case .state(let state): procedure.workflows[state.workflow].states[state.state].path
    case .transition(let workflow, let number): name(of: procedure.workflows[workflow].transitions[number], in: workflow)
    case .rule(let rule, _): procedure.rules[rule].fullName
    }
  }

  private func name(of transition: Transition, in index: WorkflowIndex) -> String {
    let workflow = procedure.workflows[index]
    let hears =
      switch transition.cue {
      case .events(let events): events.map { procedure.vocabulary.events[$0].name }.joined(separator: " or ")
      case .signal(let signal): "signal \(workflow.signals[signal])"
      case .completion(let state): "\(workflow.states[state].path) complete"
      case .named, .always: "by itself"
      }
    let to = transition.to.map { workflow.states[$0].path }
    let way = to.isEmpty ? "in" : "from"
    let there = to.isEmpty ? "" : " to \(to.joined(separator: " and "))"
    return "\(hears) \(way) \(workflow.states[transition.from].path)\(there) (line \(transition.place.line))"
  }

  /// Why a target is not reached.
  func reason(for unreached: PathPlan.Unreached, longest: Int) -> String {
    switch unreached.proof {
    case .noWayThere: "proved: no way leads there"
    case .neverThere: "proved: the state that it leads from is never entered"
    case .neverApplies: "proved: the procedure's own figures rule out what the rule asks for"
    case .noLength: "proved: the procedure sets no length for its clock"
    case .alwaysTheSame: "proved: it turns out the same whatever happens"
    case nil:
      unreached.isExhausted
        ? "not decided: none of the \(unreached.tried) histories of at most \(longest) events that were thought of"
        : "not decided: none of \(unreached.tried) histories of at most \(longest) events that were tried"
    }
  }
}

/// What targets are counted together.
enum PathCount: String, CaseIterable {
  case states
  case transitions
  case kept = "rules kept"
  case broken = "rules broken"

  init(_ target: PathTarget) {
    self =
      switch target {
      case .state: .states
      case .transition: .transitions
      case .rule(_, .kept): .kept
      case .rule(_, .broken): .broken
      }
  }

  /// A word for it in a document.
  var key: String {
    switch self {
    case .states: "states"
    case .transitions: "transitions"
    case .kept: "kept"
    case .broken: "broken"
    }
  }
}
