import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// Findings of one case that are alike in all but the child.
struct FindingGroup {
  /// The finding of the first of the children, which speaks for all.
  let first: Finding
  /// The children, in the order of the history.
  private(set) var children: [Int]
  private(set) var identifiers: [String]

  /// The groups in the order of their first findings.
  static func groups(of findings: [Finding]) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var places: [Likeness: Int] = [:]
    for finding in findings {
      let likeness = Likeness(of: finding)
      if let place = places[likeness], !groups[place].children.contains(finding.child) {
        groups[place].add(finding)
      } else {
        places[likeness] = groups.count
        groups.append(FindingGroup(first: finding, children: [finding.child], identifiers: [finding.identifier]))
      }
    }
    return groups
  }

  private mutating func add(_ finding: Finding) {
    let place = children.firstIndex { $0 > finding.child } ?? children.endIndex
    children.insert(finding.child, at: place)
    identifiers.insert(finding.identifier, at: place)
  }
}

/// All of a finding but its child, its identifier and its episode.
private struct Likeness: Hashable {
  let workflow: WorkflowIndex
  let rule: RuleIndex?
  let kind: FindingKind
  let certainty: Certainty
  let severity: Severity
  let day: Day
  let judgement: Judgement?
  let departure: Departure?

  init(of finding: Finding) {
    workflow = finding.workflow
    rule = finding.rule
    kind = finding.kind
    certainty = finding.certainty
    severity = finding.severity
    day = finding.day
    judgement = finding.judgement?.ofNobody
    departure = finding.departure?.ofNobody
  }
}

extension Judgement {
  fileprivate var ofNobody: Judgement {
    Judgement(
      rule: rule, child: -1, episode: 1, member: member, verdict: verdict, certainty: certainty, opened: opened, due: due,
      ended: ended, ending: ending, lateness: lateness, intervals: intervals, openingEvent: openingEvent,
      closingEvent: closingEvent, furtherEvidence: evidence, missing: missing, ordinal: 1)
  }
}

extension Departure {
  fileprivate var ofNobody: Departure {
    Departure(
      kind: kind, child: -1, workflow: workflow, episode: 1, event: event, since: since, jumped: jumped,
      shownNotDone: shownNotDone, certainty: certainty, happened: happened, missing: missing)
  }
}
