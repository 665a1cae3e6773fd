import CivilTime
import Conditions
import Histories
import Procedures
import SeededNumbers

/// Makes case histories that follow a procedure more or less: steps in an order the workflows allow, and other events
/// that rules look at, with every attribute filled in nine times of ten.
struct RandomWalks {
  /// The workflows that are drawn from where none are named.
  static let usualWorkflows = [
    "pre_proceedings", "child_protection_plan", "core_group", "legal_order", "care_proceedings", "reunification",
  ]

  private let procedure: Procedure
  private let otherEvents: [EventIndex]
  /// The workflows whose steps and rules the events are drawn from.
  private let workflows: [WorkflowIndex]
  /// One list for all cases, as those of one source have it.
  private let everythingIsRecorded: [Completeness]
  private var numbers: SeededNumbers

  init(_ procedure: Procedure, workflows: [WorkflowIndex], seed: UInt64) {
    self.procedure = procedure
    self.workflows = workflows
    numbers = SeededNumbers(seed: seed)
    everythingIsRecorded = procedure.vocabulary.events.indices.map {
      Completeness(event: $0, children: 1, from: nil, until: nil)
    }
    otherEvents = procedure.rules.filter { workflows.contains($0.workflow) }.flatMap(\.eventsNamed)
  }

  /// Cases of one child each, with exact dates, until there are as many events as asked for.
  mutating func cases(events: Int, perCase: Int) -> [CaseHistory] {
    var cases: [CaseHistory] = []
    var made = 0
    while made < events {
      cases.append(makeCase(number: cases.count + 1, events: min(perCase, events - made)))
      made += min(perCase, events - made)
    }
    return cases
  }

  private mutating func makeCase(number: Int, events count: Int) -> CaseHistory {
    var walk = procedure.workflows.map(\.start)
    var day = (Day(year: 2015, month: 1, day: 1) ?? Day(number: 0)).adding(days: Int.random(in: 0..<2000, using: &numbers))
    var days: [Day] = []
    var events: [HistoryEvent] = []
    var attributes: [AttributeEntry] = []
    for index in 0..<count {
      let (event, wanted) = nextEvent(&walk)
      follow(event, wanted, &walk)
      let first = attributes.count
      for attribute in procedure.vocabulary.events[event].attributes {
        if let value = wanted[attribute.index] ?? randomValue(attribute.type, on: day) {
          attributes.append(AttributeEntry(attribute: attribute.index, children: 1, value: value))
        }
      }
      days.append(day)
      events.append(
        HistoryEvent(
          identifier: "e\(index + 1)", event: event, wasDone: true, children: 1, time: index, end: index, minute: -1,
          firstAttribute: Int32(first), attributeCount: Int32(attributes.count - first), isFree: false, cite: nil,
          place: nil))
      day = day.adding(days: Int.random(in: 0...14, using: &numbers))
    }
    return CaseHistory(
      name: "case\(number)", title: "Case \(number)", procedure: procedure.name, profile: nil,
      children: [ChildRecord(name: "child", known: nil, born: nil, until: nil, startsIn: [])], events: events,
      attributes: attributes, completeness: everythingIsRecorded, observedUntil: count - 1, times: CaseTimes(exact: days))
  }

  /// The next event: nineteen times of twenty one that every workflow can follow, if a few tries find one.
  private mutating func nextEvent(_ walk: inout [StateIndex]) -> (EventIndex, [AttributeIndex: Value]) {
    var drawn = drawEvent(&walk)
    guard Int.random(in: 0..<20, using: &numbers) > 0 else { return drawn }
    for _ in 0..<20 where isRefused(drawn.0, drawn.1, walk) { drawn = drawEvent(&walk) }
    return drawn
  }

  private func isRefused(_ event: EventIndex, _ wanted: [AttributeIndex: Value], _ walk: [StateIndex]) -> Bool {
    procedure.workflows.indices.contains { index in
      let isKnown = procedure.workflows[index].transitions.contains { transition in
        if case .events(let events) = transition.cue { events.contains(event) } else { false }
      }
      return isKnown && way(of: index, from: walk[index], event, wanted) == nil
    }
  }

  /// The next step of some workflow, or an event that a rule looks at.
  private mutating func drawEvent(_ walk: inout [StateIndex]) -> (EventIndex, [AttributeIndex: Value]) {
    if Int.random(in: 0..<10, using: &numbers) < 6 || otherEvents.isEmpty, let step = nextStep(&walk) { return step }
    let event = otherEvents.isEmpty ? 0 : otherEvents[Int.random(in: otherEvents.indices, using: &numbers)]
    return (event, [:])
  }

