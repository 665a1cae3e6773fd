import Diagnostics
import Expectations
public import Replay

/// What became of files of expectations as JUnit's XML, which build servers read: a suite a file, a test a claim.
public struct ExpectationJUnit: Sendable {
  public init() {}

  public func render(
    _ tried: [TriedExpectations], coverage: ReplayCoverage, thresholds: [CoverageThreshold] = []
  ) -> String {
    let suites = tried.map(suite) + (thresholds.isEmpty ? [] : [suite(thresholds, coverage)])
    var text = XMLText()
    text.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    text.line(
      "<testsuites name=\"plumbline test\" tests=\"\(suites.map(\.tests.count).reduce(0, +))\" "
        + "failures=\"\(suites.map(\.failures).reduce(0, +))\">")
    for suite in suites { suite.write(on: &text) }
    text.line("</testsuites>")
    return text.text
  }

  private func suite(_ tried: TriedExpectations) -> JUnitSuite {
    let words = ExpectationWords(tried.reported)
    let tests = tried.outcomes.map { outcome in
      JUnitTest(
        name: "line \(outcome.place.line): \(words.claim(outcome.claim))",
        failure: outcome.shortfall.map { words.lines(of: $0).map { "\($0.label): \($0.text)" } })
    }
    return JUnitSuite(name: tried.path, tests: tests)
  }

  private func suite(_ thresholds: [CoverageThreshold], _ coverage: ReplayCoverage) -> JUnitSuite {
    let tests = thresholds.map { threshold in
      JUnitTest(
        name: threshold.text,
        failure: threshold.isReached(by: coverage.counts) ? nil : [threshold.found(in: coverage.counts)])
    }
    return JUnitSuite(name: "coverage", tests: tests)
  }
}
