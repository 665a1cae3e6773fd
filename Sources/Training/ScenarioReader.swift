import CivilTime
public import Diagnostics

/// Reads a scenario whose shape was found right.
public enum ScenarioReader {
  /// The scenario, or every fault that was found; it is `nil` exactly if there is one.
  ///
  /// Codes: PL7601 to PL7606.
  ///
  /// Complexity: O(n) in the number of events and choices.
  public static func read(_ node: PlacedNode) -> (scenario: Scenario?, diagnostics: [Diagnostic]) {
    var reading = ScenarioReading()
    let scenario = reading.scenario(node)
    return (reading.diagnostics.isEmpty ? scenario : nil, reading.diagnostics)
  }
}

private struct ScenarioReading {
  private(set) var diagnostics: [Diagnostic] = []
  /// Every choice that stands above, for a later decision to name.
  private var known: Set<Answered> = []
  private var lastDay: Day?

  mutating func scenario(_ node: PlacedNode) -> Scenario? {
    for event in node["events"]?.list ?? [] { checkDay(of: event) }
    var decisions: [Decision] = []
    for item in node["decisions"]?.list ?? [] {
      if let decision = decision(item, after: decisions) { decisions.append(decision) }
    }
    guard let name = node["scenario"]?.scalar, let title = node["title"]?.scalar, let teaches = node["teaches"]?.scalar,
      let until = node["observed until"]?.scalar.flatMap({ Day(iso: $0) })
    else { return nil }
    return Scenario(
      name: name, title: title, teaches: teaches, decisions: decisions, observedUntil: until, tree: node)
  }

  private mutating func decision(_ node: PlacedNode, after earlier: [Decision]) -> Decision? {
    guard let name = node["decision"]?.scalar, let on = node["on"], let day = on.scalar.flatMap({ Day(iso: $0) }) else {
      return nil
    }
    if earlier.contains(where: { $0.name == name }) {
      tell(.decisionNamedTwice, "Two decisions are called \"\(name)\".", node["decision"] ?? node, "Give each a name of its own.")
    }
    if let lastDay, day < lastDay {
      tell(
        .decisionOutOfOrder, "The decision is on an earlier day than the one before it.", on,
        "Write decisions in order of time, from \(lastDay) on.")
    }
    lastDay = max(day, lastDay ?? day)
    let after = onlyAfter(node["only after"])
    let choices = choices(node["choices"])
    if choices.count < 2 {
      tell(.tooFewChoices, "There is nothing to decide: fewer than two choices.", node["choices"] ?? node, "Write at least two.")
    }
    for choice in choices where !known.insert(Answered(decision: name, choice: choice.name)).inserted {
      tell(
        .choiceNamedTwice, "Two choices of a decision are called \"\(choice.name)\".", node["choices"] ?? node,
        "Give each a name of its own.")
    }
    return Decision(
      name: name, day: day, onlyAfter: after, tells: node["tells"]?.scalar ?? "", choices: choices,
      found: node["found"]?.scalar, cite: node["cite"]?.scalar)
  }

  private mutating func onlyAfter(_ node: PlacedNode?) -> [Answered] {
    guard let node else { return [] }
    return (node.list ?? [node]).compactMap { item in
      let parts = item.scalar?.split(separator: ".").map(String.init) ?? []
      let answered = parts.count == 2 ? Answered(decision: parts[0], choice: parts[1]) : nil
      if let answered, known.contains(answered) { return answered }
      let names = known.map { "\($0.decision).\($0.choice)" }.sorted()
      tell(
        .choiceUnknown, "No earlier decision has the choice \"\(item.scalar ?? "")\".", item,
        Suggestion.mend(
          for: item.scalar ?? "", among: names, otherwise: "Write decision.choice, of a decision that stands above."))
      return nil
    }
  }

  private mutating func choices(_ node: PlacedNode?) -> [Choice] {
    (node?.list ?? []).compactMap { item in
      let events = (item["does"]?.list ?? []) + (item["then"]?.list ?? [])
      for event in events { checkDay(of: event) }
      guard let name = item["choice"]?.scalar, let says = item["says"]?.scalar else { return nil }
      return Choice(name: name, says: says, answer: item["answer"]?.scalar, events: events)
    }
  }

  /// A scenario unfolds in time, so each of its events needs its day.
  private mutating func checkDay(of event: PlacedNode) {
    guard event.day == nil else { return }
    tell(
      .scenarioNotDated, "The event has no day of its own.", event["when"] ?? event["from"] ?? event,
      "Write when: year-month-day, or from: and until: for a step that was not done.")
  }

  private mutating func tell(_ code: DiagnosticCode, _ message: String, _ node: PlacedNode, _ mend: String?) {
    diagnostics.append(Diagnostic(code, message, at: node.place, mend: mend))
  }
}

extension PlacedNode {
  /// The day of an event of a scenario.
  var day: Day? { (self["when"] ?? self["from"])?.scalar.flatMap { Day(iso: $0) } }
}
