extension RandomProcedureMaker {
  /// Where a condition stands, which decides what it may ask.
  enum Place {
    /// At an event, whose checks and guards see what was before it.
    case event
    /// Where an event opens a clock.
    case opening
    /// Where states are entered or left, which may be some time before the event that shows it.
    case passing
    /// At all times.
    case always
  }

  /// A condition about an event at hand, and sometimes more.
  mutating func condition(on event: String, in index: Int, at place: Place) -> String {
    let own = attributeCondition(of: event, prefix: "this.")
    if random.percent(8) { return newestAgainstThis() }
    if random.percent(3) { return age() }
    if random.percent(12) { return occurrencesFitting(day: "this.happened", in: index) }
    guard let own, random.percent(80) else { return general(in: index, at: place) }
    if random.percent(20) { return "\(own) \(random.pick(["and", "or"])) \(general(in: index, at: place))" }
    return own
  }

  /// A condition on what the event carries; `nil` where it carries nothing.
  mutating func attributeCondition(of event: String, prefix: String) -> String? {
    switch event {
    case "a": random.pick(["\(prefix)kind = \"x\"", "\(prefix)kind != \"y\"", "\(prefix)flag", "not(\(prefix)flag)"])
    case "b": random.pick(["\(prefix)flag", "\(prefix)flag = false", "\(prefix)by = \"r1\""])
    case "c":
      random.pick([
        "list contains(\(prefix)who, \"r1\")", "not(list contains(\(prefix)who, \"r2\"))",
        "\(prefix)due > \(prefix)happened",
      ])
    case "d":
      random.pick([
        "\(prefix)kind = \"z\"", "\(prefix)n >= 2", "\(prefix)kind in (\"x\", \"y\")", "\(prefix)kind = \"y\" and \(prefix)n < 3",
      ])
    case "f": random.pick(["\(prefix)flag", "\(prefix)n > 1", "\(prefix)flag or \(prefix)n = 1"])
    default: nil
    }
  }

  /// How the newest of earlier events lies to the event at hand.
  private mutating func newestAgainstThis() -> String {
    let list = random.pick(Self.events)
    let newest = random.percent(50) ? "latest(\(list))" : "latest(ever(\(list)))"
    let comparison = "\(newest).happened \(random.pick(["=", "<", "<=", ">", "!="])) this.happened"
    return random.percent(20) ? "not(\(comparison))" : comparison
  }

  /// How old the child is at the event at hand.
  private mutating func age() -> String {
    let age = "child.born + duration(\"\(random.pick(["P5D", "P2W", "P1M"]))\")"
    let comparison = random.pick(["<", "<=", ">", ">="])
    return random.percent(50) ? "\(age) \(comparison) this.happened" : "this.happened \(comparison) \(age)"
  }

  /// Whether the newest of earlier events says something.
  private mutating func newestIsKnown() -> String {
    let (event, attribute) = random.pick([("a", "kind"), ("a", "flag"), ("b", "by"), ("c", "who"), ("c", "due"), ("d", "n")])
    let newest = random.percent(50) ? "latest(\(event))" : "latest(ever(\(event)))"
    let isKnown = "known(\(newest).\(attribute))"
    return random.percent(30) ? "not(\(isKnown))" : isKnown
  }

  /// What may stand in the brackets of a pattern: what the event carries, and sometimes a word about the case.
  mutating func bracket(of event: String, in index: Int) -> String? {
    if random.percent(6) { return "happened >= date(\"2020-02-15\")" }
    guard random.percent(8) else { return attributeCondition(of: event, prefix: "") }
    return random.percent(50) ? stateCondition(in: index) : occurrence()
  }

  /// A condition about the case.
  mutating func general(in index: Int, at place: Place) -> String {
    switch random.number(0...99) {
    case 0..<45: return occurrence()
    case 45..<52: return sibling(at: place)
    case 52..<60: return day()
    case 60..<67: return place == .passing ? stateCondition(in: index) : birth()
    case 67..<75: return clocks(at: place) ?? stateCondition(in: index)
    default: return stateCondition(in: index)
    }
  }

  private mutating func occurrence() -> String {
    let event = random.pick(Self.events)
    switch random.number(0...14) {
    case 14: return "occurred(a[flag = true])"
    case 13: return "occurred(since(d[kind = \"x\"], \(event)))"
    case 12: return "some x in since(\(event), \(random.pick(Self.events))) satisfies x.happened > date(\"2020-02-01\")"
    case 11: return "every x in \(event) satisfies x.happened < date(\"2020-03-01\")"
    case 10: return random.percent(50) ? "count(\(event)) = 0" : "latest(a).flag"
    case 9: return newestIsKnown()
    case 6: return "occurred(\(event)[happened >= today - duration(\"P\(random.pick([5, 20, 60]))D\")])"
    case 7: return "some x in \(event) satisfies x.happened > date(\"2020-03-01\")"
    case 8: return "occurred(since(\(event), \(random.pick(Self.events))))"
    case 0: return "count(\(event)) >= \(random.number(1...2))"
    case 1: return "count(\(event)) < \(random.number(1...2))"
    case 2: return "occurred(\(event))"
    case 3: return "not(occurred(\(event)))"
    case 4: return "count(a[flag = true]) >= 1"
    default: return "count(since(\(event), \(random.pick(Self.events)))) >= 1"
    }
  }

