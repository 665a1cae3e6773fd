extension RandomProcedureMaker {
  /// A condition about an event at hand, and sometimes more.
  mutating func condition(on event: String, in index: Int, prefix: String = "this.") -> String {
    let own = attributeCondition(of: event, prefix: prefix)
    guard let own, random.percent(80) else { return general(in: index) }
    if random.percent(20) { return "\(own) \(random.pick(["and", "or"])) \(general(in: index))" }
    return own
  }

  /// A condition on what the event carries; `nil` where it carries nothing.
  mutating func attributeCondition(of event: String, prefix: String) -> String? {
    switch event {
    case "a": random.pick(["\(prefix)kind = \"x\"", "\(prefix)kind != \"y\"", "\(prefix)flag", "not(\(prefix)flag)"])
    case "b": random.pick(["\(prefix)flag", "\(prefix)flag = false", "\(prefix)by = \"r1\""])
    case "c": random.pick(["list contains(\(prefix)who, \"r1\")", "not(list contains(\(prefix)who, \"r2\"))"])
    case "d":
      random.pick([
        "\(prefix)kind = \"z\"", "\(prefix)n >= 2", "\(prefix)kind in (\"x\", \"y\")", "\(prefix)kind = \"y\" and \(prefix)n < 3",
      ])
    case "f": random.pick(["\(prefix)flag", "\(prefix)n > 1", "\(prefix)flag or \(prefix)n = 1"])
    default: nil
    }
  }

  /// A condition about the case.
  mutating func general(in index: Int) -> String {
    let event = random.pick(Self.events)
    switch random.number(0...9) {
    case 0: return "count(\(event)) >= \(random.number(1...2))"
    case 1: return "count(\(event)) < \(random.number(1...2))"
    case 2: return "occurred(\(event))"
    case 3: return "not(occurred(\(event)))"
    case 4: return "count(a[flag = true]) >= 1"
    case 5: return "some s in siblings satisfies s.\(anyState())"
    case 6: return "count(since(\(event), \(random.pick(Self.events)))) >= 1"
    default: return stateCondition(in: index)
    }
  }

  mutating func anyState() -> String {
    let workflow = random.number(0...states.count - 1)
    return "w\(workflow).\(random.pick(states[workflow]))"
  }

  mutating func stateCondition(in index: Int) -> String {
    let own = random.percent(75) ? "w\(index).\(random.pick(states[index]))" : anyState()
    switch random.number(0...9) {
    case 0: return "not(\(own))"
    case 1: return "\(own) or \(anyState())"
    case 2: return "\(own) and not(\(anyState()))"
    default: return own
    }
  }
}
