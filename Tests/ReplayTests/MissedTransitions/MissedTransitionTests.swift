import Conditions
import Foundation
import Procedures
import Replay
import Testing

/// The replay tells of every sequence of events what an oracle finds that tries every sequence of steps left out.
///
/// `PLUMBLINE_CHARTS` says how many charts of each shape, taken from all over; `all` goes through every one.
@Suite struct `Missed transitions on small charts` {
  private static let lengthOfSequences = 3

  private static func charts(of shape: SmallChart.Shape) -> [SmallChart] {
    let count = SmallChart.count(of: shape)
    let asked = ProcessInfo.processInfo.environment["PLUMBLINE_CHARTS"]
    let wanted = asked == "all" ? count : min(count, asked.flatMap { Int($0) } ?? 250)
    // A step that has no divisor in common with the count comes to every number once.
    let step = wanted == count ? 1 : 1_000_003
    return (0..<wanted).map { SmallChart(shape, number: $0 * step % count) }
  }

  /// Every sequence of events of the length; those that are shorter are their beginnings.
  private static let sequences: [[Int]] = (0..<lengthOfSequences).reduce([[]]) { sequences, _ in
    sequences.flatMap { sequence in SmallChart.events.indices.map { sequence + [$0] } }
  }

  @Test(arguments: SmallChart.Shape.allCases)
  func `The replay agrees with the oracle on every sequence of events`(shape: SmallChart.Shape) {
    var (jumps, outOfOrder) = (0, 0)
    for chart in Self.charts(of: shape) {
      let worker = Replayer(chart.procedure).worker()
      let oracle = MissedTransitionOracle(chart)
      for (number, events) in Self.sequences.enumerated() {
        let isComplete = number % 2 == 0
        let replay = worker.replay(SmallChart.history(events, isComplete: isComplete))
        let answer = oracle.answer(to: events, isComplete: isComplete)
        let told = replay.departures.compactMap { MissedTransitionOracle.Told($0) }
        guard told == answer.told, told.count == replay.departures.count, steps(replay) == answer.steps,
          leaves(replay, chart) == answer.leaves
        else {
          Issue.record(
            """
            \(chart.arrows) of \(shape), events \(events), complete \(isComplete): told \(told), the oracle \(answer.told); \
            steps \(steps(replay)), the oracle \(answer.steps); in \(leaves(replay, chart)), the oracle \(answer.leaves)
            """)
          return
        }
        jumps += told.count { $0.kind == .jumped }
        outOfOrder += told.count { $0.kind == .outOfOrder }
      }
    }
    #expect(jumps > 100 && (outOfOrder > 100 || shape == .sideBySide), "\(jumps) jumps, \(outOfOrder) out of order")
  }

  private func steps(_ replay: CaseReplay) -> [MissedTransitionOracle.Step] {
    replay.transitions.map { taken in
      MissedTransitionOracle.Step(
        arrow: taken.transition, event: taken.event ?? -1, isPassedOver: taken.manner == .passedOver)
    }
  }

  private func leaves(_ replay: CaseReplay, _ chart: SmallChart) -> [Int] {
    let boxes = chart.boxes
    return replay.stays.filter { $0.left == nil && boxes[$0.state.state].children.isEmpty }.map(\.state.state).sorted()
  }
}

extension MissedTransitionOracle.Told {
  /// `nil` for a departure that a chart without guards cannot have.
  fileprivate init?(_ departure: Departure) {
    switch departure.kind {
    case .jumped: kind = .jumped
    case .outOfOrder: kind = .outOfOrder
    case .undecided: return nil
    }
    event = departure.event
    jumped = departure.jumped
    shownNotDone = departure.shownNotDone
  }
}
