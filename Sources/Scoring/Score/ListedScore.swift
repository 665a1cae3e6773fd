import Procedures
import Replay

/// A listed finding with what became of it.
public struct ListedScore: Sendable {
  public let finding: ListedFinding
  public let outcome: ListedOutcome

  init(_ finding: ListedFinding, in judged: JudgedCase) {
    self.finding = finding
    let raised = judged.flags.first { $0.identifier == finding.identifier }
    outcome =
      raised.map { raised in
        let isAsListed = raised.kind == finding.kind && raised.certainty == finding.certainty
        return isAsListed ? .asListed : .otherwise(raised.kind, raised.certainty)
      } ?? .notRaised
  }
}
