import CivilTime
import Conditions
import Diagnostics
import Histories
import Procedures
import Replay

extension ExpectationReading {
  /// All that is stated but the child, in the order in which it is told.
  mutating func traits(_ node: PlacedNode, of subject: ExpectedSubject) -> [Trait] {
    checkVerdict(node, of: subject)
    return TraitName.allCases.compactMap { name in
      guard name != .child, let value = node[name.rawValue] else { return nil }
      return trait(name, value, of: subject)
    }
  }

  private mutating func trait(_ name: TraitName, _ node: PlacedNode, of subject: ExpectedSubject) -> Trait? {
    let text = node.scalar ?? ""
    switch name {
    case .child: return nil
    case .member: return member(node, of: subject)
    case .openedBy: return isStart(text) ? .openedBy(nil) : event(node).map { .openedBy($0) }
    case .closedBy: return event(node).map { .closedBy($0) }
    case .shownBy: return event(node).map { .shownBy($0) }
    case .verdict: return Verdict(word: text).map { .verdict($0) }
    case .kind: return FindingKind(rawValue: text).map { .kind($0) }
    case .certainty: return Certainty(word: text).map { .certainty($0) }
    case .opened: return stated(node).map { .opened($0) }
    case .due: return stated(node).map { .due($0) }
    case .ended: return stated(node).map { .ended($0) }
    case .lateBy:
      guard let lateness = StatedLateness(text: text) else {
        report(.unclearLateness(text), at: node.place)
        return nil
      }
      return .lateBy(lateness)
    case .intervals: return Int(text).map { .intervals($0) }
    case .restsOn: return .restsOn((node.list ?? []).compactMap { event($0) })
    case .passedOver: return .passedOver((node.list ?? []).compactMap { step($0, of: subject) })
    }
  }

  /// Whether no event is meant; a history may call one so.
  private func isStart(_ text: String) -> Bool {
    text == Trait.start && !judged.history.events.contains { $0.identifier == text }
  }

  private mutating func stated(_ node: PlacedNode) -> Span? {
    let text = node.scalar ?? ""
    if let span = span(text) { return span }
    report(.unclearSpan(text), at: node.place)
    return nil
  }

  private mutating func member(_ node: PlacedNode, of subject: ExpectedSubject) -> Trait? {
    let name = node.scalar ?? ""
    let rules: [Rule] =
      switch subject {
      case .rule(.rule(let rule)): [judged.procedure.rules[rule]]
      case .rule(.workflow(let workflow)): judged.procedure.rules.filter { $0.workflow == workflow }
      default: []
      }
    let known = rules.flatMap { $0.each?.choice.members ?? [] }
    if known.contains(name) { return .member(name) }
    report(.unknownMember(name, known: Set(known).sorted()), at: node.place)
    return nil
  }

  /// A step of the workflow, by an event with which it is taken.
  private mutating func step(_ node: PlacedNode, of subject: ExpectedSubject) -> [EventIndex]? {
    guard case .workflow(let workflow) = subject, let name = node.scalar else { return nil }
    let heard = judged.procedure.workflows[workflow].transitions.flatMap { transition -> [EventIndex] in
      if case .events(let events) = transition.cue { events } else { [] }
    }
    let events = judged.procedure.vocabulary.events
    if let event = heard.first(where: { events[$0].name == name }) { return [event] }
    report(.unknownStep(name, known: Set(heard.map { events[$0].name }).sorted()), at: node.place)
    return nil
  }
}

// MARK: - What can never be

extension ExpectationReading {
  private mutating func checkVerdict(_ node: PlacedNode, of subject: ExpectedSubject) {
    guard case .rule(let scope) = subject else { return }
    let verdict = node["verdict"]?.scalar.flatMap { Verdict(word: $0) }
    let kind = node["kind"]?.scalar.flatMap { FindingKind(rawValue: $0) }
    if let verdict, let kind, let place = node["kind"]?.place,
      (kind == .notRecorded) != (verdict == .notRecorded) || !verdict.isTold
    {
      report(.kindNotOfVerdict(kind.rawValue, verdict: verdict.word), at: place)
      return
    }
    guard case .rule(let index) = scope else { return }
    let rule = judged.procedure.rules[index]
    if let verdict, let place = node["verdict"]?.place, !rule.form.verdicts.contains(verdict) {
      report(.verdictNeverGiven(verdict.word, given: rule.form.verdicts.map(\.word)), at: place)
    }
    if let kind, let place = node["kind"]?.place, !rule.kinds.contains(kind) {
      report(.kindNeverTold(kind.rawValue, told: rule.kinds.map(\.rawValue)), at: place)
    }
  }
}

extension Verdict {
  /// Whether a replay tells it as a finding.
  fileprivate var isTold: Bool { isBreach || self == .notRecorded }
}

extension RuleForm {
  /// How a rule of this form can be judged.
  fileprivate var verdicts: [Verdict] {
    switch self {
    case .deadline, .cadence: [.met, .late, .missed, .lapsed, .running, .notRecorded]
    case .check, .invariant: [.held, .broken, .notRecorded]
    }
  }
}

extension Rule {
  /// What a finding of it is told as.
  fileprivate var kinds: [FindingKind] { finds == .missed ? [.late, .missed, .notRecorded] : [finds, .notRecorded] }
}
