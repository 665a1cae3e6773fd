public import CivilTime
public import Conditions
public import Procedures

/// Something the procedure requires that the history shows otherwise, or does not show.
public struct Finding: Sendable, Hashable {
  /// `case/child/workflow.rule/opening event#n`: the same on every run and machine.
  public let identifier: String
  public let caseName: String
  public let child: Int
  public let childName: String
  public let workflow: WorkflowIndex
  /// `nil` for a missed transition or an event out of order, which rest on the workflow itself.
  public let rule: RuleIndex?
  public let kind: FindingKind
  public let certainty: Certainty
  public let severity: Severity
  /// One of the two is present.
  public let judgement: Judgement?
  public let departure: Departure?
  /// The day that places the finding in time: the due date, else when it happened, else when it opened.
  public let day: Day

  public init(
    identifier: String, caseName: String, child: Int, childName: String, workflow: WorkflowIndex, rule: RuleIndex?,
    kind: FindingKind, certainty: Certainty, severity: Severity, judgement: Judgement?, departure: Departure?, day: Day
  ) {
    self.identifier = identifier
    self.caseName = caseName
    self.child = child
    self.childName = childName
    self.workflow = workflow
    self.rule = rule
    self.kind = kind
    self.certainty = certainty
    self.severity = severity
    self.judgement = judgement
    self.departure = departure
    self.day = day
  }
}

/// How much a finding weighs: from the force of the rule's source and, for a limit, how far it was overrun.
public enum Severity: Int, Sendable, CaseIterable, Comparable {
  case low = 1
  case medium = 2
  case high = 3

  public var inWords: String {
    switch self {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    }
  }

  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}

/// Everything that one replay of one case says.
public struct CaseReplay: Sendable {
  public let caseName: String
  /// In order of day, then workflow, rule, child and identifier.
  public let findings: [Finding]
  /// Every clock, check and invariant stretch, broken or not: the denominators.
  public let judgements: [Judgement]
  public let departures: [Departure]
  public let stays: [Stay]
  /// Every transition that a machine took, in the order in which they were taken.
  public let transitions: [TakenTransition]

  public init(
    caseName: String, findings: [Finding], judgements: [Judgement], departures: [Departure], stays: [Stay],
    transitions: [TakenTransition] = []
  ) {
    self.caseName = caseName
    self.findings = findings
    self.judgements = judgements
    self.departures = departures
    self.stays = stays
    self.transitions = transitions
  }
}

/// How many of a rule's clocks, checks or stretches ended in each way.
public struct Tally: Sendable, Hashable, Codable {
  private var counts: [Int]

  public init() { counts = Array(repeating: 0, count: Verdict.allCases.count) }

  public subscript(verdict: Verdict) -> Int { counts[Int(verdict.rawValue)] }

  public var total: Int { counts.reduce(0, +) }

  /// Whether the record decides nothing of what was counted.
  public var isSilent: Bool { total == self[.notRecorded] }

  public mutating func count(_ verdict: Verdict, times: Int = 1) { counts[Int(verdict.rawValue)] += times }

  public static func of(_ judgements: some Sequence<Judgement>) -> Tally {
    var tally = Tally()
    for judgement in judgements { tally.count(judgement.verdict) }
    return tally
  }
}
