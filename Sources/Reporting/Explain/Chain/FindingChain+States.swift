import CivilTime
import Conditions
import Histories
import Procedures
import Replay

extension FindingChain {
  /// The states of a workflow through which the child came, of one episode and in order: the last ones.
  ///
  /// - Parameter event: the event that is told next, whose own state is told with it.
  func states(of workflow: WorkflowIndex, episode: Int, through: Span, _ event: Int?) -> [ChainLink] {
    let stays = reported.replay.stays.filter { stay in
      stay.child == finding.child && stay.state.workflow == workflow && stay.episode == episode
        && comes(stay, before: event, through) && isAtomic(stay.state)
    }
    let left = stays.count - Self.mostStates
    let more = left > 0 ? [ChainLink(.state, nil, "\(left) earlier \(left == 1 ? "state is" : "states are") left out.")] : []
    return more + stays.suffix(Self.mostStates).map(link)
  }

  /// Whether an event brought the child into a state before another event, or by a day.
  private func comes(_ stay: Stay, before event: Int?, _ through: Span) -> Bool {
    guard let entering = stay.enteringEvent else { return false }
    guard let event else { return stay.entered.middle <= through.middle }
    return entering != event && reported.inOrder([event, entering]).first == entering
  }

  private func link(_ stay: Stay) -> ChainLink {
    let with = stay.enteringEvent.map { " with \(reported.named($0))" } ?? ""
    let isPassedOver = stay.enteringEvent.map { manner(of: $0, into: stay.state)?.manner == .passedOver } ?? false
    let held = stay.enteringEvent.flatMap { guardInWords(of: $0, into: stay.state) } ?? ""
    let text =
      isPassedOver
      ? "Must have come into \(reported.name(of: stay.state)), by a step that the record does not show, before \(stay.enteringEvent.map(reported.named) ?? "it")."
      : "Comes into \(reported.name(of: stay.state))\(with)\(held)."
    return ChainLink(.state, stay.entered, event: stay.enteringEvent, text)
  }

  private func isAtomic(_ state: StateReference) -> Bool {
    reported.procedure.workflows[state.workflow].states[state.state].children.isEmpty
  }

  /// The transition by which an event led into a state, where one led there itself.
  private func manner(of event: Int, into state: StateReference) -> TakenTransition? {
    reported.replay.transitions.last { taken in
      taken.child == finding.child && taken.workflow == state.workflow && taken.event == event
        && reported.procedure.workflows[state.workflow].transitions[taken.transition].to.contains(state.state)
    }
  }

  /// What the guard of the step asked, where it had one.
  private func guardInWords(of event: Int, into state: StateReference) -> String? {
    guard let taken = manner(of: event, into: state),
      let condition = reported.procedure.workflows[state.workflow].transitions[taken.transition].when
    else { return nil }
    let kind = reported.history.events[event].event
    let words = ConditionWords(reported).demand(condition.expression, on: [kind])
    return words.map { ", which has \($0)" } ?? ", because this held: \(condition.text)"
  }

  /// The state of a workflow into which an event led, in words.
  func stateEntered(with event: Int, _ workflow: WorkflowIndex) -> String? {
    let stays = reported.replay.stays.filter { stay in
      stay.child == finding.child && stay.state.workflow == workflow && stay.enteringEvent == event && isAtomic(stay.state)
    }
    return stays.last.map { reported.name(of: $0.state) }
  }

  // MARK: - Conditions

  /// What had to hold for the rule to apply, as the rule puts it, with what the opening event states of it.
  func conditions(of rule: Rule, _ judgement: Judgement) -> [ChainLink] {
    [rule.during, rule.when].compactMap(\.self).flatMap { condition -> [ChainLink] in
      guard !condition.expression.isOneState(of: rule.workflow) else { return [] }
      let stated = stated(thatIsReadBy: condition.expression, judgement)
      let besides = stated.isEmpty ? "" : "; \(stated)"
      return [ChainLink(.condition, nil, "The rule applies, for this held: \(condition.text)\(besides).")]
    }
  }

  /// The states of other machines that the rule's conditions read and in which a child was when it opened.
  func standing(_ rule: Rule, _ judgement: Judgement) -> [ChainLink] {
    var (own, others): ([StateReference], [StateReference]) = ([], [])
    for condition in [rule.during, rule.when, rule.require].compactMap(\.self) {
      condition.expression.visit { part in
        switch part {
        case .state(let state) where state.workflow != rule.workflow: own.append(state)
        case .stateOfChild(let state, _): others.append(state)
        default: break
        }
      }
    }
    let stays = reported.replay.stays.filter { stay in
      (stay.child == finding.child ? own : others).contains(stay.state)
        && comes(stay, before: judgement.openingEvent, judgement.opened)
        && stay.left.map { $0.latest >= judgement.opened.earliest } ?? true
    }
    return stays.suffix(3).map { stay in
      let with = stay.enteringEvent.map { " with \(reported.named($0))" } ?? ""
      let child = reported.name(ofChild: stay.child)
      let comes = stay.child == finding.child ? "Comes" : "\(child) comes"
      return ChainLink(
        .condition, stay.entered, event: stay.enteringEvent,
        "\(comes) into \(reported.fullName(of: stay.state))\(with).")
    }
  }

  /// What the opening event states of what a condition reads of it.
  private func stated(thatIsReadBy condition: Expression, _ judgement: Judgement) -> String {
    guard let opening = judgement.openingEvent else { return "" }
    let kind = reported.history.events[opening].event
    let stated = condition.ownAttributes.compactMap { attribute -> String? in
      guard let type = reported.type(of: attribute, on: [kind]),
        let value = reported.value(of: attribute, at: opening, child: judgement.child)
      else { return nil }
      return "\(reported.name(ofAttribute: attribute)) is \(reported.inWords(value, of: type))"
    }
    return stated.joinedInWords()
  }
}

extension Expression {
  /// Whether it asks for nothing but one state of a workflow.
  fileprivate func isOneState(of workflow: WorkflowIndex) -> Bool {
    if case .state(let state) = self { state.workflow == workflow } else { false }
  }
}
