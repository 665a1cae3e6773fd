import Conditions
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

    var judged: Int { kept + broken }
  }

  /// Of every demand that there was anything to ask of.
  private(set) var counts: [Demand: Count] = [:]
  /// How often each required step of a workflow was passed over.
  private(set) var passedOver: [StepOfWorkflow: Int] = [:]

  /// A transition of a workflow.
  struct StepOfWorkflow: Hashable, Comparable {
    let workflow: WorkflowIndex
    let transition: Int

    static func < (a: Self, b: Self) -> Bool { (a.workflow, a.transition) < (b.workflow, b.transition) }
  }

  init(_ reported: ReportedCase) {
    let replay = reported.replay
    for judgement in replay.judgements {
      let verdict = judgement.verdict
      counts[.rule(judgement.rule), default: Count()]
        .add(verdict.isKept ? \.kept : verdict.isBreach ? \.broken : \.open)
    }
    countSteps(of: replay, under: reported.procedure)
  }

  /// One event that moves the machine of a child.
  private struct Move: Hashable {
    let child: Int
    let workflow: WorkflowIndex
    let event: Int
  }

  /// A step that may come and need not is no merit of anybody.
  private mutating func countSteps(of replay: CaseReplay, under procedure: Procedure) {
    var isInOrder: [Move: Bool?] = [:]
    for taken in replay.transitions where taken.manner == .taken {
      guard let event = taken.event, !procedure.workflows[taken.workflow].transitions[taken.transition].isOptional else {
        continue
      }
      isInOrder[Move(child: taken.child, workflow: taken.workflow, event: event)] = true
    }
    for departure in replay.departures {
      let move = Move(child: departure.child, workflow: departure.workflow, event: departure.event)
      isInOrder.updateValue(departure.kind == .undecided ? nil : false, forKey: move)
      for step in departure.jumped {
        passedOver[StepOfWorkflow(workflow: departure.workflow, transition: step), default: 0] += 1
      }
    }
    for (move, inOrder) in isInOrder {
      counts[.steps(move.workflow), default: Count()].add(inOrder.map { $0 ? \.kept : \.broken } ?? \.open)
    }
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

  func broken(_ demand: Demand) -> Int { counts[demand]?.broken ?? 0 }

  func kept(_ demand: Demand) -> Int { counts[demand]?.kept ?? 0 }
}

extension TrainingOutcome.Count {
  fileprivate mutating func add(_ part: WritableKeyPath<Self, Int>) { self[keyPath: part] += 1 }
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
