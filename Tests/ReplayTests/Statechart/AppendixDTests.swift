import Diagnostics
import Foundation
import Notation
import Procedures
import Replay
import Testing

/// The engine, fed by the reader of SCXML, against the pseudo-code of SCXML on machines made at random.
@Suite struct `The engine against the pseudo-code of SCXML` {
  /// What a stretch of runs compared.
  private struct Tally {
    var charts = 0
    var events = 0
    var givenUp = 0
    var finished = 0
    var said = 0
  }

  private static let firstSeed: UInt64 = 20_260_401
  /// How many machines are compared; more with `PLUMBLINE_RANDOM_CHARTS`.
  private static let chartCount =
    ProcessInfo.processInfo.environment["PLUMBLINE_RANDOM_CHARTS"].flatMap(UInt64.init) ?? 600

  @Test func `Both are in the same states and say the same, event by event`() {
    var tally = Tally()
    for seed in Self.firstSeed..<(Self.firstSeed + Self.chartCount) {
      if let wrong = compare(seed, &tally) {
        Issue.record("seed \(seed): \(wrong)\n\(RandomChart(seed: seed).root.text)")
        return
      }
    }
    print(
      "Compared \(tally.charts) machines from seed \(Self.firstSeed) on: \(tally.events) events, \(tally.said) entries, "
        + "exits and other words said, \(tally.finished) machines stopped, \(tally.givenUp) that never rest given up.")
    #expect(tally.events > 10 * tally.charts && 2 * tally.givenUp < tally.charts)
  }

  /// The first difference between the two, or `nil`.
  private func compare(_ seed: UInt64, _ tally: inout Tally) -> String? {
    let root = RandomChart(seed: seed).root
    let (workflow, diagnostics) = SCXMLReader.read(SourceText(name: "random.scxml", text: root.text))
    guard let workflow else { return DiagnosticRenderer(sources: []).render(diagnostics) }
    var run = VirtualRun(workflow)
    let reference = AppendixD(root)
    var random = RandomSource(seed: seed &* 31)
    tally.charts += 1
    reference.interpret()
    if !reference.isGivenUp { run.begin() }
    var told = "the beginning"
    for _ in 0..<40 {
      if reference.isGivenUp { break }
      if let wrong = difference(run, workflow, reference) { return "after \(told): \(wrong)" }
      if run.isFinished { break }
      tally.events += 1
      if random.percent(25) {
        let time = random.pick([1, 10, 15, 2000])
        told = "\(time) ms"
        reference.pass(time)
        if !reference.isGivenUp { run.pass(Milliseconds(time)) }
      } else {
        told = random.pick(RandomChart.events + ["d", "error.execution", "done.state.s1", ""])
        reference.hear(told)
        if !reference.isGivenUp { run.hear(told) }
      }
    }
    tally.givenUp += reference.isGivenUp ? 1 : 0
    tally.finished += run.isFinished ? 1 : 0
    tally.said += run.log.count
    return nil
  }

  private func difference(_ run: VirtualRun, _ workflow: Workflow, _ reference: AppendixD) -> String? {
    let states = run.activeStates.map { workflow.states[$0].identifier ?? "" }
    let expected = reference.configuration.sorted { $0.order < $1.order }.map(\.identifier)
    if states != expected { return "in \(states), not \(expected)" }
    let said = run.log.map(\.text)
    if said != reference.log {
      let first = zip(said, reference.log).enumerated().first { $1.0 != $1.1 }?.offset ?? min(said.count, reference.log.count)
      return "said \(said.dropFirst(first).prefix(4)), not \(reference.log.dropFirst(first).prefix(4))"
    }
    return run.isFinished == !reference.running ? nil : "one of the two has stopped"
  }
}
