import Procedures
public import Replay
import Reporting

/// One thing that the replay of a record found, in words.
public struct RecordFinding: Sendable, Identifiable {
  /// `case/child/workflow.rule/opening event#n`: the same on every run and machine.
  public let id: String
  public let child: RecordedChild
  /// "late", "missed", "gap" and the like.
  public let kind: String
  /// Whether every dating that fits the record gives it.
  public let isCertain: Bool
  /// Whether it is only that the record does not say.
  public let isNotRecorded: Bool
  /// What was found, in one plain sentence.
  public let sentence: String
  /// What the rule demands; `nil` where the finding rests on the workflow itself.
  public let rule: String?
  /// The finding as the replay gave it.
  public let finding: Finding

  init(_ finding: Finding, of reported: ReportedCase, rule: String?) {
    id = finding.identifier
    child = RecordedChild(name: finding.childName)
    kind = finding.kind.rawValue
    isCertain = finding.certainty == .certain
    isNotRecorded = finding.kind == .notRecorded
    sentence = FindingSentence(reported).sentence(finding)
    self.rule = rule
    self.finding = finding
  }
}
