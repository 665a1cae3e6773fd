import Conditions
import Exploration
import Procedures

/// A timescale that governs a state, in words short enough for a picture.
struct GoverningClock: Hashable {
  let rule: RuleIndex
  /// `every 6 weeks`.
  let length: String
  /// `: core group held (in force from 1 Mar 2021 on)`.
  let demand: String
}

/// Which deadlines and cadences govern which states of a workflow.
///
/// A rule governs a state in which its `while` holds, and one in which it may hold while it cannot in another state of the
/// workflow; also a state whose entering opens it: where it waits for just that, or, being a rule of this workflow, where an
/// event opens it that leads into the state. It is told once, at the outermost state that it governs with everything inside.
struct GoverningClocks {
  private let index: WorkflowIndex
  private let reported: ReportedCase
  private let nesting: StateNesting

  init(of index: WorkflowIndex, in reported: ReportedCase) {
    self.index = index
    self.reported = reported
    nesting = StateNesting(of: reported.procedure.workflows[index])
  }

  private var workflow: Workflow { reported.procedure.workflows[index] }

  /// By state, in the order of the rules.
  ///
  /// - Complexity: in proportion to rules, states and transitions together.
  func byState() -> [StateIndex: [GoverningClock]] {
    var found: [StateIndex: [GoverningClock]] = [:]
    for (number, rule) in reported.procedure.rules.enumerated() {
      let words = ClockWords(of: rule, in: reported)
      func add(_ states: [StateIndex], length: String, demand: String) {
        for state in states { found[state, default: []].append(GoverningClock(rule: number, length: length, demand: demand)) }
      }
      switch rule.form {
      case .cadence(let cadence):
        add(outermost(where: cadence.during, of: rule), length: words.length(of: cadence), demand: words.demand(of: cadence))
      case .deadline(let deadline):
        let during = deadline.during.map { outermost(where: $0, of: rule) } ?? []
        let opened = opened(by: deadline.trigger, of: rule).filter { !isInside($0, during) }
        let length = words.length(of: deadline)
        add(during, length: length, demand: words.demand(of: deadline))
        add(opened, length: length, demand: words.demand(of: deadline, isOpenedByEntry: true))
      case .check, .invariant: continue
      }
    }
    return found
  }

  private func isInside(_ state: StateIndex, _ others: [StateIndex]) -> Bool {
    others.contains { $0 == state || nesting.isInside(state, $0) }
  }
}

// MARK: - Where a rule runs

extension GoverningClocks {
  /// The states in which a condition on states of this workflow holds or may hold, without those inside one another.
  ///
  /// Of a rule of another workflow only those that it speaks of: that it does not run in one state is not about the others.
  private func outermost(where during: Condition, of rule: Rule) -> [StateIndex] {
    let named = Set(during.references.states.filter { $0.workflow == index }.map(\.state))
    guard !named.isEmpty else { return [] }
    let truths = innermost.map { state in
      let around = ([state] + nesting.around(state)).map { StateReference(workflow: index, state: $0) }
      return (state: state, truth: during.holds(in: SituationContext(states: Set(around))))
    }
    let isDecided = truths.contains { $0.truth == .no }
    let holding = truths.filter { $0.truth == .yes || $0.truth == .unknown && isDecided }.map(\.state)
      .filter { state in rule.workflow == index || ([state] + nesting.around(state)).contains(where: named.contains) }
    let whole = workflow.states.indices.filter { state in
      let inside = innermost.filter { $0 == state || nesting.isInside($0, state) }
      return !inside.isEmpty && inside.allSatisfy(holding.contains)
    }
    return whole.filter { state in !nesting.around(state).contains(where: whole.contains) }
  }

  /// The states with none inside them.
  private var innermost: [StateIndex] {
    workflow.states.indices.filter { workflow.states[$0].children.isEmpty && !workflow.states[$0].isHistory }
  }

  /// The states whose entering opens a clock.
  private func opened(by trigger: Trigger, of rule: Rule) -> [StateIndex] {
    guard case .pattern(let pattern) = trigger else { return [] }
    let states = pattern.alternatives.flatMap { part -> [StateIndex] in
      switch part {
      case .entering(let state): state.workflow == index ? [state.state] : []
      case .event(let event, let condition) where rule.workflow == index: ledInto(by: event, where: condition)
      case .event, .leaving, .any, .all: []
      }
    }
    return Set(states).sorted()
  }

  /// The states that an event of which the condition holds can lead into.
  private func ledInto(by event: EventIndex, where condition: Condition?) -> [StateIndex] {
    workflow.transitions.filter { transition in
      guard case .events(let events) = transition.cue, events.contains(event) else { return false }
      guard let guarded = transition.when, let condition else { return true }
      let moment = ConditionMoment(this: [event])
      var together = JointConditions(in: Surroundings(of: reported.procedure))
      together.add(guarded.expression, at: moment)
      together.add(condition.expression, at: moment)
      return !together.areImpossible
    }.flatMap { transition in
      // A step inside a state does not enter it.
      transition.to.filter { $0 != transition.from && !nesting.isInside(transition.from, $0) }
    }
  }
}
