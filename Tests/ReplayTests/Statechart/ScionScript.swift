import Foundation
import Procedures
import Replay

/// What happens to a machine of the SCION suite, and where it must be after each event.
struct ScionScript: Decodable {
  struct Event: Decodable {
    let name: String
  }

  struct Step: Decodable {
    /// Milliseconds before the event.
    let after: Int?
    let event: Event
    let nextConfiguration: [String]
  }

  let initialConfiguration: [String]
  let events: [Step]

  /// The first thing that is not as the script says, or `nil` where all is.
  func disagreement(with workflow: Workflow) -> String? {
    var run = VirtualRun(workflow)
    run.begin()
    if let wrong = difference(run, workflow, from: initialConfiguration) { return "at the beginning: \(wrong)" }
    for (number, step) in events.enumerated() {
      run.pass(Milliseconds(step.after ?? 0))
      run.hear(step.event.name)
      if let wrong = difference(run, workflow, from: step.nextConfiguration) {
        return "after event \(number + 1), \(step.event.name): \(wrong)"
      }
    }
    return run.isCutOff ? "the machine never came to rest" : nil
  }

  private func difference(_ run: VirtualRun, _ workflow: Workflow, from expected: [String]) -> String? {
    let names = run.atomicStates.map { workflow.states[$0].identifier ?? workflow.states[$0].path }.sorted()
    return names == expected.sorted() ? nil : "expected \(expected.sorted()), and it is in \(names)"
  }
}
