import CivilTime
import Conditions
import Histories
import Procedures
public import Replay

/// What a change of procedure does to one finding of a case.
public enum FindingChange: Sendable {
  /// Found under the new procedure only.
  case gained(Finding)
  /// Found under the old procedure only.
  case lost(Finding)
  /// Found under both, and told otherwise.
  case altered(old: Finding, new: Finding)

  /// The finding as it stands, under the new procedure where it is found there.
  public var finding: Finding {
    switch self {
    case .gained(let finding), .lost(let finding), .altered(_, let finding): finding
    }
  }

  /// How many days later the flag rises under the new procedure, below zero earlier; `nil` where it is not found under both.
  ///
  /// **Source:** the day of a finding, which is its due date, else when it happened.
  public var daysLater: Int? {
    guard case .altered(let old, let new) = self else { return nil }
    return new.day.days(since: old.day)
  }
}

/// One history under two procedures.
public struct CaseComparison: Sendable {
  public let old: JudgedCase
  public let new: JudgedCase
  /// What was found otherwise, in order of day; what is not recorded is counted apart.
  public let changes: [FindingChange]
  /// How many findings both tell alike.
  public let alike: Int
  /// How many things are not recorded under the old procedure and under the new.
  public let notRecorded: (old: Int, new: Int)
  /// The workflows, by name, in which a child is in other states or at other times.
  public let movedOtherwise: [String]

  /// Compares what two replays of one history found.
  ///
  /// Two findings are one where child, rule (or kind of departure), member and opening event are the same. What a finding
  /// says is the same where kind, certainty, severity, day and lateness are.
  ///
  /// Complexity: O(n log n) in the number of findings.
  public init(old: JudgedCase, new: JudgedCase) {
    self.old = old
    self.new = new
    let (before, after) = (old.findingsByIdentifier, new.findingsByIdentifier)
    var changes: [FindingChange] = []
    var alike = 0
    for (key, finding) in before where after[key] == nil { changes.append(.lost(finding)) }
    for (key, finding) in after {
      guard let earlier = before[key] else {
        changes.append(.gained(finding))
        continue
      }
      if finding.tellsTheSame(as: earlier) { alike += 1 } else { changes.append(.altered(old: earlier, new: finding)) }
    }
    self.changes = changes.sorted { ($0.finding.day, $0.finding.identifier) < ($1.finding.day, $1.finding.identifier) }
    self.alike = alike
    notRecorded = (old.replay.countNotRecorded, new.replay.countNotRecorded)
    movedOtherwise = old.staysByWorkflow.differing(from: new.staysByWorkflow)
  }

  /// Whether anything that a reader is told differs.
  public var isDifferent: Bool { !changes.isEmpty || !movedOtherwise.isEmpty }
}

extension [String: [String]] {
  /// The keys whose values are not the same, sorted.
  fileprivate func differing(from other: [String: [String]]) -> [String] {
    Set(keys).union(other.keys).filter { self[$0] != other[$0] }.sorted()
  }
}

extension CaseReplay {
  fileprivate var countNotRecorded: Int { findings.count { $0.kind == .notRecorded } }
}

extension JudgedCase {
  /// Every finding but what is not recorded, under its identifier, which is the same under another procedure.
  fileprivate var findingsByIdentifier: [String: Finding] {
    let found = replay.findings.filter { $0.kind != .notRecorded }
    return Dictionary(found.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// By workflow: where each child was, and from when until when.
  fileprivate var staysByWorkflow: [String: [String]] {
    var stays: [String: [String]] = [:]
    for stay in replay.stays {
      let workflow = procedure.workflows[stay.state.workflow]
      let until = stay.left.map { "\($0.earliest)..\($0.latest)" } ?? ""
      stays[workflow.name, default: []].append(
        "\(stay.child) \(workflow.states[stay.state.state].path) \(stay.entered.earliest)..\(stay.entered.latest) \(until)")
    }
    return stays.mapValues { $0.sorted() }
  }
}

extension Finding {
  /// Whether a reader is told the same by both.
  fileprivate func tellsTheSame(as other: Finding) -> Bool {
    kind == other.kind && certainty == other.certainty && severity == other.severity && day == other.day
      && judgement?.due == other.judgement?.due && judgement?.verdict == other.judgement?.verdict
      && judgement?.lateness == other.judgement?.lateness
  }
}
