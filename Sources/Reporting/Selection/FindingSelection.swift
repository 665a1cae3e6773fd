public import Procedures
public import Replay

/// Which findings a reader asked for: any of the named in each category, and all categories together.
public struct FindingSelection: Sendable, Hashable {
  public var kinds: Set<FindingKind> = []
  public var certainties: Set<Certainty> = []
  public var severities: Set<Severity> = []
  public var children: Set<String> = []
  public var workflows: Set<String> = []

  /// Everything.
  public init() {}

  public var isEverything: Bool { self == FindingSelection() }

  public func takes(_ finding: Finding, of procedure: Procedure) -> Bool {
    (kinds.isEmpty || kinds.contains(finding.kind))
      && (certainties.isEmpty || certainties.contains(finding.certainty))
      && (severities.isEmpty || severities.contains(finding.severity))
      && takes(child: finding.childName)
      && takes(workflow: procedure.workflows[finding.workflow].name)
  }

  func takes(child: String) -> Bool { children.isEmpty || children.contains(child) }

  func takes(workflow: String) -> Bool { workflows.isEmpty || workflows.contains(workflow) }

  /// The selection in words, for the head of a report.
  var inWords: String {
    [
      children.sorted(), workflows.sorted().map(\.asWords), kinds.map(\.rawValue).sorted(),
      certainties.map(\.inWords).sorted(), severities.sorted().map { "severity \($0.inWords)" },
    ].filter { !$0.isEmpty }.map { $0.joinedInWords("or") }.joined(separator: "; ")
  }
}
