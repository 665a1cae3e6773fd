public import Histories
public import Procedures
public import Replay

/// What the cases of one procedure come to, counted in one pass; it takes the same room for any number of them.
public struct CorpusTally: Sendable, Hashable, Codable {
  public private(set) var cases = 0
  public private(set) var children = 0
  public private(set) var events = 0
  /// The cases in which something is told but what is not recorded.
  public private(set) var casesWithFindings = 0
  /// One for each rule of the procedure.
  private(set) var rules: [Tally]
  private(set) var kinds = KindCounts()

  public init(_ procedure: Procedure) { rules = Array(repeating: Tally(), count: procedure.rules.count) }

  public var ruleCount: Int { rules.count }

  /// All findings but of what is not recorded.
  public var findings: Int { kinds.told.all }

  public mutating func add(_ reported: ReportedCase, _ selection: FindingSelection) {
    cases += 1
    children += reported.history.children.count
    events += reported.history.events.count
    for judgement in reported.judgements(selection) { rules[judgement.rule].count(judgement.verdict) }
    let findings = reported.findings(selection)
    for finding in findings { kinds.add(finding) }
    if findings.contains(where: { $0.kind != .notRecorded }) { casesWithFindings += 1 }
  }

  /// Counts a case of which only the findings were told, and what its rules came to is counted elsewhere.
  public mutating func add(_ history: CaseHistory, _ told: CaseFindings) {
    cases += 1
    children += history.children.count
    events += history.events.count
    // A finding is large, and is read where it stands.
    for place in told.findings.indices { kinds.add(told.findings[place]) }
    kinds.add(.notRecorded, certain: told.certainlyNotRecorded, possible: told.possiblyNotRecorded)
    if !told.findings.isEmpty { casesWithFindings += 1 }
  }

  /// Adds what rules came to.
  public mutating func add(_ tallies: Replay.RuleTallies) {
    for rule in rules.indices { rules[rule].add(Tally(tallies, of: rule)) }
  }

  /// - Precondition: both count under the same procedure.
  public mutating func add(_ other: CorpusTally) {
    cases += other.cases
    children += other.children
    events += other.events
    casesWithFindings += other.casesWithFindings
    for rule in rules.indices { rules[rule].add(other.rules[rule]) }
    kinds.add(other.kinds)
  }
}
