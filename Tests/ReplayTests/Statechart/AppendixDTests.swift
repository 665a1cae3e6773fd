import Procedures
import Replay
import Testing

/// The engine, fed by the reader of SCXML, against the pseudo-code of SCXML on machines made at random.
@Suite struct `The engine against the pseudo-code of SCXML` {
  @Test func `Both are in the same states and say the same, event by event`() {
    var machines = RandomMachines(from: 20_260_401, count: 600, .all)
    machines.compareAll { machines, root, workflow, seed in
      var run = VirtualRun(workflow)
      let reference = AppendixD(root)
      return machines.follow(&run, beside: reference, seed: seed) {
        difference($0, workflow, reference)
      } take: { random, run in
        take(&random, reference, &run)
      }
    }
    print(
      "Compared \(machines.charts) machines from seed \(machines.firstSeed) on: \(machines.events) events, "
        + "\(machines.said) entries, exits and other words said, \(machines.finished) machines stopped, "
        + "\(machines.givenUp) that never rest given up.")
  }

  /// Lets time pass in both, or both hear one event; tells which.
  private func take(_ random: inout RandomSource, _ reference: AppendixD, _ run: inout VirtualRun) -> String {
    if random.percent(25) {
      let time = random.pick([1, 10, 15, 2000])
      reference.pass(time, with: &run)
      return "\(time) ms"
    }
    let name = random.pick(RandomChart.events + ["d", "error.execution", "done.state.s1", ""])
    reference.hear(name)
    if !reference.isGivenUp { run.hear(name) }
    return name
  }

  private func difference(_ run: VirtualRun, _ workflow: Workflow, _ reference: AppendixD) -> String? {
    let states = run.activeStates.map { workflow.states[$0].identifier ?? "" }
    if states != reference.states { return "in \(states), not \(reference.states)" }
    let said = run.log.map(\.text)
    if said != reference.log {
      let first = zip(said, reference.log).enumerated().first { $1.0 != $1.1 }?.offset ?? min(said.count, reference.log.count)
      return "said \(said.dropFirst(first).prefix(4)), not \(reference.log.dropFirst(first).prefix(4))"
    }
    return run.isFinished == !reference.running ? nil : "one of the two has stopped"
  }
}
