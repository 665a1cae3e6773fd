import Foundation
import Procedures
import Testing

/// The fast replay and the slow, obvious one agree on random procedures and histories.
///
/// `PLUMBLINE_RANDOM_PAIRS` says how many pairs, `PLUMBLINE_RANDOM_SEED` where they begin, and
/// `PLUMBLINE_RANDOM_FAULTS` after how many differences to stop.
struct RandomComparisonTests {
  private static let historiesPerProcedure = 6

  @Test
  func `The replay and the reference agree on random procedures and histories`() {
    let environment = ProcessInfo.processInfo.environment
    let pairs = environment["PLUMBLINE_RANDOM_PAIRS"].flatMap { Int($0) } ?? 1000
    let seed = environment["PLUMBLINE_RANDOM_SEED"].flatMap { UInt64($0) } ?? 2020
    var faults = environment["PLUMBLINE_RANDOM_FAULTS"].flatMap { Int($0) } ?? 1
    var compared = 0
    var unread = 0
    var next = seed
    while compared < pairs, unread < pairs + 100 {
      let made = RandomProcedureMaker.make(seed: next)
      next += 1
      guard let procedure = made.read().procedure else {
        unread += 1
        continue
      }
      for number in 0..<Self.historiesPerProcedure {
        compared += 1
        let record = RandomCaseMaker.make(seed: next &* 1000 &+ UInt64(number), for: procedure, written: made)
        if compare(RandomComparison(procedure: made, history: record), procedure, seed: next - 1) {
          faults -= 1
          if faults <= 0 { return }
          break
        }
      }
    }
    #expect(compared >= pairs, "\(unread) of the procedures from seed \(seed) on could not be read")
  }

  /// True where the two differ, after reporting the smallest pair on which they do.
  private func compare(_ pair: RandomComparison, _ procedure: Procedure, seed: UInt64) -> Bool {
    guard let history = pair.history.history(for: procedure) else {
      Issue.record("the times of a random history contradict one another, seed \(seed)")
      return true
    }
    guard pair.difference(referenceEngine, fastEngine, procedure, history) != nil else { return false }
    Issue.record("seed \(seed):\n\(pair.shrunk(referenceEngine, fastEngine).report(referenceEngine, fastEngine))")
    return true
  }
}
