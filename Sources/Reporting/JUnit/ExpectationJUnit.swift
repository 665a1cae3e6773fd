import Diagnostics
import Expectations
public import Replay

/// What became of files of expectations as JUnit's XML, which build servers read: a suite a file, a test a claim.
public struct ExpectationJUnit: Sendable {
  public init() {}

  public func render(
    _ tried: [TriedExpectations], coverage: ReplayCoverage, thresholds: [CoverageThreshold] = []
  ) -> String {
    JUnitSuite.document(
      "plumbline test", tried.map(suite) + (thresholds.isEmpty ? [] : [suite(thresholds, coverage)]))
  }

  private func suite(_ tried: TriedExpectations) -> JUnitSuite {
    let words = ExpectationWords(tried.reported)
    let tests = tried.outcomes.map { outcome in
      let told = outcome.shortfall.map { words.lines(of: $0).map { "\($0.label): \($0.text)" } }
      return JUnitTest(
        name: "line \(outcome.place.line): \(words.claim(outcome.claim))",
        outcome: told.map { .failed("expectation", $0) } ?? .passed)
    }
    return JUnitSuite(name: tried.path, tests: tests)
  }

  private func suite(_ thresholds: [CoverageThreshold], _ coverage: ReplayCoverage) -> JUnitSuite {
    let tests = thresholds.map { threshold in
      JUnitTest(
        name: threshold.text,
        outcome: threshold.isReached(by: coverage.counts)
          ? .passed : .failed("expectation", [threshold.found(in: coverage.counts)]))
    }
    return JUnitSuite(name: "coverage", tests: tests)
  }
}
