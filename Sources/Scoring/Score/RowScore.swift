import Replay

/// One row of the reviewer, with what became of the findings that show it.
public struct RowScore: Sendable {
  public enum Outcome: Sendable, Hashable, CaseIterable {
    /// Every finding that it lists was raised as listed.
    case raised
    /// Some were, and some were not.
    case inPart
    case notRaised
  }

  public let row: FindingsRow
  public let findings: [ListedScore]
  /// Whether any of its findings that was raised rests on a figure that no source gives.
  public let restsOnOurs: Bool

  init(_ row: FindingsRow, of review: JudgedReview) {
    self.row = row
    guard let judged = review.judged(by: row.profile) else {
      (findings, restsOnOurs) = ([], false)
      return
    }
    findings = row.findings.map { ListedScore($0, in: judged) }
    let names = Set(row.findings.map(\.identifier))
    restsOnOurs = judged.flags.contains { names.contains($0.identifier) && judged.restsOnOurs($0) }
  }

  public var outcome: Outcome {
    let raised = findings.count { $0.outcome == .asListed }
    if raised == 0 { return .notRaised }
    return raised == findings.count ? .raised : .inPart
  }

  /// The listed findings that were not raised as listed.
  public var shortfalls: [ListedScore] { findings.filter { $0.outcome != .asListed } }
}
