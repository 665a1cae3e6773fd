import Diagnostics
import Foundation
import Notation
import Procedures
import Replay
import Testing

/// Machines made at random, written in the workflow language, against the pseudo-code of SCXML.
@Suite struct `Converted machines against the pseudo-code of SCXML` {
  /// What a stretch of runs compared.
  private struct Tally {
    var charts = 0
    var events = 0
    var givenUp = 0
    var finished = 0
  }

  private static let firstSeed: UInt64 = 20_260_501
  /// How many machines are compared; more with `PLUMBLINE_RANDOM_CHARTS`.
  private static let chartCount =
    ProcessInfo.processInfo.environment["PLUMBLINE_RANDOM_CHARTS"].flatMap(UInt64.init) ?? 300

  @Test func `A machine in the workflow language is in the same states, event by event`() throws {
    var tally = Tally()
    for seed in Self.firstSeed..<(Self.firstSeed + Self.chartCount) {
      if let wrong = compare(seed, &tally) {
        Issue.record("seed \(seed): \(wrong)\n\(RandomChart(seed: seed, range: .sayable).root.text)")
        return
      }
    }
    print(
      "Compared \(tally.charts) converted machines from seed \(Self.firstSeed) on: \(tally.events) events, "
        + "\(tally.finished) machines stopped, \(tally.givenUp) that never rest given up.")
    #expect(tally.events > 10 * tally.charts && 2 * tally.givenUp < tally.charts)
  }

  /// The first difference between a machine and what it was converted to, or `nil`.
  private func compare(_ seed: UInt64, _ tally: inout Tally) -> String? {
    let root = RandomChart(seed: seed, range: .sayable).root
    let (workflow, diagnostics) = SCXMLReader.read(SourceText(name: "random.scxml", text: root.text))
    guard let workflow else { return DiagnosticRenderer(sources: []).render(diagnostics) }
    let (files, unsayable) = WorkflowConverter.files(of: workflow)
    let sources = files.map { SourceText(name: $0.name, text: $0.text) }
    let (procedure, faults) = ProcedureReader.read(sources)
    guard !files.isEmpty, let procedure, faults.isEmpty else {
      return DiagnosticRenderer(sources: sources).render(unsayable.filter { $0.severity == .error } + faults)
        + (files.first?.text ?? "")
    }
    var run = VirtualRun(procedure.workflows[0])
    let reference = AppendixD(root)
    let names = Array(root.all.dropFirst())
    var random = RandomSource(seed: seed &* 31)
    tally.charts += 1
    reference.interpret()
    if !reference.isGivenUp { run.begin() }
    var told = "the beginning"
    for _ in 0..<40 {
      if reference.isGivenUp { break }
      let states = run.activeStates.map { names[$0].identifier }
      let expected = reference.configuration.sorted { $0.order < $1.order }.map(\.identifier)
      if states != expected || run.isFinished == reference.running {
        return "after \(told): in \(states), not \(expected)\n\(files[0].text)"
      }
      if run.isFinished { break }
      tally.events += 1
      told = take(procedure.vocabulary.events.map(\.name), &random, reference, &run)
    }
    tally.givenUp += reference.isGivenUp ? 1 : 0
    tally.finished += run.isFinished ? 1 : 0
    return nil
  }

  /// Lets time pass in both, or both hear one event; tells which.
  private func take(
    _ events: [String], _ random: inout RandomSource, _ reference: AppendixD, _ run: inout VirtualRun
  ) -> String {
    if events.isEmpty || random.percent(25) {
      let hours = random.pick([1, 2, 5, 30])
      reference.pass(hours * 3_600_000)
      if !reference.isGivenUp { run.pass(Milliseconds(hours * 3_600_000)) }
      return "\(hours) hours"
    }
    let event = random.number(0...events.count - 1)
    // Of the names that the machines hear none has a _ of its own.
    let name = events[event].replacingOccurrences(of: "_", with: ".")
    reference.hear(name)
    if !reference.isGivenUp { run.hear(event: event) }
    return name
  }
}
