public import Expectations

/// A file of expectations with the case that was judged by it, and what became of every claim.
public struct TriedExpectations: Sendable {
  /// The path of the file.
  public let path: String
  public let title: String
  public let reported: ReportedCase
  /// In the order of the file.
  public let outcomes: [ExpectationOutcome]

  public init(path: String, _ file: ExpectationFile, reported: ReportedCase) {
    self.path = path
    title = file.title
    self.reported = reported
    outcomes = ExpectationTrial(reported.judged).outcomes(of: file)
  }

  public var holds: Bool { outcomes.allSatisfy(\.holds) }
}
