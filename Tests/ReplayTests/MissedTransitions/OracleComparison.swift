import CivilTime
import Procedures
import Replay

/// Small charts on which a replay is held against the oracle, sequence by sequence.
struct OracleComparison {
  private(set) var chartCount = 0
  private(set) var sequenceCount = 0
  /// How many of the sequences had steps passed over.
  private(set) var jumpedCount = 0
  private(set) var outOfOrderCount = 0
  private(set) var undecidedCount = 0
  /// The most steps passed over before one event.
  private(set) var mostJumped = 0

  /// The first sequence of which the replay tells something else than the oracle, and what each tells; `nil` for none.
  ///
  /// - Parameter length: how many events a sequence has.
  mutating func difference(on chart: SmallChart, length: Int, _ engine: Engine = fastEngine) -> String? {
    chartCount += 1
    let expected = ChainOracle(chart).records(ofLength: length)
    let procedure = chart.procedure
    for first in stride(from: 0, to: expected.count, by: 64) {
      let some = expected[first..<min(first + 64, expected.count)]
      let told = ToldSequences(sequences: some.map(\.sequence)).told(by: engine, under: procedure)
      for ((sequence, record), told) in zip(some, told) {
        count(record)
        if record != told {
          return """
            \(chart)
            events: \(sequence.map(\.description).joined(separator: ", "))
            the oracle: \(record.inWords)
            the replay: \(told.inWords)
            """
        }
      }
    }
    return nil
  }

  private mutating func count(_ record: ToldRecord) {
    sequenceCount += 1
    jumpedCount += record.deviations.contains { $0.kind == .jumped } ? 1 : 0
    outOfOrderCount += record.deviations.contains { $0.kind == .outOfOrder } ? 1 : 0
    undecidedCount += record.deviations.contains { $0.kind == .undecided } ? 1 : 0
    mostJumped = max(mostJumped, record.deviations.map(\.jumped.count).max() ?? 0)
  }

  var inWords: String {
    "\(chartCount) charts, \(sequenceCount) sequences, \(jumpedCount) with steps passed over (at most \(mostJumped)),"
      + " \(outOfOrderCount) with events out of order, \(undecidedCount) undecided"
  }
}

extension ToldRecord {
  var inWords: String {
    let deviations = deviations.map { one in
      "\(one.kind) at \(one.event) since \(one.since.map(String.init) ?? "the beginning") in episode \(one.episode)"
        + (one.jumped.isEmpty ? "" : ", passed over \(one.jumped), not done \(one.shownNotDone)")
        + (one.isCertain ? "" : ", possible") + (one.isMissingTold ? ", something missing" : "")
    }
    let taken = taken.map { "\($0.transition) at \($0.event ?? -1)\($0.isPassedOver ? " passed over" : "")" }
    let visits = visits.map {
      "\($0.state) \($0.entered) by \($0.enteringEvent ?? -1) to \($0.left?.description ?? "") by \($0.leavingEvent ?? -1)"
    }
    return "\n  " + (deviations + ["transitions: \(taken)", "states: \(visits)"]).joined(separator: "\n  ")
  }
}
