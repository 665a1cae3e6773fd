extension RandomProcedureMaker {
  mutating func addRule(_ number: Int) {
    let index = random.number(0...states.count - 1)
    var keys: [(key: String, value: String)]
    switch random.number(0...99) {
    case 0..<45: keys = deadline(index, number)
    case 45..<65: keys = cadence(index)
    case 65..<85: keys = check(index)
    default: keys = invariant(index)
    }
    if random.percent(12) {
      keys.append(("in force", random.pick(["2020-03-01..", "..2020-03-15", "2020-02-01..2020-04-30"])))
    }
    keys.append(("says", "Demand"))
    keys.append(("source", "ours"))
    procedure.rules.append(RandomProcedure.RandomRule(workflow: "w\(index)", name: "d\(number)", keys: keys))
  }

  private mutating func length() -> String {
    random.pick([
      "3 days", "10 days", "2 weeks", "5 working days", "10 working days", "1 month", "p1", "p2", "p3", "48 hours", "30 hours",
      "0 days",
    ])
  }

  private mutating func pattern(_ index: Int, _ trigger: String? = nil, each: String? = nil) -> String {
    switch random.number(0...99) {
    case 0..<14: return "entering \(anyState(near: index))"
    case 14..<24: return "leaving \(anyState(near: index))"
    case 24..<36: return "any of [\(single(trigger, each)), \(single(trigger, each))]"
    case 36..<40: return "any of [\(single(trigger, each)), entering \(anyState(near: index))]"
    default: return single(trigger, each)
    }
  }

  private mutating func exception(_ index: Int, _ trigger: String?) -> String {
    pattern(index, trigger)
  }

  private mutating func anyState(near index: Int) -> String {
    random.percent(75) ? "w\(index).\(random.pick(states[index]))" : anyState()
  }

  private mutating func single(_ trigger: String?, _ each: String?) -> String {
    if each != nil, random.percent(70) {
      return random.pick(["b[by = each]", "c[list contains(who, each)]"])
    }
    let event = random.pick(Self.events)
    if let trigger, random.percent(15), let shared = shared(event, trigger) { return "\(event)[\(shared)]" }
    guard random.percent(40), let condition = bracket(of: event, in: 0) else { return event }
    return "\(event)[\(condition)]"
  }

  private func shared(_ event: String, _ trigger: String) -> String? {
    let flags = ["a", "b", "f"]
    let kinds = ["a", "d"]
    if flags.contains(event), flags.contains(trigger) { return "flag = trigger.flag" }
    if kinds.contains(event), kinds.contains(trigger) { return "kind = trigger.kind" }
    return nil
  }

  private func quoted(_ text: String) -> String { "'\(text)'" }

  // MARK: Forms

  private mutating func deadline(_ index: Int, _ number: Int) -> [(key: String, value: String)] {
    var keys: [(key: String, value: String)] = []
    let event = random.pick(Self.events)
    var trigger: String? = event
    var each: String?
    switch random.number(0...99) {
    case 0..<12 where number > 0 && isDeadline(number - 1):
      keys = [("within", length()), ("of", "overdue \(procedure.rules[number - 1].workflow).d\(number - 1)")]
      trigger = nil
    case 12..<20:
      keys = [("ahead", random.pick(["3 days", "1 week", "5 working days"])), ("of", "c.due")]
      if random.percent(60) { keys.append(("or within", random.pick(["2 days", "5 working days"]))) }
      trigger = "c"
    case 20..<26:
      keys = [("within", random.pick(["3 days", "1 week"])), ("of", "c.due")]
      trigger = "c"
    case 26..<45:
      keys = [("within", length()), ("of", "\(random.pick(["entering", "leaving"])) \(anyState(near: index))")]
      trigger = nil
    case 45..<50:
      keys = [("within", "trigger.period"), ("of", "d")]
      trigger = "d"
    case 50..<58:
      let bracket = bracket(of: event, in: index)
      keys = [("within", length()), ("of", quoted(bracket.map { "\(event)[\($0)]" } ?? event))]
    case 58..<66:
      keys = [("within", length()), ("of", "c"), ("each", quoted("m in trigger.who"))]
      (trigger, each) = ("c", "m")
    default: keys = [("within", length()), ("of", event)]
    }
    let expect = random.percent(8) ? "all of [\(single(nil, nil)), \(single(nil, nil))]" : pattern(index, trigger, each: each)
    keys.append(("expect", quoted(expect)))
    if random.percent(30) { keys.append(("while", quoted(during(in: index)))) }
    if random.percent(15) { keys.append(("unless", quoted(exception(index, trigger)))) }
    if let trigger, random.percent(20) { keys.append(("when", quoted(condition(on: trigger, in: index, at: .opening)))) }
    if random.percent(15), !keys[0].value.hasSuffix("hours") { keys.append(("counting", "inclusive")) }
    if random.percent(15), keys[0].key == "within", !keys[0].value.hasSuffix("hours") { keys.append(("extended by", extended())) }
    return keys
  }

  private func isDeadline(_ number: Int) -> Bool {
    procedure.rules[number]["within"] != nil || procedure.rules[number]["ahead"] != nil
      || (procedure.rules[number]["every"] != nil && procedure.rules[number]["slots"] == nil)
  }

  private mutating func extended() -> String {
    let most = random.percent(50) ? ", at most: \(random.number(1...2))" : ""
    return random.pick([
      "{event: 'c', to: due\(most)}", "{event: 'b[flag]', by: 1 week\(most)}", "{event: 'f', by: 5 working days\(most)}",
      "{event: 'c[list contains(who, \"r1\")]', to: due\(most)}",
    ])
  }

  /// The set that a rule's `each` runs over, for some rules.
  private mutating func member() -> String? {
    guard random.percent(15) else { return nil }
    return random.pick(["[\"r1\", \"r2\"]", "everyone", "latest(c).who"])
  }

  private static let intervals = ["3 days", "1 week", "2 weeks", "10 working days", "1 month", "p2", "p3"]

  /// A length that hangs on what an earlier event said.
  private mutating func chosenLength() -> String {
    let condition = random.pick(["known(latest(d).period)", "occurred(d)", "not(\(laterThanAnother()))"])
    let lengths = ["latest(d).period", "latest(ever(d)).period", "p2", "duration(\"P5D\")"]
    return quoted("if \(condition) then \(random.pick(lengths)) else \(random.pick(lengths))")
  }

  private mutating func cadence(_ index: Int) -> [(key: String, value: String)] {
    var keys: [(key: String, value: String)] = [
      ("every", random.percent(20) ? chosenLength() : random.pick(Self.intervals))
    ]
    let isFixed = random.percent(35)
    if isFixed { keys.append(("slots", "fixed")) }
    if !isFixed, random.percent(20) { keys.append(("first", random.pick(["5 days", "3 weeks"]))) }
    keys.append(("while", quoted(during(in: index))))
    let member = member()
    if let member { keys.append(("each", quoted("m in \(member)"))) }
    let isOfSeveral = random.percent(6)
    let expect = isOfSeveral ? "all of [\(single(nil, nil)), \(single(nil, nil))]" : pattern(index, each: member)
    keys.append(("expect", quoted(expect)))
    if random.percent(15) { keys.append(("unless", quoted(exception(index, nil)))) }
    if random.percent(15) { keys.append(("counting", "inclusive")) }
    if random.percent(10) { keys.append(("when", quoted(general(in: index, at: .passing)))) }
    if random.percent(30) { keys.append(("finds", "drift")) }
    return keys
  }

  private mutating func check(_ index: Int) -> [(key: String, value: String)] {
    var keys: [(key: String, value: String)]
    if random.percent(25) {
      keys = [
        ("at", quoted("\(random.pick(["entering", "leaving"])) \(anyState(near: index))")),
        ("require", quoted(general(in: index, at: .passing))),
      ]
    } else {
      let event = random.pick(Self.events)
      keys = [("at", quoted(event)), ("require", quoted(condition(on: event, in: index, at: .event)))]
      if event == "c", random.percent(50) {
        keys = [("at", "c"), ("each", quoted("m in [\"r1\", \"r2\"]")), ("require", quoted("list contains(this.who, each)"))]
      }
      if random.percent(25) { keys.append(("when", quoted(condition(on: event, in: index, at: .event)))) }
    }
    if random.percent(25) { keys.append(("while", quoted(during(in: index)))) }
    keys.append(("finds", "absent"))
    return keys
  }

  private mutating func invariant(_ index: Int) -> [(key: String, value: String)] {
    var keys: [(key: String, value: String)] = [
      ("while", quoted(random.percent(70) ? stateCondition(in: index) : general(in: index, at: .always))),
      ("require", quoted(general(in: index, at: .always))),
    ]
    if random.percent(40) { keys.append(("for more than", random.pick(["3 days", "2 weeks", "p3"]))) }
    return keys
  }
}
