import Foundation
import Replay
import Testing

/// The replay tells of missed transitions what an exhaustive search finds: on every chart of some families of small charts
/// and on random ones, for every sequence of events up to a length of two, three or four.
///
/// An ordinary run takes the smaller families whole and some charts of the larger ones. `PLUMBLINE_ORACLE_CHARTS` says how
/// many random charts; where it is set, the families are taken whole.
@Suite struct `Missed transitions on small charts` {
  private static let wanted = ProcessInfo.processInfo.environment["PLUMBLINE_ORACLE_CHARTS"].flatMap { UInt64($0) }

  @Test(arguments: SmallChartFamily.all)
  func `The replay tells what trying every chain of steps finds`(_ family: SmallChartFamily) {
    var comparison = OracleComparison()
    let begun = Date()
    family.forEach(isEvery: Self.wanted != nil) { chart in
      guard let wrong = comparison.difference(on: chart, length: family.length) else { return true }
      Issue.record("\(wrong)")
      return false
    }
    print("\(family): \(comparison.inWords)", Date().timeIntervalSince(begun))
    #expect(comparison.jumpedCount > 0 && comparison.outOfOrderCount > 0)
  }

  @Test func `The replay tells what trying every chain of steps finds on random charts`() {
    var comparison = OracleComparison()
    let begun = Date()
    for seed in 1...(Self.wanted ?? 400) {
      let chart = RandomSmallChart.make(seed: seed)
      if let wrong = comparison.difference(on: chart, length: Self.length(for: chart.alphabet.count)) {
        Issue.record("seed \(seed): \(wrong)")
        break
      }
    }
    print("random charts: \(comparison.inWords)", Date().timeIntervalSince(begun))
    #expect(comparison.jumpedCount > 0 && comparison.outOfOrderCount > 0 && comparison.undecidedCount > 0)
  }

  /// At most four events, and at most 128 sequences of them.
  private static func length(for alphabet: Int) -> Int {
    (1...4).last { length in repeatElement(alphabet, count: length).reduce(1, *) <= 128 } ?? 1
  }
}
