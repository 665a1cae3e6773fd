import Foundation
import Testing

/// The replay's missed transitions are those that an exhaustive search finds, on every chart of some families of small
/// charts and on random ones.
@Suite struct `Missed transitions on small charts` {
  static let families: [SmallChartFamily] =
    [
      .plain, .ended, .optional, .worded("three states, an event with words", ends: []),
      .worded("two states and an end, an event with words", ends: [2]), .completing, .following, .parallel, .asking,
    ] + SmallChartFamily.nested + SmallChartFamily.remembering

  @Test(arguments: families)
  func `The replay tells what trying every chain of steps finds`(_ family: SmallChartFamily) {
    var comparison = OracleComparison()
    let begun = Date()
    family.forEach { chart in
      guard let wrong = comparison.difference(on: chart, length: family.length) else { return true }
      Issue.record("\(wrong)")
      return false
    }
    print(family.name, comparison.inWords, Date().timeIntervalSince(begun))
  }
}