  /// What is asked of those of earlier events that fit.
  ///
  /// - Parameter day: the day at hand, as expressions write it.
  private mutating func occurrencesFitting(day: String, in index: Int) -> String {
    let event = random.pick(Self.events)
    let list = random.percent(60) ? event : "ever(\(event))"
    let fitting = "\(list)[\(fit(of: event, prefix: "", day: day, in: index))]"
    let listed = random.percent(20) ? "since(\(fitting), \(random.pick(Self.events)))" : fitting
    let asked: String
    switch random.number(0...10) {
    case 9: asked = "not(\(laterThanAnother()))"
    case 10: asked = "not(\(laterThanAnother()) or \(stateCondition(in: index)))"
    case 0, 1: asked = "occurred(\(listed))"
    case 2: asked = "count(\(listed)) \(random.pick(["<", "<=", "=", "!=", ">", ">="])) \(random.number(0...2))"
    case 3: asked = "count(\(listed)) + count(\(random.pick(Self.events))) \(random.pick(["<", ">="])) \(random.number(1...3))"
    case 4: asked = "some x in \(list) satisfies \(fit(of: event, prefix: "x.", day: day, in: index))"
    case 5: asked = "every x in \(listed) satisfies \(fit(of: event, prefix: "x.", day: day, in: index))"
    case 6:
      let comparison = random.pick(["<", "<=", ">", ">=", "="])
      let length = random.percent(50) ? "duration(\"P\(random.number(1...9))D\")" : random.pick(["p2", "p3"])
      asked = "latest(\(list)).happened + \(length) \(comparison) \(day)"
    default: asked = attributeCondition(of: event, prefix: "latest(\(listed)).") ?? "occurred(\(listed))"
    }
    return random.percent(25) ? "not(\(asked))" : asked
  }

  /// Whether the newest of one event came before or after that of another, as far as both did.
  mutating func laterThanAnother() -> String {
    let (one, other) = (random.pick(Self.events), random.pick(Self.events))
    let compared = "latest(\(one)).happened \(random.pick(["<", "<=", ">", ">=", "=", "!="])) latest(\(other)).happened"
    switch random.number(0...3) {
    case 0: return "known(latest(\(other)).happened) and \(compared)"
    case 1: return "not(known(latest(\(one)).happened)) or \(compared)"
    case 2: return "known(latest(ever(\(one))).happened) and not(\(compared))"
    default: return compared
    }
  }

  /// What an earlier event is to be like.
  private mutating func fit(of event: String, prefix: String, day: String, in index: Int) -> String {
    let comparison = random.pick(["<", "<=", ">", ">="])
    let ownDay = "\(prefix)happened \(comparison) "
    let dated =
      random.percent(60)
      ? ownDay + "\(day) - " + random.pick(["duration(\"P5D\")", "duration(\"P2W\")", "duration(\"P1M\")", "p2", "p3"])
      : ownDay + "latest(\(random.pick(Self.events))).happened"
    let stated = attributeCondition(of: event, prefix: prefix)
    switch random.number(0...9) {
    case 0...2: return stated ?? dated
    case 3, 4: return dated
    case 5: return "not(\(dated))"
    case 6: return "\(dated) or \(stateCondition(in: index))"
    case 7: return stated.map { "\($0) or \(dated)" } ?? dated
    default: return stated.map { "\($0) and \(dated)" } ?? dated
    }
  }

  private mutating func sibling(at place: Place) -> String {
    let other = random.pick(["some s in siblings", "every s in siblings"])
    switch random.number(0...9) {
    case 0: return "count(siblings) >= \(random.number(1...2))"
    case 1: return "count(siblings[\(anyState())]) >= 1"
    case 2 where place != .passing: return "\(other) satisfies s.unborn"
    case 3 where place != .passing: return "\(other) satisfies s.born < today"
    default: return "\(other) satisfies s.\(anyState())"
    }
  }

  private mutating func day() -> String {
    let event = random.pick(Self.events)
    switch random.number(0...5) {
    case 0: return "today >= date(\"2020-02-15\")"
    case 1: return "today < date(\"2020-03-10\")"
    case 2: return "latest(c).due < today"
    case 3: return "today - latest(\(event)).happened <= duration(\"P10D\")"
    case 4: return "working days between(latest(\(event)).happened, today) > 5"
    default: return "today > child.known + duration(\"P14D\")"
    }
  }

  private mutating func birth() -> String {
    random.pick([
      "unborn", "not(unborn)", "known(child.born)", "child.born < today", "today < child.born + duration(\"P10D\")",
      "child.born >= date(\"2020-02-15\")", "child.unborn", "child.born + duration(\"P1M\") <= today",
    ])
  }

  /// A question about the clocks of a rule that is there already; `nil` where none may be asked about.
  private mutating func clocks(at place: Place) -> String? {
    let asked = procedure.rules.filter { $0.isClock }
    guard !asked.isEmpty else { return nil }
    let rule = random.pick(asked)
    let name = "\(rule.workflow).\(rule.name)"
    return random.pick([
      "running(\(name)) >= 1", "running(\(name)) = 0", "overdue(\(name)) >= 1", "overdue(\(name)) < 2",
      "due(\(name)) < today + duration(\"P3D\")", "running(\(name)) + overdue(\(name)) > 1", "known(due(\(name)))",
    ])
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

  /// The states in which a clock runs, and sometimes only before or after the birth.
  mutating func during(in index: Int) -> String {
    let states = stateCondition(in: index)
    guard random.percent(12) else { return states }
    return random.pick([
      "unborn", "not(unborn)", "(\(states)) and unborn", "(\(states)) and not(unborn)", "(\(states)) or unborn",
    ])
  }
}

extension RandomProcedure.RandomRule {
  /// Whether its form opens clocks.
  var isClock: Bool { self["within"] != nil || self["ahead"] != nil || self["every"] != nil }
}
