import Foundation
import Procedures
import Replay
import Testing

/// The replay tells of missed transitions what an exhaustive search finds: on every chart of some families of small charts
/// and on random ones, for every sequence of events up to a length of two, three or four.
///
/// An ordinary run takes some charts of each larger family, 8,462 charts with 204,624 sequences in all, of which 400 charts
/// are random. `PLUMBLINE_ORACLE_CHARTS` says how many random charts; where it is set, every family is taken whole, which is
/// 51,115 charts with 1,097,091 sequences.
@Suite struct `Missed transitions on small charts` {
  private static let wanted = ProcessInfo.processInfo.environment["PLUMBLINE_ORACLE_CHARTS"].flatMap { UInt64($0) }

  @Test(arguments: SmallChartFamily.all)
  func `The replay tells what trying every chain of steps finds`(_ family: SmallChartFamily) {
    var comparison = OracleComparison()
    family.forEach(isEvery: Self.wanted != nil) { chart in
      guard let wrong = comparison.difference(on: chart, length: family.length) else { return true }
      Issue.record("\(wrong)")
      return false
    }
    #expect(comparison.jumpedCount > 0 && comparison.outOfOrderCount > 0)
  }

  @Test func `The replay tells what trying every chain of steps finds on random charts`() {
    var comparison = OracleComparison()
    for seed in 1...(Self.wanted ?? 400) {
      let chart = RandomSmallChart.make(seed: seed)
      if let wrong = comparison.difference(on: chart, length: Self.length(for: chart.alphabet.count)) {
        Issue.record("seed \(seed): \(wrong)")
        break
      }
    }
    #expect(comparison.jumpedCount > 0 && comparison.outOfOrderCount > 0 && comparison.undecidedCount > 0)
  }

  // MARK: Smallest charts on which a replay was wrong

  @Test(arguments: SmallDifference.all)
  func `What once was told otherwise is told as the oracle finds it`(_ difference: SmallDifference) throws {
    var comparison = OracleComparison()
    #expect(comparison.difference(on: difference.chart, length: difference.events.count) == nil)
    let sequences = ToldSequences(sequences: [difference.events])
    for engine in [fastEngine, referenceEngine] {
      let record = try #require(sequences.told(by: engine, under: difference.chart.procedure).first)
      #expect(record.deviations.last?.kind == difference.kind)
      #expect(record.deviations.last?.isCertain == difference.isCertain)
    }
  }

  /// At most four events, and at most 128 sequences of them.
  private static func length(for alphabet: Int) -> Int {
    (1...4).last { length in repeatElement(alphabet, count: length).reduce(1, *) <= 128 } ?? 1
  }
}
