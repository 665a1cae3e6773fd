public import Conditions
import Exploration
public import Procedures

/// A workflow as it is drawn, whatever the format: what stands in the box of each state, and what the steps say.
public struct DrawnWorkflow: Sendable {
  /// A timescale that governs a state.
  struct Clock: Sendable {
    /// `every 6 weeks`.
    let length: String
    /// `: core group held`, and whatever else goes on after the length.
    let demand: String
    let rule: String
    /// The title of the workflow whose rule it is, where that is another.
    let otherWorkflow: String?

    var words: String { length + demand }

    /// All of it in one line, wherever it stands.
    var told: String { "\(words) (\(rule)\(otherWorkflow.map { ", of \"\($0)\"" } ?? ""))" }
  }

  /// What stands in a state.
  struct Box: Sendable {
    let title: String
    /// What happens there without leaving it.
    let stays: [String]
    let clocks: [Clock]
    /// Whether a case can rest there with no clock running.
    let isHole: Bool

    /// What there is to say of the state besides its title, line by line.
    var told: [String] {
      (isHole ? [DrawnWorkflow.holeSentence] : []) + stays.map { "stays: \($0)" } + clocks.map(\.told)
    }
  }

  static let holeSentence = "Drift: a case can rest here with no clock about this workflow running"
  /// What is said once where it would have to be said of every state.
  static let noTimescale = "no timescale runs in any state of this workflow"
  /// What leads from a history state to where it falls back.
  static let fallback = "never left before"

  let workflow: Workflow
  let boxes: [Box]
  /// Whether no clock is about the workflow, so that a case can drift in each of its states.
  let hasNoTimescale: Bool
  let steps: [DrawnStep]
  /// The same with those that come from everywhere as one.
  let gathered: [DrawnStep]

  /// - Parameter holes: the states in which a case can rest with no clock running, as far as anyone looked.
  public init(_ index: WorkflowIndex, of procedure: Procedure, holes: Set<StateIndex> = []) {
    let reported = ReportedCase(rulesOf: procedure)
    let workflow = procedure.workflows[index]
    self.workflow = workflow
    let all = DrawnStep.steps(of: workflow, in: reported)
    steps = all.filter { !$0.to.isEmpty }
    gathered = DrawnStep.gathered(steps, of: workflow)
    let hasNoTimescale = procedure.clocks(about: index).isEmpty
    self.hasNoTimescale = hasNoTimescale
    let clocks = GoverningClocks(of: index, in: reported).byState()
    boxes = workflow.states.enumerated().map { number, state in
      Box(
        title: state.drawnTitle, stays: all.filter { $0.from == number && $0.to.isEmpty }.flatMap(\.labels),
        clocks: (clocks[number] ?? []).map { clock in
          let rule = procedure.rules[clock.rule]
          return Clock(
            length: clock.length, demand: clock.demand, rule: rule.fullName,
            otherWorkflow: rule.workflow == index ? nil : procedure.workflows[rule.workflow].title)
        }, isHole: !hasNoTimescale && holes.contains(number))
    }
  }

  /// What the workflow is called, and what is said of all its states together.
  var heading: String { workflow.title + (hasNoTimescale ? " (\(DrawnWorkflow.noTimescale))" : "") }

  /// The ways from history states to where there is nothing to remember.
  var fallbacks: [(from: StateIndex, to: StateIndex)] {
    workflow.states.enumerated().flatMap { number, state -> [(from: StateIndex, to: StateIndex)] in
      if case .history(_, let otherwise) = state.kind { otherwise.map { (number, $0) } } else { [] }
    }
  }

  /// The states in which a state with others inside it begins.
  func starts(of state: StateIndex) -> [StateIndex] {
    if case .compound(let start) = workflow.states[state].kind { start } else { [] }
  }

  /// The states in which the workflow, or a state, begins.
  var starts: Set<StateIndex> {
    workflow.states.indices.reduce(into: Set(workflow.startTargets)) { $0.formUnion(starts(of: $1)) }
  }
}

extension State {
  /// What stands in the box of the state.
  var drawnTitle: String {
    let title = title ?? name.asWords.capitalised
    switch kind {
    case .parallel: return "\(title) (all of these at once)"
    case .history(.shallow, _): return "\(title) (as last left)"
    case .history(.deep, _): return "\(title) (as last left, with all inside)"
    case .atomic, .compound, .end: return title
    }
  }
}