  private mutating func nextStep(_ walk: inout [StateIndex]) -> (EventIndex, [AttributeIndex: Value])? {
    let workflow = workflows[Int.random(in: workflows.indices, using: &numbers)]
    let model = procedure.workflows[workflow]
    var around = [walk[workflow]]
    while let parent = model.states[around[around.count - 1]].parent { around.append(parent) }
    let ways = model.transitions.filter { transition in
      if case .events = transition.cue { around.contains(transition.from) } else { false }
    }
    guard !ways.isEmpty else {
      walk[workflow] = model.start
      return nil
    }
    let way = ways[Int.random(in: ways.indices, using: &numbers)]
    guard case .events(let events) = way.cue else { return nil }
    return (events[Int.random(in: events.indices, using: &numbers)], way.when?.expression.equalities ?? [:])
  }

  /// Moves every workflow that knows the event along with it, as far as plain guards tell.
  private func follow(_ event: EventIndex, _ wanted: [AttributeIndex: Value], _ walk: inout [StateIndex]) {
    for (index, model) in procedure.workflows.enumerated() {
      if let target = way(of: index, from: walk[index], event, wanted)?.to.first { walk[index] = model.resting(in: target) }
    }
  }

  /// The transition that a workflow would take, the innermost first, as far as plain guards tell.
  private func way(
    of workflow: WorkflowIndex, from state: StateIndex, _ event: EventIndex, _ wanted: [AttributeIndex: Value]
  ) -> Transition? {
    let model = procedure.workflows[workflow]
    var place: StateIndex? = state
    while let state = place {
      let way = model.transitions.first { transition in
        guard transition.from == state, case .events(let events) = transition.cue, events.contains(event) else { return false }
        let equalities = transition.when?.expression.equalities ?? [:]
        return equalities.allSatisfy { wanted[$0] == nil || wanted[$0] == $1 }
      }
      if let way { return way }
      place = model.states[state].parent
    }
    return nil
  }

  private mutating func randomValue(_ type: ConditionType, on day: Day) -> Value? {
    guard Int.random(in: 0..<10, using: &numbers) > 0 else { return nil }
    switch type {
    case .truth: return .truth(Bool.random(using: &numbers))
    case .number: return .number(NumberRange(Decimal128(Int.random(in: 0...10, using: &numbers))))
    case .date: return .date(DateValue(day.adding(days: Int.random(in: 0...90, using: &numbers))))
    case .duration: return .duration(DurationRange(Period(Int.random(in: 1...8, using: &numbers), .week)))
    case .choice(let choice): return .choice(Int.random(in: choice.members.indices, using: &numbers))
    case .set(let choice):
      let all: UInt128 = choice.members.count >= 128 ? ~0 : (1 << UInt128(choice.members.count)) - 1
      let bits = UInt128(numbers.next()) << 64 | UInt128(numbers.next())
      return .set(PartialSet(whole: bits & all))
    case .text: return .text("text")
    default: return nil
    }
  }
}

extension Rule {
  /// The events that the rule waits for or looks at.
  fileprivate var eventsNamed: [EventIndex] {
    switch form {
    case .deadline(let deadline): deadline.expect.eventsNamed
    case .cadence(let cadence): cadence.expect.eventsNamed
    case .check(let check): check.at.eventsNamed
    case .invariant: []
    }
  }
}

extension Pattern {
  fileprivate var eventsNamed: [EventIndex] {
    switch self {
    case .event(let event, _): [event]
    case .any(let patterns), .all(let patterns): patterns.flatMap(\.eventsNamed)
    case .entering, .leaving: []
    }
  }
}

extension Workflow {
  /// The innermost state in which a machine rests on entering a state.
  fileprivate func resting(in state: StateIndex) -> StateIndex {
    switch states[state].kind {
    case .compound(let start): start.first.map { resting(in: $0) } ?? state
    case .parallel: states[state].children.first.map { resting(in: $0) } ?? state
    case .history(_, let otherwise): otherwise.first.map { resting(in: $0) } ?? state
    case .atomic, .end: state
    }
  }
}

extension Expression {
  /// What the event must carry for a guard of plain equalities to hold.
  fileprivate var equalities: [AttributeIndex: Value] {
    switch self {
    case .compare(.equal, .this(let attribute), .constant(let value)): [attribute: value]
    case .this(let attribute): [attribute: .truth(true)]
    case .not(.this(let attribute)): [attribute: .truth(false)]
    case .and(let a, let b): a.equalities.merging(b.equalities) { first, _ in first }
    case .or(let a, _): a.equalities
    case .anyOf(.this(let attribute), let choices):
      if case .constant(let value)? = choices.first { [attribute: value] } else { [:] }
    default: [:]
    }
  }
}
