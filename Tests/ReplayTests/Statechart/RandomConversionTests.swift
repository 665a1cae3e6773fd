import Diagnostics
import Foundation
import Notation
import Procedures
import Replay
import Testing

/// Machines made at random, written in the workflow language, against the pseudo-code of SCXML.
@Suite struct `Converted machines against the pseudo-code of SCXML` {
  @Test func `A machine in the workflow language is in the same states, event by event`() {
    var machines = RandomMachines(from: 20_260_501, count: 300, .sayable)
    machines.compareAll(compare)
    print(
      "Compared \(machines.charts) converted machines from seed \(machines.firstSeed) on: \(machines.events) events, "
        + "\(machines.finished) machines stopped, \(machines.givenUp) that never rest given up.")
  }

  /// The first difference between a machine and what it was converted to, or `nil`.
  private func compare(_ machines: inout RandomMachines, _ root: ChartState, _ workflow: Workflow, _ seed: UInt64) -> String? {
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
    return machines.follow(&run, beside: reference, seed: seed) { run in
      let states = run.activeStates.map { names[$0].identifier }
      let isSame = states == reference.states && run.isFinished != reference.running
      return isSame ? nil : "in \(states), not \(reference.states)\n\(files[0].text)"
    } take: { random, run in
      take(procedure.vocabulary.events.map(\.name), &random, reference, &run)
    }
  }

  /// Lets time pass in both, or both hear one event; tells which.
  private func take(
    _ events: [String], _ random: inout RandomSource, _ reference: AppendixD, _ run: inout VirtualRun
  ) -> String {
    if events.isEmpty || random.percent(25) {
      let hours = random.pick([1, 2, 5, 30])
      reference.pass(hours * 3_600_000, with: &run)
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
