import CivilTime
import Conditions
import Diagnostics
import Histories
import Procedures
import Replay

/// What a way through a scenario came to: of each rule, and of the steps of each workflow, how much was kept and broken.
struct TrainingOutcome {
  /// Something that the procedure demands.
  enum Demand: Hashable {
    case rule(RuleIndex)
    /// That the steps of a workflow come in their order.
    case steps(WorkflowIndex)

    var isRule: Bool { if case .rule = self { true } else { false } }
  }

  /// How often a demand was kept, broken, and neither: still running, lapsed, or not recorded.
  struct Count: Hashable {
    var kept = 0
    var broken = 0
    var open = 0
    /// Of those that are open, the ones of which the record does not say.
    var unrecorded = 0

    var judged: Int { kept + broken }
  }

  /// Of every demand that there was anything to ask of.
  private(set) var counts: [Demand: Count] = [:]
  /// The breaches of every rule that has one.
  private(set) var breaches: [RuleIndex: [Breach]] = [:]
  /// How often each required step of a workflow was passed over, by what was reached without it.
  private(set) var passedOver: [StepPassedOver: Int] = [:]
  /// What was reached in each workflow, in order or not.
  private var reached: [Reached: Count] = [:]

  /// A required step and the kind of event that a workflow reached without it.
  ///
  /// Steps that the same events take, from one state or another, are one step.
  struct StepPassedOver: Hashable, Comparable {
    let workflow: WorkflowIndex
    let step: Transition.Cue
    /// The place of the first transition that is this step.
    let place: Int
    let event: EventIndex

    static func < (a: Self, b: Self) -> Bool { (a.workflow, a.place, a.event) < (b.workflow, b.place, b.event) }
  }

  /// How long something was overdue or did not hold.
  struct Breach: Equatable, Comparable {
    /// **Unit**: days.
    let days: Int
    /// Whether what was due never came, so that the days are those until it no longer mattered or the record ends.
    let isNeverDone: Bool

    static func < (a: Self, b: Self) -> Bool { a.isNeverDone == b.isNeverDone ? a.days < b.days : b.isNeverDone }
  }

  /// A kind of event that moves the machine of a workflow.
  private struct Reached: Hashable {
    let workflow: WorkflowIndex
    let event: EventIndex
  }

  init(_ reported: ReportedCase) {
    let replay = reported.replay
    for judgement in replay.judgements {
      let verdict = judgement.verdict
      // What is broken only under some dating is not decided.
      let isBroken = verdict.isBreach && judgement.certainty == .certain
      counts[.rule(judgement.rule), default: Count()]
        .add(verdict.isKept ? \.kept : isBroken ? \.broken : \.open)
      if verdict == .notRecorded { counts[.rule(judgement.rule), default: Count()].add(\.unrecorded) }
      if isBroken, let breach = Breach(judgement) { breaches[judgement.rule, default: []].append(breach) }
    }
    countSteps(of: reported)
  }

  /// One event that moves the machine of a child.
  private struct Move: Hashable {
    let child: Int
    let workflow: WorkflowIndex
    let event: Int
  }

  /// A step that may come and need not is no merit of anybody.
  private mutating func countSteps(of reported: ReportedCase) {
    let workflows = reported.procedure.workflows
    var isInOrder: [Move: Bool?] = [:]
    for taken in reported.replay.transitions where taken.manner == .taken {
      guard let event = taken.event, !workflows[taken.workflow].transitions[taken.transition].isOptional else { continue }
      isInOrder[Move(child: taken.child, workflow: taken.workflow, event: event)] = true
    }
    for departure in reported.replay.departures {
      let move = Move(child: departure.child, workflow: departure.workflow, event: departure.event)
      isInOrder.updateValue(departure.kind == .undecided ? nil : false, forKey: move)
      let transitions = workflows[departure.workflow].transitions
      for cue in departure.jumped.map({ transitions[$0].cue }) {
        let step = StepPassedOver(
          workflow: departure.workflow, step: cue, place: transitions.firstIndex { $0.cue == cue } ?? 0,
          event: reported.history.events[departure.event].event)
        passedOver[step, default: 0] += 1
      }
    }
    for (move, inOrder) in isInOrder {
      let part: WritableKeyPath<Count, Int> = inOrder.map { $0 ? \.kept : \.broken } ?? \.open
      counts[.steps(move.workflow), default: Count()].add(part)
      reached[Reached(workflow: move.workflow, event: reported.history.events[move.event].event), default: Count()].add(part)
    }
  }

  /// How often what follows a step was reached after it, without it, and undecided; `nil` where it was not reached.
  func count(of step: StepPassedOver) -> Count? {
    guard let reached = reached[Reached(workflow: step.workflow, event: step.event)] else { return nil }
    let without = passedOver[step] ?? 0
    return Count(kept: max(reached.judged - without, 0), broken: without, open: reached.open)
  }

  /// What was judged, rules first, each in the order of the procedure.
  var scores: [(demand: Demand, count: Count)] {
    counts.filter { $0.value.judged > 0 }.sorted { $0.key < $1.key }.map { (demand: $0.key, count: $0.value) }
  }

  /// All that was judged, together.
  var whole: Count {
    counts.values.reduce(into: Count()) { whole, one in
      whole.kept += one.kept
      whole.broken += one.broken
    }
  }

  /// What was asked under any verdict.
  func asks(_ demand: Demand) -> Bool { counts[demand] != nil }

  func kept(_ demand: Demand) -> Int { counts[demand]?.kept ?? 0 }
}

extension TrainingOutcome.Count {
  fileprivate mutating func add(_ part: WritableKeyPath<Self, Int>) { self[keyPath: part] += 1 }
}

extension TrainingOutcome.Breach {
  /// `nil` for what has no length: a check.
  fileprivate init?(_ judgement: Judgement) {
    guard let ended = judgement.ended else { return nil }
    days = ended.latest.days(since: (judgement.due ?? judgement.opened).latest)
    isNeverDone = judgement.verdict == .missed
  }
}

extension TrainingOutcome.Demand: Comparable {
  private var place: (Int, Int) {
    switch self {
    case .rule(let rule): (0, rule)
    case .steps(let workflow): (1, workflow)
    }
  }

  static func < (a: Self, b: Self) -> Bool { a.place < b.place }
}
