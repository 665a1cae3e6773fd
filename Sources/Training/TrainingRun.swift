import CivilTime
public import Diagnostics

/// A trainee's way through a scenario, as far as it went.
public struct TrainingRun: Sendable {
  public let scenario: Scenario
  public private(set) var answers: [Answered] = []

  public init(_ scenario: Scenario) { self.scenario = scenario }

  /// The decision at hand; `nil` where all are made.
  public var decision: Decision? {
    let last = answers.last.flatMap { answer in scenario.decisions.firstIndex { $0.name == answer.decision } }
    return scenario.decisions.dropFirst(last.map { $0 + 1 } ?? 0).first { decision in
      decision.onlyAfter.isEmpty || decision.onlyAfter.contains(where: answers.contains)
    }
  }

  /// The decisions that were made, each with what was chosen.
  public var made: [(decision: Decision, choice: Choice)] {
    answers.compactMap { answer in
      guard let decision = scenario.decisions.first(where: { $0.name == answer.decision }),
        let choice = decision.choices.first(where: { $0.name == answer.choice })
      else { return nil }
      return (decision, choice)
    }
  }

  /// Makes the decision at hand; false where it has no such choice.
  public mutating func choose(_ name: String) -> Bool {
    guard let decision, decision.choices.contains(where: { $0.name == name }) else { return false }
    answers.append(Answered(decision: decision.name, choice: name))
    return true
  }

  /// Takes the last decision back; false where none was made.
  public mutating func goBack() -> Bool { answers.popLast() != nil }

  /// The run in which a decision was made otherwise; later decisions stay as they are where they are still met, and it ends
  /// at the first that was not made here.
  public func choosing(_ name: String, at decision: String) -> TrainingRun {
    var other = TrainingRun(scenario)
    while let next = other.decision {
      let kept = answers.first { $0.decision == next.name }?.choice
      guard let choice = next.name == decision ? name : kept, other.choose(choice) else { break }
    }
    return other
  }

  /// The history that the world and the choices so far make: a file that a history reader takes.
  public var history: PlacedNode {
    let tree = scenario.tree
    let chosen = made.flatMap(\.choice.events)
    // In order of day; of one day first what the world does, then what was chosen, each in its order.
    let events = ((tree["events"]?.list ?? []) + chosen).enumerated().sorted { a, b in
      (a.element.day?.number ?? 0, a.offset) < (b.element.day?.number ?? 0, b.offset)
    }.map(\.element)
    func entry(_ key: String, _ content: PlacedNode.Content) -> PlacedNode.Entry {
      PlacedNode.Entry(key: key, keyPlace: tree.place, value: PlacedNode(content, at: tree.place))
    }
    let kept = ["title", "source", "procedure", "profile", "children", "observed until"]
    let head = [entry("history", .scalar(scenario.name, quoted: false))]
    let same = (tree.entries ?? []).filter { kept.contains($0.key) }
    let complete = tree.entries?.first { $0.key == "complete for" } ?? entry("complete for", .scalar("everything", quoted: false))
    return PlacedNode(.entries(head + same + [complete, entry("events", .list(events))]), at: tree.place)
  }
}
